--- The value of a placement, and the options that ccn.place gets for a world.

local worth = {}

--- Options of ccn.place: a table, or a function of the world that gives one.
function worth.place(world, options)
    local place = options.place
    return type(place) == "function" and place(world) or place
end

--- What one who is left out counts: one more than all years.
function worth.left(years)
    return years[2] - years[1] + 2
end

--- The years waited, those left out, and what places are worth (prefer, a
-- function of enterprise and cluster, in years waited).
function worth.of(placement, years, prefer)
    local sum = #placement.waiting * worth.left(years)
    for _, move in ipairs(placement.placed) do
        sum = sum + move.year - years[1]
            + (prefer and prefer(move.row, move.cluster) or 0)
    end
    return sum
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
