--- How the alternatives do in many futures: a small sweep over what is not
-- known, with the share in which each beats doing nothing and its most regret.

local cost  = require "propose.cost"
local keep  = require "propose.keep"
local value = require "propose.value"
local worth = require "propose.worth"

--- The value of moves carried out in a future, of the terms that are weighed.
local function value_of(options, weighed, world, moves)
    local placement = keep(world, options, moves)
    local terms = value.terms(world, options, worth.place(world, options).years)
    local sums
    local amounts = value.amounts(terms, placement, function()
        sums = sums or cost.of(world, options, worth.moves(placement))
        return sums
    end)
    return value.sum(terms, amounts, weighed)
end

return function(self)
    local options, weighed, ways = self.options, self.weighed, {}
    local futures = options.futures
    for i, found in ipairs(self.alternatives) do
        -- doing nothing carries out the plan in force
        ways[i] = { id = found.id,
                    moves = found.id == "nothing" and self.in_force
                        or found.moves }
    end
    local outputs = {}
    for i, way in ipairs(ways) do
        outputs[i] = way.id
    end
    local results = ccn.sweep {
        name = futures.name or "proposal", plan = self.world,
        design = futures.design or "latin", n = futures.n or 40,
        seed = futures.seed or 1, factors = futures.factors,
        outputs = outputs,
        run = function(_, fork)
            local values = {}
            for _, way in ipairs(ways) do
                values[way.id] = value_of(options, weighed, fork,
                                          way.moves)
            end
            return values
        end,
    }
    local column = {}
    for _, id in ipairs(outputs) do
        column[id] = results:column(id)
    end
    self.futures = { n = #results, failed = results.failed }
    for _, found in ipairs(self.alternatives) do
        local better, counted, most = 0, 0, 0
        for k = 1, #results do
            local here, nothing = column[found.id][k], column.nothing[k]
            if here and nothing then
                local best = here
                for _, id in ipairs(outputs) do
                    best = math.min(best, column[id][k] or best)
                end
                counted = counted + 1
                better = better + (here < nothing - 1e-9 and 1 or 0)
                most = math.max(most, here - best)
            end
        end
        found.regret = counted > 0 and most or nil
        if found.id ~= "nothing" then
            found.beats = counted > 0 and better / counted or nil
        end
    end
end
