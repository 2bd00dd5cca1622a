--- report:map(plan [, options]): the clusters of a plan where their place is
-- known, points and outlines, coloured by state; the others in a list beside.
--
-- Options: name, clusters (a selection; else all), title, class (function(row):
-- the text that colours a cluster instead of its state).

local geometry = require "report.geometry"
local labels   = require "report.labels"
local wording  = require "wording"

local say = wording.of(require "lang.report")

local function choice(row, field)
    local text = row:label(field)
    return text ~= "" and text or say "not known"
end

--- Known places: { row, shape }; unknown ones: rows.
local function split(clusters)
    local known, unknown = {}, {}
    for row in clusters do
        local shape = row.shape and geometry.read(row.shape)
        if shape then
            known[#known + 1] = { row = row, shape = shape }
        else
            unknown[#unknown + 1] = row
        end
    end
    return known, unknown
end

local function state_of(row)
    return choice(row, "state")
end

local function feature(place, latitude, class)
    local row = place.row
    local values = { name = row.key, state = class(row),
                     lon = row.lon, lat = row.lat,
                     area = row:text "total_area" }
    if place.shape.type == "Point" then
        local factor = math.cos(math.rad(latitude))
        values.x, values.y = row.lon * factor, row.lat
        return values, nil
    end
    return values, { type = "Feature", properties = values,
                     geometry = geometry.flatten(place.shape, latitude) }
end

local COLOR = { field = "state", type = "nominal", title = "",
                legend = { orient = "top" } }

local function text_mark(dx, dy, align)
    return { type = "text", fontSize = 11, dx = dx, dy = dy, align = align }
end

local SIDES = { top = text_mark(0, -12, "center"),
                bottom = text_mark(0, 13, "center"),
                right = text_mark(8, 0, "left"),
                left = text_mark(-8, 0, "right") }

-- In px; on a phone the picture is narrower.
local HEIGHT, WIDTH = 420, 640

local function tooltip(prefix)
    local list = {}
    for i, name in ipairs { "name", "state", "area", "lon", "lat" } do
        list[i] = { field = prefix .. name, title = say("map " .. name) }
    end
    return list
end

local function layers(points, outlines)
    local list = {}
    if #outlines > 0 then
        list[1] = { data = { values = outlines },
                    mark = { type = "geoshape", fillOpacity = 0.35,
                             strokeWidth = 1 },
                    encoding = {
                        color = { field = "properties.state",
                                  type = "nominal", title = "" },
                        tooltip = tooltip "properties.",
                    } }
    end
    if #points > 0 then
        local place = { longitude = { field = "x", type = "quantitative" },
                        latitude = { field = "y", type = "quantitative" } }
        list[#list + 1] = { data = { values = points },
            mark = { type = "circle", size = 90, opacity = 0.9 },
            encoding = { longitude = place.longitude,
                         latitude = place.latitude, color = COLOR,
                         tooltip = tooltip "" } }
        for side, mark in pairs(SIDES) do
            list[#list + 1] = { data = { values = points },
                transform = { { filter = { field = "label",
                                           equal = side } } },
                mark = mark, encoding = { longitude = place.longitude,
                    latitude = place.latitude, text = { field = "name" } } }
        end
    end
    return list
end

local function spec_of(known, class)
    local shapes, points, outlines = {}, {}, {}
    for i, place in ipairs(known) do
        shapes[i] = place.shape
    end
    local latitude = geometry.middle(shapes)
    for _, place in ipairs(known) do
        local values, outline = feature(place, latitude, class)
        if outline then
            outlines[#outlines + 1] = outline
        else
            points[#points + 1] = values
        end
    end
    if #points > 0 then
        labels.place(points, WIDTH, HEIGHT)
    end
    return { height = HEIGHT,
             projection = { type = "identity", reflectY = true },
             layer = layers(points, outlines) }
end

local function places_table(known, name, class)
    local rows = {}
    for i, place in ipairs(known) do
        local row = place.row
        rows[i] = { row.key, class(row), row.total_area, row.lon,
                    row.lat }
    end
    return { name = name .. "-places", columns = {
        { title = say "cluster" }, { title = say "map state" },
        { title = say "total area", unit = "ha", kind = "number" },
        { title = say "map lon", unit = "°", kind = "number", digits = 5 },
        { title = say "map lat", unit = "°", kind = "number", digits = 5 },
    }, rows = rows }
end

return function(report, plan, options)
    options = options or {}
    local name, class = options.name or "map", options.class or state_of
    local known, unknown = split(options.clusters or plan:clusters())
    if #known == 0 then
        report:text(say "no places")
    else
        report:chart { name = name, title = options.title or say "map",
                       spec = spec_of(known, class),
                       alt = say("map alt", #known, #unknown),
                       table = places_table(known, name, class),
                       note = say "map note" }
    end
    if #unknown > 0 then
        local keys = {}
        for i, row in ipairs(unknown) do
            keys[i] = row.key
        end
        report:text(say("no place", #unknown, table.concat(keys, ", ")))
    end
end
