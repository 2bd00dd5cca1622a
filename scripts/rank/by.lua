--- The same order by another method: order:by(method, params).
--
--     print(order:by("vikor", { v = 0.5 }))
--     local other = order:by("promethee", { functions = ..., p = ... })
--     other[1].key, other[1].score, other.tau, other.found.phi_plus
--
-- The method gets what the values are worth, 0 to 1, more is better, and the
-- weights; thresholds are in that unit, one for each criterion with a weight.

local Told    = require "rank.told"
local wording = require "wording"

local say, key_of = wording.of(require "lang.method"), wording.key
local number = wording.number

--- Kendall's tau-b of two lists of ranks.
local function tau_of(one, other)
    local agree, ties_one, ties_other, pairs_all = 0, 0, 0, 0
    for i = 1, #one do
        for k = 1, i - 1 do
            local a, b = one[i] - one[k], other[i] - other[k]
            pairs_all = pairs_all + 1
            ties_one = ties_one + (a == 0 and 1 or 0)
            ties_other = ties_other + (b == 0 and 1 or 0)
            agree = agree + (a * b > 0 and 1 or a * b < 0 and -1 or 0)
        end
    end
    local base = (pairs_all - ties_one) * (pairs_all - ties_other)
    return base > 0 and agree / math.sqrt(base) or nil
end

local TAU_MOST = 2000 -- entries; every pair is looked at

local function entries(order, found)
    local list, here, there = {}, {}, {}
    for place = 1, #order do
        local i = order.result:at(place)
        local rank = select(5, order.result:entry(i))
        here[place], there[place] = rank, found.ranks[place]
        list[place] = { key = key_of(order.rows:row(i)), place = place,
                        score = found.scores[place],
                        rank = found.ranks[place], rank_here = rank }
    end
    table.sort(list, function(x, y)
        if x.rank ~= y.rank then
            return x.rank < y.rank
        end
        return x.place < y.place
    end)
    list.tau = #list <= TAU_MOST and tau_of(here, there) or nil
    return list
end

local COLUMNS = { "rank", "key", "score", "here", "moved" }

local function told(order, method, list)
    local columns, rows, notes = {}, {}, {}
    for i, name in ipairs(COLUMNS) do
        columns[i] = { title = say(name), kind = name ~= "key" and "number"
                           or nil, digits = name == "score" and 4 or 0 }
    end
    for i, e in ipairs(list) do
        rows[i] = { e.rank, e.key, e.score, e.rank_here, e.rank_here - e.rank }
    end
    if list.found.best_is == "low" then
        notes[1] = say "low_best"
    end
    if list.tau then
        notes[#notes + 1] = say("agree", number(list.tau, "%.3f"), list[1].key,
                                order[1].key)
    end
    return Told.make(list, { name = "by_" .. method, lines = {
        say("by", method) }, columns = columns, rows = rows, notes = notes })
end

local function by(order, method, params)
    local found = wording.engine("method", { method = method, params = params,
                                             ranking = order.result })
    if not found.ranks then
        error(say("no_ranks", method), 0)
    end
    local list = entries(order, found)
    list.found, list.method = found, method
    return told(order, method, list)
end

return function(order, method, params)
    local list = wording.run(by, order, method, params)
    return list
end
