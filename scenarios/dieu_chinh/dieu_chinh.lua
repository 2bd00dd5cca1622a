--- Watches the extension of Âu Lâu over three years of reports.
--
--     build/ccn run scenarios/dieu_chinh/dieu_chinh.lua plan=build/laocai.gpkg
--         [report=FILE.html] [data=FOLDER]

local figures    = require "figures"
local indicators = require "observations.forms"
local say        = require "words"
local watch      = require "watch"
local wording    = require "wording"

local WAVE = 2030 -- the year of the second wave, as in scenarios/dam_hong

local args = ccn.args or {}
if not args.plan then
    error(say "no plan", 0)
end

local source = ccn.open(args.plan)
local plan = watch.take(source, args.data or "scenarios/dieu_chinh/data")
local looks = watch.look(plan)
local tests = watch.test(plan, WAVE)

--- The sentences on top: when it fired, and whether that was in time.
local function answer()
    local trigger = watch.set.triggers[1]
    for _, found in ipairs(looks) do
        local entry = found[1]
        local last = entry.states[#entry.states]
        if last.fires then
            local event = tests[1].events[1]
            return { say("fired", figures.date(last.cutoff), last.value,
                         wording.title(trigger)),
                     say(event.judgement == "timely" and "timely" or "late",
                         WAVE, trigger.lead) }
        end
    end
    return { say "not fired" }
end

local function cutoffs(report)
    local rows = {}
    for _, found in ipairs(looks) do
        for _, entry in ipairs(found) do
            rows[#rows + 1] = { entry.states[#entry.states].cutoff,
                                entry.trigger.id, say("state " .. entry.state),
                                found.why(entry) }
        end
    end
    report:section(say "cutoffs", "cutoffs")
    report:table { name = "cutoffs", columns = {
        { title = say "cutoff", kind = "date" }, say "trigger", say "state",
        say "why" }, rows = rows }
end

--- What was to be expected at the end of 2027, at two levels.
local function expected(report)
    local seen = ccn.triggers.futures(plan, watch.set,
        require "futures"(source), {
            subject = "Âu Lâu", from = watch.periods[1], to = "2027",
            events = { ["extension-late"] = "no_land" },
            levels = { ["extension-late"] = { 6, 12 } } })
    report:section(say "expected", "expected")
    report:text(say("expected text", WAVE))
    report:futures(seen)
end

local function past(report)
    local rows = {}
    for i, found in ipairs(tests) do
        local event = found.events[1]
        rows[i] = { found.hold, event.firing, event.needed,
                    say("judged " .. event.judgement) }
    end
    report:section(say "past", "past")
    report:table { name = "past", columns = {
        { title = say "hold", kind = "number", digits = 0 },
        { title = say "firing", kind = "date" },
        { title = say "needed", kind = "date" }, say "judgement" },
        rows = rows }
end

--- What came late, and what was corrected.
local function forms(report)
    report:section(say "forms", "forms")
    for _, name in ipairs(watch.periods) do
        for _, one in ipairs(ccn.observations.reporters(plan,
                                                        { period = name })) do
            if one.state == "late" then
                report:item(say("late form", name,
                                figures.date(one.received)))
            end
        end
    end
    for o in plan:observations() do
        local before = o.supersedes
        if before then
            local indicator = indicators.indicator("02", o.indicator)
            report:item(say("corrected", figures.date(o.received),
                            wording.title(indicator), o.period,
                            wording.value(before.value),
                            wording.value(o.value)))
        end
    end
end

local report = ccn.report { title = say "title", question = say "question",
    kicker = say("kicker", watch.periods[1], watch.periods[#watch.periods]),
    answer = answer() }
cutoffs(report)
past(report)
expected(report)
report:section(say "now", "now"):triggers(looks[#looks])
forms(report)
report:section(say "provenance", "provenance"):provenance()

print(report)
if args.report then
    report:save(args.report)
end
