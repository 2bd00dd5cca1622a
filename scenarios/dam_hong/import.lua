--- Imports the data of Lào Cai into a plan file.
--
--     build/ccn run scenarios/dam_hong/import.lua out=build/laocai.gpkg
--         [data=scenarios/dam_hong/data]
--
-- The file named on the command line is what the run may write.

local args = ccn.args or {}
local out  = args.out or "build/laocai.gpkg"
local data = args.data or "scenarios/dam_hong/data"

local plan = require "laocai" (data)
plan:save(out)

local say = require "words" "import"
print(say("done", out))
for _, name in ipairs { "unit", "trade", "cluster", "phase", "enterprise",
                        "budget", "observation" } do
    print(("  %-12s %4d"):format(name, #plan[name .. "s"](plan)))
end
