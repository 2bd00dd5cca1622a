--- Whether one who waits could be placed under the limits of terms (within,
-- most_changes), everyone else staying: the engine looks at the other limits.

local term_limits = {}

--- As place_amount of core/place/place.c: what one adds to a term; cluster nil:
-- left out.
local AMOUNT = {
    wait = function(problem, e, c, t)
        local earliest = problem.earliest and problem.earliest[e] or 1
        return e, c and t - earliest or 0
    end,
    left = function(_, e, c)
        return e, c and 0 or 1
    end,
    pair = function(problem, e, c)
        return (e - 1) * #problem.clusters + (c or 1), c and 1 or 0
    end,
    change = function(problem, e, c, t)
        local there = problem.current_cluster[e]
        local when = problem.current_year[e]
        local moved = there and (c ~= there or when and t ~= when)
        return e, moved and 1 or 0
    end,
}

local function amount_of(problem, term, e, c, t)
    local at, times = AMOUNT[term.kind](problem, e, c, t)
    return times * (term.value and (term.value[at] or 0) or 1)
end

--- The one, and those who move together with it.
function term_limits.mates(problem, e)
    local number = problem.together and problem.together[e]
    local list = { e }
    for m = 1, number and #problem.enterprises or 0 do
        if m ~= e and problem.together[m] == number then
            list[#list + 1] = m
        end
    end
    return list
end

--- Whether every limited term could be kept with it in a cluster from a year on
-- (numbers); amounts are the sums of the placement.
function term_limits.kept(problem, amounts, e, c, t)
    local mates = term_limits.mates(problem, e)
    for k, term in ipairs(problem.terms) do
        local sum = amounts[k]
        for _, m in ipairs(term.most and mates or {}) do
            sum = sum + amount_of(problem, term, m, c, t)
                - amount_of(problem, term, m)
        end
        if term.most and sum > term.most + 1e-9 * (1 + math.abs(term.most)) then
            return false
        end
    end
    return true
end

return term_limits
