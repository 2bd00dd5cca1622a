--- Calls a function for a command: what goes wrong is about the files and words
-- the person gave, so its message names no line of a script.
--
--     local try = require "commands.try"
--     local plan = try(ccn.open, ccn.args[1])

local function given(good, ...)
    if not good then
        error((...), 0)
    end
    return ...
end

return function(call, ...)
    return given(pcall(call, ...))
end
