--- `ccn triggers PLAN`: the trigger sets that a plan keeps, the states of those
-- in force, recording them, and how likely they fire in a sweep.
--
--     ccn triggers laocai.gpkg                     at the last cut-off
--     ccn triggers laocai.gpkg on=2028-07-01
--     ccn triggers laocai.gpkg set="extension 1"   one of them in full
--     ccn triggers laocai.gpkg keep=my.lua as=SCT:NVA
--     ccn triggers laocai.gpkg approve="extension 1" by="UBND tỉnh"
--         from=2027-01-05 on=2026-12-20 as=SCT:NVA
--     ccn triggers laocai.gpkg record=yes as=SCT:NVA on=2028-07-01
--     ccn triggers laocai.gpkg sweep=out/slip.sqlite subject="Âu Lâu"
--         events=extension-late=no_land
--
-- In a plan with versions keeping and approving make drafts: on= is their day,
-- from= the day of the approval.  docs/triggers.md

local figures = require "figures"
local firings = require "triggers.firings"
local futures = require "triggers.futures"
local history = require "history"
local pairs_of = require "commands.pairs"
local series  = require "triggers.series"
local show    = require "triggers.show"
local store   = require "triggers.store"
local try     = require "commands.try"

local say = require "wording".of(require "lang.triggers")

local args = ccn.args
local plan = try(ccn.open, args[1])
local subjects = args.subject and { args.subject } or nil

--- Changes the plan: a draft when it has versions, else at once.
local function change(title, call)
    local fork = plan:fork(title)
    call(fork)
    if #plan:versions() == 0 then
        plan:adopt(fork)
        plan:save()
        return print(say("kept at once", title))
    end
    local number = fork:draft { as = args.as, on = args.on, title = title }
    local v = plan:versions()[number]
    print(history.say("made", number, history.say(v.state), v.title))
end

local function keep(path)
    local set = store.read(path)
    local key = set.name .. " " .. set.version
    change(say("keeps", key), function(fork) store.keep(fork, set) end)
end

local function approve(key)
    change(say("approves", key), function(fork)
        store.approve(fork, key, { by = args.by, on = args.from or args.on,
                                   decision = args.decision })
    end)
end

local function record()
    local count, number = firings.record(plan, {
        as = args.as, on = args.on, title = args.title, subjects = subjects })
    if number then
        print(say("recorded", count, number))
    elseif #store.all_in_force(plan, args.on) == 0 then
        print(plan:trigger_sets()() and say("no set on", figures.date(args.on))
              or say "no sets")
    else
        print(say "nothing new")
    end
end

--- The day looked at: said, or the last cut-off that was reported on.
local function day()
    local _, last = series.span(plan)
    if not args.on and not last then
        error(say "no forms", 0)
    end
    return args.on or last.due["04"]
end

--- The states on the day, by the plan of that day.
local function states()
    local plan_then = history.as_of(plan, day())
    return firings.states(plan_then, day(), subjects), plan_then
end

local function foresee(results)
    local events = pairs_of("events", args.events)
    local list, plan_then = states()
    for _, one in ipairs(list) do
        print(futures(plan_then, one.set, results, {
            subject = args.subject, from = one.from, to = one.period,
            on = args.on, events = events }))
    end
end

local function overview()
    print(show.sets(plan))
    if args.on or series.span(plan) then
        print()
        print(show.states(plan, day(), states()))
    end
end

if args.from and not args.approve then
    ccn.engine.usage(say "from of what")
elseif args.keep then
    try(keep, args.keep)
elseif args.approve then
    try(approve, args.approve)
elseif args.record == "yes" then
    try(record)
elseif args.sweep then
    try(foresee, try(ccn.results, args.sweep))
elseif args.set then
    print(try(show.set, plan, args.set))
else
    try(overview)
end
