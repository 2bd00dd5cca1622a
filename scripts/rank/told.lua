--- A finding: data, a table of it, and the same as text.
--
--     local told = Told.make({ ... }, { lines = { "..." }, columns = { ... },
--                                      rows = { ... }, notes = { "..." } })
--     told:table()      the description, for ccn.table and report:table
--     tostring(told), told:print()
--
-- Columns and cells are those of report/cell.lua.  columns, rows, lines and
-- notes are as they were made; everything else is the finding's own.

local cell = require "report.cell"

local Told = {}
Told.__index = Told

--- { title =, note =, columns =, rows = }: raw numbers, nil for unknown.
function Told:table()
    return { name = self.name, title = self.lines[1], columns = self.columns,
             rows = self.rows, note = self.notes[1] }
end

local function as_text(columns, rows)
    local made, texts = {}, {}
    for i, column in ipairs(columns) do
        made[i] = cell.column(column)
        made[i].title = cell.title(made[i])
    end
    for r, row in ipairs(rows) do
        texts[r] = {}
        for i, column in ipairs(made) do
            texts[r][i] = cell.read(column, row[i]).text
        end
    end
    return tostring(ccn.table { columns = made, rows = texts })
end

function Told:__tostring()
    local lines = { table.unpack(self.lines) }
    if #self.rows > 0 then
        lines[#lines + 1] = as_text(self.columns, self.rows)
    end
    for _, note in ipairs(self.notes) do
        lines[#lines + 1] = note
    end
    return table.concat(lines, "\n")
end

function Told:print()
    print(tostring(self))
end

--- The finding of some data; what is said of it goes in as well.
function Told.make(data, said)
    data.name, data.lines = said.name, said.lines or {}
    data.columns, data.rows = said.columns or {}, said.rows or {}
    data.notes = said.notes or {}
    return setmetatable(data, Told)
end

return Told
