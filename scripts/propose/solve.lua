--- The alternatives: the plan in force as far as it can be kept, and what
-- ccn.place finds with more and less tax on each change.

local cost    = require "propose.cost"
local goal    = require "propose.goal"
local keep    = require "propose.keep"
local value   = require "propose.value"
local wording = require "wording"
local worth   = require "propose.worth"

local say = wording.of(require "lang.propose")

local solve = {}

--- Nobody is moved into a year that stays as it is who was not there before.
local function open_from(earliest, frozen)
    return function(row)
        local year = type(earliest) == "function" and earliest(row)
            or earliest and row[earliest]
        if row.move_year and row.move_year <= frozen then
            return year
        end
        return math.max(year or 0, frozen + 1)
    end
end

--- What ccn.place is asked, with a tax on the size of change.
local function asked_of(self, tax)
    local world, options, frozen = self.world, self.options, self.fixed
    local asked = {}
    for name, given in pairs(worth.place(world, options)) do
        asked[name] = given
    end
    asked.mode = "best"
    if asked.solver ~= "exact" then
        asked.steps = asked.steps or 4000
    end
    asked.current, asked.frozen = self.in_force, frozen
    asked.earliest = open_from(asked.earliest, frozen)
    asked.terms = goal.terms(self, tax, options.order(world), asked.earliest)
    return asked
end

--- A fork of the world with the moves written into it; who waits has none.
local function write(world, id, moves, rows)
    local fork = world:fork(say(id))
    for _, key in ipairs(rows) do
        local row, move = fork:enterprise(key), moves[key]
        if move then
            row.destination, row.move_year = move.cluster, move.year
        else
            row.move_year = nil
        end
    end
    return fork
end

local function keys_of(placement)
    local list = {}
    for i, move in ipairs(placement) do
        list[i] = move.key
    end
    return list
end

--- Who moves elsewhere, later or no more, against what was in force.
local function changes(from, to)
    local list = {}
    for key, move in pairs(from) do
        local now = to[key]
        if not now or now.cluster ~= move.cluster or now.year ~= move.year then
            list[#list + 1] = { key = key, from = move, to = now }
        end
    end
    for key, move in pairs(to) do
        if not from[key] then
            list[#list + 1] = { key = key, to = move }
        end
    end
    table.sort(list, function(a, b) return a.key < b.key end)
    return list
end

local NOISE = 1e-9

local function proved(gap)
    return gap and (gap < NOISE and 0 or gap)
end

local function finish(self, id, placement)
    local moves, world = worth.moves(placement), self.world
    local land = 0
    for _, move in ipairs(placement.placed) do
        land = land + math.floor(move.land * 100000 + 0.5)
    end
    local found = { id = id, placement = placement, moves = moves,
                    land = land / 100000, gap = proved(placement.gap),
                    changes = changes(self.in_force, moves),
                    cost = cost.of(world, self.options, moves) }
    found.size = goal.size(self.options, found.changes)
    found.amounts = value.amounts(self.terms, placement,
                                  function() return found.cost end)
    return found
end

--- Who is in the plan in force among those who are to be placed.
local function among(in_force, placement)
    local moves = {}
    for _, move in ipairs(placement) do
        moves[move.key] = in_force[move.key]
    end
    return moves
end

--- Doing nothing, and what of the value can be weighed at all.
local function begin(self)
    local options, world = self.options, self.world
    local first = keep(world, options, self.in_force)
    self.terms = value.terms(world, options,
                             worth.place(world, options).years)
    self.in_force = among(self.in_force, first)
    local nothing = finish(self, "nothing", first)
    nothing.gap, nothing.changes, nothing.size = nil, {}, 0
    nothing.fork, self.alternatives = self.base, { nothing }
    self.weighed = { moving_cost = goal.costs_known(first) }
    return nothing
end

--- Whether moves that stay as they are can be why nothing was found: there are
-- any, and it was no lack of memory.
local function is_infeasible(self, why)
    for _, move in pairs(self.in_force) do
        if move.year <= self.fixed then
            return not tostring(why):find("not enough memory", 1, true)
        end
    end
    return false
end

--- What ccn.place finds with no, some and more tax than anything is worth;
-- where nothing is feasible self.infeasible says the smallest set to relax.
local function search(self, nothing)
    local options, world, list = self.options, self.world, { nothing }
    local above_all = goal.above_all(self.terms, nothing.placement)
    for _, way in ipairs { { "least", above_all }, { "balanced", options.tax },
                           { "free", 0 } } do
        local good, placement = pcall(ccn.place, world, options.order(world),
                                      asked_of(self, way[2]))
        if not good and not is_infeasible(self, placement) then
            error(placement, 0)
        elseif not good then
            self.infeasible = placement
            return { nothing }
        end
        list[#list + 1] = finish(self, way[1], placement)
    end
    return list
end

--- What a term is weighed by is known in every alternative; the value is the
-- sum of these.
local function weigh(self, list)
    local amounts, costs_known = {}, self.weighed.moving_cost
    for i, found in ipairs(list) do
        amounts[i] = found.amounts
    end
    self.weighed = value.weighed(self.terms, amounts)
    self.weighed.moving_cost = self.weighed.moving_cost and costs_known
    for _, found in ipairs(list) do
        found.value = value.sum(self.terms, found.amounts, self.weighed)
    end
end

--- One that is neither better nor smaller than one before adds nothing.
local function no_better(found, other)
    return other.value <= found.value + NOISE
        and other.size <= found.size + NOISE
        and #other.changes <= #found.changes
end

--- Adds an alternative; one that is no better than another is named there.
local function add(self, found)
    for _, other in ipairs(self.alternatives) do
        found.same = found.same or no_better(found, other) and other or nil
    end
    if found.same then
        local also = found.same.also or {}
        found.same.also, also[#also + 1] = also, found.id
    else
        found.fork = write(self.world, found.id, found.moves,
                           keys_of(found.placement))
        table.insert(self.alternatives, found)
    end
end

--- Fills self.alternatives.
function solve.all(self)
    local nothing = begin(self)
    local list = search(self, nothing)
    weigh(self, list)
    for i = 2, #list do
        add(self, list[i])
    end
end

return solve
