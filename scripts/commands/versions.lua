--- `ccn versions PLAN`: the versions of a plan, and making one.
--
--     ccn versions laocai.gpkg
--     ccn versions laocai.gpkg begin=yes as=SCT:NVA title="As approved"
--     ccn versions play.gpkg begin=yes ahead=yes on=2035-01-05 as=SCT:NVA
--     ccn versions laocai.gpkg draft="a year late" as=SCT:NVA
--     ccn versions laocai.gpkg take=yes as=SCT:NVA title="Corrected in QGIS"
--     ccn versions laocai.gpkg record=yes as=SCT:NVA title="Forms of 2028"
--     ccn versions laocai.gpkg rebase=v4 as=SCT:NVA
--     ccn versions laocai.gpkg restore=yes
--
-- docs/versions.md

local try     = require "commands.try"
local history = require "history"

local say = history.say

local args = ccn.args
local open = args.restore == "yes" and history.open or ccn.open
local plan = try(open, history.path(args[1]))

local function options(kind)
    return { kind = kind, as = args.as, title = args.title,
             reason = args.reason, on = args.on,
             ahead = args.ahead == "yes" or nil }
end

local function tell(number)
    local v = plan:versions()[number]
    print(say("made", number, say(v.state), v.title))
end

if args.ahead == "yes" and args.begin ~= "yes" then
    ccn.engine.usage(say "ahead of what")
end
local kind = args.begin == "yes" and "base" or args.record == "yes" and "record"
    or args.take == "yes" and "change"
if kind then
    tell(try(plan.draft, plan, options(kind)))
elseif args.draft then
    local fork = try(plan.scenario, plan, args.draft)
    tell(try(fork.draft, fork, options "change"))
elseif args.rebase then
    tell(try(plan.redraft, plan, try(history.number, args.rebase), options()))
elseif args.restore == "yes" then
    try(plan.restore, plan)
    local _, head = plan:versions()
    print(say("restored", head))
else
    local list, n = history.list(plan)
    print(n > 0 and list or say "none")
end
