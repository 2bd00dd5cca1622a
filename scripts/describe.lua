-- luacheck: globals ccn print
--- `ccn describe s.lua`: what a script declares, without running the rest.
--
-- The script runs up to its declaration (ccn.scenario or ccn.parameters), and
-- no further: whatever else of ccn it calls first ends it, so no plan is opened
-- and nothing is computed.  What it prints is not shown.

local declare = require "scenario.declare"
local wording = require "wording"

local say = wording.of(require "lang.scenario")

--- What a script may call before its declaration.
local HARMLESS = { lang = true, nearest = true, width = true }

local function show(script, declaration, parameters)
    local table_of, rows = ccn.table, {}
    print(script)
    if declaration.question then
        print(("%s: %s"):format(say "question",
                                wording.text(declaration.question)))
    end
    if declaration.parent then
        print(("%s: %s"):format(say "parent", declaration.parent))
    end
    for name, parameter in pairs(parameters) do
        rows[#rows + 1] = { name, declare.values(parameter),
            parameter.needed and say "must be said"
                or declare.word(parameter, parameter.default),
            parameter[ccn.lang()] }
    end
    if #rows > 0 then
        print()
        print(table_of { columns = {
            say "parameter", { title = say "values", width = 40 },
            say "if not said", { title = say "meaning", width = 60 },
        }, rows = rows, width = 140 })
    end
end

--- Runs a chunk up to its declaration, which it gives; nil: there is none.
local function declaration_of(chunk)
    local found
    local stop = {}
    local kept, shown = {}, print
    local function finish(declaration)
        found = declaration
        error(stop, 0)
    end
    for name, value in pairs(ccn) do
        if type(value) == "function" and not HARMLESS[name] then
            kept[name] = value
            ccn[name] = function()
                error(stop, 0)
            end
        end
    end
    ccn.scenario = finish
    ccn.parameters = function(parameters)
        finish { parameters = parameters }
    end
    print = function() end
    local done, why = pcall(chunk)
    print = shown
    for name, value in pairs(kept) do
        ccn[name] = value
    end
    if not done and why ~= stop then
        error(why, 0)
    end
    return found
end

return function(chunk)
    local declaration = declaration_of(chunk)
    if not declaration then
        error(say("undeclared", ccn.script), 0)
    end
    show(ccn.script, declaration, declare.check(declaration))
end
