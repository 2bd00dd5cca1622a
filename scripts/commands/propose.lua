--- `ccn propose PLAN [FILE.lua]`: what a trigger that has fired allows, as
-- alternatives with their reasons; one of them can be made a draft, and the
-- proposal recorded.  Without a file: the proposals that the plan keeps.
--
--     ccn propose laocai.gpkg
--     ccn propose laocai.gpkg show=2028-06-30
--     ccn propose laocai.gpkg second_wave.lua
--     ccn propose laocai.gpkg second_wave.lua out=proposal.html
--     ccn propose laocai.gpkg second_wave.lua with=period=2028-6m,futures=40
--     ccn propose laocai.gpkg second_wave.lua version=v4     as it was then
--     ccn propose laocai.gpkg second_wave.lua draft=balanced record=yes
--         as=SCT:NVA
--
-- The file returns the options of ccn.propose, or a function of the plan and
-- the parameters that gives them.  docs/adjustment.md

local history   = require "history"
local pairs_of  = require "commands.pairs"
local proposals = require "proposals"
local show      = require "proposals.show"
local try       = require "commands.try"
local wording   = require "wording"

local say_of_page = wording.of(require "lang.overview")

local args = ccn.args

--- The page is HTML, whatever its name says.
local function check_ending(path)
    local ending = path and path:lower():match "%.(%w+)$"
    if path and ending ~= "html" and ending ~= "htm" then
        ccn.engine.usage(say_of_page("ending of a page", path))
    end
end

check_ending(args.out)
if (args.draft or args.record == "yes") and args.version then
    error(history.say "draft of then", 0)
end
local plan = try(ccn.open, args[1])

--- Computes the proposal of a file, drafts and records it.
local function propose(path)
    local parameters = pairs_of("with", args.with)
    local looked = args.version
        and try(plan.version, plan, try(history.number, args.version)) or plan
    local options = try(proposals.read, path, looked, parameters)
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
    if args.record == "yes" then
        local key, number = try(proposals.record, plan, proposal,
                                { as = args.as, on = args.on })
        print(proposals.say("recorded", key, number))
    end
end

if args[2] then
    propose(args[2])
elseif args.show then
    print(try(show.one, plan, args.show))
else
    print(show.list(plan))
end
