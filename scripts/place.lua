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
--   resources   water, power, workers, land of a unit: place/resources.lua
--   reserve     shares of the land kept for a class: place/resources.lua
--   together    { { "E1", "E2" }, ... }: one cluster and year, or not at all
--   apart       { { "E3", "E4" }, ... }: no two of them in one cluster
--   safety      { { least = function(enterprise) -> km, distance =
--               function(enterprise, cluster) -> km, article = }, ... }
--   current     the plan in force: a placement, "plan" (destination and
--               move_year), or { [key] = { cluster =, year = } }
--   frozen      year until which the plan in force stays as it is
--   change      weight of each change against the plan in force
--   terms       of the goal: place/terms.lua; else the years waited and those
--               left out, by priority
--   seconds, steps  for "best"; 60 and 20000 when neither is said.  With steps
--               alone the answer is the same on every machine
--   gap         enough, as a share of the total; seed; threads
--   watch       "print", or function({ seconds =, total =, bound =, steps = }),
--               told now and then; false stops, and so does ^C: the best so far
--               is the answer
--   most_changes  at most so many changes against the plan in force
--   change_cost { land = VND per ha, wastewater = VND per m³/day, budget = 1,
--               shut = VND, ... }: what a change that makes room costs; then
--               the cheapest comes first
--   solver      "exact": CBC instead of the own engine, for small cases

local Placement = require "place.placement"
local Unknown   = require "place.unknown"
local allowed   = require "place.allowed"
local demand    = require "place.demand"
local relax     = require "place.relax"
local resources = require "place.resources"
local in_force  = require "place.in_force"
local supply    = require "place.supply"
local terms     = require "place.terms"
local wording   = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local MOST_YEARS = 100

local OPTIONS = {}
for _, name in ipairs { "years", "mode", "unknown", "land", "clusters",
                        "capacity", "uncleared", "unready", "industrial_share",
                        "wastewater", "budget", "carry", "cost", "earliest",
                        "pins", "exclude", "terms", "seconds", "resources",
                        "reserve", "together", "apart", "safety", "current",
                        "frozen", "change", "solver", "steps", "gap", "seed",
                        "threads", "watch", "most_changes",
                        "change_cost" } do
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
    if options.most_changes and options.mode == "strict" then
        error(say "few_strict", 0)
    end
    for kind, cost in pairs(options.change_cost or {}) do
        if type(cost) ~= "number" or cost < 0 or cost ~= cost then
            error(say("bad_change_cost", tostring(kind)), 0)
        end
    end
    local years = options.years
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1] then
        error(say "no_years", 0)
    elseif years[2] - years[1] >= MOST_YEARS then
        error(say("many_years", years[1], years[2], MOST_YEARS), 0)
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

local function job_of(plan, order, options)
    local job = { plan = plan, years = {}, out = {}, bars = {}, kept_back = {},
                  no_capacity = {}, need = {}, notes = {}, reasons = {},
                  code_of = {},
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

--- How long the engine may work.  What is not said: so many steps that small
-- cases give the same answer everywhere, and at most a minute.
local function add_work(problem, options)
    if options.mode == "best" and options.solver == "exact" then
        problem.mode = "exact"
    end
    local stated = options.seconds or options.steps
    problem.seconds = options.seconds or not stated and 60 or nil
    problem.steps = options.steps or not stated and 20000 or nil
    problem.gap, problem.seed = options.gap, options.seed
    problem.threads = options.threads
    if problem.mode == "exact" then
        problem.seconds = options.seconds or 60
    end
end

local function place(plan, order, options)
    check(options)
    local job = job_of(plan, order, options)
    job.problem = { mode = options.mode, years = #job.years,
                    first_year = job.years[1],
                    enterprises = keys_of(job.enterprises),
                    clusters = keys_of(job.clusters),
                    order = numbers(#job.enterprises) }
    add_work(job.problem, options)
    demand.add(job, options)
    supply.add(job, options)
    resources.add(job, options)
    allowed.add(job, options)
    in_force.add(job, options)
    job.problem.terms = terms.of(job, options.terms, options.change)
    allowed.close(job)
    local watch = Placement.watch_of(options.watch)
    local handle = relax.engine(job, watch)
    local placement = Placement.make(handle, job, options)
    placement.excluded = type(order) == "table" and order.excluded or {}
    return options.most_changes and placement:changes(options.most_changes)
        or placement
end

return function(plan, order, options)
    local placement = wording.run(place, plan, order, options or {})
    return placement
end
