--- Reads a foreign CSV for the mapping, and collects every refused cell.
--
--     local reader = require("reader").new()
--     for row in reader:rows("data/coordinates.csv", {
--         cluster = "text", lat = "number", lon = "number" }) do
--         print(row.cluster, row.lat, row.line)
--     end
--     reader:finish()      -- raises the list of refusals, if there are any

local reader = {}
reader.__index = reader

local say = require "wording".of(require "lang.reader")

local SHOWN = 40

function reader.new()
    return setmetatable({ refused = {} }, reader)
end

--- Notes a refusal: an import is all or nothing, but tells all in one pass.
function reader:refuse(file, line, column, value, reason)
    if #tostring(value) > SHOWN then
        value = tostring(value):sub(1, SHOWN) .. "..."
    end
    self.refused[#self.refused + 1] = {
        file = file, line = line, column = column,
        value = value, reason = reason,
    }
end

local convert = {}

function convert.text(cell)
    return cell
end

function convert.number(cell)
    return ccn.number(cell, "point")
end

function convert.whole(cell)
    local value, reason = ccn.number(cell, "point")
    if value and value % 1 ~= 0 then
        return nil, say "no whole"
    end
    return value and math.tointeger(value), reason
end

local function columns_of(self, path, headings, wanted)
    local place = {}
    for i, heading in ipairs(headings) do
        if not wanted[heading] then
            self:refuse(path, 1, heading, heading, say "unknown column")
        elseif place[heading] then
            self:refuse(path, 1, heading, heading, say "twice")
        end
        place[heading] = i
    end
    for name in pairs(wanted) do
        if not place[name] then
            self:refuse(path, 1, name, "", say "missing column")
        end
    end
    return place
end

local function read_row(self, path, cells, place, wanted)
    local row = { file = path, line = cells.line }
    for name, kind in pairs(wanted) do
        local cell = place[name] and cells[place[name]]
        if cell then
            local value, reason = convert[kind](cell)
            if value == nil then
                self:refuse(path, cells.line, name, cell,
                            reason or say("no " .. kind))
            end
            row[name] = value
        end
    end
    return row
end

--- All rows of a file, as tables by column name; blank cells are absent.
function reader:read(path, wanted)
    local ok, csv = pcall(ccn.csv, path)
    if not ok then
        self:refuse(path, 1, "file", "", tostring(csv))
        return {}
    end
    local place = columns_of(self, path, csv.headings, wanted)
    local rows = {}
    for i, cells in ipairs(csv.rows) do
        rows[i] = read_row(self, path, cells, place, wanted)
    end
    return rows
end

function reader:rows(path, wanted)
    local rows, i = self:read(path, wanted), 0
    return function()
        i = i + 1
        return rows[i]
    end
end

--- Adds a row to the plan; what the plan refuses is noted with its line.
function reader:add(plan, kind, row, values)
    local ok, reason = pcall(plan.add, plan, kind, values)
    if ok then
        return reason
    end
    self:refuse(row.file, row.line, kind, values.key, reason)
end

--- Runs a change of a row; what the plan refuses is noted with its line.
function reader:try(row, change)
    local ok, reason = pcall(change)
    if not ok then
        self:refuse(row.file, row.line, "cluster", row.cluster, reason)
    end
end

--- The cluster a row names; a refusal when the plan list does not have it.
function reader:find(plan, row)
    local key = row.cluster or ""
    local cluster = plan:cluster(key)
    if not cluster then
        local near = ccn.nearest(key, plan:clusters():keys())
        self:refuse(row.file, row.line, "cluster", key,
                    near and say("no cluster, nearest", near)
                        or say "no cluster")
    end
    return cluster
end

--- Raises all refusals in one error.
function reader:finish()
    if #self.refused == 0 then
        return
    end
    local lines = {}
    for i, r in ipairs(self.refused) do
        lines[i] = ("%s:%d: %s '%s': %s"):format(r.file, r.line, r.column,
                                                 r.value, r.reason)
    end
    error(say("refused", #lines, table.concat(lines, "\n")), 0)
end

return reader
