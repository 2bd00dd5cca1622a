--- A plan in a world: everyone stays where and when the plan has them, and who
-- cannot is left out.
--
--     local placement = keep(world, options, { E1 = { cluster = "A",
--                                                     year = 2028 } })

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

--- Who moves earlier takes the land first, then who is first in the order, as
-- far as as many as can find land; nobody moves later than planned.
local function first_come(rows, years, moves)
    local base, part = #rows + 2, {}
    for i, row in ipairs(rows) do
        part[row.key] = 1 + (#rows - i) / (#rows * #rows)
    end
    local function earlier(row)
        local move, key = moves[key_of(row)], key_of(row)
        return move and part[key] * base ^ (years[2] - move.year) or 0
    end
    return {
        { name = "left out", kind = "left", weight = 1, value = earlier },
        { name = "late", kind = "wait", value = function() return 1 end,
          weight = base ^ (years[2] - years[1] + 2) },
    }
end

return function(world, options, moves)
    local order, rows = options.order(world), {}
    for entry in order do -- an order of ccn.rank or a selection
        rows[#rows + 1] = world:enterprise(entry.key)
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
    asked.terms = first_come(rows, asked.years, moves)
    return ccn.place(world, order, asked)
end
