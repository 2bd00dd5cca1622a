--- From a scale as one writes it to the scale of the engine.
--
--     { from = 0, to = 10 }                       0 is worst, 10 is best
--     { points = { { 0, 0 }, { 5, 4 }, { 20, 5 } } }   straight lines
--     { bands = { { 24, 4 }, { 36, 2 } }, above = 0 }  up to 24: 4, ...
--     { all = 20 }                                all or nothing from 20 on
--     { deduct = 1.5, out_of = 10 }               1.5 less per missing item
--     { values = { high = 2, low = 1 }, other = 0 }    categories
--
-- Points count out of `out_of`, by default the largest points of the scale.

local key_of = require "wording".key

local scales = {}

--- Names that a value of a field can have in a scale of categories.
local function name_of(value)
    if type(value) == "boolean" then
        return value and "yes" or "no"
    end
    return type(value) == "userdata" and key_of(value) or value
end

local function largest(points)
    local most = 0
    for _, p in ipairs(points) do
        most = math.max(most, p)
    end
    return most > 0 and most or 1
end

local function pairs_of(list)
    local at, points = {}, {}
    for i, pair in ipairs(list) do
        at[i], points[i] = pair[1], pair[2]
    end
    return at, points
end

local function line(scale)
    local from, to = scale.from, scale.to
    if from <= to then
        return { kind = "linear", at = { from, to }, points = { 0, 1 } }
    end
    return { kind = "linear", at = { to, from }, points = { 1, 0 } }
end

local function bands(scale)
    local at, points = pairs_of(scale.bands)
    points[#points + 1] = scale.above or 0
    return { kind = "bands", at = at, points = points }
end

--- Categories become the numbers 1, 2, ... in the order of their names; what
-- is not listed becomes 0 if the scale has points for others.
local function codes(scale)
    local names, at, points, code = {}, {}, {}, {}
    for name in pairs(scale.values) do
        names[#names + 1] = name
    end
    table.sort(names, function(x, y)
        return tostring(x) < tostring(y)
    end)
    if scale.other then
        at[1], points[1] = 0, scale.other
    end
    for i, name in ipairs(names) do
        code[name] = i
        at[#at + 1], points[#points + 1] = i, scale.values[name]
    end
    return { kind = "codes", at = at, points = points },
        function(value)
            return code[name_of(value)] or (scale.other and 0)
        end,
        { code = code, other = scale.other and 0 }
end

local function number(value)
    if type(value) == "boolean" then
        return value and 1 or 0
    end
    return tonumber(value)
end

--- The scale of the engine, the function that makes numbers of values (nil for
-- a value that it has no number for), and for categories { code =, other = }.
function scales.engine(scale)
    local made, encode, names
    if scale.values then
        made, encode, names = codes(scale)
    elseif scale.bands then
        made = bands(scale)
    elseif scale.points then
        local at, points = pairs_of(scale.points)
        made = { kind = "linear", at = at, points = points }
    elseif scale.all then
        made = { kind = "all", at = { scale.all }, points = { 1 } }
    elseif scale.deduct then
        made = { kind = "deduct", at = {},
                 points = { scale.out_of or 1, scale.deduct } }
    elseif scale.from and scale.to then
        made = line(scale)
    else
        return nil
    end
    made.out_of = scale.out_of or largest(made.points)
    return made, encode or number, names
end

scales.number = number

--- A value, or the whole one next to it in the direction in which worth rises.
local function whole_of(value, up, whole)
    local near = math.floor(value + 0.5)
    if not whole or math.abs(near - value) < 1e-9 then
        return whole and near or value
    end
    return up and math.ceil(value) or math.floor(value)
end

local REACH = {}

function REACH.from(scale, points, whole)
    local value = scale.from + points * (scale.to - scale.from)
    return points <= 1 and whole_of(value, scale.to > scale.from, whole) or nil
end

function REACH.all(scale, points)
    return points <= 1 and scale.all or nil
end

function REACH.points(scale, points, whole)
    for i = 2, #scale.points do
        local from, to = scale.points[i - 1], scale.points[i]
        local low, high = from[2], to[2]
        if (points - low) * (points - high) <= 0 and low ~= high then
            local value = from[1] + (points - low) / (high - low)
                * (to[1] - from[1])
            local next_one = whole_of(value, high > low, whole)
            local inside = next_one >= from[1] and next_one <= to[1]
            return inside and next_one or value
        end
    end
end

function REACH.bands(scale, points)
    local best, value
    for _, band in ipairs(scale.bands) do
        if band[2] >= points - 1e-12 and (not best or band[2] < best) then
            best, value = band[2], band[1]
        end
    end
    return value
end

function REACH.values(scale, points)
    local best, name
    for category, worth in pairs(scale.values) do
        if worth >= points - 1e-12 and (not best or worth < best) then
            best, name = worth, category
        end
    end
    return name
end

function REACH.deduct(scale, points)
    local left = (scale.out_of or 1) - points
    return scale.deduct > 0 and math.max(0, (left + 1e-9) // scale.deduct)
        or nil
end

--- A value that is worth so much, or the next that is worth more (a whole one
-- if asked for); nil when the scale has none.
function scales.reach(scale, worth, whole)
    local made = scales.engine(scale)
    for kind, reach in pairs(REACH) do
        if scale[kind] then
            return reach(scale, worth * made.out_of, whole)
        end
    end
end

return scales
