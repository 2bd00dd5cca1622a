--- Parameters of a script: what is declared, and words read against it.
--
-- kind: "whole", "number", "text", "choice", "flag", "date" or "file"; if not
-- said it follows from the default or the choices.

local days    = require "rules.days"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.scenario")

local declare = {}

local function kind_of(parameter)
    if parameter.choices then
        return "choice"
    end
    local default = parameter.default
    local kinds = { integer = "whole", float = "number" }
    return kinds[math.type(default)]
        or type(default) == "boolean" and "flag" or "text"
end

--- A number within the limits, as people read them.
local function range(parameter)
    local least, most = parameter.least, parameter.most
    local function text(value)
        return wording.value(value)
    end
    local unit = parameter.unit and " " .. wording.unit(parameter.unit) or ""
    if least and most then
        return say("from to", text(least), text(most)) .. unit
    elseif least then
        return say("from", text(least)) .. unit
    elseif most then
        return say("up to", text(most)) .. unit
    end
    return say "any" .. unit
end

--- What a parameter takes, in words.
function declare.values(parameter)
    local kind = parameter.kind
    if kind == "choice" then
        return table.concat(parameter.choices, "|")
    elseif kind == "flag" then
        return "yes|no"
    elseif kind == "whole" or kind == "number" then
        return say("a " .. kind, range(parameter))
    elseif kind == "text" and (parameter.least or parameter.most) then
        return say("a text of", range(parameter))
    end
    return say("a " .. kind)
end

local READ = {}

local function within(parameter, value)
    return (not parameter.least or value >= parameter.least)
        and (not parameter.most or value <= parameter.most)
end

function READ.whole(parameter, word)
    local value = word:find "^[+-]?%d+$" and math.tointeger(tonumber(word))
    return value and within(parameter, value) and value or nil
end

function READ.number(parameter, word)
    local plain = word:find "^[+-]?%d+%.?%d*$"
        or word:find "^[+-]?%d+%.?%d*[eE][+-]?%d+$"
    local value = plain and tonumber(word)
    if not value or value - value ~= 0 or not within(parameter, value) then
        return nil
    end
    return value + 0.0
end

function READ.text(_, word)
    return word ~= "" and word or nil
end

READ.file = READ.text

function READ.choice(parameter, word)
    for _, choice in ipairs(parameter.choices) do
        if choice == word then
            return word
        end
    end
end

function READ.flag(_, word)
    local values = { yes = true, no = false }
    return values[word]
end

function READ.date(_, word)
    return word:find "^%d%d%d%d%-%d%d%-%d%d$" and days.add(word, 0) == word
        and word or nil
end

--- The value of a word of the command line; refuses what is none.
function declare.read(parameter, word)
    local value = READ[parameter.kind](parameter, word)
    if value == nil then
        local text = say("must be", parameter.name, declare.values(parameter),
                         word)
        local pointed = word:gsub(",", ".")
        if parameter.kind == "number" and pointed ~= word
            and READ.number(parameter, pointed) then
            text = text .. say("point", pointed)
        end
        ccn.engine.usage(text)
    end
    return value
end

--- A value as the command line would say it.
function declare.word(parameter, value)
    if value == nil then
        return "–"
    elseif parameter.kind == "flag" then
        return value and "yes" or "no"
    elseif parameter.kind == "number" then
        return ("%.15g"):format(value)
    end
    return tostring(value)
end

local KNOWN = { kind = "string", unit = true, en = "string",
                vi = "string", needed = "boolean", choices = "table",
                least = "number", most = "number", default = true }

local function check_fields(name, parameter)
    for field, value in pairs(parameter) do
        local wanted = KNOWN[field]
        if not wanted then
            local names = {}
            for known in pairs(KNOWN) do
                names[#names + 1] = known
            end
            error(say("no field", name, tostring(field),
                      ccn.nearest(tostring(field), names)
                      or table.concat(names, ", ")), 0)
        elseif wanted ~= true and type(value) ~= wanted then
            error(say("field", name, field, wanted, type(value)), 0)
        end
    end
end

--- The default must be what the command line could say.
local function check_default(parameter)
    local default = parameter.default
    if default == nil then
        return
    end
    local done, value = pcall(declare.read, parameter,
                              declare.word(parameter, default))
    if not done then
        error(say("default", value), 0)
    end
    parameter.default = value
end

local function checked(name, given)
    if type(name) ~= "string" or not name:find "^[%a_][%w_]*$" then
        error(say("name", tostring(name)), 0)
    elseif type(given) ~= "table" then
        error(say("table", name, type(given)), 0)
    end
    check_fields(name, given)
    local parameter = { name = name }
    for field, value in pairs(given) do
        parameter[field] = value
    end
    parameter.kind = given.kind or kind_of(given)
    if not READ[parameter.kind] then
        error(say("kind", name, parameter.kind), 0)
    elseif not (given.en and given.vi) then
        error(say("doc", name), 0)
    elseif parameter.kind == "choice" and not given.choices then
        error(say("choices", name), 0)
    end
    check_default(parameter)
    return parameter
end

local PARTS = { question = true, parent = true, parameters = true }

--- The parameters of a declaration, each with its name and kind.
function declare.check(declaration)
    if type(declaration) ~= "table" then
        error(say "declaration", 0)
    end
    for part in pairs(declaration) do
        if not PARTS[part] then
            error(say("part", tostring(part)), 0)
        end
    end
    local parameters = {}
    shape.value("parameters", declaration.parameters, "table")
    for name, given in pairs(declaration.parameters or {}) do
        parameters[name] = checked(name, given)
    end
    return parameters
end

return declare
