--- The moves of a placement and of the plan in force, and the options that
-- ccn.place gets for a world.

local worth = {}

--- Options of ccn.place: a table, or a function of the world that gives one.
function worth.place(world, options)
    local place = options.place
    return type(place) == "function" and place(world) or place
end

--- { [key] = { cluster =, year = } } of a placement.
function worth.moves(placement)
    local moves = {}
    for _, move in ipairs(placement.placed) do
        moves[move.key] = { cluster = move.cluster.key, year = move.year }
    end
    return moves
end

--- The same of what the plan in force says.
function worth.in_force(plan)
    local moves = {}
    for row in plan:enterprises() do
        if row.destination and row.move_year then
            moves[row.key] = { cluster = row.destination.key,
                               year = row.move_year }
        end
    end
    return moves
end

return worth
