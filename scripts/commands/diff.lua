--- `ccn diff PLAN OTHER`: what turns one plan into the other, a line for each
-- change.  OTHER is a plan file or the name of a scenario kept in PLAN.
--
--     ccn diff laocai.gpkg laocai-2027.gpkg
--     ccn diff laocai.gpkg "Close Đầm Hồng"

local try = require "commands.try"

local path, other = ccn.args[1], ccn.args[2]

local TEXT = {
    same  = { en = "no differences", vi = "không có khác biệt" },
    total = { en = "%d changes", vi = "%d thay đổi" },
}

local function has(names, wanted)
    for _, name in ipairs(names) do
        if name == wanted then
            return true
        end
    end
    return false
end

local plan = try(ccn.open, path)
local is_scenario = not ccn.exists(other) and has(plan:scenarios(), other)
local changes = is_scenario and try(plan.scenario, plan, other):changes()
    or try(plan.diff, plan, try(ccn.open, other))

if #changes == 0 then
    print(TEXT.same[ccn.lang()])
else
    print(changes)
    print(TEXT.total[ccn.lang()]:format(#changes))
end
