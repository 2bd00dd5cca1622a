--- Solving the problem of a placement again, with some of it changed.
--
--     local other = solve.again(placement, { pin_year = none })
--
-- The search begins with the placement that is there and the prices of its
-- proof, so that a small change costs little.

local wording = require "wording"

local key_of = wording.key

local solve = {}

--- part is the share of the work of the first solving; 1 if not said.
function solve.again(self, fields, mode, part)
    local problem = {}
    for name, value in pairs(self.job.problem) do
        problem[name] = value
    end
    for name, value in pairs(fields) do
        problem[name] = value
    end
    problem.mode = mode or problem.mode
    problem.from = fields.from or self.handle
    problem.seconds = problem.seconds and problem.seconds * (part or 1)
    problem.steps = problem.steps
        and math.max(1, math.floor(problem.steps * (part or 1)))
    local job = setmetatable({ problem = problem }, { __index = self.job })
    local handle = wording.engine("place", problem, self.watch)
    local made = self.make(handle, job, self.options)
    made.mode = problem.mode == "strict" and "strict" or "best"
    made.excluded = self.excluded
    return made
end

--- The terms with the fields that change(term, number) gives.
function solve.terms(self, change)
    local terms = {}
    for k, term in ipairs(self.job.problem.terms) do
        terms[k] = {}
        for name, value in pairs(term) do
            terms[k][name] = value
        end
        for name, value in pairs(change(term, k) or {}) do
            terms[k][name] = value
        end
    end
    return terms
end

--- Those who go elsewhere, or at another time, in another placement.
function solve.differing(a, b)
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

--- How far a total is from its bound, as a share of it.
function solve.gap(total, bound)
    if not bound then
        return nil
    end
    return total ~= 0 and math.max(0, (total - bound) / math.abs(total)) or 0
end

return solve
