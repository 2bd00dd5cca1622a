--- Futures in which the extension of Âu Lâu opens later than planned: what the
-- forms from 2028 on would report.
--
--     build/ccn sweep scenarios/dieu_chinh/slip.lua plan=build/laocai.gpkg
--     build/ccn triggers build/dieu_chinh.gpkg on=2027-12-31 \
--         sweep=out/slip.sqlite subject="Âu Lâu" events=extension-late=no_land
--
-- The land of the second wave is missing (no_land) where the extension is not
-- open by the end of the year before it moves.  Ranges are ours.

local replan = require "replan"

local PERIODS = { "2028-6m", "2028", "2029-6m", "2029" }
local DUE = 2027 -- the year at whose end the plan opens the extension

local args = ccn.args or {}
if not args.plan then
    error(require "words" "no plan", 0)
end
local plan = ccn.open(args.plan):fork "in force"
replan.in_force(plan)

local before = plan:cluster "Âu Lâu".industrial_area
local extension = plan:phase "Âu Lâu/2".industrial_area

local outputs = { { name = "no_land", en = "second wave without land",
                    vi = "đợt hai không có đất" } }
for _, period in ipairs(PERIODS) do
    for _, name in ipairs { "built", "leased" } do
        outputs[#outputs + 1] = { unit = "ha",
            name = ("industrial_land_%s %s"):format(name, period) }
    end
end

local results = ccn.sweep {
    name = "slip", design = "latin", n = 200, seed = 1,
    question = require "words" "slip question",
    factors = {
        months = { triangular = { 0, 9, 42 }, unit = "months",
                   en = "the extension opens later", vi = "mở rộng chậm",
                   note = "ours" },
        leases = { 0, 1.5, unit = "ha", en = "leased in half a year",
                   vi = "cho thuê mỗi nửa năm", note = "ours" },
    },
    outputs = outputs,
    run = function(x)
        local made = {}
        for i, period in ipairs(PERIODS) do
            local built = before + (6 * i >= x.months and extension or 0)
            made["industrial_land_built " .. period] = built
            made["industrial_land_leased " .. period] =
                math.min(built, 28.9 + x.leases * i)
        end
        made.no_land = x.months > 12 * (replan.WAVE - 1 - DUE)
            and replan.WAVE or nil
        return made
    end,
}
print(results)
