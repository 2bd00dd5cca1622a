--- 3. Who gets land, where and when, in the order of priority.

local plan = require "world"()
local order = ccn.rank(plan:enterprises(), require "criteria")

local placement = ccn.place(plan, order, {
    years = { 2026, 2030 }, mode = "strict",
    unknown = { land = "leave out", capacity = "leave out",
                trade = "allow" },
})

placement:print()
print()
print("Why is E07 not in C1?  " .. placement:why_not("E07", "C1"))
