--- The rows that are ranked: of a selection, or of anything a loop takes.
--
--     local rows = rows_of(plan:enterprises())
--     #rows, rows:row(i), rows:keys()
--     rows:column("land_held")          the values of a field; nil when they
--     rows:column("type", codes, other) cannot be numbers
--
-- Those of a selection come from the engine, which takes the columns of the
-- plan as they lie there.  A column is indexed by the number of the row and
-- gives the value as it was when the rows were taken.

local key_of = require "wording".key

local Rows = {}
Rows.__index = Rows

function Rows:__len()
    return #self.list
end

function Rows:row(i)
    return self.list[i]
end

function Rows:keys()
    local keys = {}
    for i, row in ipairs(self.list) do
        keys[i] = key_of(row)
    end
    return keys
end

--- Values that are not in a plan are asked one by one.
function Rows.column() end

local function is_selection(thing)
    return type(thing) == "userdata" and thing.where ~= nil
end

return function(rows)
    if is_selection(rows) then
        return ccn.engine.rows(rows)
    end
    local list = {}
    for row in rows do
        list[#list + 1] = row
    end
    return setmetatable({ list = list }, Rows)
end
