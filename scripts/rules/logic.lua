--- Three-valued logic with reasons: true, false, and nil for not known.
--
--     local is = require "rules.logic"
--     local found = is.any { is.compare("fill", 58.3, ">=", 60, "%"),
--                            is.compare("demand", nil, ">", 31.2, "ha") }
--     found.value            --> nil
--     found.missing          --> { "demand" }
--
-- A judgement is a table { value, kind, parts or figures, missing }.  `missing`
-- names the facts that would settle it, and is empty when it is settled.  The
-- connectives are those of Kleene's strong logic: a false part settles "all"
-- and a true one "any", whatever is not known beside it.

local logic = {}

local COMPARE = {
    ["<="] = function(a, b) return a <= b end,
    [">="] = function(a, b) return a >= b end,
    ["<"]  = function(a, b) return a < b end,
    [">"]  = function(a, b) return a > b end,
    ["="]  = function(a, b) return a == b end,
}

-- For a value that is known to lie between two: which end decides.
local RISES = { [">="] = true, [">"] = true }

--- Compares bounds: true when all values between them pass, false when none
-- does, nil otherwise.
local function between(bounds, operator, limit)
    local compare = COMPARE[operator]
    local worst, best = bounds.high, bounds.low
    if RISES[operator] then
        worst, best = bounds.low, bounds.high
    end
    local beyond = bounds.above and operator == "<=" and best >= limit
    if worst and compare(worst, limit) then
        return true
    elseif beyond or best and not compare(best, limit) then
        return false
    end
end

--- Compares a fact with a limit.  The value is a number, a flag, a day
-- ("2009-10-05"), bounds { low =, high = } or { low =, above = true } (more
-- than low), or nil when not known.
function logic.compare(fact, got, operator, limit, unit)
    local value
    if type(got) == "table" then
        value = between(got, operator, limit)
    elseif got ~= nil then
        value = COMPARE[operator](got, limit)
    end
    return { kind = "figure", fact = fact, got = got, operator = operator,
             limit = limit, unit = unit, value = value,
             missing = value == nil and { fact } or {} }
end

--- A figure of a rule against the case: is.figure(rule, case, "fill").
function logic.figure(rule, case, fact)
    local figure = rule.figures[fact]
    local found = logic.compare(fact, case[fact], figure.operator,
                                figure.limit, figure.unit)
    found.because = case.because and case.because[fact]
    local asked = case.asks and case.asks[fact]
    if found.value == nil and asked then
        found.missing = asked
    end
    return found
end

local function union(parts)
    local list, seen = {}, {}
    for _, part in ipairs(parts) do
        if part.value == nil then
            for _, name in ipairs(part.missing) do
                if not seen[name] then
                    seen[name] = true
                    list[#list + 1] = name
                end
            end
        end
    end
    return list
end

local function join(kind, parts, settles)
    local value = not settles
    for _, part in ipairs(parts) do
        if part.value == settles then
            return { kind = kind, parts = parts, value = settles, missing = {} }
        elseif part.value == nil then
            value = nil
        end
    end
    return { kind = kind, parts = parts, value = value,
             missing = value == nil and union(parts) or {} }
end

--- Every part holds.
function logic.all(parts)
    return join("all", parts, false)
end

--- One part holds.
function logic.any(parts)
    return join("any", parts, true)
end

--- Readings of one text that may differ: settled where all agree.
-- Each part has `reading`, what it is called.
function logic.readings(parts)
    if #parts == 0 then
        return logic.open "unit"
    end
    local value, same = parts[1].value, true
    for _, part in ipairs(parts) do
        same = same and part.value == value
    end
    local found = { kind = "readings", parts = parts, missing = {} }
    if same and value ~= nil then
        found.value = value
    else
        found.missing = union(parts)
        if not same then
            table.insert(found.missing, 1, "reading")
        end
    end
    return found
end

--- Not known, and what would settle it.
function logic.open(fact)
    return { kind = "open", fact = fact, missing = { fact } }
end

return logic
