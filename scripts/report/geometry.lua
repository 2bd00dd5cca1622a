--- Shapes as GeoJSON, in a flat picture of a small region.
--
--     local shape = geometry.read "POINT (104.9 21.7)"
--     shape.type, shape.coordinates     --> Point, { 104.9, 21.7 }
--
-- Points, lines, polygons and their collections, as well-known text in
-- degrees.  geometry.flatten multiplies longitudes by the cosine of a middle
-- latitude, so that a map of a province looks right without a projection.

local geometry = {}

local TYPES = { POINT = "Point", LINESTRING = "LineString",
                POLYGON = "Polygon", MULTIPOINT = "MultiPoint",
                MULTILINESTRING = "MultiLineString",
                MULTIPOLYGON = "MultiPolygon" }

local function number_list(text)
    local list = {}
    for number in text:gmatch "[^%s]+" do
        list[#list + 1] = tonumber(number)
    end
    return { list[1], list[2] }
end

--- "(a, (b, c))" as nested lists of points.
local function nested(text, at)
    local list = {}
    at = at + 1
    while true do
        at = text:find("%S", at)
        local sign = text:sub(at, at)
        if sign == "(" then
            list[#list + 1], at = nested(text, at)
        elseif sign == ")" then
            return list, at + 1
        elseif sign == "," then
            at = at + 1
        else
            local last = text:find("[,()]", at)
            list[#list + 1] = number_list(text:sub(at, last - 1))
            at = last
        end
    end
end

--- The shape of a well-known text; nil for one without points or of a kind
-- that maps do not show.
function geometry.read(text)
    local name, begin = text:match "^(%u+)%s*[ZM]*%s*()%("
    local kind = TYPES[name]
    if not kind then
        return nil
    end
    local coordinates = nested(text, begin)
    if kind == "Point" then
        coordinates = coordinates[1]
    elseif kind == "MultiPoint" then
        for i, point in ipairs(coordinates) do
            coordinates[i] = type(point[1]) == "table" and point[1] or point
        end
    end
    return { type = kind, coordinates = coordinates }
end

--- Calls a function for every point.
function geometry.each(coordinates, call)
    if type(coordinates[1]) == "number" then
        call(coordinates)
    else
        for _, part in ipairs(coordinates) do
            geometry.each(part, call)
        end
    end
end

--- The middle of all points of several shapes, in degrees of latitude.
function geometry.middle(shapes)
    local low, high = math.huge, -math.huge
    for _, shape in ipairs(shapes) do
        geometry.each(shape.coordinates, function(point)
            low, high = math.min(low, point[2]), math.max(high, point[2])
        end)
    end
    return (low + high) / 2
end

--- Longitudes shortened by the cosine of a latitude.
function geometry.flatten(shape, latitude)
    local factor = math.cos(math.rad(latitude))
    geometry.each(shape.coordinates, function(point)
        point[1] = point[1] * factor
    end)
    return shape
end

return geometry
