--- From a plan, an order and options to the problem of the engine, and what it
-- was made of.  The options are those of scripts/place.lua.

local Unknown   = require "place.unknown"
local allowed   = require "place.allowed"
local demand    = require "place.demand"
local resources = require "place.resources"
local in_force  = require "place.in_force"
local names     = require "names"
local supply    = require "place.supply"
local terms     = require "place.terms"
local wording   = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local MOST_YEARS = 100

local OPTIONS = { "years", "mode", "unknown", "land", "clusters",
                  "capacity", "uncleared", "unready", "industrial_share",
                  "wastewater", "budget", "carry", "cost", "earliest",
                  "pins", "exclude", "terms", "seconds", "resources",
                  "reserve", "together", "apart", "safety", "current",
                  "frozen", "change", "solver", "steps", "gap", "seed",
                  "threads", "watch", "most_changes",
                  "change_cost" }

local function check(options)
    names.only("place", options, OPTIONS)
    names.one_of("solver", options.solver, { "exact" })
    names.one_of("uncleared", options.uncleared, { "offer" })
    names.one_of("unready", options.unready, { "offer" })
    names.one_of("carry", options.carry, { true, false })
    if options.steps and options.steps < 1 then
        error(say "no_steps", 0)
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
        or math.type(years[2]) ~= "integer" or years[2] < years[1]
        or years[3] ~= nil then
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

local function new(plan, order, options)
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

--- The job: .problem is what ccn.engine.place takes.
return function(plan, order, options)
    check(options)
    local job = new(plan, order, options)
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
    return job
end
