--- The alternatives: the plan in force as far as it can be kept, and what
-- ccn.place finds with more and less tax on each change.

local cost    = require "propose.cost"
local keep    = require "propose.keep"
local wording = require "wording"
local worth   = require "propose.worth"

local say = wording.of(require "lang.propose")

local solve = {}

-- Change before anything else; weights of the goal stay far below.
local ABOVE_ALL = 1000

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

--- Goal: years waited, those left out, and the tax on changes, a little more
-- for who can stay, so that among equals those change who must.
local function terms(years, tax, prefer, stays, one)
    local function taxed(row)
        return stays[row.key] and 1.00001 or 1
    end
    local list = {
        { name = "wait", kind = "wait", weight = 1, value = one },
        { name = "left", kind = "left", weight = worth.left(years),
          value = one },
        { name = "change", kind = "change", weight = tax, value = taxed },
    }
    if prefer then
        list[#list + 1] = { name = "place", kind = "pair", weight = 1,
                            value = prefer }
    end
    return list
end

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

--- What ccn.place is asked, with a tax on each change.
local function asked_of(self, tax)
    local world, options, frozen = self.world, self.options, self.fixed
    local asked = {}
    for name, value in pairs(worth.place(world, options)) do
        asked[name] = value
    end
    asked.mode = "best"
    if asked.solver ~= "exact" then
        asked.steps = asked.steps or 4000
    end
    asked.current, asked.frozen = self.in_force, frozen
    asked.earliest = open_from(asked.earliest, frozen)
    asked.terms = terms(asked.years, tax, options.prefer,
                        self.alternatives[1].moves,
                        by_turn(options.order(world)))
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

--- One that is neither better nor smaller than one before adds nothing.
local function no_better(found, other)
    return other.value <= found.value and #other.changes <= #found.changes
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

local function finish(self, id, placement, value)
    local moves = worth.moves(placement)
    local land = 0
    for _, move in ipairs(placement.placed) do
        land = land + math.floor(move.land * 100000 + 0.5)
    end
    return { id = id, placement = placement, moves = moves, value = value,
             land = land / 100000, gap = placement.gap,
             changes = changes(self.in_force, moves),
             cost = cost.of(self, moves) }
end

--- Who is in the plan in force among those who are to be placed.
local function among(in_force, placement)
    local moves = {}
    for _, move in ipairs(placement) do
        moves[move.key] = in_force[move.key]
    end
    return moves
end

--- Adds an alternative; one that is no better than another is named there.
local function add(self, id, placement, years)
    local found = finish(self, id, placement,
                         worth.of(placement, years, self.options.prefer))
    for _, other in ipairs(self.alternatives) do
        found.same = found.same or no_better(found, other) and other or nil
    end
    if found.same then
        local also = found.same.also or {}
        found.same.also, also[#also + 1] = also, id
    else
        found.fork = write(self.world, id, found.moves, keys_of(placement))
        table.insert(self.alternatives, found)
    end
end

--- Fills self.alternatives; where nothing is feasible self.infeasible says the
-- smallest set to relax.
function solve.all(self)
    local options, world = self.options, self.world
    local first = keep(world, options, self.in_force)
    self.in_force = among(self.in_force, first.placement)
    local nothing = finish(self, "nothing", first.placement, first.value)
    nothing.gap, nothing.changes = nil, {}
    nothing.fork, self.alternatives = self.base, { nothing }
    for _, way in ipairs { { "least", ABOVE_ALL }, { "balanced", options.tax },
                           { "free", 0 } } do
        local asked = asked_of(self, way[2])
        local good, placement = pcall(ccn.place, world, options.order(world),
                                      asked)
        if not good then
            self.infeasible = placement
            return
        end
        add(self, way[1], placement, asked.years)
    end
end

return solve
