--- How long the steps to establish or extend a cluster take (Article 10), as
-- dated rows of the book: N32-T1..T5 before, N303-T1..T5 after.
--
--     local steps = require "rules.procedure"
--     steps.latest_start(book, "2026-09-15", "2026-12-31")  --> "2026-11-10"
--     steps.earliest_end(book, "2026-09-15", "2026-11-10")  --> "2026-12-31"

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

local function adder(step)
    return step.unit == "day" and days.add or days.add_working
end

--- The first day on which the last step can end, if the first begins on a day
-- and each takes its whole term.  Holidays and pauses are left out.
function procedure.earliest_end(book, on, from)
    for _, step in ipairs(procedure.steps(book, on)) do
        from = adder(step)(from, math.tointeger(step.limit))
    end
    return from
end

--- The last day on which the first step can begin so that the last one ends
-- by a day.  Holidays and pauses are left out: it is later than the truth.
function procedure.latest_start(book, on, by)
    local steps = procedure.steps(book, on)
    for i = #steps, 1, -1 do
        by = adder(steps[i])(by, -math.tointeger(steps[i].limit))
    end
    return by
end

return procedure
