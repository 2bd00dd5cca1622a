--- When no schedule keeps all the limits: how much more money would be enough.

local wording = require "wording"

local relax = {}

local MOST_SOURCES = 7 -- that the engine tells apart

local function sum(list)
    local total = 0
    for _, amount in ipairs(list) do
        total = total + amount
    end
    return total
end

--- VND that would be enough, there from the first year on and for any cost; nil
-- where more money alone is not enough.  The engine takes as little of it as it
-- can, which is the whole goal.
function relax.money(job)
    local problem, sources = {}, job.problem.sources
    if #sources >= MOST_SOURCES then
        return nil
    end
    for name, value in pairs(job.problem) do
        problem[name] = value
    end
    local budget = {}
    for t = 1, #job.years do
        budget[t] = t == 1 and sum(problem.pay_amount) or 0
    end
    problem.terms, problem.sources = {}, {}
    for s, source in ipairs(sources) do
        problem.sources[s] = {}
        for name, value in pairs(source) do
            problem.sources[s][name] = value
        end
        problem.sources[s].weight = nil
    end
    table.insert(problem.sources, { name = "more", budget = budget,
                                    carry = true, weight = 1 })
    local handle = wording.engine("schedule", problem)
    local spent = handle and -wording.engine("scheduled", handle).total or 0
    return spent > 0 and math.ceil(spent) or nil
end

return relax
