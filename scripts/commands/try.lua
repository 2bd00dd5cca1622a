--- Calls a function for a command: what goes wrong is about the files and words
-- the person gave, so its message names no line of a script.
--
--     local try = require "commands.try"
--     local plan = try(ccn.open, ccn.args[1])

-- What only a fault of a script says: there the line helps.
local FAULTS = { "^attempt to ", "^bad argument " }

-- The folder of the scripts that ship, by the place of an error here.
local _, here = pcall(function() error "" end)
local FOLDER = here:match "^(.*)commands/try%.lua:" or ""

--- Whether it is the path of a script that ships; of a long one Lua shows the
-- end, behind three points.
local function is_shipped(path)
    local name = path:match "^%.%.%..*/scripts/(.+)$"
    if not name and path:sub(1, #FOLDER) == FOLDER then
        name = path:sub(#FOLDER + 1)
    end
    return name and ccn.shipped(name)
end

--- Without the file and line of a script that ships.
local function plain(message)
    local path, rest = tostring(message):match "^([^\n:]+%.lua):%d+: (.*)$"
    if not (path and is_shipped(path)) then
        return message
    end
    for _, fault in ipairs(FAULTS) do
        if rest:find(fault) then
            return message
        end
    end
    return plain(rest)
end

local function given(good, ...)
    if not good then
        error(plain((...)), 0)
    end
    return ...
end

return function(call, ...)
    return given(pcall(call, ...))
end
