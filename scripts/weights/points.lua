--- Weights from points, and from an order of the criteria alone.
--
--     ccn.weights.direct { { "pollution", 50 }, { "jobs", 30 } }
--     ccn.weights.swing { pollution = 100, jobs = 60 }
--     ccn.weights.smart { pollution = 30, jobs = 10 }
--     ccn.weights.order({ "pollution", { "housing", "jobs" }, "age" }, "roc")

local found   = require "weights.found"
local wording = require "wording"

local say = wording.of(require "lang.weights")

local points = {}

--- Names and numbers of a list of pairs, or of a table by name.
local function read(given)
    if type(given) ~= "table" then
        error(say "no_points", 0)
    end
    local names, values = {}, {}
    for i, pair in ipairs(given) do
        if type(pair) ~= "table" or type(pair[1]) ~= "string" then
            error(say("no_pair", i), 0)
        end
        names[i], values[i] = pair[1], pair[2]
    end
    for name, value in pairs(given) do
        if type(name) == "string" then
            names[#names + 1], values[#names + 1] = name, value
        end
    end
    for i, name in ipairs(names) do
        if type(values[i]) ~= "number" then
            error(say("no_number", name), 0)
        end
    end
    return names, values
end

for _, kind in ipairs { "direct", "swing", "smart" } do
    points[kind] = function(given)
        local names, values = read(given)
        local made = found.ask { method = "weights_points", params = {
            kind = kind, names = names, points = values } }
        return found.make { method = kind, names = names, points = values,
                            scores = made.scores }
    end
end

local ORDERS = { roc = true, rank_sum = true, rank_reciprocal = true }

--- From the criterion that counts most; those in a list of their own tie.
function points.order(given, kind)
    kind = kind or "roc"
    if not ORDERS[kind] then
        error(say("no_kind", tostring(kind), "roc, rank_sum, rank_reciprocal"),
              0)
    end
    local names, ranks = {}, {}
    for rank, entry in ipairs(type(given) == "table" and given or {}) do
        for _, name in ipairs(type(entry) == "table" and entry or { entry }) do
            names[#names + 1], ranks[#names + 1] = tostring(name), rank
        end
    end
    if #names == 0 then
        error(say "no_order", 0)
    end
    local made = found.ask { method = "weights_rank_order", params = {
        kind = kind, names = names, order = ranks } }
    return found.make { method = kind, names = names, scores = made.scores }
end

return points
