--- What is limited: land, treatment, support money, and what the script names.
--
-- The engine has one list of resources, each with a need of every enterprise
-- and a supply of every cluster, or group of clusters, by years
-- (core/place/place.h).  Here stands how the options of a script become that
-- list.
--
-- A resource of the script is
--
--     { name = "water", en = "water", vi = "nước cấp", unit = "m³/day",
--       need = "water",                  -- field or function(enterprise)
--       supply = function(cluster, year) -- free in all until the end of the
--           return cluster.water_capacity -- year; math.huge: no limit
--       end,
--       unknown = { need = "leave out", supply = "refuse" } }
--
-- kind = "spent" or "carried" makes it like money: supply is what comes in
-- that year.  group = function(cluster) -> text or row, or nil for no limit,
-- makes clusters share a supply, which is then asked with that group.  need =
-- "land" is the land that is placed.  per is how many of the smallest unit
-- make one; 1000 if not said.

local demand  = require "place.demand"
local only    = require "names".only
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local resources = {}

--- Of whole units, so that sums stay exact.
local MOST = 2e15

local RESOURCE = { name = "text", en = "text", vi = "text", unit = "text",
                   need = "field|function(enterprise)",
                   supply = "function(cluster, year)", unknown = "table",
                   kind = '"held"|"spent"|"carried"',
                   group = "function(cluster)", per = "number" }

local RESERVE = { name = "text", en = "text", vi = "text", share = "number",
                  member = "function(enterprise)", article = "any",
                  of = "function(cluster, year)" }

