--- From rows and criteria to the problem of the engine.

local hint     = require "names".hint
local rows_of  = require "rank.rows"
local is_scale = require "rank.scale_sound"
local scales   = require "rank.scales"
local sound    = require "rank.sound"
local tree     = require "rank.tree"
local wording  = require "wording"

local say, key_of = wording.of(require "lang.rank"), wording.key
local wrong = wording.of(require "lang.sound")

local problem = {}

local POLICY = { refuse = "refuse", worst = "worst", best = "best",
                 interval = "interval", ["leave out"] = "out" }
local OPTIONS = {}
for _, name in ipairs { "name", "en", "vi", "doc", "field", "value", "scale",
                        "normal", "lower", "weight", "missing", "ground",
                        "unknown", "values", "least", "most", "labels",
                        "unit", "article" } do
    OPTIONS[name] = true
end

local function check_options(thing)
    for option in pairs(thing) do
        if not OPTIONS[option] then
            error(say("no_option", thing.name, tostring(option))
                  .. hint(option, OPTIONS), 0)
        end
    end
    if not (thing.field or thing.value) then
        error(say("no_value", thing.name), 0)
    end
    sound.source(thing)
end

--- The value of a row for a criterion or a gate; nil for unknown.
function problem.value(thing, row)
    if thing.value then
        return thing.value(row)
    end
    return row[thing.field]
end

--- An error of the field of a criterion or gate, without the line of this file.
local function field_fails(thing, kind, why)
    why = type(why) == "string" and wrong("field_fails", wrong(kind),
                                          thing.name,
                                          (why:gsub("^[^\n]-:%d+: ", "")))
        or why
    error(why, 0)
end

--- The column of a field as the engine has it, or nil.
local function field_of(thing, rows, kind, ...)
    local done, column = pcall(rows.column, rows, thing.field, ...)
    return done and column or not done and field_fails(thing, kind, column)
        or nil
end

--- The values of all rows, nil for unknown.  An error gets its place.
local function values_of(thing, rows, kind)
    local values, at = {}, 0
    local done, why = pcall(function()
        for i = 1, #rows do
            at = i
            values[i] = problem.value(thing, rows:row(i))
        end
    end)
    if done then
        return values
    elseif not thing.value then
        field_fails(thing, kind, why)
    end
    error(type(why) == "string" and wrong("function_fails", wrong(kind),
                                          thing.name, key_of(rows:row(at)),
                                          why) or why, 0)
end

local function encoded(criterion, encode, row, value)
    local number = encode(value)
    if number == nil or number ~= number then
        local text = criterion.scale and criterion.scale.values
            and "no_category" or "no_number"
        error(say(text, criterion.name, key_of(row), sound.shown(value)), 0)
    end
    return number
end

--- The column for the engine, and the values as people know them.  A field is
-- taken as it lies in the plan where the engine can.
local function column_of(criterion, rows, encode, names)
    if not criterion.value then
        local column = field_of(criterion, rows, "criterion",
                                names and names.code, names and names.other)
        if column then
            return column, column
        end
    end
    local column, values = {}, values_of(criterion, rows, "criterion")
    for i = 1, #rows do
        column[i] = values[i] ~= nil
            and encoded(criterion, encode, rows:row(i), values[i])
    end
    return column, values
end

--- What an unknown counts as: the name of the policy and the number assumed.
local function missing_of(criterion, encode)
    local missing = criterion.missing
    if type(missing) == "table" and missing.value ~= nil then
        local number = encode(missing.value)
        if number == nil or number ~= number then
            error(wrong("no_assumed", criterion.name,
                        sound.shown(missing.value)), 0)
        end
        return "value", number
    end
    return POLICY[missing] or error(say("no_missing", criterion.name), 0)
end

local function scale_of(criterion, normal)
    normal = criterion.normal or normal
    if criterion.scale ~= nil then
        is_scale(criterion)
        local scale, encode, names = scales.engine(criterion.scale)
        return "scale", encode, scale, names
    elseif normal then
        return normal, scales.number
    end
    error(say("no_scale", criterion.name), 0)
