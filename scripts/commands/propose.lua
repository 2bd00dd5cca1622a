--- `ccn propose PLAN FILE.lua`: what a trigger that has fired allows, as
-- alternatives with their reasons; one of them can be made a draft.
--
--     ccn propose laocai.gpkg second_wave.lua
--     ccn propose laocai.gpkg second_wave.lua out=proposal.html
--     ccn propose laocai.gpkg second_wave.lua draft=balanced as=SCT:NVA
--     ccn propose laocai.gpkg second_wave.lua version=v4     as it was then
--
-- The file returns the options of ccn.propose, or a function of the plan that
-- gives them.  docs/adjustment.md

local try     = require "commands.try"
local history = require "history"

local args = ccn.args
local plan = try(ccn.open, args[1])
local options = try(ccn.dofile, args[2])
if type(options) == "function" then
    options = try(options, plan)
end
local looked = args.version
    and try(plan.version, plan, try(history.number, args.version)) or plan
local proposal = try(ccn.propose, looked, options)
if args.out then
    local report = try(proposal.report, proposal)
    try(report.save, report, args.out)
    print(history.say("saved", args.out))
else
    print(proposal)
end
if args.draft then
    local number = try(proposal.draft, proposal, args.draft,
                       { as = args.as, on = args.on, title = args.title })
    local v = plan:versions()[number]
    print()
    print(history.say("made", number, history.say(v.state), v.title))
end
