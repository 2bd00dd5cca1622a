--- Text for HTML: nothing in it is markup, no sign turns the direction of
-- writing or is a control character (each shows as U+FFFD), and bytes that are
-- no UTF-8 show as U+FFFD too.
--
--     escape "a < b"              --> a &lt; b
--     escape.harmless(text)       --> the same signs, but no markup is escaped

local REPLACED = "\u{FFFD}"

local MARKUP = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;",
                 ['"'] = "&quot;", ["'"] = "&#39;" }

--- Bytes that begin no sign of UTF-8 give way to U+FFFD.
local function repaired(text)
    local parts, from = {}, 1
    while from <= #text do
        local length, bad = utf8.len(text, from)
        parts[#parts + 1] = text:sub(from, length and #text or bad - 1)
        if length then
            break
        end
        parts[#parts + 1] = REPLACED
        from = bad + 1
    end
    return table.concat(parts)
end

--- U+0080-U+009F, U+200E, U+200F, U+202A-U+202E, U+2066-U+2069.
local function turns(sign)
    local code = utf8.codepoint(sign)
    return code >= 0x80 and code <= 0x9F or code == 0x200E or code == 0x200F
        or code >= 0x202A and code <= 0x202E
        or code >= 0x2066 and code <= 0x2069
end

local function harmless(text)
    if not utf8.len(text) then
        text = repaired(text)
    end
    text = text:gsub("[%z\1-\8\11\12\14-\31\127]", REPLACED)
    return (text:gsub("[\xC2\xE2][\x80-\xBF]+", function(sign)
        if sign:byte() == 0xC2 and #sign == 2 or #sign == 3 then
            return turns(sign) and REPLACED or nil
        end
    end))
end

local escape = { harmless = harmless }

return setmetatable(escape, { __call = function(_, text)
    text = tostring(text)
    if text:find "^[%w %.,%-:;/()%%]*$" then
        return text
    end
    return (harmless(text):gsub("[&<>\"']", MARKUP))
end })
