--- Points of one commune too far apart to be in it, and points too close to
-- hold the clusters they stand for.

-- Ours: farther apart than this within one commune is worth asking about.
local FAR = 15 -- km

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

--- The two points of a unit that lie farthest apart, and how many pairs are
-- farther apart than they should be.
local function farthest(list)
    local most, one, other, pairs_far = 0, nil, nil, 0
    for i = 1, #list do
        for j = i + 1, #list do
            local km = list[i]:distance(list[j])
            pairs_far = pairs_far + (km > FAR and 1 or 0)
            if km > most then
                most, one, other = km, list[i], list[j]
            end
        end
    end
    return most, one, other, pairs_far
end

local function apart(key, list, add)
    local km, a, b, count = farthest(list)
    if km <= FAR then
        return
    end
    add {
        id = "points-far-apart", severity = "warning", object = "unit " .. key,
        field = "shape",
        text = count > 1 and {
            en = "the points of %s and %s, both in it, lie %.1f km apart, and "
                .. "%d more pairs too far",
            vi = "tọa độ %s và %s, cùng một xã, phường, cách nhau %.1f km, và "
                .. "còn %d cặp quá xa",
        } or {
            en = "the points of %s and %s, both in it, lie %.1f km apart",
            vi = "tọa độ %s và %s, cùng một xã, phường, cách nhau %.1f km",
        },
        values = { a.key, b.key, km, count - 1 },
        terms = { km = km, a = a.key, b = b.key, pairs = count },
        sources = { a.origin, b.origin },
    }
end

--- Clusters whose centres lie closer than two squares of their areas allow:
-- possible only if they are long and thin, or if a point is wrong.
local function close(a, b, add)
    local function side(cluster)
        return math.sqrt(cluster.planned_area / 100) -- km
    end
    local km, least = a:distance(b), (side(a) + side(b)) / 2
    if km < least then
        add {
            id = "points-too-close", severity = "note", object = a,
            field = "shape",
            text = {
                en = "its point lies %.2f km from that of %s; two squares of "
                    .. "%.4g and %.4g ha need %.2f km",
                vi = "tọa độ cách %.2f km so với %s; hai hình vuông %.4g và "
                    .. "%.4g ha cần %.2f km",
            },
            values = { km, b.key, a.planned_area, b.planned_area, least },
            terms = { km = km, least = least, a = a.key, b = b.key },
            sources = { a.origin, b.origin },
        }
    end
end

local DEGREE = 110 -- km of latitude, at the least

--- Only neighbours by latitude can be close: the list is sorted by it.
local function all_close(plan, add)
    local list, widest = {}, 0
    for cluster in plan:clusters() do
        if cluster.lon and cluster.planned_area then
            list[#list + 1] = cluster
            widest = math.max(widest, math.sqrt(cluster.planned_area / 100))
        end
    end
    table.sort(list, function(a, b)
        if a.lat ~= b.lat then
            return a.lat < b.lat
        end
        return a.key < b.key
    end)
    for i = 1, #list do
        for j = i + 1, #list do
            if (list[j].lat - list[i].lat) * DEGREE > widest then
                break
            end
            close(list[i], list[j], add)
        end
    end
end

return function(plan, add)
    all_close(plan, add)
    local order, units = by_unit(plan)
    for _, key in ipairs(order) do
        apart(key, units[key], add)
    end
end
