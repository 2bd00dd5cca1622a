--- From a plan and options to the problem of the engine, and what it was made
-- of.  The options are those of scripts/schedule.lua.

local Unknown  = require "schedule.unknown"
local limits   = require "schedule.limits"
local money    = require "schedule.money"
local names    = require "names"
local phases   = require "schedule.phases"
local terms    = require "schedule.terms"
local wording  = require "wording"

local say = wording.of(require "lang.schedule")

local OPTIONS = { "years", "phases", "budget", "rules", "unknown", "cost",
                  "spread", "lessons", "area", "demand", "fill", "terms",
                  "after", "pilots", "pilot_lag", "earliest", "latest",
                  "must", "limits", "fair", "place", "order", "rounds",
                  "discount", "seconds", "steps", "gap", "seed",
                  "threads", "watch" }

local function check(options)
    names.only("schedule", options, OPTIONS)
    local years = options.years
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1]
        or years[3] ~= nil then
        error(say "no_years", 0)
    end
end

local function new(plan, options)
    local job = { plan = plan, options = options, years = {}, notes = {},
                  out = {}, unknown = Unknown.new(options.unknown) }
    for year = options.years[1], options.years[2] do
        job.years[#job.years + 1] = year
    end
    job.problem = { years = #job.years, first_year = job.years[1] }
    return job
end

--- How long the engine may work.  What is not said: so many steps that small
-- cases give the same answer everywhere, and at most a minute.
local function add_work(problem, options)
    local stated = options.seconds or options.steps
    problem.seconds = options.seconds or not stated and 60 or nil
    problem.steps = options.steps or not stated and 2000 or nil
    problem.gap, problem.seed = options.gap, options.seed
    problem.threads = options.threads
end

--- The job: .problem is what ccn.engine.schedule takes.
return function(plan, options)
    check(options)
    local job = new(plan, options)
    if options.lessons then
        options.lessons:clear()
    end
    phases.add(job, options)
    money.add(job, options)
    terms.add(job, options)
    limits.add(job, options)
    add_work(job.problem, options)
    limits.raise_least(job, options)
    return job
end
