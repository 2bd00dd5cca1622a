--- Whether what ccn.rank is given makes sense, before anything is counted.  An
-- error names the criterion or the gate, and says what it should be.  Scales:
-- rank/scale_sound.lua; what the engine checks (bounds, weights below 0, the
-- values themselves): core/rank/check.h.

local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.sound")

local sound = {}

local function fail(...)
    error(say(...), 0)
end

--- A wrong thing as people know it.
function sound.shown(value)
    if type(value) == "table" or type(value) == "function" then
        return type(value)
    end
    return value == nil and "nil" or wording.value(value)
end

local shown = sound.shown

local OPTIONS = { method = true, normal = true }
local NORMAL = { vector = true, minmax = true, ratio = true, share = true }

local function check_options(options)
    if type(options) ~= "table" then
        fail("no_options", shown(options))
    end
    for name in pairs(options) do
        if not OPTIONS[name] then
            fail("no_option", tostring(name))
        end
    end
    if options.normal ~= nil and not NORMAL[options.normal] then
        fail("no_normal", shown(options.normal))
    end
end

--- The arguments of ccn.rank.
function sound.arguments(selection, criteria, options)
    if not shape.fits(selection, "rows") then
        fail("no_selection", shown(selection))
    elseif type(criteria) ~= "table" then
        fail("no_criteria", shown(criteria))
    end
    check_options(options or {})
    local gates = criteria.gates
    if gates ~= nil and type(gates) ~= "table" then
        fail("no_gates", shown(gates))
    end
end

--- A list without holes: a loop would end at one and lose what follows.
function sound.list(list, name)
    local last = 0
    for key in pairs(list) do
        last = math.type(key) == "integer" and math.max(last, key) or last
    end
    for i = 1, last do
        if list[i] == nil then
            fail("hole", name, i)
        end
    end
end

--- One of a list, which must be a table and have a name; place says where.
function sound.named(thing, kind, place)
    if type(thing) ~= "table" then
        fail("no_" .. kind, place, shown(thing))
    elseif type(thing.name) ~= "string" or thing.name == "" then
        fail("no_name", say(kind), place)
    end
end

--- Where the values of a criterion or gate come from.
function sound.source(thing)
    if thing.field ~= nil and thing.value ~= nil then
        fail("two_sources", thing.name)
    elseif thing.value ~= nil and type(thing.value) ~= "function" then
        fail("no_function", thing.name, shown(thing.value))
    end
end

--- A criterion with values of its own.
function sound.criterion(criterion)
    local name, normal = criterion.name, criterion.normal
    if type(criterion.weight) ~= "number" then
        fail("no_weight", name, shown(criterion.weight))
    elseif criterion.scale ~= nil and normal ~= nil then
        fail("scale_and_normal", name)
    elseif criterion.scale ~= nil and criterion.lower ~= nil then
        fail("scale_and_lower", name)
    elseif normal ~= nil and not NORMAL[normal] then
        fail("no_normal_of", name, shown(normal))
    end
end

--- What the engine says of weights, before there is one.
function sound.weight(criterion)
    local weight = criterion.weight
    if not (weight >= 0 and weight < math.huge) then
        fail("no_weight", criterion.name, shown(weight))
    end
end

--- A gate says whom it lets pass.
function sound.gate(gate)
    if gate.values ~= nil and type(gate.values) ~= "table" then
        fail("gate_values", gate.name, shown(gate.values))
    end
    for _, bound in ipairs { "least", "most" } do
        local value = gate[bound]
        if value ~= nil and type(value) ~= "number"
            and type(value) ~= "string" or value ~= value then
            fail("gate_bound", gate.name, bound, shown(value))
        end
    end
end

--- A value that a gate compares, and its bounds, are of one type; without
-- bounds it is true or false.
function sound.gate_value(gate, key, value)
    local bound = gate.least or gate.most
    if bound == nil then
        fail("gate_yes_no", gate.name, key, shown(value))
    elseif value ~= value or type(value) ~= type(bound) then
        fail("gate_type", gate.name, key, shown(value), shown(bound))
    end
end

return sound
