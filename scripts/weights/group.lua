--- Several experts.
--
--     ccn.weights.group({ ahp_of_one, { a = 0.5, b = 0.5 } },
--                       { mean = "arithmetic", voices = { 2, 1 } })
--     ccn.weights.vote { order, { "E2", { "E1", "E3" } } }
--
-- group joins weights and says how alike they are; vote joins orders.

local Told    = require "rank.told"
local found   = require "weights.found"
local wording = require "wording"

local say = wording.of(require "lang.weights")
local number = found.number

local group = {}

local function rows_of(experts)
    if type(experts) ~= "table" or #experts == 0 then
        error(say "no_experts", 0)
    end
    local names, matrix = {}, {}
    for name in pairs(experts[1].weights or experts[1]) do
        names[#names + 1] = name
    end
    names = experts[1].names or names
    for i, expert in ipairs(experts) do
        local weights, count = expert.weights or expert, 0
        matrix[i] = {}
        for _ in pairs(weights) do
            count = count + 1
        end
        for j, name in ipairs(names) do
            matrix[i][j] = weights[name]
        end
        if #matrix[i] ~= #names or count ~= #names then
            error(say("other_criteria", i), 0)
        end
    end
    return names, matrix
end

local function directions(names)
    local list = {}
    for i = 1, #names do
        list[i] = "max"
    end
    return list
end

function group.group(experts, options)
    options = options or {}
    local names, matrix = rows_of(experts)
    local made = found.ask { method = "group_weights", matrix = matrix,
                             directions = directions(names), params = {
                                 names = names, mean = options.mean,
                                 most = options.most,
                                 voices = options.voices } }
    made.method, made.names = "group", names
    made.notes = made.consensus
        and { say("consensus", number(100 * made.consensus)) }
    return found.make(made)
end

--- The keys of an order and the rank of each; those in a list of their own
-- tie.
local function ranks_of(order)
    local ranks, last = {}, 0
    for place, entry in ipairs(order) do
        if order.result then
            ranks[entry.key] = entry.rank
        else
            local tied = type(entry) == "table" and entry or { entry }
            for _, key in ipairs(tied) do
                ranks[key] = last + 1
            end
            last = last + #tied
        end
        last = order.result and place or last
    end
    return ranks
end

local function voted(made, keys)
    local list, rows = {}, {}
    for i, key in ipairs(keys) do
        list[i] = { key = key, rank = made.ranks[i], borda = made.scores[i],
                    copeland = made.copeland[i] }
    end
    table.sort(list, function(x, y)
        if x.rank ~= y.rank then
            return x.rank < y.rank
        end
        return x.key < y.key
    end)
    for i, entry in ipairs(list) do
        rows[i] = { entry.rank, entry.key, entry.borda, entry.copeland }
    end
    return list, rows
end

function group.vote(orders, options)
    if type(orders) ~= "table" or #orders == 0 then
        error(say "no_experts", 0)
    end
    local keys, matrix = {}, {}
    for key in pairs(ranks_of(orders[1])) do
        keys[#keys + 1] = key
    end
    for i, order in ipairs(orders) do
        local ranks, count = ranks_of(order), 0
        matrix[i] = {}
        for _ in pairs(ranks) do
            count = count + 1
        end
        for j, key in ipairs(keys) do
            matrix[i][j] = ranks[key]
        end
        if #matrix[i] ~= #keys or count ~= #keys then
            error(say("other_keys", i), 0)
        end
    end
    local made = found.ask { method = "group_ranks", matrix = matrix,
                             directions = directions(keys), params = {
                                 voices = (options or {}).voices } }
    local list, rows = voted(made, keys)
    list.kendall_w = made.kendall_w
    return Told.make(list, {
        name = "vote", lines = { say "vote" }, rows = rows,
        columns = { { title = say "rank", kind = "number", digits = 0 },
                    { title = say "key" },
                    { title = "Borda", kind = "number", digits = 1 },
                    { title = "Copeland", kind = "number", digits = 0 } },
        notes = { made.kendall_w and say("kendall", number(made.kendall_w))
                      or nil },
    })
end

return group
