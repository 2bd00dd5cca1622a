--- Pairs in the value of a parameter; what is none is wrong usage.
--
--     pairs_of("with", "period=2028-6m,futures=40")
--     --> { period = "2028-6m", futures = "40" }

local say = require "wording".of(require "lang.proposals")

return function(parameter, value)
    local list = {}
    for part in (value or ""):gmatch "[^,]+" do
        local name, given = part:match "^%s*([^=%s]+)=(.+)$"
        if not name then
            ccn.engine.usage(say("no pair", parameter, part))
        end
        list[name] = given
    end
    return list
end
