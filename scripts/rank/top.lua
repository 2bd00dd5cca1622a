--- order:top(): the same order by its first level alone: every group is one
-- criterion, worth what its parts are worth together.  Asked how sure it is,
-- it answers for whole groups.

local wording = require "wording"

local say = wording.of(require "lang.tree")

local function criterion_of(order, node, total)
    local share = node.weight / total
    return { name = node.name, en = node.en, vi = node.vi,
             ground = node.ground, weight = node.weight, missing = "refuse",
             scale = { from = 0, to = 1 },
             value = function(row)
                 local part = order:entry(row).contributions[node.name]
                 return share > 0 and math.min(part / share, 1) or 0
             end }
end

local function top(order)
    if order.method ~= "sum" then
        error(say "only_sum", 0)
    elseif order.leaves_out then
        error(say "left_out", 0)
    end
    local old, total = order.criteria, 0
    for _, node in ipairs(order.tops) do
        total = total + node.weight
    end
    local criteria = { name = old.name, version = old.version, en = old.en,
                       vi = old.vi, status = old.status }
    for i, node in ipairs(order.tops) do
        criteria[i] = criterion_of(order, node, total)
    end
    local place, rows = 0, order
    return ccn.rank(function()
        place = place + 1
        return rows[place] and rows[place].row
    end, criteria)
end

return function(order)
    local made = wording.run(top, order)
    return made
end