local function add(job, resource)
    job.resources[#job.resources + 1] = resource
    resource.number = #job.resources
    job.resource_of[resource.name] = resource
end

local function one_group(job)
    local group = {}
    for c in ipairs(job.clusters) do
        group[c] = 1
    end
    return group
end

--- Those that every job has, or that options name.
local function add_usual(job, options)
    add(job, { name = "land", kind = "held", per = 100000, unit = "ha",
               need = job.need.land, supply = job.room })
    if job.treatment then
        add(job, { name = "wastewater", kind = "held", per = 1000,
                   unit = "m³/day", need = job.need.wastewater,
                   supply = job.treatment })
    end
    if job.budget then
        add(job, { name = "budget", kind = options.carry and "carried"
                       or "spent", per = 1, unit = "VND",
                   need = job.need.cost, supply = job.budget,
                   group = one_group(job), groups = 1 })
    end
end

--- The groups of clusters in the order in which they come.
local function groups_of(job, group)
    local number, list, names = {}, {}, {}
    for c, cluster in ipairs(job.clusters) do
        local name = cluster
        if group then
            name = group(cluster)
        end
        local key = name and key_of(name)
        if key and not number[key] then
            names[#names + 1] = name
            number[key] = #names
        end
        list[c] = key and number[key] or false
    end
    return list, names
end

--- An amount in whole units of the resource, false for no limit.
local function whole(given, amount)
    if amount == math.huge then
        return false
    end
    local per = given.per or 1000
    if type(amount) ~= "number" or not (amount >= 0 and amount * per <= MOST)
    then
        error(say("bad_amount", given.name, wording.money(MOST // per),
                  shape.shown(amount)), 0)
    end
    return math.floor(amount * per + 0.5)
end

local function supplies(job, given, names)
    local list = {}
    for _, name in ipairs(names) do
        for _, year in ipairs(job.years) do
            local amount = given.supply(name, year)
            if amount == nil then
                local met = job.unknown:meet(given.name .. " supply",
                                             key_of(name), true)
                amount = met and math.huge or 0
            end
            list[#list + 1] = whole(given, amount)
        end
    end
    return list
end

local function needs(job, given)
    if given.need == "land" then
        return job.need.land
    end
    return demand.read(job, given.name, "out_resource",
                       demand.reader(given.need), function(amount)
        return whole(given, amount)
    end)
end

local function check(job, given, i)
    local where = ("resources, %d"):format(i)
    shape.check(where, given, RESOURCE)
    local name, unknown = given.name, given.unknown or {}
    if not name or job.resource_of[name] then
        error(say("bad_resource", tostring(name)), 0)
    end
    if not given.need or not given.supply then
        error(say("no_supply", name), 0)
    elseif given.per and not (given.per >= 1 and given.per <= 1e6) then
        error(say("bad_per", name, shape.shown(given.per)), 0)
    end
    shape.check(where .. ", unknown", unknown, { need = "any",
                                                 supply = "any" })
    job.unknown:add(name, unknown.need, wording.title(given), "need")
    job.unknown:add(name .. " supply", unknown.supply, wording.title(given),
                    "supply")
end

local function add_given(job, given, i)
    check(job, given, i)
    local group, names = groups_of(job, given.group)
    local land = given.need == "land"
    local resource = { name = given.name, title = wording.title(given),
                       kind = given.kind or "held", unit = given.unit or "",
                       per = land and 100000 or given.per or 1000 }
    resource.need = needs(job, given)
    resource.supply = supplies(job, { name = given.name, per = resource.per,
                                      supply = given.supply }, names)
    resource.group, resource.groups, resource.names = group, #names, names
    add(job, resource)
end

--- Land kept for a class: the others may take what is offered less the share.
-- { name =, share = 0.1, member = function(enterprise) -> boolean, article = },
-- of = function(cluster, year) -> ha it is a share of, else what is offered.
local function add_reserve(job, given, i)
    shape.check(("reserve, %d"):format(i), given, RESERVE)
    local share = given.share
    if not (given.name and share and share >= 0 and share <= 1)
        or not given.member or not given.article then
        error(say("bad_reserve", tostring(given.name)), 0)
    end
    local need, supply = {}, {}
    for e, enterprise in ipairs(job.enterprises) do
        need[e] = given.member(enterprise) and 0 or job.need.land[e]
    end
    for c, cluster in ipairs(job.clusters) do
        for t, year in ipairs(job.years) do
            local cell = (c - 1) * #job.years + t
            local of = given.of and given.of(cluster, year)
            shape.value(("reserve '%s', of"):format(given.name), of, "number")
            local base = of and demand.tenths(of) or job.room[cell]
            local kept = math.ceil(share * base)
            supply[cell] = math.max(0, job.room[cell] - kept)
        end
    end
    local title = wording.title(given) or given.name
    add(job, { name = given.name, title = title, kind = "held", per = 100000,
               unit = "ha", need = need, supply = supply,
               article = wording.text(given.article) })
    job.notes[#job.notes + 1] = say("reserve_note", title,
                                    wording.number(100 * share, "%.4g"),
                                    wording.text(given.article))
end

--- What a change costs is said of a resource, or of a rule that is waived.
local function check_costs(job, costs)
    local kinds = { "shut", "barred", "early", "apart" }
    for _, resource in ipairs(job.resources) do
        kinds[#kinds + 1] = resource.name
    end
    for _, usual in ipairs { "wastewater", "budget" } do
        kinds[#kinds + 1] = not job.resource_of[usual] and usual or nil
    end
    only("change_cost", costs, kinds)
end

--- Make the list of resources, for the job and for the engine.
function resources.add(job, options)
    job.resources, job.resource_of = {}, {}
    add_usual(job, options)
    for i, given in ipairs(options.resources or {}) do
        add_given(job, given, i)
    end
    for i, given in ipairs(options.reserve or {}) do
        add_reserve(job, given, i)
    end
    check_costs(job, options.change_cost or {})
    job.problem.resources = job.resources
end

--- The words for an amount that is missing of a resource.
function resources.short(resource, text)
    if resource.article then
        return say("short_reserve", text, resource.title, resource.article)
    elseif resource.title then
        return say("short_other", resource.title, text,
                   wording.unit(resource.unit))
    end
    return say("short_" .. resource.name, text)
end

return resources
