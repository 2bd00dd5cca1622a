--- Placing once more with one thing changed: what strictness costs, what each
-- pin costs, which terms can be traded, which other plans are nearly as good.
--
-- All of them ask the engine again; the plan and the options stay as they were
-- when the placement was made.

local limited = require "place.limited"
local shape   = require "shape"
local shown   = require "place.shown"
local solve   = require "place.solve"
local wording = require "wording"

local say, key_of = wording.of(require "lang.again"), wording.key
local differing, gap_of = solve.differing, solve.gap

local again = {}

--- What strictness costs: { strict =, best = (placements), price = (how much
-- more the strict one is), most = (how much more it can be, by the bound),
-- moved = { { key, from, to } } }.
function again.strictness(self)
    local mode = self.problem_mode
    local strict = mode == "strict" and self or solve.again(self, {}, "strict")
    local best = mode ~= "strict" and self
        or solve.again(self, {}, self.best_mode)
    return shown.strictness {
        strict = strict, best = best, price = strict.total - best.total,
        most = best.bound and strict.total - best.bound,
        moved = differing(strict, best),
    }
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
            local free = solve.again(self, {
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
    return shown.pin_costs(list)
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
    local share_of = {}
    for i, k in ipairs(numbers) do
        -- never nothing at all: among equals the other term still decides
        share_of[k] = math.max(shares[i], 1e-4) * #numbers
    end
    return solve.terms(self, function(term, k)
        return share_of[k] and { weight = term.weight * share_of[k] }
    end)
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

local function point_of(placement, numbers)
    local values = {}
    for i, k in ipairs(numbers) do
        values[i] = placement.amounts[k]
    end
    return { values = values, placement = placement,
             gap = gap_of(placement.total, placement.bound) }
end

local function by_weights(self, numbers, steps, points)
    for _, shares in ipairs(mixtures(#numbers, steps)) do
        local placement = solve.again(self, {
            terms = reweighted(self, numbers, shares) }, self.best_mode)
        add_point(points, point_of(placement, numbers))
    end
end

--- Limits between the ends that a term has in the points, without the ends, or
-- with the upper one, which is no limit.
local function limits_between(points, i, steps, upper)
    local low, high, list = math.huge, -math.huge, {}
    for _, point in ipairs(points) do
        low = math.min(low, point.values[i])
        high = math.max(high, point.values[i])
    end
    for k = 1, high > low and steps - 1 or 0 do
        list[k] = low + (high - low) * k / steps
    end
    list[#list + 1] = upper and high or nil
    return list
end

--- The least of the last term with the first at most so much, and the second of
-- three too; nothing where no placement keeps both.
local function add_limited(self, numbers, mosts, points)
    local shares = #numbers == 2 and { 0, 1 } or { 0, 0, 1 }
    local terms = reweighted(self, numbers, shares)
    if mosts[2] then
        terms[numbers[2]].most = mosts[2]
    end
    local done, placement = pcall(limited.solve, self, numbers[1], mosts[1],
                                  terms)
    if done then
        add_point(points, point_of(placement, numbers))
    end
end

--- Between the ends of the first term, and of the second of three: the least of
-- the last with the others at most so much (Y. Y. Haimes, L. S. Lasdon and D.
-- A. Wismer 1971, "On a bicriterion formulation of the problems of integrated
-- system identification and system optimization", IEEE Transactions SMC 1(3)).
local function by_limits(self, numbers, steps, points)
    by_weights(self, numbers, 1, points)
    local three = #numbers == 3
    local second = three and limits_between(points, 2, steps, true) or { false }
    for _, most in ipairs(limits_between(points, 1, steps, three)) do
        for _, other in ipairs(second) do
            add_limited(self, numbers, { most, other }, points)
        end
    end
end

local function at_least(what, value)
    if value < 1 then
        error(say("at_least_one", what, value), 0)
    end
end

local function check_front(names, steps, how)
    shape.needed("pareto: terms", names, "list")
    shape.value("pareto: steps", steps, "integer")
    at_least("pareto: steps", steps or 1)
    if #names < 2 or #names > 3 then
        error(say "two_terms", 0)
    end
    if how ~= nil and how ~= "weights" and how ~= "limits" then
        error(say("no_way", tostring(how)), 0)
    end
end

--- Placements that trade two or three terms, in steps, by shifting weight
-- between them, or how = "limits": all but the last at most so much: { {
-- values = { sum of each term }, placement =, gap = }, ... }, none of them
-- worse in all than another, least of the first term first.
function again.pareto(self, names, steps, how)
    check_front(names, steps, how)
    local numbers, titles, points, front = {}, {}, {}, {}
    for i, name in ipairs(names) do
        numbers[i] = limited.number_of(self, name)
        titles[i] = self.terms[numbers[i]].title
    end
    local walk = how == "limits" and by_limits or by_weights
    walk(self, numbers, steps or 6, points)
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
    return shown.front(front, titles)
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
    return { id = "novelty", name = "novelty", kind = "pair", weight = weight,
             value = value }
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
    placement.terms[terms + 1], placement.amounts[terms + 1] = nil, nil
end

local function different(self, found, apart)
    local own = self.job.problem.terms
    local weight = 0.01 * math.max(math.abs(self.total), 1) / math.max(#self, 1)
    for _ = 1, 24 do
        local terms = table.move(own, 1, #own, 1, {})
        terms[#terms + 1] = novelty(self, found, weight)
        local placement = solve.again(self, { terms = terms }, self.best_mode)
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
    shape.needed("others: count", count, "integer")
    shape.needed("others: apart", apart, "integer")
    at_least("others: count", count)
    at_least("others: apart", apart)
    local best = self.problem_mode ~= "strict" and self
        or solve.again(self, {}, self.best_mode)
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
    shown.others(found)
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
