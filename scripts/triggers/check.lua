--- Triggers as a check: what has fired is a warning, what is watched a note.
--
--     ccn.check(plan, { on = "2027-01-05", extra = watch.set(set) })
--     ccn.check(plan, { on = "2027-01-05", extra = watch.as_of(set) })
--     ccn.check(plan, { on = "2027-01-05", extra = watch.kept })
--
-- The last two look at the plan of a file as it was known on the day: a
-- correction counts from the day on which it was recorded.

local evaluate = require "triggers.evaluate"
local figures  = require "figures"
local firings  = require "triggers.firings"
local forms    = require "observations.forms"
local history  = require "history"
local series   = require "triggers.series"
local store    = require "triggers.store"

local say = require "wording".of(require "lang.triggers")

local SEVERITY = { fired = "warning", watch = "note" }

local function finding(entry, found)
    local trigger = entry.trigger
    local ground = trigger.ground and trigger.ground[ccn.lang()]
        or say "no ground"
    local last = entry.states[#entry.states]
    return {
        id = trigger.id,
        severity = entry.state == "fired" and trigger.severity
            or SEVERITY[entry.state],
        object = trigger.watched.of .. " " .. entry.subject,
        text = say("finding", say(entry.state), figures.date(entry.since),
                   found.why(entry), trigger[ccn.lang()], ground),
        terms = { value = entry.value, level = trigger.level,
                  state = entry.state, count = last.count },
        sources = last.observations,
    }
end

local function tell(found, add)
    for _, entry in ipairs(found) do
        if SEVERITY[entry.state] then
            add(finding(entry, found))
        end
    end
end

local watch = {}

--- Looks at a set that the plan need not keep.
function watch.set(set)
    return function(plan, add, options)
        local first = options.on and series.span(plan)
        local last = first and forms.last_due("04", options.on)
        if first and last.to >= first.to then
            tell(evaluate(plan, set, { from = first.name, to = last.name,
                                       on = options.on }), add)
        end
    end
end

--- The same by the version of the day.
function watch.as_of(set)
    return function(plan, add, options)
        watch.set(set)(history.as_of(plan, options.on), add, options)
    end
end

--- Looks at the sets that the plan keeps and that are in force on the day.
function watch.kept(plan, add, options)
    local on = options.on
    local known = history.as_of(plan, on)
    for _, one in ipairs(firings.states(known, on)) do
        tell(one.found, add)
    end
    if #store.all_in_force(known, on) == 0 then
        local any = plan:trigger_sets()()
        add { id = "no-triggers", severity = "note", object = "triggers",
              text = any and say("no set on", figures.date(on))
                  or say "no sets" }
    end
end

return watch
