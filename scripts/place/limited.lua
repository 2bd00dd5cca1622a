--- The least goal with one term at most so much, and what each step of that
-- limit costs.
--
-- A limit is priced: with its price added to the weight of the term, the bound
-- of that problem less price times limit is a bound of the limited one, for any
-- price (H. Everett 1963, "Generalized Lagrange multiplier method for solving
-- problems of optimum allocation of resources", Operations Research 11(3)).
-- So every answer comes with a gap of its own.

local shown   = require "place.shown"
local solve   = require "place.solve"
local wording = require "wording"

local say = wording.of(require "lang.again")

local limited = {}

local PART = 0.25 -- of the work of the first solving, for each price tried

--- The number of a term by its name.
function limited.number_of(self, name)
    local known = {}
    for k, term in ipairs(self.terms) do
        if term.name == name then
            return k
        end
        known[k] = term.name
    end
    error(say("no_such_term", tostring(name), table.concat(known, ", ")), 0)
end

--- Every price tried, with what it proves.
local Prices = {}
Prices.__index = Prices

--- What is proved when the term is at most so much.
function Prices:bound(most)
    local bound
    for _, tried in ipairs(self) do
        local proved = tried.bound and tried.bound - tried.price * most
        bound = proved and math.max(bound or proved, proved) or bound
    end
    return bound
end

--- Forget the price: the total is that of the goal.
local function unpriced(placement, k, price)
    local term = placement.terms[k]
    placement.total = placement.total - price * placement.amounts[k]
    term.weight = term.weight - price
    term.total = term.weight * placement.amounts[k]
end

--- Solve with a price more on term k; own terms are those of the problem.
function Prices:try(price, from)
    local terms = {}
    for k, term in ipairs(self.terms) do
        terms[k] = term
    end
    local term = {}
    for name, value in pairs(self.terms[self.k]) do
        term[name] = value
    end
    term.weight = term.weight + price
    terms[self.k] = term
    local placement = solve.again(self.placement,
                                  { terms = terms,
                                    from = (from or self.placement).handle },
                                  self.placement.best_mode, self.part)
    local tried = { price = price, placement = placement,
                    bound = placement.bound,
                    value = placement.amounts[self.k] }
    unpriced(placement, self.k, price)
    tried.total = placement.total
    self[#self + 1] = tried
    return tried
end

--- The search that keeps the limit itself, from the best that does.
function Prices:last(most, best)
    local terms, term = {}, { most = most }
    for k, own in ipairs(self.terms) do
        terms[k] = own
    end
    for name, value in pairs(self.terms[self.k]) do
        term[name] = value
    end
    terms[self.k] = term
    local placement = solve.again(self.placement, {
        terms = terms, from = best and best.placement.handle or nil,
    }, self.placement.best_mode)
    return { placement = placement, total = placement.total,
             bound = placement.bound }
end

local function prices_of(self, k, terms, part)
    return setmetatable({ placement = self, k = k, part = part or PART,
                          terms = terms or self.job.problem.terms }, Prices)
end

local function keeps(tried, most)
    return tried.value <= most + 1e-9 * (1 + math.abs(most))
end

--- Prices between one that is too low and one that is high enough.
local function narrow(prices, low, high, most)
    for _ = 1, 6 do
        local price = (low.price + high.price) / 2
        local tried = prices:try(price, high.placement)
        if keeps(tried, most) then
            high = tried
        else
            low = tried
        end
        if keeps(tried, most) and tried.value >= most - 1e-9 then
            break -- at the limit itself: proved
        end
    end
    return high
end

--- A price at which the limit is kept; nil when none is found.
local function high_enough(prices, first, most)
    local over = first.value - most
    local price = math.max(math.abs(first.total), 1) / (10 * (1 + over))
    local last = first
    for _ = 1, 12 do
        local tried = prices:try(price, last.placement)
        if keeps(tried, most) then
            return narrow(prices, last, tried, most)
        end
        last, price = tried, price * 4
    end
    return nil
end

--- The least goal with term k at most so much: the placement and its bound.
function limited.solve(self, k, most, terms, part)
    local prices = prices_of(self, k, terms, part)
    local first = prices:try(0)
    local best = keeps(first, most) and first
        or high_enough(prices, first, most)
    if best ~= first then
        best = prices:last(most, best)
    end
    local placement = best.placement
    local bound = math.max(prices:bound(most) or -math.huge,
                           best.bound or -math.huge)
    placement.bound = math.min(placement.total, bound)
    placement.gap = solve.gap(placement.total, placement.bound)
    return placement
end

--- The least sum of a term that is found when nothing else counts.
local function least_of(self, k)
    local alone = solve.terms(self, function(_, number)
        return { weight = number == k and 1 or 0 }
    end)
    return solve.again(self, { terms = alone }, self.best_mode).amounts[k]
end

--- The placement with the least goal in which a term is at most so much,
-- without its weight; bound and gap are of the limited problem.
function limited.within(self, name, most)
    if type(most) ~= "number" or most ~= most then
        error(say("bad_most", tostring(name)), 0)
    end
    local k = limited.number_of(self, name)
    local done, made = pcall(limited.solve, self, k, most)
    if not done then
        local least = least_of(self, k)
        error(least > most and say("within_least", tostring(name),
                                   wording.value(most + 0.0),
                                   wording.value(least + 0.0)) or made, 0)
    end
    return made
end

-- Moves against cost

--- The number of the term that counts changes, with weight 0 where the goal
-- has none, and the terms with it.
local function with_changes(self)
    local terms = {}
    if not self.job.problem.current_cluster then
        error(say "no_current", 0)
    end
    for k, term in ipairs(self.job.problem.terms) do
        if term.kind == "change" and not term.value then
            return k, self.job.problem.terms
        end
        terms[k] = term
    end
    terms[#terms + 1] = { id = "change", name = say "changes", kind = "change",
                          weight = 0, unit = say "moves" }
    return #terms, terms
end

--- The least goal with at most so many changes against the plan in force.
function limited.changes(self, most)
    if math.type(most) ~= "integer" or most < 0 then
        error(say("bad_changes", tostring(most)), 0)
    end
    local k, terms = with_changes(self)
    local done, made = pcall(limited.solve, self, k, most, terms)
    if not done then
        local fewest = limited.curve(self, 0)[1]
        error(fewest.moves > most and say("few_changes", most, fewest.moves)
            or made, 0)
    end
    return made
end

--- Between two points of the curve, at the price at which both cost the same,
-- lies another, or the way between them is straight.
local function between(prices, points, a, b, left)
    if left.count == 0 or a.value - b.value <= 1 then
        return
    end
    local price = (b.total - a.total) / (a.value - b.value)
    if price <= 0 then
        return
    end
    left.count = left.count - 1
    local tried = prices:try(price, a.placement)
    local new = tried.value < a.value and tried.value > b.value
    if not new then
        return
    end
    points[#points + 1] = tried
    between(prices, points, a, tried, left)
    between(prices, points, tried, b, left)
end

--- Points that no other beats in both, fewest changes first.
local function front_of(prices, points)
    table.sort(points, function(a, b)
        if a.value ~= b.value then
            return a.value < b.value
        end
        return a.total < b.total
    end)
    local front, least = {}, math.huge
    for _, point in ipairs(points) do
        if point.total < least - 1e-9 * (1 + math.abs(point.total)) then
            least = point.total
            local bound = prices:bound(point.value)
            bound = bound and math.min(bound, point.total)
            front[#front + 1] = {
                moves = math.floor(point.value + 0.5), total = point.total,
                bound = bound, placement = point.placement,
                gap = solve.gap(point.total, bound),
            }
        end
    end
    return front
end

--- What more changes against the plan in force are worth: { { moves =, total
-- = without the tax, bound =, gap =, placement = }, ... }, fewest first.
function limited.curve(self, most)
    local k, terms = with_changes(self)
    local own = {}
    for i, term in ipairs(terms) do
        own[i] = term
    end
    own[k] = { id = terms[k].id, name = terms[k].name, kind = "change",
               weight = 0, unit = terms[k].unit }
    local prices = prices_of(self, k, own)
    local free = prices:try(0)
    local tax = 10 * (math.abs(free.total) + 1)
    local few = prices:try(tax, free.placement)
    local points = { free, few }
    between(prices, points, free, few, { count = most or 8 })
    return shown.curve(front_of(prices, points))
end

return limited
