--- Numbers and lists in sentences about sensitivity.

local wording = require "wording"

local say = wording.of(require "lang.sensitivity")
local number = wording.number

local words = {}

function words.percent(share)
    if share == nil then
        return "–"
    end
    if math.abs(share) < 0.0005 then
        return "0 %"
    end
    local format = math.abs(share) < 0.095 and "%.1f" or "%.0f"
    return number(100 * share, format) .. " %"
end

--- Three digits that count.
function words.short(value)
    return number(value, "%.3g")
end

--- A name in a sentence: in quotes when it is of several words.
function words.called(name)
    return name:find(" ", 1, true) and "'" .. name .. "'" or name
end

--- "a, b and c"
function words.list(items)
    local last = items[#items]
    if #items < 2 then
        return last or ""
    end
    return say("and", table.concat(items, ", ", 1, #items - 1), last)
end

--- The numbers of a list, largest value first; ties in their order.
function words.by_size(values)
    local order = {}
    for i = 1, #values do
        order[i] = i
    end
    table.sort(order, function(a, b)
        local x, y = values[a] or -math.huge, values[b] or -math.huge
        if x ~= y then
            return x > y
        end
        return a < b
    end)
    return order
end

--- Entry i of estimates that the engine gave; nil for what is not known.
function words.estimate(estimates, i)
    return { value = estimates.value[i] or nil, low = estimates.low[i] or nil,
             high = estimates.high[i] or nil }
end

--- A note of how many runs had no result, when any.
function words.failed(notes, count, key, ...)
    if count > 0 then
        notes[#notes + 1] = say(key, count, ...)
    end
end

--- By how much the largest figure moved since half of the sample.
function words.settled(notes, steps, largest, key)
    if #steps < 2 then
        return
    end
    notes[#notes + 1] = say(key or "settled", words.short(largest),
                            steps[#steps - 1])
end

return words
