--- What contradicts itself in the records of Lào Cai (2026).
--
-- Belongs to a plan that has the province and the clusters of its records.
-- Nothing is corrected: each finding keeps both figures and the arithmetic.

local PARTS = { "plots", "areas", "water", "points", "records", "decrees" }

return function(plan, add)
    if not (plan:unit "Tỉnh Lào Cai" and plan:cluster "Đầm Hồng") then
        return
    end
    for _, part in ipairs(PARTS) do
        require("check.lao_cai." .. part)(plan, add)
    end
end
