--- Imports the data of Lào Cai into a plan file.
--
--     build/ccn run scenarios/dam_hong/import.lua out=build/laocai.gpkg
--         [data=scenarios/dam_hong/data]
--
-- The file named on the command line is what the run may write.

local args = ccn.parameters {
    out  = { kind = "file", default = "build/laocai.gpkg",
             en = "the plan file to write", vi = "tệp quy hoạch cần ghi" },
    data = { kind = "file", default = "scenarios/dam_hong/data",
             en = "folder of the tables", vi = "thư mục số liệu" },
}

local plan = require "laocai" (args.data)
plan:save(args.out)

local say = require "words" "import"
print(say("done", args.out))
for _, name in ipairs { "unit", "trade", "cluster", "phase", "enterprise",
                        "budget", "observation" } do
    print(("  %-12s %4d"):format(name, #plan[name .. "s"](plan)))
end
