--- Scales, unknowns and gates in words, for people who approve them.

local wording = require "wording"

local say    = wording.of(require "lang.drafting")
local number = wording.number

local words = {}

local function figure(value, unit)
    local text = number(value, "%.10g")
    return unit and unit ~= "" and text .. " " .. unit or text
end

--- The field of a criterion in the model, for its unit and its labels; those
-- of the criterion itself come first.
local function field_of(criterion)
    local known = {}
    for _, field in ipairs(criterion.field and ccn.fields "enterprise" or {}) do
        known = field.name == criterion.field and field or known
    end
    known.own = criterion.labels or {}
    return known
end

local function label(field, value)
    if field.own[value] then
        return wording.text(field.own[value])
    end
    for i, choice in ipairs(field.choices or {}) do
        if choice == value then
            return ccn.lang() == "vi" and field.labels[i]
                or (choice:gsub("_", " "))
        end
    end
    local plain = { yes = "yes", no = "no" }
    return plain[value] and say(value)
        or (tostring(value):gsub("_", " "))
end

local function largest(list)
    local most = 0
    for _, points in ipairs(list) do
        most = math.max(most, points)
    end
    return most
end

local function values_of(scale, field)
    local parts, points = {}, {}
    for value, count in pairs(scale.values) do
        parts[#parts + 1] = { label(field, value), count }
        points[#points + 1] = count
    end
    table.sort(parts, function(x, y)
        if x[2] ~= y[2] then
            return x[2] > y[2]
        end
        return x[1] < y[1]
    end)
    if scale.other then
        parts[#parts + 1] = { say "other", scale.other }
    end
    for i, part in ipairs(parts) do
        parts[i] = part[1] .. ": " .. figure(part[2])
    end
    return say("of", table.concat(parts, "; "),
               figure(scale.out_of or largest(points)))
end

local function steps_of(scale, list, text, unit)
    local parts, points = {}, { scale.above }
    for i, pair in ipairs(list) do
        parts[i] = say(text, figure(pair[1], unit), figure(pair[2]))
        points[#points + 1] = pair[2]
    end
    if scale.bands then
        parts[#parts + 1] = say("above", figure(scale.above or 0))
    end
    return say("of", table.concat(parts, "; "),
               figure(scale.out_of or largest(points)))
end

--- What a value is worth.
function words.scale(criterion)
    local scale, field = criterion.scale, field_of(criterion)
    local unit = wording.text(criterion.unit) or field.unit
    if not scale then
        return say("data", tostring(criterion.normal))
    elseif scale.values then
        return values_of(scale, field)
    elseif scale.points then
        return steps_of(scale, scale.points, "at", unit)
    elseif scale.bands then
        return steps_of(scale, scale.bands, "up_to", unit)
    elseif scale.all then
        return say("all", figure(scale.all, unit))
    elseif scale.deduct then
        return say("deduct", figure(scale.deduct), figure(scale.out_of))
    end
    return say("line", figure(scale.from, unit), figure(scale.to, unit))
end

local MISSING = { refuse = "refuse", worst = "worst", best = "best",
                  interval = "interval", ["leave out"] = "leave_out" }

--- What an unknown value counts as.
function words.missing(criterion)
    local missing = criterion.missing
    if type(missing) == "table" then
        return say("value", label(field_of(criterion), missing.value))
    end
    return say(MISSING[missing] or "unstated")
end

--- Whom a gate lets pass.
function words.gate(gate)
    local parts = {}
    for value, passes in pairs(gate.values or {}) do
        if passes then
            parts[#parts + 1] = label(field_of(gate), value)
        end
    end
    table.sort(parts)
    if gate.least then
        parts[#parts + 1] = "≥ " .. figure(gate.least, field_of(gate).unit)
    end
    if gate.most then
        parts[#parts + 1] = "≤ " .. figure(gate.most, field_of(gate).unit)
    end
    return #parts > 0 and table.concat(parts, ", ") or say "by_function"
end

return words
