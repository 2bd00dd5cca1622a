--- The placement that ccn.place gives.
--
--     for i, move in ipairs(placement) do print(move.key, move.cluster) end
--     placement.placed, placement.waiting      --> lists of the same moves
--     print(placement:why "DH14", placement:why_not("DH14", "Báo Đáp"))
--     print(placement:strictness().price)   -- see place/again.lua
--     placement:apply(plan)       -- destination and move_year of who is placed
--     placement:print()
--
-- A move has row, key, cluster (row), year, land (ha) and cost, in the order
-- of priority, other: the best it could have in another cluster, { cluster =,
-- year =, loss =, text = }, and wish: where it would rather be, and what binds
-- there, { cluster =, year =, gain =, limits =, missing =, words =, text = }.
-- Who waits has no cluster but reason (text), limits (for each cluster what
-- binds), changes (each enough by itself) and change, the first of them, which
-- is the cheapest where costs are known.  Reasons are worked out when they are
-- asked for.  placement.excluded are those whom the order excludes.  Areas are
-- in ha, treatment in m³/day, money in VND, other resources as the script has
-- them.

local again    = require "place.again"
local in_force = require "place.in_force"
local limited  = require "place.limited"
local names    = require "names"
local reasons  = require "place.reasons"
local shape    = require "shape"
local solve    = require "place.solve"
local why_of   = require "place.why"
local wording  = require "wording"
local work     = require "work"
local worth    = require "place.worth"

local say, key_of = wording.of(require "lang.place"), wording.key

local Placement = {}
Placement.__index = Placement

local function find(index, who, text)
    local key = wording.key(who)
    return names.find(index, key, say(text, key))
end

local function year_number(self, key, year)
    shape.needed("why_not: year", year, "integer")
    local t = year - self.job.years[1] + 1
    return self.job.years[t] and t or error(say("no_year", key, year), 0)
end

local function why_not(self, enterprise, cluster, year)
    shape.needed("why_not: enterprise", enterprise, "row")
    shape.needed("why_not: cluster", cluster, "row")
    local e = find(self.job.number_of, enterprise, "not_moving")
    local c = find(self.job.cluster_number, cluster, "no_cluster")
    local key, name = wording.key(enterprise), wording.key(cluster)
    local move = self.by_key[key]
    if move.cluster and key_of(move.cluster) == name
        and (year == nil or year == move.year) then
        return say("there", key, name, move.year)
    elseif self.job.out[e] then
        return say(self.job.out[e])
    end
    local found = reasons.against(self, e, c,
                                  year and year_number(self, key, year))
    if #found.words == 0 then
        return say("fits", name, found.year)
    end
    return say("at", name, found.year, table.concat(found.words, "; "))
end

--- Why an enterprise is not in a cluster, in words, everyone else staying
-- where they are; in the year in which least speaks against it, or in one.
function Placement:why_not(enterprise, cluster, year)
    local text = wording.run(why_not, self, enterprise, cluster, year)
    return text
end

local function why(self, enterprise)
    shape.needed("why: enterprise", enterprise, "row")
    local e = find(self.job.number_of, enterprise, "not_moving")
    local problem = self.job.problem
    return why_of(self[e], problem.pin_cluster[e] or problem.pin_year[e])
end

--- Why an enterprise is where it is, or waits, in words: what keeps it from
-- better, the next best, and each single change that would place it.
function Placement:why(enterprise)
    local text = wording.run(why, self, enterprise)
    return text
end

local function move_of(self, result, e)
    local job = self.job
    local row = job.enterprises[e]
    local move = { row = row, key = key_of(row) }
    local land, cost = job.need.land[e], job.need.cost
    if result.cluster[e] > 0 then
        move.cluster = job.clusters[result.cluster[e]]
        move.year = job.years[result.year[e]]
        move.land = land / 100000
        move.cost = cost and cost[e]
        table.insert(self.placed, move)
        return reasons.of_placed(self, move, e)
    end
    table.insert(self.waiting, move)
    return reasons.of_waiting(self, move, e)
end

local function watch_of(watch)
    return work.watch(watch, function(...)
        return say("progress", ...)
    end)
end
Placement.watch_of = watch_of

--- The placement of a handle of the engine.
function Placement.make(handle, job, options)
    local result = wording.engine("placed", handle)
    local self = setmetatable({ handle = handle, job = job, placed = {},
                                waiting = {}, by_key = {}, terms = {},
                                options = options, mode = options.mode,
                                watch = watch_of(options.watch),
                                problem_mode = job.problem.mode,
                                best_mode = options.solver == "exact"
                                    and "exact" or "best",
                                amounts = result.amounts,
                                total = result.total, bound = result.bound,
                                gap = solve.gap(result.total, result.bound) },
                              Placement)
    for e in ipairs(job.enterprises) do
        local move = move_of(self, result, e)
        self[e], self.by_key[move.key] = move, move
    end
    self.changed = in_force.changed(job, self)
    for k, term in ipairs(job.problem.terms) do
        self.terms[k] = { name = term.id, title = term.name,
                          weight = term.weight, unit = term.unit,
                          total = result.terms[k] }
    end
    return self
end

--- See place/again.lua, place/limited.lua and place/worth.lua.
local ASKED = {
    strictness = again.strictness, pin_costs = again.pin_costs,
    pareto = again.pareto, others = again.others, within = limited.within,
    changes = limited.changes, changes_curve = limited.curve,
    prices = worth.prices,
}
for name, ask in pairs(ASKED) do
    Placement[name] = function(self, ...)
        local made = wording.run(ask, self, ...)
        return made
    end
end

--- Write where and when into a plan.
function Placement:apply(plan)
    wording.run(shape.needed, "apply: plan", plan, "plan")
    for _, move in ipairs(self.placed) do
        local row = plan:enterprise(move.key)
        row.destination = key_of(move.cluster)
        row.move_year = move.year
    end
end

--- The moves by year: { { year =, count =, land = }, ... }.
function Placement:waves()
    local waves = {}
    for t, year in ipairs(self.job.years) do
        waves[t] = { year = year, count = 0, tenths = 0 }
    end
    for _, move in ipairs(self.placed) do
        local wave = waves[move.year - self.job.years[1] + 1]
        wave.count = wave.count + 1
        wave.tenths = wave.tenths + math.floor(move.land * 100000 + 0.5)
    end
    for _, wave in ipairs(waves) do
        wave.land = wave.tenths / 100000
    end
    return waves
end

Placement.__tostring = function(self)
    return require "place.text" (self)
end

function Placement:print()
    print(tostring(self))
end

return Placement
