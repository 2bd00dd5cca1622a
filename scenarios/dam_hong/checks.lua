--- What contradicts itself in the records of Đầm Hồng and Lào Cai.
--
--     ccn.check(plan, { extra = require "checks", data = folder })
--
-- Nothing is corrected: each finding keeps both figures and the arithmetic.

local PARTS = { "plots", "areas", "water", "points", "records", "decrees" }

return function(plan, add, opts)
    for _, part in ipairs(PARTS) do
        require("faults." .. part)(plan, add, opts)
    end
end
