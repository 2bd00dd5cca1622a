--- When which phases open, and by whose money:
-- ccn.schedule(plan, options) -> schedule.
--
--     local schedule = ccn.schedule(plan, {
--         years = { 2027, 2031 },
--         budget = { { source = "province", carry = true,
--                      [2027] = 20000000000, [2028] = 30000000000 } },
--         unknown = { cost = "leave out", duration = { assume = 1 },
--                     area = "leave out" },
--     })
--     schedule:print()
--
-- Phases that are open already, by their state or because they open before the
-- first year, count as open.  docs/scheduling.md has every option:
--
--   years     { first, last }
--   phases    selection; else all of the plan
--   budget    "plan", or a list of sources: money by year, carry, share, pays,
--             article, clusters, weight, name (schedule/money.lua)
--   rules     with "plan": { [source] = { share, pays, carry, article } }
--   unknown   cost, duration, area; with "plan" also source, split, amount
--   cost      function(phase) -> VND, or { kind = VND }; else the phase's cost,
--             as infrastructure
--   spread    function(phase) -> shares of the cost by year of building, the
--             last in the year it opens; else even over its duration
--   lessons   of ccn.lessons: later durations and unit costs
--   area      field or function(phase) -> ha; else industrial_area
--   demand    function(cluster, year) -> ha wanted there by the end of the year
--   fill      { above = share, article = }: next phase above a fill rate
--   terms     of the goal: { { name =, weight =, unit =, value =
--             function(phase, year) } }; else land that serves, in ha x years
--   after     { { first, second, lag }, ... } besides the field after
--   pilots    clusters whose phases open before any other's; pilot_lag years
--   earliest, latest, must   field or function(phase)
--   limits    least and most per year and unit (schedule/limits.lua)
--   fair      between units (schedule/limits.lua)
--   place     options of ccn.place: land and tenants together
--   seconds, steps, gap, seed, threads, watch   as for ccn.place

local Schedule = require "schedule.result"
local Unknown  = require "schedule.unknown"
local limits   = require "schedule.limits"
local money    = require "schedule.money"
local phases   = require "schedule.phases"
local terms    = require "schedule.terms"
local wording  = require "wording"

local say = wording.of(require "lang.schedule")

local OPTIONS = {}
for _, name in ipairs { "years", "phases", "budget", "rules", "unknown", "cost",
                        "spread", "lessons", "area", "demand", "fill", "terms",
                        "after", "pilots", "pilot_lag", "earliest", "latest",
                        "must", "limits", "fair", "place", "order", "rounds",
                        "discount", "seconds", "steps", "gap", "seed",
                        "threads", "watch" } do
    OPTIONS[name] = true
end

local function check(options)
    for option in pairs(options) do
        if not OPTIONS[option] then
            error(say("no_option", tostring(option)), 0)
        end
    end
    local years = options.years
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1] then
        error(say "no_years", 0)
    end
end

local function job_of(plan, options)
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

local function schedule(plan, options)
    check(options)
    local job = job_of(plan, options)
    if options.lessons then
        options.lessons:clear()
    end
    phases.add(job, options)
    money.add(job, options)
    terms.add(job, options)
    limits.add(job, options)
    add_work(job.problem, options)
    limits.raise_least(job, options)
    return Schedule.solve(job, options)
end

return function(plan, options)
    options = options or {}
    local run = options.place and require "schedule.joint" or schedule
    local made = wording.run(run, plan, options, schedule)
    return made
end
