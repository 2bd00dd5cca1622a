--- Factors: what a sweep varies.
--
--     factors = {
--         cost   = { 0.8, 1.5 },                    -- uniform
--         delay  = { whole = { 0, 3 } },            -- 0, 1, 2 or 3
--         flow   = { triangular = { 80, 120, 300 }, unit = "m³/day" },
--         price  = { normal = { 1, 0.1 }, low = 0.5, high = 2 },
--         growth = { lognormal = { 0, 0.2 } },      -- of the logarithm
--         rule   = { values = { "strict", "best" }, weights = { 2, 1 } },
--         fixed  = 5,
--     }
--
-- in the order of their names, or a list of such tables with `name` in the
-- order given.  values may be numbers, texts, yes and no, tables (weights of
-- criteria) or functions (rules): run gets the value itself, the results hold
-- its number from 1 unless all are numbers.  Besides:
--
--   unit, en, vi, note    for people; note says where the range comes from
--   base                  of one at a time, else the median
--   levels                of a grid
--   field                 { "phase", "Âu Lâu/2", "opens" }: written into the
--                         fork of the plan that run gets
--   by                    "set", or "add" and "times": to what stands there

local hint    = require "names".hint
local wording = require "wording"

local say = wording.of(require "lang.sweep")

local factors = {}

-- How many numbers a distribution has.
local KINDS = { uniform = 2, whole = 2, triangular = 3, normal = 2,
                lognormal = 2 }

local KNOWN = { name = true, unit = true, en = true, vi = true, note = true,
                base = true, levels = true, field = true, by = true,
                low = true, high = true, values = true, weights = true,
                fixed = true, [1] = true, [2] = true }

--- The fewest digits that read back to the same number.
local function number(value)
    local text = ("%.15g"):format(value)
    return tonumber(text) == value and text or ("%.17g"):format(value)
end

local function check(given, name)
    for option in pairs(given) do
        if not KNOWN[option] and not KINDS[option] then
            error(say("no_factor_option", name, tostring(option))
                  .. hint(option, KNOWN), 0)
        end
    end
end

--- The distribution as the engine takes it, and as text.
local function numbers(kind, list, name)
    local words, made = { kind }, { kind = kind }
    local n = KINDS[kind] or 1
    if type(list) ~= "table" or #list ~= n then
        error(say("not_numbers", name, kind, n), 0)
    end
    for i, letter in ipairs { "a", "b", "c" } do
        if i <= n then
            if type(list[i]) ~= "number" then
                error(say("not_numbers", name, kind, n), 0)
            end
            made[letter], words[i + 1] = list[i], number(list[i])
        end
    end
    made.whole = kind == "whole"
    return made, table.concat(words, " ")
end

--- What a value of a list is called in a file.
local function label(value, i)
    local kind = type(value)
    if kind == "string" or kind == "boolean" then
        return tostring(value)
    elseif kind == "number" then
        return number(value)
    end
    return "#" .. i
end

local function choice(list, weights, name)
    if type(list) ~= "table" or #list == 0 then
        error(say("no_values", name), 0)
    end
    local made = { kind = "choice", values = {}, weights = weights,
                   labelled = 0, whole = true }
    local words = {}
    for i, value in ipairs(list) do
        made.labelled = type(value) == "number" and made.labelled or #list
        made.whole = made.whole and math.type(value) == "integer"
        words[i] = label(value, i)
    end
    for i, value in ipairs(list) do
        made.values[i] = made.labelled == 0 and value or i
    end
    return made, "choice " .. table.concat(words, "|")
end

local function distribution(given, name)
    if given.values then
        return choice(given.values, given.weights, name)
    elseif given.fixed then
        return numbers("fixed", { given.fixed }, name)
    elseif given[1] then
        return numbers("uniform", { given[1], given[2] }, name)
    end
    for kind in pairs(KINDS) do
        if given[kind] then
            return numbers(kind, given[kind], name)
        end
    end
    error(say("no_distribution", name), 0)
end

local function factor_of(given, name)
    if type(given) == "number" then
        given = { fixed = given }
    end
    if type(given) ~= "table" then
        error(say("no_distribution", tostring(name)), 0)
    end
    check(given, name)
    local made, what = distribution(given, name)
    if given.low or given.high then
        made.low = given.low or -math.huge
        made.high = given.high or math.huge
        what = ("%s from %s to %s"):format(what, number(made.low),
                                           number(made.high))
    end
    made.name, made.what, made.unit = name, what, given.unit or ""
    made.title = wording.title { en = given.en, vi = given.vi, name = name }
    made.note, made.base, made.levels = given.note or "", given.base,
        given.levels
    made.field, made.by = given.field, given.by or "set"
    if given.field then
        made.note = ("%s [%s %s]"):format(made.note, made.by,
                                          table.concat(given.field, "/"))
    end
    return made
end

--- The list for the engine, and of each factor the values run gets, or false.
function factors.of(given)
    local list, labels = {}, {}
    local function add(factor, name)
        if type(name) ~= "string" or name == "" then
            error(say("no_factor_name", #list + 1), 0)
        end
        local made = factor_of(factor, name)
        list[#list + 1] = made
        labels[#list] = made.labelled and made.labelled > 0
            and factor.values or false
    end
    if #given > 0 then
        for _, factor in ipairs(given) do
            add(factor, type(factor) == "table" and factor.name)
        end
    else
        for name, factor in pairs(given) do
            add(factor, name)
        end
    end
    return list, labels
end

return factors
