--- Saves sheets as an Excel file (.xlsx); the parent writes it.
--
--     workbook("form04.xlsx", { { name = "04", widths = { 6, 40 }, rows = {
--         { heading = true, "no.", "indicator" },
--         { 1, "clusters in the plan", false },   -- false: blank
--     } } })
--
-- A number is a number, all else a text: no text is ever a formula.

local function texts()
    local parts = {}
    local function put(letter, text)
        parts[#parts + 1] = ("<s4"):pack(letter .. (text or ""))
    end
    return parts, put
end

local function put_cell(put, cell)
    if cell == nil or cell == false then
        put "B"
    elseif math.type(cell) == "integer" then
        put("N", ("%d"):format(cell))
    elseif math.type(cell) and cell - cell == 0 then
        put("N", ("%.17g"):format(cell))
    else
        put("T", tostring(cell))
    end
end

return function(path, sheets)
    local parts, put = texts()
    for _, sheet in ipairs(sheets) do
        put("S", sheet.name)
        for _, width in ipairs(sheet.widths or {}) do
            put("W", ("%g"):format(width))
        end
        for _, row in ipairs(sheet.rows) do
            put(row.heading and "H" or "R")
            for i = 1, row.n or #row do
                put_cell(put, row[i])
            end
        end
    end
    ccn.engine.save_workbook(path, table.concat(parts))
end
