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
-- is the same.  alike: pairs of criteria whose worths go together, so that one
-- thing may count twice.  unknown: what is missing.  experts: how far they
-- agree.  changes: who stands elsewhere than by the set it is held against, and
-- why.

local alike   = require "drafting.alike"
local changes = require "drafting.changes"
local Told    = require "rank.told"
local shape   = require "shape"
local wording = require "wording"

local say    = wording.of(require "lang.drafting")
local number = wording.number
local title  = wording.title

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

--- Whether a criterion is worth the same for all of whom it is known.
local function is_constant(worths, count)
    local first
    for place = 1, count do
        local worth = worths[place]
        first = first or worth
        if worth and math.abs(worth - first) > 1e-12 then
            return false
        end
    end
    return first ~= nil
end

--- How many stand elsewhere without a criterion.
local function moved_without(order, rows, ranks, index)
    local moved = 0
    local other = ranks_of(ccn.rank(rows(), without(order.criteria, index)))
    for key, rank in pairs(ranks) do
        moved = moved + (other[key] ~= rank and 1 or 0)
    end
    return moved
end

local function remark(entry)
    return entry.constant and say "same_for_all"
        or entry.idle and say "decides_nothing" or nil
end

--- What each criterion decides: how many stand elsewhere without it.
local function idle(order, rows)
    local found, lines, total = {}, {}, total_weight(order.criteria)
    local ranks, worths = ranks_of(order), alike.worths(order)
    for i, criterion in ipairs(order.criteria) do
        local alone = criterion.weight >= total
        local moved = alone and #order
            or moved_without(order, rows, ranks, i)
        found[i] = { name = criterion.name, moved = moved, idle = moved == 0,
                     constant = is_constant(worths[i], #order) }
        lines[i] = { title(criterion), 100 * criterion.weight / total, moved,
                     remark(found[i]) }
    end
    return Told.make(found, {
        name = "idle", lines = { say "idle" }, rows = lines,
        columns = { { title = say "criterion" },
                    { title = say "weight", kind = "percent", digits = 1 },
                    { title = say "moved", kind = "number", digits = 0 },
                    { title = say "remark" } },
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
    shape.needed("try: selection", selection, "rows")
    shape.needed("try: set", set, "table")
    shape.check("try", options, { against = "table", experts = "list" })
    local rows = listed(selection)
    local order = ccn.rank(rows(), set)
    return setmetatable({
        order = order, separation = separation(order),
        idle = idle(order, rows), alike = alike.find(order),
        unknown = unknown(order),
        experts = options.experts and experts(set, rows, options.experts),
        changes = options.against
            and changes(order, ccn.rank(rows(), options.against),
                        options.against),
    }, Trial)
end
