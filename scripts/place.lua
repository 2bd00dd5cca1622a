--- Places enterprises into clusters and years:
-- ccn.place(plan, order, options) -> placement.
--
--     local placement = ccn.place(plan, order, {
--         years = { 2027, 2030 }, mode = "strict",
--         unknown = { land = "leave out", capacity = "leave out",
--                     trade = "allow" },
--     })
--     placement:print()
--
-- order is what ccn.rank gives, or a selection of enterprises as it stands.
-- Those whom the order excludes are not placed.
--
--   years       { first, last }
--   mode        "strict": one after the other, nobody takes what one before
--               could have used; "best": the least sum of the terms, proved
--   unknown     what a value that is not known counts as: land, capacity (and
--               phase), trade; cost with a budget; wastewater and treatment
--               with wastewater = "capacity".  "refuse" (an error), "leave
--               out", { assume = value }; for trade "refuse", "leave out",
--               "allow".  There is no default.
--   land        field or function(enterprise) -> ha; else land_wanted, and
--               land_held where that is not known
--   clusters    selection; else all of the plan
--   capacity    function(cluster, year) -> ha free in all until the end of the
--               year, or nil to leave it to the record
--   uncleared   "offer": also land the record calls uncleared
--   unready     "offer": also land of clusters where nothing works yet
--   industrial_share  of phases whose industrial land is not known
--   wastewater  "capacity", or function(cluster, year) -> whether anyone may
--               move there then, nil for unknown
--   budget      { [2028] = VND, ... }, 0 for other years; carry = true lets
--               money that is left serve later years
--   cost        field or function(enterprise) -> VND; else moving_cost
--   earliest    field or function(enterprise) -> year
--   pins        { DH14 = "Âu Lâu", DH02 = { cluster =, year = } }
--   exclude     { { enterprise =, cluster = }, ... }; either may be missing
--   terms       of the goal: { { name =, kind = "wait" | "left" | "pair",
--               weight =, value = function(enterprise [, cluster]) }, ... };
--               else the years waited and those left out, by priority
--   seconds     for "best", 60 if not said

local Placement = require "place.placement"
local Unknown   = require "place.unknown"
local allowed   = require "place.allowed"
local demand    = require "place.demand"
local supply    = require "place.supply"
local wording   = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local OPTIONS = {}
for _, name in ipairs { "years", "mode", "unknown", "land", "clusters",
                        "capacity", "uncleared", "unready", "industrial_share",
                        "wastewater", "budget", "carry", "cost", "earliest",
                        "pins", "exclude", "terms", "seconds" } do
    OPTIONS[name] = true
end

local function check(options)
    for option in pairs(options) do
        if not OPTIONS[option] then
            error(say("no_option", tostring(option)), 0)
        end
    end
    if options.mode ~= "strict" and options.mode ~= "best" then
        error(say "no_mode", 0)
    end
    local years = options.years
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1] then
        error(say "no_years", 0)
    end
end

--- The enterprises of this plan, in the order.  The order may come from
-- another fork: they are found by key.
local function enterprises_of(plan, order)
    local list = {}
    for entry in order do
        local key = key_of(entry)
        list[#list + 1] = plan:enterprise(key)
            or error(say("no_enterprise", key), 0)
    end
    return list
end

local function clusters_of(plan, selection)
    local list = {}
    for row in selection or plan:clusters() do
        list[#list + 1] = plan:cluster(key_of(row))
    end
    return list
end

--- The first counts 1, the last 1/n.
local function priorities(count)
    local list = {}
    for i = 1, count do
        list[i] = (count - i + 1) / count
    end
    return list
end

--- Waiting all years and one more is as bad as being left out.
local function usual_terms(job)
    local value = priorities(#job.enterprises)
    return {
        { name = say "term_wait", kind = "wait", weight = 1, value = value },
        { name = say "term_left", kind = "left", weight = #job.years + 1,
          value = value },
    }
end

local function values_of(job, term)
    local list = {}
    for _, enterprise in ipairs(job.enterprises) do
        if term.kind == "pair" then
            for _, cluster in ipairs(job.clusters) do
                list[#list + 1] = term.value(enterprise, cluster) or false
            end
        else
            list[#list + 1] = term.value(enterprise) or false
        end
    end
    return list
end

local KINDS = { wait = true, left = true, pair = true }

local function terms_of(job, terms)
    local made = {}
    for k, term in ipairs(terms) do
        if not KINDS[term.kind] then
            error(say("no_term", tostring(term.name)), 0)
        end
        made[k] = { name = term.name, kind = term.kind, weight = term.weight,
                    value = term.value and values_of(job, term) }
    end
    return made
end

local function job_of(plan, order, options)
    local job = { plan = plan, years = {}, out = {}, bars = {}, kept_back = {},
                  no_capacity = {}, notes = {}, reasons = {}, code_of = {},
                  unknown = Unknown.new(options.unknown) }
    job.enterprises = enterprises_of(plan, order)
    job.clusters = clusters_of(plan, options.clusters)
    for year = options.years[1], options.years[2] do
        job.years[#job.years + 1] = year
    end
    return job
end

local function keys_of(rows)
    local keys = {}
    for i, row in ipairs(rows) do
        keys[i] = key_of(row)
    end
    return keys
end

local function numbers(count)
    local list = {}
    for i = 1, count do
        list[i] = i
    end
    return list
end

local function place(plan, order, options)
    check(options)
    local job = job_of(plan, order, options)
    job.problem = { mode = options.mode, years = #job.years,
                    first_year = job.years[1], seconds = options.seconds,
                    enterprises = keys_of(job.enterprises),
                    clusters = keys_of(job.clusters),
                    order = numbers(#job.enterprises) }
    demand.add(job, options)
    supply.add(job, options)
    allowed.add(job, options)
    job.problem.terms = options.terms and terms_of(job, options.terms)
        or usual_terms(job)
    local handle = wording.engine("place", job.problem)
    local placement = Placement.make(handle, job, options)
    placement.excluded = type(order) == "table" and order.excluded or {}
    return placement
end

return function(plan, order, options)
    local placement = wording.run(place, plan, order, options or {})
    return placement
end
