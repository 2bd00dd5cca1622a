-- luacheck: globals ccn
--- ccn.scenario { ... }: what a script asks and what it can be told, declared
-- before anything is computed.
--
--     local p = ccn.scenario {
--         question = { en = "What if the land opens late?",
--                      vi = "Nếu đất mở muộn thì sao?" },
--         parent = "Close Đầm Hồng",
--         parameters = {
--             delay = { default = 1, least = 0, most = 5, unit = "year",
--                       en = "how late the phase opens",
--                       vi = "giai đoạn mở muộn bao lâu" },
--         },
--     }
--     late:phase("Âu Lâu/2").opens = 2027 + p.delay
--
-- The words of the command line are checked against it, `ccn describe s.lua`
-- prints it, and the log of runs keeps the values after defaults.
-- ccn.parameters { ... } declares parameters alone.  docs/scenarios.md

local declare = require "scenario.declare"
local json    = require "report.json"
local wording = require "wording"

local say = wording.of(require "lang.scenario")

local usage = ccn.engine.usage

--- Refuses a name that nothing has, and names the nearest.
local function unknown(name, parameters)
    local names = {}
    for known in pairs(parameters) do
        names[#names + 1] = known
    end
    local near = ccn.nearest(name, names)
    if near then
        usage(say("near", name, near))
    elseif #names == 0 then
        usage(say("none", name))
    end
    usage(say("unknown", name, table.concat(names, ", ")))
end

local function check_words(parameters)
    for name, value in pairs(ccn.args) do
        if type(name) == "number" then
            local parameter = parameters[value]
            usage(parameter and say("alone", value, value,
                                    declare.values(parameter))
                  or say("word", value))
        elseif not parameters[name] then
            unknown(name, parameters)
        end
    end
end

local Values = {}

--- A misspelt parameter in the script itself.
function Values.__index(self, name)
    local parameters = getmetatable(self).parameters
    if parameters[name] then
        return nil
    end
    local done, why = pcall(unknown, tostring(name), parameters)
    error(done or why, 2)
end

--- The values after defaults; those without one are nil.
local function values_of(parameters)
    local values = {}
    for name, parameter in pairs(parameters) do
        local word = ccn.args[name]
        if word ~= nil then
            values[name] = declare.read(parameter, word)
        elseif parameter.needed then
            usage(say("needed", name, declare.values(parameter)))
        else
            values[name] = parameter.default
        end
    end
    return values
end

return function(declaration)
    local parameters = wording.run(declare.check, declaration)
    check_words(parameters)
    local values = values_of(parameters)
    ccn.engine.parameters(json(values), wording.text(declaration.question))
    return setmetatable(values, { __index = Values.__index,
                                  parameters = parameters })
end
