--- Joins the tables of Lào Cai to ours.
--
--     local plan = require "laocai" ("scenarios/dam_hong/data")
--
-- All or nothing: one error lists every refused cell with file, line, column,
-- value and reason, and every unknown column.

local PARTS = { "clusters", "enterprises", "money", "facts", "norms" }

return function(folder)
    local reader = require("reader").new()
    local plan = ccn.new "Lào Cai"
    for _, part in ipairs(PARTS) do
        require("laocai." .. part).import(reader, plan, folder)
    end
    reader:finish()
    return plan
end
