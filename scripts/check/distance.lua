--- Points of one commune that lie too far apart to be in one commune.

-- Ours: farther apart than this within one commune is worth asking about.
local FAR = 15 -- km

local RADIUS = 6371.0088 -- mean radius of the earth, km

--- Great-circle distance in km (haversine).
local function distance(a, b)
    local y1, y2 = math.rad(a.lat), math.rad(b.lat)
    local dy, dx = y2 - y1, math.rad(b.lon - a.lon)
    local h = math.sin(dy / 2) ^ 2
        + math.cos(y1) * math.cos(y2) * math.sin(dx / 2) ^ 2
    return 2 * RADIUS * math.asin(math.sqrt(h))
end

--- Clusters with a point, by the one unit they lie in.
local function by_unit(plan)
    local order, units = {}, {}
    for cluster in plan:clusters() do
        local unit = cluster.unit
        if unit and cluster.lon and #(cluster.units or {}) <= 1 then
            local key = unit.key
            if not units[key] then
                units[key] = {}
                order[#order + 1] = key
            end
            table.insert(units[key], cluster)
        end
    end
    return order, units
end

local function pair(key, a, b, add)
    local km = distance(a, b)
    if km <= FAR then
        return
    end
    add {
        id = "points-far-apart", severity = "warning", object = "unit " .. key,
        field = "shape",
        text = {
            en = "the points of %s and %s, both in it, lie %.1f km apart",
            vi = "tọa độ %s và %s, cùng một xã, phường, cách nhau %.1f km",
        },
        values = { a.key, b.key, km },
        terms = { km = km, a = a.key, b = b.key },
        sources = { a.origin, b.origin },
    }
end

return function(plan, add)
    local order, units = by_unit(plan)
    for _, key in ipairs(order) do
        local list = units[key]
        for i = 1, #list do
            for j = i + 1, #list do
                pair(key, list[i], list[j], add)
            end
        end
    end
end
