--- What the trigger that watches the extension allows: options of ccn.propose
-- for a period, and with futures=N how the alternatives do in N futures.
--
--     build/ccn propose PLAN scenarios/dieu_chinh/second_wave.lua \
--         with=period=2028-6m,futures=40

local replan = require "replan"
local say    = require "words"

return function(plan, parameters)
    local period = parameters.period or "2028-6m"
    if not ccn.observations.period(period) then
        error(say("no period", period), 0)
    end
    return replan.options(plan, period, replan.count(parameters.futures))
end
