--- Keeps a number on the line of its unit: the space between them becomes
-- another sign, which the caller chooses.
--
--     glue("2.75 ha left", "\u{A0}")

local UNITS = { "ha", "%%", "bn", "VND", "m²", "m³", "km", "tỷ", "đồng" }

return function(text, sign)
    if text:find "%d " then
        for _, unit in ipairs(UNITS) do
            text = text:gsub("([%d.,]) (" .. unit .. ")", "%1" .. sign .. "%2")
        end
    end
    return text
end
