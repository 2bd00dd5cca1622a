--- Which criteria say the same: pairs whose worths rise and fall together.
--
--     local found = alike(order)
--     found[1].one, found[1].other, found[1].rho, found[1].count
--
-- rho is Spearman's rank correlation of the worths of two criteria, over those
-- of whom both are known (count): what an unknown counts as says nothing of the
-- criterion.

local Told    = require "rank.told"
local wording = require "wording"

local say   = wording.of(require "lang.drafting")
local title = wording.title

local LEAST_RHO, LEAST_COUNT = 0.9, 3

--- The weight that counts for an entry: what is left out weighs nothing.
local function weight_of(order, entry)
    local total = 0
    for _, criterion in ipairs(order.criteria) do
        local out = criterion.missing == "leave out"
            and entry.values[criterion.name] == nil
        total = total + (out and 0 or criterion.weight)
    end
    return total
end

--- What each criterion is worth for each entry, from 0 to 1; nil when unknown
-- or when the criterion has no weight.
local function worths(order)
    local list = {}
    for i in ipairs(order.criteria) do
        list[i] = {}
    end
    for place, entry in ipairs(order) do
        local total = weight_of(order, entry)
        for i, criterion in ipairs(order.criteria) do
            local known = entry.values[criterion.name] ~= nil
                and criterion.weight > 0
            list[i][place] = known and total * entry
                .contributions[criterion.name] / criterion.weight or nil
        end
    end
    return list
end

--- Places of values in their order, the mean for those that are equal.
local function ranks(values)
    local places, found = {}, {}
    for i = 1, #values do
        places[i] = i
    end
    table.sort(places, function(a, b)
        return values[a] < values[b]
    end)
    local first = 1
    for i = 1, #places do
        local next_one = places[i + 1]
        if not next_one or values[next_one] - values[places[i]] > 1e-12 then
            for k = first, i do
                found[places[k]] = (first + i) / 2
            end
            first = i + 1
        end
    end
    return found
end

--- Pearson's correlation; nil when one of them is the same for all.
local function correlation(x, y)
    local n, mean_x, mean_y, xx, yy, xy = #x, 0, 0, 0, 0, 0
    for i = 1, n do
        mean_x, mean_y = mean_x + x[i] / n, mean_y + y[i] / n
    end
    for i = 1, n do
        local a, b = x[i] - mean_x, y[i] - mean_y
        xx, yy, xy = xx + a * a, yy + b * b, xy + a * b
    end
    local base = math.sqrt(xx * yy)
    return base > 1e-12 and xy / base or nil
end

--- Spearman's correlation of two lists with gaps, and of how many it is.
local function rank_correlation(one, other, count)
    local x, y = {}, {}
    for i = 1, count do
        if one[i] and other[i] then
            x[#x + 1], y[#y + 1] = one[i], other[i]
        end
    end
    if #x < LEAST_COUNT then
        return nil
    end
    return correlation(ranks(x), ranks(y)), #x
end

local function told(found, rows)
    return Told.make(found, {
        name = "alike", rows = rows,
        lines = { #rows > 0 and say "alike" or say "none_alike" },
        columns = { { title = say "criterion" }, { title = say "other_one" },
                    { title = say "rho", kind = "number", digits = 3 },
                    { title = say "of_how_many", kind = "number",
                      digits = 0 } },
    })
end

local function alike(order)
    local found, rows, worth = {}, {}, worths(order)
    for i, one in ipairs(order.criteria) do
        for j = i + 1, #order.criteria do
            local other = order.criteria[j]
            local rho, count = rank_correlation(worth[i], worth[j], #order)
            if rho and math.abs(rho) >= LEAST_RHO then
                found[#found + 1] = { one = one.name, other = other.name,
                                      rho = rho, count = count }
                rows[#rows + 1] = { title(one), title(other), rho, count }
            end
        end
    end
    return told(found, rows)
end

return { find = alike, worths = worths }
