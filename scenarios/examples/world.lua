--- The plan of the examples 2 to 5, all of it made up.

local here = ccn.script:match "^(.*)/"

return function()
    local plan = ccn.new "Example"
    plan:add("cluster", { key = "C1", state = "operating", total_area = 20,
                          industrial_area = 12, reported_fill = 90,
                          wastewater_plant = true })
    plan:add("phase", { key = "C1/2", cluster = "C1", number = 2,
                        opens = 2027, total_area = 3, industrial_area = 2,
                        state = "proposed" })
    plan:import(here .. "/enterprises.csv", "enterprise",
                { decimal = "point" })
    return plan
end
