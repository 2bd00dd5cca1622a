--- `ccn report PLAN [out=FILE.html] [criteria=FILE.lua] [on=DATE]`: what a plan
-- holds, as text, or with out= as one HTML file with charts, which opens
-- offline; with a day, what its rules say of each cluster.
--
--     ccn report laocai.gpkg out=laocai.html
--
-- A report of a question of one's own is a script: docs/reports.md.

local try      = require "commands.try"
local overview = require "report.overview"

local args = ccn.args

if args.out and not args.out:lower():find "%.html?$" then
    local text = { en = "'%s': a page is saved as .html",
                   vi = "'%s': trang báo cáo phải có đuôi .html" }
    error(text[ccn.lang()]:format(args.out), 0)
end

local plan = try(ccn.open, args[1])
local criteria = args.criteria and try(ccn.dofile, args.criteria)
local report = try(overview, plan, { criteria = criteria, on = args.on })

if args.out then
    try(report.save, report, args.out)
    local text = { en = "the report of %s is in %s",
                   vi = "đã ghi báo cáo của %s vào %s" }
    print(text[ccn.lang()]:format(args[1], args.out))
else
    print(report)
end
