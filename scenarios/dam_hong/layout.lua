--- Headings, paragraphs and tables of the printed result.

local layout = {}

local WIDTH = 96

local function width(text)
    return utf8.len(text) or #text
end

-- A number stays on the line of its unit.
local UNITS = { "ha", "%%", "bn", "VND", "m²", "m³", "tỷ", "đồng" }
local GLUE = "\1"

local function glued(text)
    for _, unit in ipairs(UNITS) do
        text = text:gsub("([%d.,]) (" .. unit .. ")", "%1" .. GLUE .. "%2")
    end
    return text
end

local function wrap(text, first, rest)
    local lines, line = {}, first
    local empty = true
    for word in glued(text):gmatch "%S+" do
        if not empty and width(line) + 1 + width(word) > WIDTH then
            lines[#lines + 1] = line
            line, empty = rest, true
        end
        line = line .. (empty and "" or " ") .. word
        empty = false
    end
    lines[#lines + 1] = line
    return (table.concat(lines, "\n"):gsub(GLUE, " "))
end

function layout.title(text)
    print(text)
    print(("="):rep(width(text)))
end

function layout.heading(text)
    print("\n" .. text)
    print(("-"):rep(width(text)))
end

function layout.text(text)
    print(wrap(text, "", ""))
end

--- One point of a list.
function layout.item(text)
    print(wrap(text, "- ", "  "))
end

--- A table: a column is a title, or { title } when its cells stand right.
function layout.table(columns, rows)
    local described = {}
    for i, column in ipairs(columns) do
        local right = type(column) == "table"
        described[i] = { title = right and column[1] or column,
                         align = right and "right" or "left" }
    end
    print(tostring(ccn.table { columns = described, rows = rows }))
end

return layout
