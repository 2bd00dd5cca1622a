--- Article 8.1c of Decree 32/2024, and as amended: where a unit has established
-- clusters already, a new one needs an average fill rate above a share there,
-- or little unleased land.
--
-- There is a reading for each unit the cluster lies in, and for each way of
-- counting clusters that lie in two: the answer is settled where all agree.

local is = require "rules.logic"

local function at(there, rule)
    local found = is.any {
        is.compare("established_there", there.established_there, "=", 0),
        is.figure(rule, there, "fill_there"),
        is.figure(rule, there, "unleased_there"),
    }
    found.reading = there.reading
    return found
end

--- The judgement by the readings of a case: a list, or nil when the unit of
-- aggregation is not in the data.
return function(readings, rule)
    if not readings then
        return is.open "unit"
    end
    local parts = {}
    for i, there in ipairs(readings) do
        parts[i] = at(there, rule)
    end
    return is.readings(parts)
end
