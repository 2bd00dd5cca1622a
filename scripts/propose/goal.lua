--- The goal of the search: the terms of the value that moves can change, and
-- the tax on the size of change.
--
-- size = { year = 1, place = 1, out = 1 }: what it is to move in another year,
-- to another cluster (in whatever year), and no more (the larger of the two if
-- not said).  Who is new changes nothing.

local goal = {}

local BN = 1e9

-- Change before anything else: more than this many at their worst.
local ABOVE_ALL = 200

--- What a kind of change counts.
function goal.size_of(options, kind)
    local size = options.size or {}
    local usual = kind == "out" and math.max(size.year or 1, size.place or 1)
        or 1
    return size[kind] or usual
end

--- The size of a list of changes.
function goal.size(options, changes)
    local sum = 0
    for _, change in ipairs(changes) do
        local from, to = change.from, change.to
        if from then
            sum = sum + goal.size_of(options, not to and "out"
                or to.cluster ~= from.cluster and "place" or "year")
        end
    end
    return sum
end

--- Whether the search can weigh what moves cost: all of them are known.
function goal.costs_known(placement)
    for _, move in ipairs(placement) do
        if move.row.moving_cost == nil then
            return false
        end
    end
    return true
end

--- A tax that no gain of the value outweighs.
function goal.above_all(terms, placement)
    local worst = 0
    for _, move in ipairs(placement) do
        local cost = terms.moving_cost and move.row.moving_cost or 0
        worst = math.max(worst, terms.left.weight * terms.left.value(move.row)
            + (cost > 0 and terms.moving_cost.weight * cost / BN or 0))
    end
    return ABOVE_ALL * math.max(1, worst)
end

--- Who comes earlier in the order waits a little less gladly, so that ties are
-- none.
local function by_turn(order)
    local place, n = {}, 0
    for entry in order do
        n = n + 1
        place[entry.key] = n
    end
    return function(row)
        return 1 + 1e-5 * (n - place[row.key]) / n
    end
end

--- Years are counted from the first, and not from the earliest of each.
local function waiting(terms, earliest, turn)
    local wait, left = terms.wait, terms.left
    return {
        { name = "wait", kind = "wait", weight = 1, value = function(row)
            return turn(row) * wait.weight * wait.value(row)
        end },
        { name = "left", kind = "left", weight = 1, value = function(row)
            local since = math.max(0, (earliest(row) or 0) - wait.from)
            return turn(row) * (left.weight * left.value(row)
                - since * wait.weight * wait.value(row))
        end },
    }
end

--- The tax, a little more for who can stay, so that among equals those change
-- who must.
local function taxes(self, tax)
    local options, in_force = self.options, self.in_force
    local stays = self.alternatives[1].moves
    local year = goal.size_of(options, "year")
    local elsewhere = goal.size_of(options, "place") - year
    local out = goal.size_of(options, "out") - year
    return {
        { name = "change", kind = "change", weight = tax,
          value = function(row)
              return year * (stays[row.key] and 1.00001 or 1)
          end },
        { name = "change of place", kind = "pair", weight = tax,
          value = function(row, cluster)
              local from = in_force[row.key]
              return from and from.cluster ~= cluster.key and elsewhere or 0
          end },
        { name = "left out of the plan", kind = "left", weight = tax,
          value = function(row)
              return in_force[row.key] and out or 0
          end },
    }
end

--- Terms of ccn.place for a tax.
function goal.terms(self, tax, order, earliest)
    local list = waiting(self.terms, earliest, by_turn(order))
    for _, term in ipairs(self.terms) do
        if term.kind == "place" then
            list[#list + 1] = { name = "value " .. term.name, kind = "pair",
                                weight = term.weight, value = term.value }
        elseif term.kind == "moving_cost" and self.weighed.moving_cost then
            list[#list + 1] = { name = "value " .. term.name, kind = "cost",
                                weight = term.weight / BN,
                                value = "moving_cost" }
        end
    end
    return table.move(taxes(self, tax), 1, 3, #list + 1, list)
end

return goal
