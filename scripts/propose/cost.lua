--- What an alternative costs, as far as figures are there: the phases that
-- open and the moves, by year and by who pays.
--
--     local cost = cost.of(proposal, moves)
--     cost.known                  VND, the sum of what is known
--     cost.by_year[2030]          VND
--     cost.by_source.province     VND; by_source[false]: who pays is not known
--     cost.missing.moving_cost    { "DH01", ... }: figures that are not there
--     cost.whole                  whether none is missing
--
-- A phase costs in the year in which it opens, with a duration in as many years
-- up to then, evenly.  It opens by what was observed, also when nothing is
-- done.  A move costs moving_cost in its year.  What else an alternative costs
-- says the option costs, who pays the option pays; docs/adjustment.md.

local wording = require "wording"
local worth   = require "propose.worth"

local key_of, say = wording.key, wording.of(require "lang.propose")

local cost = {}

local FIGURES = { "phase_cost", "moving_cost", "other_cost" }
cost.figures = FIGURES

--- The years of building, each with its whole part of the cost.
local function parts_of(phase)
    local count = math.max(1, math.ceil(phase.duration or 1))
    local parts = {}
    for i = 1, count do
        parts[i] = { year = phase.opens - count + i,
                     amount = phase.cost * i // count
                         - phase.cost * (i - 1) // count }
    end
    return parts
end

local function add_phase(items, phase)
    local key = key_of(phase)
    if phase.cost == nil then
        items[#items + 1] = { kind = "phase_cost", key = key, row = phase,
                              year = phase.opens }
        return
    end
    for _, part in ipairs(parts_of(phase)) do
        items[#items + 1] = { kind = "phase_cost", key = key, row = phase,
                              year = part.year, amount = part.amount }
    end
end

--- Phases of the clusters among which is placed that are still to open.
local function add_phases(items, world, place)
    local may = {}
    for cluster in place.clusters or world:clusters() do
        may[key_of(cluster)] = true
    end
    for phase in world:phases() do
        if phase.opens and phase.state ~= "open" and phase.cluster
            and may[key_of(phase.cluster)]
            and phase.opens >= place.years[1] - 1 then
            add_phase(items, phase)
        end
    end
end

local function add_moves(items, world, moves)
    local keys = {}
    for key in pairs(moves) do
        keys[#keys + 1] = key
    end
    table.sort(keys)
    for _, key in ipairs(keys) do
        local row = world:enterprise(key)
        items[#items + 1] = { kind = "moving_cost", key = key, row = row,
                              year = moves[key].year,
                              amount = row.moving_cost }
    end
end

local function add_others(items, list)
    for i, other in ipairs(list or {}) do
        local amount = other.amount
        if type(other.what) ~= "string"
            or math.type(other.year) ~= "integer"
            or not (amount == nil or math.type(amount) == "integer") then
            error(say("bad cost", i), 0)
        end
        items[#items + 1] = { kind = "other_cost", key = other.what,
                              year = other.year, amount = amount,
                              source = other.source }
    end
end

--- One item to the sums; who pays is a name, or amounts by name of which the
-- rest is not settled.
local function count(sums, item, paid)
    local rest = item.amount
    sums.known = sums.known + rest
    sums.by_year[item.year] = (sums.by_year[item.year] or 0) + rest
    local function pay(source, amount)
        sums.by_source[source] = (sums.by_source[source] or 0) + amount
        local year = sums.paid[item.year] or {}
        sums.paid[item.year] = year
        year[source] = (year[source] or 0) + amount
        rest = rest - amount
    end
    if type(paid) == "string" then
        pay(paid, rest)
    end
    for source, amount in pairs(type(paid) == "table" and paid or {}) do
        if math.type(amount) ~= "integer" or amount < 0 or amount > rest then
            error(say("bad share", item.key, tostring(source)), 0)
        end
        pay(source, amount)
    end
    if rest > 0 then
        pay(false, rest)
    end
end

local function sum_of(items, pays)
    local sums = { items = items, known = 0, by_year = {}, by_source = {},
                   paid = {}, missing = {}, whole = true }
    for _, kind in ipairs(FIGURES) do
        sums.missing[kind] = {}
    end
    for _, item in ipairs(items) do
        if item.amount then
            count(sums, item, item.source or pays and pays(item))
        else
            local list = sums.missing[item.kind]
            list[#list + 1], sums.whole = item.key, false
        end
    end
    return sums
end

function cost.of(self, moves)
    local world, options = self.world, self.options
    local items = {}
    add_phases(items, world, worth.place(world, options))
    add_moves(items, world, moves)
    add_others(items, options.costs and options.costs(world, moves))
    return sum_of(items, options.pays)
end

--- Budget lines of the plan for the clusters that are left or gone to, money
-- and estimated needs: { { source =, amount =, from =, to =, status =, key = },
-- ... }.  What of them is for this is not known here, so nothing is set
-- against them.
function cost.money(self)
    local concerned, lines = {}, {}
    for _, found in ipairs(self.alternatives) do
        for key, move in pairs(found.moves) do
            local home = self.world:enterprise(key).cluster
            concerned[move.cluster] = true
            if home then
                concerned[key_of(home)] = true
            end
        end
    end
    for line in self.world:budgets() do
        if line.amount and line.cluster
            and concerned[key_of(line.cluster)] then
            lines[#lines + 1] = { key = key_of(line), amount = line.amount,
                                  source = line.source
                                      and line:label "source",
                                  status = line.status
                                      and line:label "status",
                                  from = line.year,
                                  to = line.year_to or line.year }
        end
    end
    return lines
end

return cost
