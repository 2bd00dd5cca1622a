--- ccn.criteria.try(rows, set, options): what a draft does on the data.
--
--     local trial = ccn.criteria.try(plan:enterprises(), set, {
--         against = old,                          an approved set
--         experts = { { pollution = 50, ... } },  weights, as in ccn.weights
--     })
--     trial.order, trial.separation, trial.idle, trial.alike, trial.unknown,
--     trial.experts, trial.changes
--     trial:print()
--
-- separation: how well it tells apart.  idle: criteria without which the order
-- is the same.  alike: pairs of criteria whose worths go together (|r| from
-- 0.9, Pearson), so that one thing may count twice.  unknown: what is missing.
-- experts: how far they agree.  changes: who stands elsewhere than by the set
-- it is held against, and why.

local Told    = require "rank.told"
local wording = require "wording"

local say    = wording.of(require "lang.drafting")
local number = wording.number
local title  = wording.title

local ALIKE = 0.9

--- The list of the rows, so that they can be ranked again.
local function listed(rows)
    if type(rows) ~= "userdata" and type(rows) ~= "function" then
        error(say "no_rows", 0)
    end
    local list = {}
    for row in rows do
        list[#list + 1] = row
    end
    return function()
        local at = 0
        return function()
            at = at + 1
            return list[at]
        end
    end
end

local function ranks_of(order)
    local ranks = {}
    for _, entry in ipairs(order) do
        ranks[entry.key] = entry.rank
    end
    return ranks
end

--- Separation: distinct scores, ties, and the closest neighbours.
local function separation(order)
    local distinct, tied, closest, pair = 0, 0, nil, nil
    for i, entry in ipairs(order) do
        local before = order[i - 1]
        local gap = before and before.score - entry.score
        distinct = distinct + ((not before or entry.rank ~= before.rank)
            and 1 or 0)
        tied = tied + (entry.tie and 1 or 0)
        if gap and entry.rank ~= before.rank and (not closest
                                                  or gap < closest) then
            closest, pair = gap, before.key .. ", " .. entry.key
        end
    end
    local spread = #order > 0 and order[1].score - order[#order].score or 0
    return Told.make({ ranked = #order, distinct = distinct, tied = tied,
                       spread = spread, closest = closest }, {
        name = "separation", lines = { say "separation" },
        columns = { { title = say "what" },
                    { title = say "figure", align = "right" } },
        rows = { { say "ranked", tostring(#order) },
                 { say "excluded", tostring(#order.excluded) },
                 { say "distinct", tostring(distinct) },
                 { say "tied", tostring(tied) },
                 { say "spread", number(spread, "%.3f") },
                 pair and { say("closest", pair), number(closest, "%.4f") }
                     or nil },
    })
end

--- A copy of the leaves with one weight at 0.
local function without(criteria, index)
    local copy = {}
    for key, value in pairs(criteria) do
        copy[key] = value
    end
    copy[index] = {}
    for key, value in pairs(criteria[index]) do
        copy[index][key] = value
    end
    copy[index].weight = 0
    return copy
end

local function total_weight(criteria)
    local total = 0
    for _, criterion in ipairs(criteria) do
        total = total + criterion.weight
    end
    return total
end

--- What each criterion decides: how many stand elsewhere without it.
local function idle(order, rows)
    local found, lines, total = {}, {}, total_weight(order.criteria)
    local ranks = ranks_of(order)
    for i, criterion in ipairs(order.criteria) do
        local moved = 0
        if criterion.weight < total then
            local other = ranks_of(ccn.rank(rows(), without(order.criteria,
                                                            i)))
            for key, rank in pairs(ranks) do
                moved = moved + (other[key] ~= rank and 1 or 0)
            end
        else
            moved = #order
        end
        found[i] = { name = criterion.name, moved = moved,
                     idle = moved == 0 }
        lines[i] = { title(criterion), 100 * criterion.weight / total, moved,
                     moved == 0 and say "decides_nothing" or nil }
    end
    return Told.make(found, {
        name = "idle", lines = { say "idle" }, rows = lines,
        columns = { { title = say "criterion" },
                    { title = say "weight", kind = "percent", digits = 1 },
                    { title = say "moved", kind = "number", digits = 0 },
                    { title = "" } },
    })
end

--- Worths of a criterion that weighs, entry by entry.
local function worths(order, criterion)
    local list = {}
    for i, entry in ipairs(order) do
        list[i] = entry.contributions[criterion.name]
    end
    return list
end

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
    return base > 1e-18 and xy / base or nil
end

local function alike(order)
    local found, rows = {}, {}
    for i, one in ipairs(order.criteria) do
        local x = one.weight > 0 and #order > 2 and worths(order, one)
        for j = i + 1, x and #order.criteria or 0 do
            local other = order.criteria[j]
            local r = other.weight > 0 and correlation(x, worths(order, other))
            if r and math.abs(r) >= ALIKE then
                found[#found + 1] = { one = one.name, other = other.name,
                                      r = r }
                rows[#rows + 1] = { title(one), title(other), r }
            end
        end
    end
    return Told.make(found, {
        name = "alike", rows = rows,
        lines = { #rows > 0 and say "alike" or say "none_alike" },
        columns = { { title = say "criterion" }, { title = say "other_one" },
                    { title = "r", kind = "number", digits = 3 } },
    })
end

local function unknown(order)
    local found, rows = {}, {}
    for i, criterion in ipairs(order.criteria) do
        local missing, first = 0, {}
        for _, entry in ipairs(order) do
            if entry.values[criterion.name] == nil then
                missing = missing + 1
                first[#first + 1] = #first < 5 and entry.key or nil
            end
        end
        found[i] = { name = criterion.name, missing = missing }
        if missing > 0 then
            rows[#rows + 1] = { title(criterion), missing,
                                table.concat(first, ", ")
                                    .. (missing > #first and ", …" or "") }
        end
    end
    return Told.make(found, {
        name = "unknown", rows = rows,
        lines = { #rows > 0 and say "unknown_cells" or say "all_known" },
        columns = { { title = say "criterion" },
                    { title = say "missing", kind = "number", digits = 0 },
                    { title = say "who" } },
    })
end

--- The order by the weights of each expert.
local function experts(set, rows, list)
    local orders, lines, joined = {}, {}, {}
    for i, given in ipairs(list) do
        local weights = given.apply and given
            or ccn.weights.direct(given)
        orders[i] = ccn.rank(rows(), weights:apply(set))
        joined[i] = weights
        local keys = {}
        for place = 1, math.min(3, #orders[i]) do
            keys[place] = orders[i][place].key
        end
        lines[i] = { tostring(i), table.concat(keys, ", ") }
    end
    local group = ccn.weights.group(joined, { mean = "arithmetic" })
    local vote = ccn.weights.vote(orders)
    local told = Told.make({ consensus = group.consensus,
                             kendall_w = vote.kendall_w, weights = group,
                             orders = orders }, {
        name = "experts", rows = lines,
        lines = { say("experts",
                      vote.kendall_w and number(vote.kendall_w, "%.3f") or "–",
                      group.consensus and number(100 * group.consensus,
                                                 "%.3g") or "–") },
        columns = { { title = say "expert" }, { title = say "first_three" } },
    })
    return told
end

--- Who stands elsewhere than by the other set, the farthest first.
local function changes(order, rows, against)
    local old = ccn.rank(rows(), against)
    local before, found, lines = ranks_of(old), {}, {}
    for _, entry in ipairs(order) do
        local rank = before[entry.key]
        if rank ~= entry.rank then
            found[#found + 1] = { key = entry.key, rank = entry.rank,
                                  before = rank, moved = rank
                                      and rank - entry.rank,
                                  why = order:mostly(entry) }
        end
    end
    table.sort(found, function(x, y)
        local a, b = math.abs(x.moved or 1e9), math.abs(y.moved or 1e9)
        if a ~= b then
            return a > b
        end
        return x.rank < y.rank
    end)
    for i, change in ipairs(found) do
        lines[i] = { change.key, change.before, change.rank, change.moved,
                     change.why }
    end
    return Told.make(found, {
        name = "changes", rows = lines,
        lines = { say(#found > 0 and "changes" or "no_changes", title(against),
                      tostring(against.version or "–")) },
        columns = { { title = say "who" },
                    { title = say "before", kind = "number", digits = 0 },
                    { title = say "now", kind = "number", digits = 0 },
                    { title = say "places", kind = "number", digits = 0 },
                    { title = say "mostly" } },
    })
end

local Trial = {}
Trial.__index = Trial

function Trial:__tostring()
    local texts = { tostring(self.order) }
    for _, name in ipairs { "separation", "idle", "alike", "unknown",
                            "experts", "changes" } do
        texts[#texts + 1] = self[name] and tostring(self[name]) or nil
    end
    return table.concat(texts, "\n\n")
end

function Trial:print()
    print(tostring(self))
end

return function(selection, set, options)
    options = options or {}
    local rows = listed(selection)
    local order = ccn.rank(rows(), set)
    return setmetatable({
        order = order, separation = separation(order),
        idle = idle(order, rows), alike = alike(order),
        unknown = unknown(order),
        experts = options.experts and experts(set, rows, options.experts),
        changes = options.against and changes(order, rows, options.against),
    }, Trial)
end
