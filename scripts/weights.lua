--- Weights of criteria, by what people say or by the data: ccn.weights.
--
--     local found = ccn.weights.ahp { judgements = {
--         { "pollution", "housing", 3 }, { "pollution", "jobs", 5 },
--         { "housing", "jobs", 2 },
--     } }
--     found:print()
--     found.weights.pollution, found.cr
--     local order = ccn.rank(rows, found:apply(criteria))
--
-- docs/weights.md has each method with its formula and source.  Everything
-- gives a result with `names`, `weights` by name (they sum to 1), `method` and
-- what the method found beside; it prints as a table, and goes into reports.

local data    = require "weights.data"
local group   = require "weights.group"
local pairs_  = require "weights.pairs"
local points  = require "weights.points"
local wording = require "wording"

local weights = {}

for _, part in ipairs { points, pairs_, data, group } do
    for name, call in pairs(part) do
        weights[name] = function(...)
            local found = wording.run(call, ...)
            return found
        end
    end
end

return weights
