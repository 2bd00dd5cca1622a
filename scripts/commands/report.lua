--- `ccn report PLAN [out=FILE.html] [criteria=FILE.lua] [on=DATE]`: what a plan
-- holds, as text, or with out= as one HTML file with charts, which opens
-- offline; with a day, what its rules say of each cluster.
--
--     ccn report laocai.gpkg out=laocai.html
--
--     ccn report tt14 laocai.gpkg period=2026-6m out=form04.xlsx
--
-- The second is form 04 of Circular 14/2024 (docs/observations.md).  A report
-- of a question of one's own is a script: docs/reports.md.

local form04   = require "observations.form04"
local overview = require "report.overview"
local try      = require "commands.try"

local args = ccn.args

local say = require "wording".of(require "lang.overview")

local function check_ending(endings)
    local ending = args.out and args.out:lower():match "%.(%w+)$"
    if args.out and not endings[ending or ""] then
        ccn.engine.usage(say(endings.csv and "ending of a form"
                             or "ending of a page", args.out))
    end
end

local function whole(path)
    check_ending { html = true, htm = true }
    if args.period then
        ccn.engine.usage(say "period of what")
    end
    local plan = try(ccn.open, path)
    local criteria = args.criteria and try(ccn.dofile, args.criteria)
    return try(overview, plan, { criteria = criteria, on = args.on })
end

--- Form 04 of a period; on= leaves out what came in later.
local function form(path)
    if not path then
        ccn.engine.usage(say "form of what")
    elseif not args.period then
        ccn.engine.usage(say "form of when")
    end
    check_ending { html = true, htm = true, csv = true, xlsx = true }
    return try(form04, try(ccn.open, path),
               { period = args.period, on = args.on })
end

local path = args[1]
local report = args.tt14 == "yes" and form(path) or whole(path)

if args.out then
    try(report.save, report, args.out)
    print(say("saved", path, args.out))
else
    print(report)
end
