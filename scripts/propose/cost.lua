--- What an alternative costs, as far as figures are there: the phases that
-- open and the moves, by year and by who pays.
--
--     local cost = cost.of(world, options, moves)
--     cost.known                  VND, the sum of what is known
--     cost.by_year[2030]          VND
--     cost.by_source.province     VND; by_source[false]: who pays is not known
--     cost.missing.moving_cost    { "DH01", ... }: figures that are not there
--     cost.whole                  whether none is missing
--     cost.short                  VND that the lines which pay it do not cover
--
-- A phase costs in the year in which it opens, with a duration in as many years
-- up to then, evenly.  It opens by what was observed, also when nothing is
-- done.  A move costs moving_cost in its year.  What else an alternative costs
-- says the option costs.  Who pays says the option pays, and where it says
-- nothing the budget lines do (propose/lines.lua); docs/adjustment.md.

local budget  = require "propose.lines"
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
    local parts = phase.cost and parts_of(phase) or { { year = phase.opens } }
    for _, part in ipairs(parts) do
        items[#items + 1] = {
            kind = "phase_cost", key = key_of(phase), row = phase,
            clusters = { [key_of(phase.cluster)] = true },
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
        local row, clusters = world:enterprise(key), {}
        clusters[moves[key].cluster] = true
        if row.cluster then
            clusters[key_of(row.cluster)] = true
        end
        items[#items + 1] = { kind = "moving_cost", key = key, row = row,
                              clusters = clusters, year = moves[key].year,
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
                              clusters = {}, year = other.year,
                              amount = amount,
                              source = other.source }
    end
end

--- A part of an item, by who pays it; title is what people read.
local function pay(sums, item, source, amount, title)
    sums.by_source[source] = (sums.by_source[source] or 0) + amount
    local year = sums.paid[item.year] or {}
    sums.paid[item.year] = year
    title = title or source
    year[title] = (year[title] or 0) + amount
end

--- What the script says: a name, or amounts by name of which the rest is not
-- settled.  The part that is.
local function pay_said(sums, item, said)
    local settled = 0
    for source, amount in pairs(type(said) == "table" and said
                                or { [said] = item.amount }) do
        if math.type(amount) ~= "integer" or amount < 0
            or amount > item.amount - settled then
            error(say("bad share", item.key, tostring(source)), 0)
        end
        pay(sums, item, source, amount)
        settled = settled + amount
    end
    return settled
end

--- What the lines of the plan pay; what is left of an item that they pay is
-- short.
local function pay_lines(sums, item, lines)
    local parts, said = budget.pay(lines, item)
    local settled = 0
    for _, part in ipairs(parts) do
        pay(sums, item, part.line.source, part.amount,
            budget.title(part.line))
        settled = settled + part.amount
    end
    item.settled = said
    sums.short = sums.short + (said and item.amount - settled or 0)
    return settled
end

--- One item to the sums.
local function count(sums, item, said, lines)
    sums.known = sums.known + item.amount
    sums.by_year[item.year] = (sums.by_year[item.year] or 0) + item.amount
    local settled
    if said then
        settled = pay_said(sums, item, said)
        item.settled = settled == item.amount
    else
        settled = pay_lines(sums, item, lines)
    end
    if settled < item.amount then
        pay(sums, item, false, item.amount - settled)
    end
end

local function sum_of(items, pays, lines)
    local sums = { items = items, known = 0, by_year = {}, by_source = {},
                   paid = {}, missing = {}, whole = true, short = 0 }
    for _, kind in ipairs(FIGURES) do
        sums.missing[kind] = {}
    end
    for _, item in ipairs(items) do
        if item.amount then
            count(sums, item, item.source or pays and pays(item), lines)
        else
            local list = sums.missing[item.kind]
            list[#list + 1], sums.whole = item.key, false
        end
    end
    return sums
end

local function clusters_of(items, set)
    for _, item in ipairs(items) do
        for key in pairs(item.clusters) do
            set[key] = true
        end
    end
    return set
end

function cost.of(world, options, moves)
    local items = {}
    add_phases(items, world, worth.place(world, options))
    add_moves(items, world, moves)
    add_others(items, options.costs and options.costs(world, moves))
    table.sort(items, function(a, b)
        return a.year < b.year or a.year == b.year
            and (a.kind > b.kind or a.kind == b.kind and a.key < b.key)
    end)
    return sum_of(items, options.pays,
                  budget.of(world, clusters_of(items, {})))
end

--- Budget lines of the plan for the clusters that are left or gone to
-- (propose/lines.lua).
function cost.money(self)
    local concerned = {}
    for _, found in ipairs(self.alternatives) do
        clusters_of(found.cost.items, concerned)
    end
    return budget.of(self.world, concerned)
end

return cost
