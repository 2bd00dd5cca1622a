--- Lets a test require the modules of a scenario as if it ran in its folder.
--
--     ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"
--     local land = require "land"
--
-- Modules of the test and shipped ones come first, then those of the folder.

-- luacheck: globals require

return function(folder)
    local own, loaded = require, {}
    require = function(name)
        if loaded[name] ~= nil then
            return loaded[name]
        end
        local good, module = pcall(own, name)
        if not good then
            local missing = ("module '%s'"):format(name)
            if not tostring(module):find(missing, 1, true) then
                error(module, 0)
            end
            module = ccn.dofile(("%s/%s.lua"):format(
                folder, (name:gsub("%.", "/"))))
        end
        loaded[name] = module
        return module
    end
end
