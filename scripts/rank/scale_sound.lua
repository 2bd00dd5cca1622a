--- Whether a scale is one: of a single kind, nothing misspelt, and every number
-- a number.  Whether the numbers rise and the points fit: core/rank/scale.h.

local sound   = require "rank.sound"
local wording = require "wording"

local say, shown = wording.of(require "lang.sound"), sound.shown

--- The kinds, and what each can have beside `out_of`.
local KINDS = {
    { "from", "to" }, { "points" }, { "bands", "above" }, { "all" },
    { "deduct" }, { "values", "other" },
}

local function fail(criterion, ...)
    error(say("in_scale", criterion.name, say(...)), 0)
end

local function check_number(criterion, what, value)
    if type(value) ~= "number" or value ~= value
        or math.abs(value) == math.huge then
        fail(criterion, "scale_number", what, shown(value))
    end
end

--- The one kind that a scale has.
local function kind_of(criterion, scale)
    local found
    for _, kind in ipairs(KINDS) do
        local has = scale[kind[1]] ~= nil
        if has and found then
            fail(criterion, "two_kinds", found[1], kind[1])
        end
        found = has and kind or found
    end
    return found or fail(criterion, "no_kind")
end

local function check_names(criterion, scale, kind)
    for name in pairs(scale) do
        if name ~= "out_of" and name ~= kind[1] and name ~= kind[2] then
            fail(criterion, "scale_option", kind[1], tostring(name))
        end
    end
end

local function check_pairs(criterion, what, list)
    if type(list) ~= "table" then
        fail(criterion, "scale_list", what, shown(list))
    end
    sound.list(list, what)
    for i, pair in ipairs(list) do
        if type(pair) ~= "table" then
            fail(criterion, "scale_list", what, shown(pair))
        end
        check_number(criterion, ("%s[%d][1]"):format(what, i), pair[1])
        check_number(criterion, ("%s[%d][2]"):format(what, i), pair[2])
    end
end

local function check_values(criterion, values)
    if type(values) ~= "table" then
        fail(criterion, "scale_values", shown(values))
    end
    for name, points in pairs(values) do
        if type(name) ~= "string" and type(name) ~= "number" then
            fail(criterion, "scale_name", shown(name))
        end
        check_number(criterion, ("values['%s']"):format(name), points)
    end
end

--- Fails when a criterion's scale is none.
return function(criterion)
    local scale = criterion.scale
    if type(scale) ~= "table" then
        fail(criterion, "scale_table", shown(scale))
    end
    local kind = kind_of(criterion, scale)
    check_names(criterion, scale, kind)
    if scale.points or scale.bands then
        check_pairs(criterion, kind[1], scale[kind[1]])
    elseif scale.values then
        check_values(criterion, scale.values)
    else
        check_number(criterion, kind[1], scale[kind[1]])
    end
    for _, name in ipairs { "above", "other", "out_of" } do
        if scale[name] ~= nil then
            check_number(criterion, name, scale[name])
        end
    end
    if scale.from then
        check_number(criterion, "to", scale.to)
    end
end
