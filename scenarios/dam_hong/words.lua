--- Texts of the scenario in both languages.
--
--     local say = require "words" "land"
--     print(say("free", "2.75 ha"))
--
-- The texts stand in lang/land.lua: key = { en = "...", vi = "..." }.

return function(part)
    local texts = require("lang." .. part)
    return function(key, ...)
        local text = texts[key]
        if not text then
            error(("lang.%s has no text '%s'"):format(part, key), 2)
        end
        return text[ccn.lang()]:format(...)
    end, function(words)
        -- Words of a record: in the language where lang has them, else as is.
        local text = words and texts[words]
        return text and text[ccn.lang()] or words or ""
    end
end
