--- Values as a person at the prompt likes to see them.
--
--     show.print(plan:clusters())     -- a table, cut at a screenful
--     show(plan:clusters(), 100)      -- 100 rows of it

local wording = require "wording"

local say = wording.of(require "lang.repl")

local show = {}

local MOST, COLUMNS = 20, 6

local function is_row(value)
    return type(value) == "userdata" and pcall(function()
        return value:table() and value.key
    end)
end

-- Too long for a table, or there already.
local LEFT_OUT = { key = true, note = true, origin = true, problems = true }

--- The fields that most of these rows know, in the order of the table.
local function known_fields(rows)
    local fields, counts = {}, {}
    for i, field in ipairs(ccn.fields(rows[1]:table())) do
        fields[i] = field
        counts[field.name] = 0
        if field.kind ~= "shape" and not LEFT_OUT[field.name] then
            for _, row in ipairs(rows) do
                counts[field.name] = counts[field.name]
                    + (row[field.name] ~= nil and 1 or 0)
            end
        end
    end
    local best = {}
    for i, field in ipairs(fields) do
        best[i] = { field = field, count = counts[field.name], at = i }
    end
    table.sort(best, function(a, b)
        if a.count ~= b.count then
            return a.count > b.count
        end
        return a.at < b.at
    end)
    local chosen = {}
    for _, entry in ipairs(best) do
        if entry.count > 0 and #chosen < COLUMNS then
            chosen[#chosen + 1] = entry
        end
    end
    table.sort(chosen, function(a, b) return a.at < b.at end)
    return chosen
end

local NUMBERS = { number = true, whole = true, money = true, area = true }

local function title(field)
    return field.unit ~= "" and ("%s [%s]"):format(field.name,
                                                   wording.unit(field.unit))
        or field.name
end

local function rows_table(rows, most)
    local columns, lines = { "key" }, {}
    local fields = known_fields(rows)
    for i, entry in ipairs(fields) do
        columns[i + 1] = { title = title(entry.field), width = 30,
                           align = NUMBERS[entry.field.kind] and "right"
                               or "left" }
    end
    for r = 1, math.min(#rows, most) do
        lines[r] = { rows[r].key }
        for i, entry in ipairs(fields) do
            local text = rows[r]:text(entry.field.name)
            lines[r][i + 1] = text ~= "" and text or nil
        end
    end
    local text = tostring(ccn.table { columns = columns, rows = lines })
    if #rows > most then
        text = text .. "\n" .. say("more rows", #rows - most, #rows)
    end
    return text
end

local function one_row(row)
    local lines = {}
    for _, field in ipairs(ccn.fields(row:table())) do
        local text = row:text(field.name)
        if text ~= "" then
            lines[#lines + 1] = { title(field), text, field[ccn.lang()] }
        end
    end
    return tostring(row) .. "\n" .. tostring(ccn.table {
        columns = { say "field", say "value", say "meaning" }, rows = lines })
end

local function list_of(value)
    local rows = {}
    if type(value) == "table" then
        rows = value
    else
        for row in value do
            rows[#rows + 1] = row
        end
    end
    return rows
end

local function is_selection(value)
    return type(value) == "userdata" and pcall(function()
        return value:keys()
    end)
end

local function is_row_list(value)
    return type(value) == "table" and getmetatable(value) == nil
        and is_row(value[1])
end

--- A plain table, one level deep, so many entries.
local function plain_table(value, most)
    local lines, count = {}, 0
    for key, entry in pairs(value) do
        count = count + 1
        if count <= most then
            lines[#lines + 1] = ("  %s = %s"):format(
                type(key) == "string" and key or "[" .. tostring(key) .. "]",
                type(entry) == "string" and ("%q"):format(entry)
                    or tostring(entry))
        end
    end
    if count > most then
        lines[#lines + 1] = "  " .. say("more", count - most)
    end
    return "{\n" .. table.concat(lines, "\n") .. (count > 0 and "\n" or "")
        .. "}"
end

--- The first lines of a long text.
local function cut(text, most)
    local lines = {}
    for line in (text .. "\n"):gmatch "(.-)\n" do
        lines[#lines + 1] = line
    end
    if #lines <= most + 5 then
        return text
    end
    local rest = #lines - most
    return table.concat(lines, "\n", 1, most) .. "\n" .. say("more lines", rest)
end

--- A value as text, so many rows of it.
function show.text(value, most)
    most = most or MOST
    if value == nil then
        return "nil"
    elseif is_row(value) then
        return one_row(value)
    elseif is_selection(value) or is_row_list(value) then
        local rows = list_of(value)
        return #rows > 0 and rows_table(rows, most) or say "no rows"
    end
    local meta = type(value) == "table" and getmetatable(value)
    if type(value) == "table" and not (meta and meta.__tostring) then
        return plain_table(value, most)
    end
    return cut(tostring(value), 2 * most)
end

function show.print(value, most)
    print(show.text(value, most))
end

return show
