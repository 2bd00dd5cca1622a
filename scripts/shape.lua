--- What a script writes by hand in a table, checked before it is used: each
-- name is one that is read, each value of a kind that is expected there.
--
--     shape.check("schedule", options, {
--         demand = "function(cluster, year)", budget = '"plan"|list',
--     })
--     --> schedule: demand must be function(cluster, year), got 5
--
-- Kinds stand between bars: number (not infinite, not NaN), bound (may be
-- infinite), integer, text, flag (true or false), table, list (a table without
-- names), rows (what a loop takes: a selection, an order), row (or its key),
-- field (its name), day (2026-09-15), plan, any; "..." is that text alone, and
-- what begins with "function" a function called so.

local names   = require "names"
local wording = require "wording"

local say = wording.of(require "lang.names")

local shape = {}

local function callable(value)
    local meta = type(value) == "table" and getmetatable(value)
    return type(meta) == "table" and meta.__call ~= nil
end

--- Whether a userdata has a method of this name: plans fork, selections where.
local function can(value, name)
    if type(value) ~= "userdata" then
        return false
    end
    local done, method = pcall(function() return value[name] end)
    return done and type(method) == "function"
end

local function is_list(value)
    if type(value) ~= "table" then
        return false
    end
    for name in pairs(value) do
        if math.type(name) ~= "integer" then
            return false
        end
    end
    return true
end

local IS = {
    any = function() return true end,
    number = function(value)
        return type(value) == "number" and value == value
            and math.abs(value) < math.huge
    end,
    bound = function(value)
        return type(value) == "number" and value == value
    end,
    integer = function(value) return math.type(value) == "integer" end,
    text = function(value) return type(value) == "string" end,
    day = function(value)
        return type(value) == "string"
            and value:find "^%d%d%d%d%-%d%d%-%d%d$" ~= nil
    end,
    flag = function(value) return type(value) == "boolean" end,
    table = function(value) return type(value) == "table" end,
    list = is_list,
    rows = function(value)
        return type(value) == "function" or callable(value)
            or can(value, "where")
    end,
    row = function(value)
        return type(value) == "string" or type(value) == "userdata"
            and not can(value, "where") and not can(value, "fork")
    end,
    field = function(value) return type(value) == "string" end,
    plan = function(value) return can(value, "fork") end,
}

local function fits(value, kind)
    local word = kind:match '^"(.*)"$'
    if word then
        return value == word
    elseif kind:find "^function" then
        return type(value) == "function" or callable(value)
    end
    return IS[kind](value)
end

--- Whether the value is of a kind.
shape.fits = fits

local function title(kind)
    return IS[kind] and say("kind_" .. kind) or kind
end

--- A value as its script would write it, as far as one line shows it.
function shape.shown(value)
    local kind = type(value)
    if kind == "string" then
        return '"' .. value .. '"'
    elseif kind == "table" or kind == "function" then
        return say("got_" .. kind)
    end
    return value ~= value and "NaN" or tostring(value)
end

--- What a field or a function of the script says of a row; nil for nothing.
-- A field that the table has not is an error of the script, not of the library.
function shape.read(what, row, ...)
    if type(what) == "function" then
        return what(row, ...)
    elseif what == nil then
        return nil
    end
    local done, value = pcall(function() return row[what] end)
    if not done then
        error((tostring(value):gsub("^[^\n]-:%d+: ", "")), 0)
    end
    return value
end

--- The value is there, and of one of the kinds.
function shape.needed(where, value, kinds)
    local titles = {}
    for kind in kinds:gmatch "[^|]+" do
        if fits(value, kind) then
            return
        end
        titles[#titles + 1] = title(kind)
    end
    error(say("no_kind", where, names.either(titles), shape.shown(value)), 0)
end

--- The value is nil or false, which is to say nothing, or of one of the kinds.
function shape.value(where, value, kinds)
    if value then
        shape.needed(where, value, kinds)
    end
end

--- Every name of the table is one of the fields, and its value of their kind.
-- Numbers count as names unless `numbers` is true.
function shape.check(where, given, fields, numbers)
    shape.needed(where, given, "table")
    local list = {}
    for name in pairs(fields) do
        list[#list + 1] = name
    end
    names.only(where, given, list, numbers)
    for name, kinds in pairs(fields) do
        shape.value(where .. ": " .. name, given[name], kinds)
    end
end

return shape
