--- What a plan is worth in a world: everyone stays where and when the plan has
-- them, and who cannot is left out.
--
--     local found = keep(world, options, { E1 = { cluster = "A",
--                                                 year = 2028 } })
--     found.value, found.placement
--
-- The value is the sum of the years waited since the first year, and for who
-- is left out one more than all years: the less the better.  It is that of the
-- goal of ccn.place (propose/solve.lua).

local worth = require "propose.worth"

local key_of = require "wording".key

--- Each one is kept from every cluster but its own.
local function exclusions(rows, clusters, moves)
    local list = {}
    for _, row in ipairs(rows) do
        local move = moves[row.key]
        if not move then
            list[#list + 1] = { enterprise = row.key }
        end
        for cluster in move and clusters or function() end do
            if cluster.key ~= move.cluster then
                list[#list + 1] = { enterprise = row.key,
                                    cluster = cluster.key }
            end
        end
    end
    return list
end

return function(world, options, moves)
    local order, rows = options.order(world), {}
    for row in world:enterprises() do
        rows[#rows + 1] = row
    end
    local asked = {}
    for name, value in pairs(worth.place(world, options)) do
        asked[name] = value
    end
    asked.mode, asked.solver = "best", nil
    asked.steps, asked.seconds = options.steps or 2000, nil
    asked.exclude = exclusions(rows, asked.clusters or world:clusters(), moves)
    asked.earliest = function(row)
        return moves[key_of(row)] and moves[key_of(row)].year
    end
    asked.terms = {
        { name = "left out", kind = "left", weight = 1,
          value = function() return 1 end },
        { name = "late", kind = "wait", weight = 1000,
          value = function() return 1 end },
    }
    local placement = ccn.place(world, order, asked)
    return { placement = placement,
             value = worth.of(placement, asked.years) }
end
