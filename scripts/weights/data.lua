--- Weights out of the data: what tells the ranked apart, not what matters.
--
--     ccn.weights.data(order, "critic")
--
-- order is what ccn.rank gave; what the values are worth, 0 to 1, is weighed.
-- Criteria without weight are left out.

local found   = require "weights.found"
local wording = require "wording"

local say = wording.of(require "lang.weights")

local KINDS = { entropy = true, std = true, critic = true, merec = true }

local function data(order, kind)
    if not KINDS[kind] then
        error(say("no_kind", tostring(kind), "entropy, std, critic, merec"), 0)
    elseif type(order) ~= "table" or not order.result then
        error(say "no_ranking", 0)
    end
    local names = {}
    for _, criterion in ipairs(order.criteria) do
        if criterion.weight > 0 then
            names[#names + 1] = criterion.name
        end
    end
    local made = found.ask { method = "weights_" .. kind,
                             ranking = order.result,
                             params = { names = names } }
    return found.make { method = kind, names = names, scores = made.scores,
                        notes = { say "of_data" } }
end

return { data = data }
