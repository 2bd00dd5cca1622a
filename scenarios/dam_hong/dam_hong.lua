--- Close Đầm Hồng, extend Âu Lâu by 25 ha first, settle 23 establishments.
--
--     build/ccn run scenarios/dam_hong/dam_hong.lua [plan=build/laocai.gpkg]
--         [data=scenarios/dam_hong/data] [on=2026-10-05] [keep=yes]
--         [report=build/dam_hong.html]
--
-- keep=yes stores the forks as scenarios in the plan file; report= writes the
-- same as a page with charts, which opens offline.
--
-- The decision asked and what blocks it come first; then who, where, when and
-- how sure; then the reckoning; scores and faults of the data last.

local args = ccn.args or {}

local job  = require "job"

-- The last day of the records is the default: so a run repeats itself.
local on = args.on or "2026-10-05"
if not on:find "^%d%d%d%d%-%d%d%-%d%d$" then
    error(("on must be a date such as 2026-10-05, got '%s'"):format(on), 0)
end

local plan = ccn.open(args.plan or "build/laocai.gpkg")

local found = job.compute(plan, {
    data = args.data or "scenarios/dam_hong/data",
    on = on,
})
local report = job.show(found)
print(report)
if args.report then
    report:save(args.report)
end

if args.keep == "yes" then
    require("forks").keep(found.whatif.forks)
end
