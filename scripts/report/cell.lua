--- What a cell of a result table shows, and what it is.
--
-- A column is { title =, unit =, kind =, digits =, align =, width = } or a
-- title alone; with page = true only the page shows it.  Kinds: "text" (if not
-- said), "number", "money" (whole VND), "percent" (75 for 75 %), "date"
-- (2026-12-31) and "bar" (a number drawn as a bar).  A cell is a raw value, nil
-- for what is not known, a row of a plan (shown by its key), or { text =,
-- value = } where the text says more than the value.
-- A bar may be { value =, parts =
-- { ... } }, parts that add up; tone = "good" or "bad" colours a cell.

local figures = require "figures"
local wording = require "wording"

local cell = {}

local NUMBERS = { number = true, money = true, percent = true, bar = true }

--- A column with everything said.
function cell.column(column)
    if type(column) ~= "table" then
        column = { title = tostring(column) }
    end
    local kind = column.kind or "text"
    local number = NUMBERS[kind] or false
    return { title = column.title or "", unit = column.unit, kind = kind,
             digits = column.digits, width = column.width, number = number,
             page = column.page,
             align = column.align or number and "right" or "left" }
end

--- The title with its unit: "land [ha]".
function cell.title(column)
    if column.unit and column.unit ~= "" then
        return ("%s [%s]"):format(column.title, wording.unit(column.unit))
    end
    return column.title
end

--- As many decimals as it takes, six digits that count at most.
local function shortest(value)
    local text = ("%.6g"):format(value)
    if text:find "e" then
        return wording.number(value, "%.3g")
    end
    local decimals = text:match "%.(%d+)$"
    return figures.number(value, decimals and #decimals or 0)
end

local SHOW = {}

function SHOW.number(column, value)
    if column.digits then
        return figures.number(value, column.digits)
    end
    return shortest(value)
end

SHOW.bar = SHOW.number

function SHOW.money(_, value)
    return wording.money(math.tointeger(value) or value // 1 | 0)
end

function SHOW.percent(column, value)
    return figures.percent(value, column.digits or 1)
end

function SHOW.date(_, value)
    return figures.date(value)
end

local function plain(value)
    if type(value) == "table" then
        return value.value, value.text, value.parts, value.tone
    end
    return value
end

--- A number of a column of numbers, as people write it; other values as text.
local function shown(column, value)
    local show = SHOW[column.kind]
    local fits = column.kind == "date" and type(value) == "string"
        or type(value) == "number"
    if show and fits and value == value then
        return show(column, value)
    end
    return wording.value(value)
end

--- text: what is shown; value: the number or text behind it, nil when not
-- known; parts: those of a bar.
function cell.read(column, given)
    local value, text, parts, tone = plain(given)
    if type(value) == "userdata" then
        value = wording.key(value)
    end
    if value == nil and text == nil then
        return { text = "–", unknown = true }
    end
    return { text = text or shown(column, value), value = value,
             parts = parts, tone = tone }
end

return cell
