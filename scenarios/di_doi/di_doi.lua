--- Who moves, when, with which support, who gets notice, who is next for land.
--
--     build/ccn run scenarios/di_doi/di_doi.lua [data=FOLDER]
--         [count=proven|possible] [report=FILE.html]
--
-- The establishments are made up: data/SOURCES.md.

local args = ccn.args
local here = ccn.script:match "^(.*)/" or "."
local job, show = require "job", require "show"

local COUNT = { proven = "low", possible = "high" }
local count = COUNT[args.count or "proven"]
    or error("count must be proven or possible", 0)

local plan, tables = require "read" (args.data or here .. "/data")
local report = show(job.compute(plan, tables, count))
print(report)
if args.report then
    report:save(args.report)
end
