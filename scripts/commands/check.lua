--- `ccn check PLAN [on=DATE]`: what contradicts itself in a plan, and what is
-- missing; with a day, what the rules of that day find.  Ends with an error
-- when there is one among the findings.
--
--     ccn check laocai.gpkg --on 2026-09-15
--     ccn check laocai.gpkg --may extend --on 2026-09-15
--     ccn check laocai.gpkg --may extend --cluster "Âu Lâu" --on 2026-09-14
--     ccn check laocai.gpkg --may extend --cluster "Âu Lâu" --on 2026-09-14
--         --today 2026-10-05 --facts infrastructure=yes,demand=30
--     ccn check laocai.gpkg version=v7
--     ccn check --explain N32-EXP-FILL
--     ccn check --explain all
--
-- rules=FILE.lua is a further pack of rules (docs/rules.md), triggers=FILE.lua
-- a set of triggers to look at on the day; triggers=kept are those that the
-- plan keeps and that are in force (docs/triggers.md).

-- Not ccn.check: a module 'check' beside a command is the command itself.
local check    = require "check.plan"
local explain  = require "rules.explain"
local given    = require "rules.given"
local history  = require "history"
local may      = require "rules.may"
local of_packs = require "rules.packs"
local show     = require "rules.show"
local try      = require "commands.try"
local watch    = require "triggers.check"
local wording  = require "wording"

local say = wording.of(require "lang.rules")

local args = ccn.args

--- What a file returns, checked as it would be by ccn.rules.pack.
local function from(path, checked)
    return path and try(checked, try(ccn.dofile, path))
end

local packs = { from(args.rules, require "rules.pack") }
local kept = args.triggers == "kept"
local set = not kept and from(args.triggers, require "triggers.set") or nil

local function errors_end(findings)
    local errors = findings:count "error"
    if errors > 0 then
        local text = { en = "%d {error|errors} in the plan",
                       vi = "%d lỗi trong quy hoạch" }
        error(wording.fill(text[ccn.lang()], errors), 0)
    end
end

--- The plan of the file, and the one to look at; which it is, is said.
local function open()
    local plan = try(ccn.open, args[1])
    local number = args.version and try(history.number, args.version)
    local looked, words = try(history.looked_at, plan, args.on, number)
    if words then
        print(words)
    end
    return plan, looked
end

--- May the cluster, or each of them, be extended or established?
local function ask()
    if not args.on then
        ccn.engine.usage(say("no day for may", args.may))
    end
    local _, plan = open()
    local options = { dossier = args.on, on = args.today, packs = packs,
                      facts = args.facts and try(given, args.facts,
                                                 of_packs.facts(packs)) }
    if args.cluster then
        print(try(may, plan, args.may, args.cluster, options))
    else
        print(try(show.all, plan, args.may, options))
    end
end

--- Prints a rule; one that does not keep its own tests is an error.
local function tell(id)
    if id == "all" then
        return print(explain.all(packs))
    end
    local text, broken = explain.rule(id, packs)
    print(text)
    if broken > 0 then
        error(say("broken tests", id, broken), 0)
    end
end

if args.explain then
    try(tell, args.explain)
elseif not args[1] then
    ccn.engine.usage(say "no plan given")
elseif not args.may and (args.cluster or args.facts) then
    ccn.engine.usage(say("only with may",
                         args.cluster and "cluster" or "facts"))
elseif args.triggers and not args.on then
    ccn.engine.usage(say "no day for triggers")
elseif args.may then
    ask()
else
    local plan, looked = open()
    local own = kept and watch.kept or set and watch.as_of(set)
    -- sets of triggers look up the version of the day for themselves
    local findings = check(looked, { on = args.on, packs = packs,
        extra = own and function(_, ...) own(plan, ...) end })
    if not args.on then
        print(say "no day given")
    end
    findings:print()
    errors_end(findings)
end
