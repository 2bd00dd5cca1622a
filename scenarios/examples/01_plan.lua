--- 1. A plan from a CSV file, and what is missing in it.

local here = ccn.script:match "^(.*)/"

local plan = ccn.new "Example"
plan:add("cluster", { key = "C1", state = "operating", total_area = 20,
                      industrial_area = 12, reported_fill = 90 })
local rows = plan:import(here .. "/enterprises.csv", "enterprise",
                         { decimal = "point" })
print(rows .. " enterprises")

-- Of one the land is not known, so the sum is not known either.
print("all land: " .. tostring((plan:enterprises():sum "land_wanted")))
local known, unknown = plan:enterprises():sum("land_wanted", "known")
print(("known: %.2f ha, not known: %d"):format(known, unknown))

local among = plan:enterprises():where { in_residential = true }
print("among housing: " .. table.concat(among:keys(), ", "))

print "What is missing:"
for _, finding in ipairs(ccn.check(plan):of "missing") do
    if finding.field == "land_wanted" or finding.field == "cleared_area" then
        print("  " .. finding.title .. ": " .. finding.text)
    end
end
