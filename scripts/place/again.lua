--- Placing once more with one thing changed: what strictness costs, what each
-- pin costs, which terms can be traded, which other plans are nearly as good.
--
-- All of them ask the engine again; the plan and the options stay as they were
-- when the placement was made.

local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local again = {}

--- Solve the problem of a placement with some of its fields replaced.
local function solve(self, fields, mode)
    local problem = {}
    for name, value in pairs(self.job.problem) do
        problem[name] = value
    end
    for name, value in pairs(fields) do
        problem[name] = value
    end
    problem.mode = mode or problem.mode
    local job = setmetatable({ problem = problem }, { __index = self.job })
    local handle = wording.engine("place", problem, self.options.watch)
    local made = self.make(handle, job, self.options)
    made.mode = problem.mode == "strict" and "strict" or "best"
    made.excluded = self.excluded
    return made
end

--- Those who go elsewhere, or at another time, in another placement.
local function differing(a, b)
    local list = {}
    for e, move in ipairs(a) do
        local other = b[e]
        local there = move.cluster and key_of(move.cluster)
        local then_ = other.cluster and key_of(other.cluster)
        if there ~= then_ or move.year ~= other.year then
            list[#list + 1] = { key = move.key, from = move, to = other }
        end
    end
    return list
end

local function gap_of(total, bound)
    return bound and total ~= 0 and (total - bound) / math.abs(total) or 0
end

--- What strictness costs: { strict =, best = (placements), price = (how much
-- more the strict one is), most = (how much more it can be, by the bound),
-- moved = { { key, from, to } } }.
function again.strictness(self)
    local mode = self.problem_mode
    local strict = mode == "strict" and self or solve(self, {}, "strict")
    local best = mode ~= "strict" and self or solve(self, {}, "best")
    return { strict = strict, best = best, price = strict.total - best.total,
             most = strict.total - best.bound,
             moved = differing(strict, best) }
end

local function without(list, e)
    local copy = {}
    for i, value in ipairs(list) do
        copy[i] = value
    end
    copy[e] = false
    return copy
end

--- What each pin costs: { { key =, cluster =, year =, cost =, placed = }, ...
-- }; cost is what the total would be less by without this pin alone, placed
-- how many more would be placed.
function again.pin_costs(self)
    local list, problem = {}, self.job.problem
    for e, move in ipairs(self) do
        if problem.pin_cluster[e] or problem.pin_year[e] then
            local free = solve(self, {
                pin_cluster = without(problem.pin_cluster, e),
                pin_year = without(problem.pin_year, e),
            })
            list[#list + 1] = {
                key = move.key, cluster = move.cluster, year = move.year,
                cost = self.total - free.total, free = free,
                placed = #free.placed - #self.placed,
            }
        end
    end
    return list
end

local function number_of(self, name)
    for k, term in ipairs(self.terms) do
        if term.name == name then
            return k
        end
    end
    error(say("no_such_term", tostring(name)), 0)
end

--- What a term sums to without its weight.
local function raw(placement, k)
    local term = placement.terms[k]
    return term.weight ~= 0 and term.total / term.weight or 0
end

local function dominated(point, points)
    for _, other in ipairs(points) do
        local less, more = false, false
        for i, value in ipairs(point.values) do
            less = less or other.values[i] < value - 1e-9
            more = more or other.values[i] > value + 1e-9
        end
        if less and not more then
            return true
        end
    end
    return false
end

--- Shares of the weight for the terms, in steps: two or three of them.
local function mixtures(terms, steps)
    local list = {}
    for i = 0, steps do
        if terms == 2 then
            list[#list + 1] = { i / steps, 1 - i / steps }
        else
            for k = 0, steps - i do
                list[#list + 1] = { i / steps, k / steps,
                                    (steps - i - k) / steps }
            end
        end
    end
    return list
end

local function reweighted(self, numbers, shares)
    local terms = {}
    for k, term in ipairs(self.job.problem.terms) do
        terms[k] = {}
        for name, value in pairs(term) do
            terms[k][name] = value
        end
    end
    for i, k in ipairs(numbers) do
        -- never nothing at all: among equals the other term still decides
        terms[k].weight = terms[k].weight * math.max(shares[i], 1e-4)
            * #numbers
    end
    return terms
end

local function same_values(a, b)
    for i, value in ipairs(a.values) do
        if math.abs(value - b.values[i]) > 1e-9 then
            return false
        end
    end
    return true
end

local function add_point(points, point)
    for _, other in ipairs(points) do
        if same_values(point, other) then
            return
        end
    end
    points[#points + 1] = point
end

--- Placements that trade two or three terms, by shifting weight between them
-- in steps: { { values = { sum of each term }, placement = }, ... }, none of
-- them worse in all than another, least of the first term first.
function again.pareto(self, names, steps)
    if #names < 2 or #names > 3 then
        error(say "two_terms", 0)
    end
    local numbers, points, front = {}, {}, {}
    for i, name in ipairs(names) do
        numbers[i] = number_of(self, name)
    end
    for _, shares in ipairs(mixtures(#names, steps or 6)) do
        local placement = solve(self, {
            terms = reweighted(self, numbers, shares) }, self.best_mode)
        local values = {}
        for i, k in ipairs(numbers) do
            values[i] = raw(placement, k)
        end
        add_point(points, { values = values, placement = placement,
                            gap = gap_of(placement.total, placement.bound) })
    end
    for _, point in ipairs(points) do
        if not dominated(point, points) then
            front[#front + 1] = point
        end
    end
    table.sort(front, function(a, b)
        for i, value in ipairs(a.values) do
            if value ~= b.values[i] then
                return value < b.values[i]
            end
        end
        return false
    end)
    return front
end

--- A term that makes each plan found so far dearer by so much for everyone who
-- would go to the same cluster again.
local function novelty(self, found, weight)
    local clusters, value = #self.job.clusters, {}
    for i = 1, #self * clusters do
        value[i] = 0
    end
    for _, placement in ipairs(found) do
        for e, move in ipairs(placement) do
            local c = move.cluster
                and self.job.cluster_number[key_of(move.cluster)]
            local at = c and (e - 1) * clusters + c
            if at then
                value[at] = value[at] + 1
            end
        end
    end
    return { name = "novelty", kind = "pair", weight = weight, value = value }
end

local function nearest(placement, found)
    local least = math.huge
    for _, other in ipairs(found) do
        least = math.min(least, #differing(placement, other))
    end
    return least
end

--- Forget the term of novelty: the total is that of the goal.
local function forget(placement, terms)
    placement.total = 0
    for k = 1, terms do
        placement.total = placement.total + placement.terms[k].total
    end
    placement.terms[terms + 1] = nil
end

local function different(self, found, apart)
    local own = self.job.problem.terms
    local weight = 0.01 * math.max(math.abs(self.total), 1) / math.max(#self, 1)
    for _ = 1, 24 do
        local terms = table.move(own, 1, #own, 1, {})
        terms[#terms + 1] = novelty(self, found, weight)
        local placement = solve(self, { terms = terms }, self.best_mode)
        forget(placement, #own)
        if nearest(placement, found) >= apart then
            return placement
        end
        weight = weight * 2
    end
    return nil
end

--- Clearly different good plans: at most count of them, the best first, each
-- with at least so many enterprises placed otherwise than in any other.  Each
-- has bound and gap against the one best; share(key) gives the share of the
-- plans by the key of the cluster, "" for left out.
function again.others(self, count, apart)
    local best = self.problem_mode ~= "strict" and self
        or solve(self, {}, self.best_mode)
    local found = { best }
    while #found < count do
        local placement = different(best, found, apart)
        if not placement then
            break
        end
        placement.bound = best.bound
        found[#found + 1] = placement
    end
    for _, placement in ipairs(found) do
        placement.gap = gap_of(placement.total, best.bound)
    end
    function found.share(key)
        local shares = {}
        for _, placement in ipairs(found) do
            local move = placement.by_key[key]
                or error(say("not_moving", tostring(key)), 0)
            local there = move.cluster and key_of(move.cluster) or ""
            shares[there] = (shares[there] or 0) + 1 / #found
        end
        return shares
    end
    return found
end

return again
