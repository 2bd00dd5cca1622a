--- `ccn check PLAN [on=DATE]`: what contradicts itself in a plan, and what is
-- missing; with a day, what the rules of that day find.  Ends with an error
-- when there is one among the findings.
--
--     ccn check laocai.gpkg --on 2026-09-15
--     ccn check laocai.gpkg --may extend --on 2026-09-15
--     ccn check laocai.gpkg --may extend --cluster "Âu Lâu" --on 2026-09-14
--     ccn check --explain N32-EXP-FILL
--
-- rules=FILE.lua is a further pack of rules (docs/rules.md), triggers=FILE.lua
-- a set of triggers to look at on the day (docs/triggers.md).

-- Not ccn.check: a module 'check' beside a command is the command itself.
local check   = require "check.plan"
local explain = require "rules.explain"
local may     = require "rules.may"
local show    = require "rules.show"
local try     = require "commands.try"
local watch   = require "triggers.check"

local say = require "wording".of(require "lang.rules")

local args = ccn.args
local packs = args.rules and { try(ccn.dofile, args.rules) }
local set = args.triggers and try(ccn.dofile, args.triggers)

local function errors_end(findings)
    local errors = findings:count "error"
    if errors > 0 then
        local text = { en = "%d errors in the plan",
                       vi = "%d lỗi trong quy hoạch" }
        error(text[ccn.lang()]:format(errors), 0)
    end
end

--- May the cluster, or each of them, be extended or established?
local function ask(plan)
    if not args.on then
        error(say("no day for may", args.may), 0)
    end
    local options = { dossier = args.on, packs = packs }
    if args.cluster then
        print(try(may, plan, args.may, args.cluster, options))
    else
        print(try(show.all, plan, args.may, options))
    end
end

if args.explain then
    print(try(explain, args.explain, packs))
elseif not args[1] then
    error(say "no plan given", 0)
elseif args.may then
    ask(try(ccn.open, args[1]))
else
    local findings = check(try(ccn.open, args[1]),
                           { on = args.on, packs = packs,
                             extra = set and watch(set) })
    findings:print()
    if not args.on then
        print(say "no day given")
    end
    errors_end(findings)
end
