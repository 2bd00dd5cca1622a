--- What the trigger that watches the extension allows: options of ccn.propose
-- for a period, and with futures=N how the alternatives do in N futures.
--
--     build/ccn propose PLAN scenarios/dieu_chinh/second_wave.lua \
--         with=period=2028-6m,futures=40

local replan = require "replan"

return function(plan, parameters)
    return replan.options(plan, parameters.period or "2028-6m",
                          math.tointeger(tonumber(parameters.futures)))
end
