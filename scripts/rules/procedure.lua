--- How long the steps to establish or extend a cluster take (Article 10), as
-- dated rows of the book: N32-T1..T5 before, N303-T1..T5 after.
--
--     local steps = require "rules.procedure"
--     steps.latest_start(book, "2026-09-15", "2026-12-31")  --> "2026-11-10"

local days = require "rules.days"

local procedure = {}

--- The steps valid on a day, first to last.
function procedure.steps(book, on)
    local steps = {}
    for i = 1, 5 do
        steps[i] = book:newest({ "N32-T" .. i, "N303-T" .. i }, on)
    end
    return steps
end

--- The last day on which the first step can begin so that the last one ends
-- by a day.  Holidays and pauses are left out: it is later than the truth.
function procedure.latest_start(book, on, by)
    local steps = procedure.steps(book, on)
    for i = #steps, 1, -1 do
        local add = steps[i].unit == "day" and days.add or days.add_working
        by = add(by, -math.tointeger(steps[i].limit))
    end
    return by
end

return procedure
