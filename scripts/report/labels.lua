--- Where the names on a map go without running into each other.
--
--     labels.place(points, 700, 420)
--
-- Each point has x, y (any unit, y upwards) and name.  It gets label: "top",
-- "bottom", "right", "left", or nil where there is no room for its name; the
-- points are taken as they come, so the same points give the same map.

local labels = {}

local HEIGHT = 13 -- of a line of 11 px text
local LETTER = 6.2 -- mean width of a letter of it
local GAP = 8 -- from the middle of a point

local SIDES = { "top", "right", "left", "bottom" }

local function box(point, side)
    local wide = LETTER * utf8.len(point.name)
    if side == "right" then
        return point.px + GAP, point.py - HEIGHT / 2, wide
    elseif side == "left" then
        return point.px - GAP - wide, point.py - HEIGHT / 2, wide
    end
    local top = side == "top" and point.py - GAP - HEIGHT or point.py + GAP
    return point.px - wide / 2, top, wide
end

local function free(taken, left, top, wide)
    for _, other in ipairs(taken) do
        if left < other[1] + other[3] and other[1] < left + wide
            and top < other[2] + other[4] and other[2] < top + HEIGHT then
            return false
        end
    end
    return true
end

--- Points in pixels of a picture of this size, as the page will draw them.
local function scale(points, width, height)
    local x0, x1, y0, y1 = math.huge, -math.huge, math.huge, -math.huge
    for _, point in ipairs(points) do
        x0, x1 = math.min(x0, point.x), math.max(x1, point.x)
        y0, y1 = math.min(y0, point.y), math.max(y1, point.y)
    end
    local factor = math.min(width / math.max(x1 - x0, 1e-9),
                            height / math.max(y1 - y0, 1e-9))
    local pixels = {}
    for i, point in ipairs(points) do
        pixels[i] = { name = point.name, px = (point.x - x0) * factor,
                      py = (y1 - point.y) * factor }
    end
    return pixels
end

function labels.place(points, width, height)
    local pixels, taken = scale(points, width, height), {}
    for i, point in ipairs(pixels) do
        taken[i] = { point.px - 5, point.py - 5, 10, 10 }
    end
    for i, point in ipairs(pixels) do
        for _, side in ipairs(SIDES) do
            local left, top, wide = box(point, side)
            if free(taken, left, top, wide) then
                points[i].label = side
                taken[#taken + 1] = { left, top, wide, HEIGHT }
                break
            end
        end
    end
end

return labels
