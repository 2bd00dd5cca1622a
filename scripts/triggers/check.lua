--- Triggers as a check: what has fired is a warning, what is watched a note.
--
--     ccn.check(plan, { on = "2027-01-05", extra = watch(set) })

local evaluate = require "triggers.evaluate"
local figures  = require "figures"
local forms    = require "observations.forms"
local series   = require "triggers.series"

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

return function(set)
    return function(plan, add, options)
        local first = options.on and series.span(plan)
        local last = first and forms.last_due("04", options.on)
        if not first or last.to < first.to then
            return
        end
        local found = evaluate(plan, set, { from = first.name, to = last.name,
                                            on = options.on })
        for _, entry in ipairs(found) do
            if SEVERITY[entry.state] then
                add(finding(entry, found))
            end
        end
    end
end
