--- Article 8.2c of Decree 32/2024, and as amended: the fill rate, or demand
-- above the industrial land; either is enough.

local is = require "rules.logic"

return function(case, rule)
    local fill = is.figure(rule, case, "fill")
    if case.industrial_area == nil then
        return fill -- without it neither can be told
    end
    return is.any { fill, is.compare("demand", case.demand, ">",
                                     case.industrial_area, "ha") }
end
