--- 5. A plan is in force; a report comes in; what must change, and why?
--
-- The moves of the first year are settled and stay (pins).  Everything else is
-- placed again on what is known now, and the difference is the adjustment to
-- approve.

local plan = require "world"()
local order = ccn.rank(plan:enterprises(), require "criteria")

local function place(fork, pins)
    return ccn.place(fork, order, {
        years = { 2026, 2030 }, mode = "strict", pins = pins,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" },
    })
end

-- The plan in force.
place(plan):apply(plan)

-- A report: the phase opens two years late.  A report has a date and a source.
local now = plan:fork "after the report of 23 Nov 2026"
now:add("observation", { key = "R1", cluster = "C1", date = "2026-11-23",
                         indicator = "delay_years", value = 2,
                         reporter = "developer" })

-- The rule: a phase opens as late as it is reported.
for report in now:observations():where { indicator = "delay_years" } do
    for phase in now:phases():where { cluster = report.cluster } do
        phase.opens = phase.opens + math.tointeger(report.value)
    end
end

-- Who moves in the first year is told already: these stay.
local pins = {}
for e in plan:enterprises():where { move_year = 2026 } do
    pins[e.key] = { cluster = e.destination, year = 2026 }
end
local again = place(now, pins)
again:apply(now)

print "The adjustment:"
print(plan:diff(now))
print()
for _, move in ipairs(again.waiting) do
    print(("%s waits: %s"):format(move.key, move.reason))
end
