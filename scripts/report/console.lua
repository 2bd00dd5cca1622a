--- A report as text for a terminal.

local cell  = require "report.cell"
local glue  = require "report.glue"
local words = require "wording".of(require "lang.report")

local WIDTH = 96
local width = ccn.width

local GLUE = "\1"

local function wrap(text, first, rest)
    local lines, line, empty = {}, first, true
    for word in glue(text, GLUE):gmatch "%S+" do
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

local function underlined(text, sign)
    return text .. "\n" .. sign:rep(width(text))
end

local BAR = 12 -- columns of a full bar

local function bar(read, most)
    if not read.value or most <= 0 then
        return read.text
    end
    local eighths = math.floor(8 * BAR * read.value / most + 0.5)
    local rest = eighths % 8
    return read.text .. " " .. ("█"):rep(eighths // 8)
        .. (rest > 0 and utf8.char(0x2590 - rest) or "")
end

local function longest(rows, i)
    local most = 0
    for _, row in ipairs(rows) do
        local value = row[i].value
        most = type(value) == "number" and math.max(most, value) or most
    end
    return most
end

--- The columns for a terminal, each with its number in the block.
local function columns_of(block)
    local columns = {}
    for i, column in ipairs(block.columns) do
        local drawn = column.kind == "bar"
        if not column.page then
            columns[#columns + 1] = {
                title = cell.title(column), width = column.width, at = i,
                align = drawn and "left" or column.align, whole = drawn,
                most = drawn and longest(block.rows, i) or nil,
            }
        end
    end
    return columns
end

local function table_text(block)
    local columns, rows = columns_of(block), {}
    for r, row in ipairs(block.rows) do
        rows[r] = {}
        for k, column in ipairs(columns) do
            local read = row[column.at]
            rows[r][k] = column.most and bar(read, column.most) or read.text
        end
    end
    local text = #rows > 0 and tostring(ccn.table { columns = columns,
                                                    rows = rows })
        or words "nothing"
    return block.note and text .. "\n" .. wrap(block.note, "", "") or text
end

local SHOW = {}

function SHOW.section(block)
    return "\n" .. underlined(block.title, "-")
end

function SHOW.subsection(block)
    return "\n" .. block.title
end

function SHOW.text(block)
    return wrap(block.text, "", "")
end

function SHOW.item(block)
    return wrap(block.text, "- ", "  ")
end

function SHOW.plain(block)
    return block.text
end

local function titled(title, block)
    return (title and "\n" .. title .. "\n" or "") .. table_text(block)
end

function SHOW.table(block)
    return titled(block.title, block)
end

--- On a terminal a chart is its numbers, unless these stand elsewhere.
function SHOW.chart(block)
    local numbers = block.table
    return numbers and titled(block.title or numbers.title, numbers)
end

local function head(report)
    local parts = { underlined(report.title, "=") }
    if report.kicker then
        parts[2] = wrap(report.kicker, "", "")
    end
    if report.question then
        parts[#parts + 1] = "\n" .. underlined(report.question, "-")
    end
    for _, sentence in ipairs(report.answer) do
        parts[#parts + 1] = wrap(sentence, "", "")
    end
    return parts
end

return function(report)
    local parts, first = head(report), false
    for _, block in ipairs(report.blocks) do
        if not block.page then
            local text = SHOW[block.kind](block)
            -- The first block of a section stands close to its heading.
            parts[#parts + 1] = text and first and text:gsub("^\n", "")
                or text
            first = block.kind == "section" or first and not text
        end
    end
    return table.concat(parts, "\n")
end
