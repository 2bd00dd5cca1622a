--- ccn.parameters { ... }: the parameters of a script alone; scenario.lua.

local scenario = require "scenario"
local shape    = require "shape"
local wording  = require "wording"

return function(parameters)
    wording.run(shape.needed, "parameters", parameters, "table")
    return scenario { parameters = parameters }
end
