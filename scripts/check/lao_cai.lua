--- What contradicts itself in the records of Lào Cai (2026).
--
-- Belongs to a plan that has the province.  Nothing is corrected: each finding
-- keeps both figures and the arithmetic.

local PARTS = { "plots", "areas", "water", "points", "records", "decrees" }

return function(plan, add)
    if not plan:unit "Tỉnh Lào Cai" then
        return
    end
    for _, part in ipairs(PARTS) do
        require("check.lao_cai." .. part)(plan, add)
    end
end
