--- ccn.parameters { ... }: the parameters of a script alone; scenario.lua.

local scenario = require "scenario"

return function(parameters)
    return scenario { parameters = parameters }
end
