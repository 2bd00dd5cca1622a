--- order:why(one, other): why one stands before the other, and what would make
-- them tie: one weight, the smallest shift of weight, or one value.

local scales  = require "rank.scales"
local wording = require "wording"

local say    = wording.of(require "lang.rank")
local number = wording.number
local title  = wording.title

local function points(value)
    return number(value, "%.3f")
end

--- The differences between two entries, the largest first.
local function differences(order, a, b)
    local list = {}
    for _, criterion in ipairs(order.criteria) do
        local name = criterion.name
        local by = a.contributions[name] - b.contributions[name]
        if math.abs(by) > 1e-12 then
            list[#list + 1] = { criterion = criterion, by = by }
        end
    end
    table.sort(list, function(x, y)
        if math.abs(x.by) ~= math.abs(y.by) then
            return math.abs(x.by) > math.abs(y.by)
        end
        return x.criterion.name < y.criterion.name
    end)
    return list
end

--- The differences as lines: of a group first in all, then of its parts.
local function part_lines(nodes, a, b, indent, lines)
    local list = {}
    for i, node in ipairs(nodes) do
        list[i] = { node = node, place = i, by = a.contributions[node.name]
                        - b.contributions[node.name] }
    end
    table.sort(list, function(x, y)
        if math.abs(x.by) ~= math.abs(y.by) then
            return math.abs(x.by) > math.abs(y.by)
        end
        return x.place < y.place
    end)
    for _, item in ipairs(list) do
        local node = item.node
        local name, by = node.name, number(item.by, "%+.3f")
        if node.parts then
            local head = #lines + 1
            lines[head] = indent .. say("group", by, title(node))
            part_lines(node.parts, a, b, indent .. "  ", lines)
            lines[head] = #lines > head and lines[head] or nil
        elseif math.abs(item.by) > 1e-12 then
            lines[#lines + 1] = indent .. say("part", by, title(node),
                                              wording.value(a.values[name]),
                                              wording.value(b.values[name]))
        end
    end
end

--- The factor on one weight that would make two entries tie, nearest to 1.
local function factor_of(list, by)
    local best, factor
    for _, difference in ipairs(list) do
        local f = 1 - by / difference.by
        local far = f > 1e-9 and math.abs(math.log(f))
        if far and (not factor or far < math.abs(math.log(factor))) then
            best, factor = difference.criterion, f
        end
    end
    return best, factor
end

--- The lead of a over b in worth under each criterion that weighs, and its
-- share of the weight.
local function leads(order, a, b)
    local total, list = 0, {}
    for _, criterion in ipairs(order.criteria) do
        total = total + criterion.weight
    end
    for _, criterion in ipairs(order.criteria) do
        local name, share = criterion.name, criterion.weight / total
        if share > 0 then
            list[#list + 1] = {
                criterion = criterion, share = share,
                lead = (a.contributions[name] - b.contributions[name]) / share,
                worth = b.contributions[name] / share,
            }
        end
    end
    table.sort(list, function(x, y)
        return x.lead > y.lead
    end)
    return list
end

--- The least share of weight that must move for b to draw level: to where it
-- is best off, first from where it is worst off (core/rank/dethrone.h).
local function shift_of(list, by)
    local to, gap, moved, from = list[#list], by, 0, {}
    if not to or to.lead > 0 then
        return nil
    end
    for i = 1, #list - 1 do
        local each = list[i].lead - to.lead
        if gap <= 1e-12 or each <= 0 then
            break
        end
        local part = math.min(list[i].share, gap / each)
        gap, moved = gap - part * each, moved + part
        from[#from + 1] = title(list[i].criterion)
    end
    if gap > 1e-12 then
        return nil
    end
    return moved, from, title(to.criterion)
end

--- Whether a criterion counts in whole numbers, as far as two values say.
local function counts(criterion, a, b)
    local one, other = a.values[criterion.name], b.values[criterion.name]
    return math.type(one) == "integer"
        and (other == nil or math.type(other) == "integer")
end

--- The one value of b whose change to draw level is smallest in worth.
local function value_of(list, by, a, b)
    local best, worth
    for _, item in ipairs(list) do
        local needed = item.worth + by / item.share
        if item.criterion.scale and needed <= 1 + 1e-12
            and (not best or item.share > best.share) then
            local value = scales.reach(item.criterion.scale,
                                       math.min(needed, 1),
                                       counts(item.criterion, a, b))
            if value ~= nil then
                best, worth = item, value
            end
        end
    end
    return best and best.criterion, worth
end

local function unknown_of(order, a, b)
    local names = {}
    for _, entry in ipairs { a, b } do
        for _, criterion in ipairs(order.criteria) do
            if entry.values[criterion.name] == nil then
                names[#names + 1] = ("%s (%s)"):format(title(criterion),
                                                       entry.key)
            end
        end
    end
    return names
end

local function head(a, b)
    if a.rank == b.rank then
        return say("tie", a.key, b.key, a.rank, points(a.score))
    end
    return say("before", a.key, a.rank, points(a.score), b.key, b.rank,
               points(b.score), points(a.score - b.score))
end

--- What would make them tie; only where every value counts with the same
-- weight for both, and the score is the sum of what the criteria add.
local function swaps(order, a, b, list)
    local by, lines = a.score - b.score, {}
    if order.method ~= "sum" or order.leaves_out or math.abs(by) <= 1e-12 then
        return lines
    end
    local criterion, factor = factor_of(list, by)
    if criterion then
        lines[1] = say("swap", title(criterion), number(factor, "%.2f"))
    end
    local leading = leads(order, a, b)
    local moved, from, to = shift_of(leading, by)
    if moved then
        lines[#lines + 1] = say("shift", number(100 * moved, "%.3g"),
                                table.concat(from, ", "), to)
    end
    local by_value, value = value_of(leading, by, a, b)
    if by_value then
        lines[#lines + 1] = say("value", b.key, title(by_value),
                                wording.value(value),
                                wording.value(b.values[by_value.name]))
    end
    return lines
end

--- Of two entries of an order.
return function(order, a, b)
    for _, entry in ipairs { a, b } do
        if entry.excluded_by then
            return say("gated", entry.key, entry.reason)
        end
    end
    if a.index > b.index then
        a, b = b, a
    end
    local lines, list = { head(a, b) }, differences(order, a, b)
    part_lines(order.tops, a, b, "", lines)
    if #list == 0 then
        lines[#lines + 1] = say "equal"
    end
    for _, line in ipairs(swaps(order, a, b, list)) do
        lines[#lines + 1] = line
    end
    local unknown = unknown_of(order, a, b)
    if #unknown > 0 then
        lines[#lines + 1] = say("unknown", table.concat(unknown, ", "),
                                a.rank_low, a.rank_high, b.rank_low,
                                b.rank_high)
    end
    return table.concat(lines, "\n")
end
