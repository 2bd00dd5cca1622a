--- From rows and criteria to the problem of the engine.

local scales  = require "rank.scales"
local wording = require "wording"

local say, key_of = wording.of(require "lang.rank"), wording.key

local problem = {}

local POLICY = { refuse = "refuse", worst = "worst", best = "best",
                 ["leave out"] = "out" }
local NORMAL = { vector = true, minmax = true, ratio = true }
local OPTIONS = {}
for _, name in ipairs { "name", "en", "vi", "doc", "field", "value", "scale",
                        "normal", "lower", "weight", "missing", "ground",
                        "unknown", "values", "least", "most" } do
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

local function column_of(criterion, encode, rows)
    local column = {}
    for i, row in ipairs(rows) do
        local value = problem.value(criterion, row)
        column[i] = value ~= nil
            and encoded(criterion, encode, key_of(row), value)
    end
    return column
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
        local scale, encode = scales.engine(criterion.scale)
        if scale then
            return "scale", encode, scale
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
    local normal, encode, scale = scale_of(criterion, options.normal)
    local missing, assumed = missing_of(criterion, encode)
    return { name = criterion.name, weight = criterion.weight,
             normal = normal, scale = scale, lower = criterion.lower,
             missing = missing, assumed = assumed,
             column = column_of(criterion, encode, rows) }
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

local function gate_of(gate, rows)
    check_options(gate)
    if not ({ refuse = true, pass = true, exclude = true })[gate.unknown] then
        error(say("no_unknown", gate.name), 0)
    end
    local column = {}
    for i, row in ipairs(rows) do
        column[i] = gate_passes(gate, problem.value(gate, row))
    end
    return { name = gate.name, column = column, least = 1,
             unknown = gate.unknown }
end

local METHODS = { sum = true, topsis = true }

--- The problem of the engine for these rows.
function problem.make(rows, criteria, options)
    local method = options.method or "sum"
    if not METHODS[method] then
        error(say("no_method", tostring(method)), 0)
    end
    local made = { method = method, keys = {}, criteria = {}, gates = {} }
    for i, row in ipairs(rows) do
        made.keys[i] = key_of(row)
    end
    for i, criterion in ipairs(criteria) do
        made.criteria[i] = criterion_of(criterion, i, rows, options)
    end
    for i, gate in ipairs(criteria.gates or {}) do
        made.gates[i] = gate_of(gate, rows)
    end
    return made
end

return problem
