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
--   unsolved  "tell": limits that cannot be kept are no error, but an answer {
--             unsolved = true, words =, give_up =, money = }
--   seconds, steps, gap, seed, threads, watch   as for ccn.place

local Schedule = require "schedule.result"
local check    = require "schedule.options"
local job_of   = require "schedule.job"
local wording  = require "wording"

local function schedule(plan, options)
    return Schedule.solve(job_of(plan, options), options)
end

local function run(plan, options)
    check(plan, options)
    local solve = options.place and require "schedule.joint" or schedule
    return solve(plan, options, schedule)
end

return function(plan, options)
    local made = wording.run(run, plan, options or {})
    return made
end
