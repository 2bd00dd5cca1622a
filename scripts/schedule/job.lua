--- From a plan and options to the problem of the engine, and what it was made
-- of.  The options are those of scripts/schedule.lua.

local Unknown  = require "schedule.unknown"
local check    = require "schedule.options"
local limits   = require "schedule.limits"
local money    = require "schedule.money"
local names    = require "names"
local phases   = require "schedule.phases"
local terms    = require "schedule.terms"
local wording  = require "wording"

local say = wording.of(require "lang.schedule")

local function new(plan, options)
    local job = { plan = plan, options = options, years = {}, notes = {},
                  out = {}, unknown = Unknown.new(options.unknown) }
    for year = options.years[1], options.years[2] do
        job.years[#job.years + 1] = year
    end
    job.problem = { years = #job.years, first_year = job.years[1] }
    return job
end

--- Phases up to which steps alone are the limit.
local SMALL = 200

--- How long the engine may work.  What is not said: so many steps, so that the
-- answer is the same on every machine; of what is not small, at most half a
-- minute, which is half of what a run has.
local function add_work(problem, options)
    local stated = options.seconds or options.steps
    local small = #problem.phases <= SMALL
    problem.seconds = options.seconds or not (stated or small) and 30 or nil
    problem.steps = options.steps or not stated and 2000 or nil
    problem.gap, problem.seed = options.gap, options.seed
    problem.threads = options.threads
end

--- A lesson about a work that no phase has is noted, as it may be misspelt.
local function note_lessons(job, lessons)
    local has = {}
    for _, kind in ipairs(job.problem.kinds) do
        has[kind] = true
    end
    for _, lesson in ipairs(lessons and lessons.list or {}) do
        if not has[lesson.work] then
            job.notes[#job.notes + 1] = say("lesson_note", lesson.work)
                .. names.hint(lesson.work, has)
        end
    end
end

--- The job: .problem is what ccn.engine.schedule takes.
return function(plan, options)
    check(plan, options)
    local job = new(plan, options)
    if options.lessons then
        options.lessons:clear()
    end
    phases.add(job, options)
    note_lessons(job, options.lessons)
    money.add(job, options)
    terms.add(job, options)
    limits.add(job, options)
    add_work(job.problem, options)
    limits.raise_least(job, options)
    return job
end
