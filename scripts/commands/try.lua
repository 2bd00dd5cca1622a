--- Calls a function for a command: what goes wrong is about the files and words
-- the person gave, so its message names no line of a script.
--
--     local try = require "commands.try"
--     local plan = try(ccn.open, ccn.args[1])

return function(call, ...)
    local good, result = pcall(call, ...)
    if not good then
        error(result, 0)
    end
    return result
end