end

--- What a criterion says by itself: way, encoder, scale and names of its
-- values, and what an unknown counts as.
local function sound_criterion(criterion, options)
    check_options(criterion)
    sound.criterion(criterion)
    local normal, encode, scale, names = scale_of(criterion, options.normal)
    local missing, assumed = missing_of(criterion, encode)
    return normal, encode, scale, names, missing, assumed
end

local function criterion_of(criterion, rows, options)
    local normal, encode, scale, names, missing, assumed =
        sound_criterion(criterion, options)
    local column, values = column_of(criterion, rows, encode, names)
    return { name = criterion.name, weight = criterion.weight,
             normal = normal, scale = scale, lower = criterion.lower,
             missing = missing, assumed = assumed,
             column = column, values = values, encode = encode,
             names = names }
end

--- 1 passes, 0 does not, false is unknown.
local function gate_passes(gate, row, value)
    if value == nil then
        return false
    elseif gate.values then
        local name = type(value) == "userdata" and key_of(value) or value
        return gate.values[name] and 1 or 0
    elseif type(value) == "boolean" then
        return value and 1 or 0
    end
    sound.gate_value(gate, key_of(row), value)
    return value >= (gate.least or value) and value <= (gate.most or value)
        and 1 or 0
end

--- A gate on a field whose values the engine can take, or nil.
local function gate_on_field(gate, rows)
    if gate.value then
        return nil
    elseif not gate.values then
        local bounds = type(gate.least or gate.most) == "number"
            and type(gate.most or gate.least) == "number"
        local column = bounds and field_of(gate, rows, "gate")
        return column and { column = column, least = gate.least,
                            most = gate.most }
    end
    local code = {}
    for name, passes in pairs(gate.values) do
        if type(name) ~= "string" then
            return nil
        end
        code[name] = passes and 1 or 0
    end
    local column = field_of(gate, rows, "gate", code, 0)
    return column and { column = column, least = 1 }
end

local function sound_gate(gate)
    check_options(gate)
    sound.gate(gate)
    if not ({ refuse = true, pass = true, exclude = true })[gate.unknown] then
        error(say("no_unknown", gate.name), 0)
    end
end

local function gate_of(gate, rows)
    sound_gate(gate)
    local made = gate_on_field(gate, rows)
    if not made then
        made = { column = {}, least = 1 }
        local values = values_of(gate, rows, "gate")
        for i = 1, #rows do
            made.column[i] = gate_passes(gate, rows:row(i), values[i])
        end
    end
    made.name, made.unknown = gate.name, gate.unknown
    return made
end

local function each_gate(criteria, call)
    sound.list(criteria.gates or {}, "gates")
    for i, gate in ipairs(criteria.gates or {}) do
        sound.named(gate, "gate", i)
        call(gate, i)
    end
end

--- Whether criteria make sense before there are rows; refuses them if not.
function problem.check(criteria)
    for _, criterion in ipairs((tree.flatten(criteria))) do
        sound_criterion(criterion, { normal = "minmax" })
        sound.weight(criterion)
    end
    each_gate(criteria, sound_gate)
end

local METHODS = { sum = true, topsis = true }

--- The problem of the engine for the rows of a selection.
function problem.make(selection, criteria, options)
    local method = options.method or "sum"
    if not METHODS[method] then
        error(say("no_method", tostring(method)), 0)
    end
    local rows = rows_of(selection)
    local made = { method = method, rows = rows, keys = rows:keys(),
                   criteria = {}, gates = {} }
    for i, criterion in ipairs(criteria) do
        made.criteria[i] = criterion_of(criterion, rows, options)
    end
    each_gate(criteria, function(gate, i)
        made.gates[i] = gate_of(gate, rows)
    end)
    return made
end

return problem
