--- What the rules of the day of a proposal find in the clusters that some
-- alternatives move to, a line each.  Nothing is barred by it: what bars is a
-- limit of ccn.place.

local judged  = require "check.rules"
local figures = require "figures"
local wording = require "wording"

local say = wording.of(require "lang.propose")

--- The clusters that are gone to elsewhere or later than planned.
local function places(alternatives)
    local set = {}
    for _, found in ipairs(alternatives) do
        for _, change in ipairs(found.changes) do
            if change.to then
                set[change.to.cluster] = true
            end
        end
    end
    return set
end

return function(self, alternatives)
    local lines, set = {}, places(alternatives)
    if next(set) == nil then
        return lines
    end
    judged(self.world, function(finding)
        local row = finding.object
        if finding.severity ~= "note" and type(row) == "userdata"
            and set[row.key] then
            lines[#lines + 1] = say("rule", figures.date(self.day), row.key,
                                    finding.text, finding.id)
        end
    end, { on = self.day })
    return lines
end
