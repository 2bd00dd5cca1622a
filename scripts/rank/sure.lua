--- order:sure(): in a few sentences, how sure the order is; order:print() and
-- report:order say them without being asked (docs/robustness.md).
--
--     for _, line in ipairs(order:sure()) do print(line) end
--
-- How far the tightest weight can go with the first still first, the least
-- change for another first, with which share of all weights it is first, who
-- is dominated, and, where worth comes from the data, whether adding or leaving
-- out one turns the order of others.

local wording = require "wording"

local say, title = wording.of(require "lang.robust"), wording.title
local number = wording.number

local SAMPLES = 2000 -- where the share is not calculated exactly
local MOST    = 1000 -- entries; beyond that it is worth a question
local SHOWN   = 5    -- of the dominated

local function percent(share)
    return number(100 * share, "%.3g") .. " %"
end

--- The weight that has the least room before another is first.
local function tightest(order)
    local best, room
    for _, entry in ipairs(order:stability { top = 1 }) do
        local low, high = entry.winner.low, entry.winner.high
        local own = math.min(low > 0 and entry.weight - low or 1,
                             high < 1 and high - entry.weight or 1)
        if entry.weight > 0 and (not room or own < room) then
            best, room = entry, own
        end
    end
    if not best or room >= 1 then
        return nil
    end
    return say("tightest", order[1].key, title(best.criterion),
               percent(best.winner.low), percent(best.winner.high),
               percent(best.weight))
end

local function dethroned(order)
    return (order:dethrone().lines[1]:gsub(":$", "."))
end

local function accepted(order)
    local found = order:acceptability { samples = SAMPLES }
    local first = found[1]
    if found.exact then
        return say("first_exact", first.key, percent(first.first))
    end
    return say("first_drawn", first.key, percent(first.first),
               percent(first.error), found.samples)
end

local function dominated(order)
    local found, keys = order:dominated(), {}
    for i = 1, math.min(#found, SHOWN) do
        keys[i] = ("%s (%s)"):format(found[i].who, found[i].by)
    end
    if #found == 0 then
        return say "nobody_dominated"
    end
    return say("some_dominated", #found, table.concat(keys, ", ")
               .. (#found > SHOWN and ", …" or ""))
end

local function reversals(order)
    return order.from_data and order:reversals().lines[1] or nil
end

--- A method that an answer does not fit gives no sentence.
return function(order)
    local lines = {}
    if #order < 2 or #order > MOST or order[1].rank == order[2].rank then
        return lines
    end
    for _, answer in ipairs { tightest, dethroned, accepted, dominated,
                              reversals } do
        local done, line = pcall(answer, order)
        lines[#lines + 1] = done and line or nil
    end
    return lines
end
