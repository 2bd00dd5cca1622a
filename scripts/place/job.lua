--- From a plan, an order and options to the problem of the engine, and what it
-- was made of.  The options are those of scripts/place.lua.

local Unknown   = require "place.unknown"
local allowed   = require "place.allowed"
local check     = require "place.options"
local demand    = require "place.demand"
local in_force  = require "place.in_force"
local resources = require "place.resources"
local supply    = require "place.supply"
local terms     = require "place.terms"
local wording   = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

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

--- Enterprises times clusters up to which steps alone are the limit.
local SMALL = 20000

--- Steps when nothing is said: up to so many enterprises, and above, where each
-- takes far longer and the last ones gain little.
local FEW, STEPS, STEPS_OF_MANY = 100, 20000, 4000

--- Seconds when nothing is said: half of what a run has.
local SECONDS = 30

--- How long the engine may work.  What is not said: so many steps, so that the
-- answer is the same on every machine; of what is not small, at most so long.
local function add_work(problem, options)
    if options.mode == "best" and options.solver == "exact" then
        problem.mode = "exact"
    end
    local stated = options.seconds or options.steps
    local small = #problem.enterprises * #problem.clusters <= SMALL
    problem.seconds = options.seconds or not (stated or small) and SECONDS
        or nil
    local usual = #problem.enterprises <= FEW and STEPS or STEPS_OF_MANY
    problem.steps = options.steps or not stated and usual or nil
    problem.gap, problem.seed = options.gap, options.seed
    problem.threads = options.threads
    if problem.mode == "exact" then
        problem.seconds = options.seconds or 60
    end
end

--- The job: .problem is what ccn.engine.place takes.
return function(plan, order, options)
    check(plan, order, options)
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
