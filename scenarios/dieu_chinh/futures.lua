--- Futures in which the extension of Âu Lâu opens later than planned: what the
-- forms from 2028 on would report.  Ranges are ours.
--
-- The land of the second wave is missing (no_land) where the extension is not
-- open by the end of the year before it moves.

local replan = require "replan"
local say    = require "words"

local PERIODS = { "2028-6m", "2028", "2029-6m", "2029" }
local DUE = 2027 -- the year at whose end the plan opens the extension
local LEASED = 28.9 -- ha, by the form of 2027

local function outputs()
    local list = { { name = "no_land", en = "second wave without land",
                     vi = "đợt hai không có đất" } }
    for _, period in ipairs(PERIODS) do
        for _, name in ipairs { "built", "leased" } do
            list[#list + 1] = { unit = "ha",
                name = ("industrial_land_%s %s"):format(name, period) }
        end
    end
    return list
end

--- Months late, the likeliest nine, and land leased in half a year.
local FACTORS = {
    months = { triangular = { 0, 9, 42 }, unit = "months",
               en = "the extension opens later", vi = "mở rộng chậm",
               note = "ours" },
    leases = { 0, 1.5, unit = "ha", en = "leased in half a year",
               vi = "cho thuê mỗi nửa năm", note = "ours" },
}

--- The sweep on a plan as it came from the records.
return function(plan)
    local world = plan:fork "in force"
    replan.in_force(world)
    local before = world:cluster "Âu Lâu".industrial_area
    local extension = world:phase "Âu Lâu/2".industrial_area
    return ccn.sweep {
        name = "slip", question = say "slip question", design = "latin",
        n = 200, seed = 1, factors = FACTORS, outputs = outputs(),
        run = function(x)
            local made = {}
            for i, period in ipairs(PERIODS) do
                local built = before + (6 * i >= x.months and extension or 0)
                made["industrial_land_built " .. period] = built
                made["industrial_land_leased " .. period] =
                    math.min(built, LEASED + x.leases * i)
            end
            made.no_land = x.months > 12 * (replan.WAVE - 1 - DUE)
                and replan.WAVE or nil
            return made
        end,
    }
end
