--- From rows and criteria to the problem of the engine.

local rows_of = require "rank.rows"
local scales  = require "rank.scales"
local wording = require "wording"

local say, key_of = wording.of(require "lang.rank"), wording.key

local problem = {}

local POLICY = { refuse = "refuse", worst = "worst", best = "best",
                 interval = "interval", ["leave out"] = "out" }
local NORMAL = { vector = true, minmax = true, ratio = true }
local OPTIONS = {}
for _, name in ipairs { "name", "en", "vi", "doc", "field", "value", "scale",
                        "normal", "lower", "weight", "missing", "ground",
                        "unknown", "values", "least", "most", "labels",
                        "unit" } do
    OPTIONS[name] = true
end

local function check_options(thing)
    for option in pairs(thing) do
        if not OPTIONS[option] then
            error(say("no_option", thing.name, tostring(option)), 0)
        end
    end
    if not (thing.field or thing.value) then
        error(say("no_value", thing.name), 0)
    end
end

--- The value of a row for a criterion or a gate; nil for unknown.
function problem.value(thing, row)
    if thing.value then
        return thing.value(row)
    end
    return row[thing.field]
end

local function encoded(criterion, encode, key, value)
    local number = encode(value)
    if number == nil then
        local text = criterion.scale and criterion.scale.values
            and "no_category" or "no_number"
        error(say(text, criterion.name, key, wording.value(value)), 0)
    end
    return number
end

--- The column for the engine, and the values as people know them.  A field is
-- taken as it lies in the plan where the engine can.
local function column_of(criterion, rows, encode, names)
    if not criterion.value then
        local column = rows:column(criterion.field, names and names.code,
                                   names and names.other)
        if column then
            return column, column
        end
    end
    local column, values = {}, {}
    for i = 1, #rows do
        local row = rows:row(i)
        local value = problem.value(criterion, row)
        values[i] = value
        column[i] = value ~= nil
            and encoded(criterion, encode, key_of(row), value)
    end
    return column, values
end

--- What an unknown counts as: the name of the policy and the number assumed.
local function missing_of(criterion, encode)
    local missing = criterion.missing
    if type(missing) == "table" and missing.value ~= nil then
        return "value", encoded(criterion, encode, "missing", missing.value)
    end
    return POLICY[missing] or error(say("no_missing", criterion.name), 0)
end

local function scale_of(criterion, normal)
    if criterion.scale then
        local scale, encode, names = scales.engine(criterion.scale)
        if scale then
            return "scale", encode, scale, names
        end
    elseif NORMAL[criterion.normal or normal] then
        return criterion.normal or normal, scales.number
    end
    error(say("no_scale", criterion.name), 0)
end

local function criterion_of(criterion, index, rows, options)
    if not criterion.name then
        error(say("no_name", index), 0)
    end
    check_options(criterion)
    if not criterion.weight then
        error(say("no_weight", criterion.name), 0)
    end
    local normal, encode, scale, names = scale_of(criterion, options.normal)
    local missing, assumed = missing_of(criterion, encode)
    local column, values = column_of(criterion, rows, encode, names)
    return { name = criterion.name, weight = criterion.weight,
             normal = normal, scale = scale, lower = criterion.lower,
             missing = missing, assumed = assumed,
             column = column, values = values, encode = encode,
             names = names }
end

--- 1 passes, 0 does not, false is unknown.
local function gate_passes(gate, value)
    if value == nil then
        return false
    elseif gate.values then
        local name = type(value) == "userdata" and key_of(value) or value
        return gate.values[name] and 1 or 0
    elseif type(value) == "boolean" then
        return value and 1 or 0
    end
    return value >= (gate.least or value) and value <= (gate.most or value)
        and 1 or 0
end

--- A gate on a field whose values the engine can take, or nil.
local function gate_on_field(gate, rows)
    if gate.value then
        return nil
    elseif not gate.values then
        local column = (gate.least or gate.most) and rows:column(gate.field)
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
    local column = rows:column(gate.field, code, 0)
    return column and { column = column, least = 1 }
end

local function gate_of(gate, rows)
    check_options(gate)
    if not ({ refuse = true, pass = true, exclude = true })[gate.unknown] then
        error(say("no_unknown", gate.name), 0)
    end
    local made = gate_on_field(gate, rows)
    if not made then
        made = { column = {}, least = 1 }
        for i = 1, #rows do
            made.column[i] = gate_passes(gate, problem.value(gate,
                                                             rows:row(i)))
        end
    end
    made.name, made.unknown = gate.name, gate.unknown
    return made
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
        made.criteria[i] = criterion_of(criterion, i, rows, options)
    end
    for i, gate in ipairs(criteria.gates or {}) do
        made.gates[i] = gate_of(gate, rows)
    end
    return made
end

return problem
