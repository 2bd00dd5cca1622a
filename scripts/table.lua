--- Tables for people, aligned by the columns that text takes on a terminal.
--
--     print(ccn.table {
--         columns = { "cluster", { title = "area [ha]", align = "right" } },
--         rows = { { "Âu Lâu", "50" }, { "Báo Đáp", nil } },
--     })
--
-- A column is a title or { title =, align = "left" or "right", width = most,
-- whole = true where it must not be wrapped }.
-- A cell is a text, a number, a boolean or nil (shown as –).  The longest text
-- columns are wrapped until the whole fits into `width` columns (100).

local shape   = require "shape"
local wording = require "wording"

local width_of = ccn.width

local function text_of(cell)
    if cell == nil then
        return "–"
    end
    return (tostring(cell):gsub("%s*\n%s*", " "))
end

local function pad(text, width, align)
    local space = (" "):rep(width - width_of(text))
    return align == "right" and space .. text or text .. space
end

--- Cuts one word that is longer than the column.
local function cut(word, width, lines)
    while width_of(word) > width do
        local part, count = "", 0
        for _, code in utf8.codes(word) do
            local letter = utf8.char(code)
            if width_of(part .. letter) > width then
                break
            end
            part, count = part .. letter, count + #letter
        end
        lines[#lines + 1] = part
        word = word:sub(count + 1)
    end
    return word
end

--- The lines of a text in a column of this width.
local function wrap(text, width)
    if width_of(text) <= width then
        return { text }
    end
    local lines, line = {}, ""
    for word in text:gmatch "%S+" do
        local longer = line == "" and word or line .. " " .. word
        if width_of(longer) > width then
            if line ~= "" then
                lines[#lines + 1] = line
            end
            line = cut(word, width, lines)
        else
            line = longer
        end
    end
    lines[#lines + 1] = line
    return lines
end

local function described(columns)
    local made = {}
    for i, column in ipairs(columns) do
        if type(column) ~= "table" then
            column = { title = tostring(column) }
        end
        made[i] = { title = column.title or "", align = column.align,
                    most = column.width, whole = column.whole }
    end
    return made
end

--- How narrow a column may become: texts to 12, numbers to the longest number
-- and the longest word of the title.
local function least_of(column, cells, i)
    if column.whole then
        return column.width
    elseif column.align ~= "right" then
        return 12
    end
    local least = 1
    for word in column.title:gmatch "%S+" do
        least = math.max(least, width_of(word))
    end
    for _, row in ipairs(cells) do
        least = math.max(least, width_of(row[i]))
    end
    return least
end

local function measure(columns, cells)
    for i, column in ipairs(columns) do
        local width = width_of(column.title)
        for _, row in ipairs(cells) do
            width = math.max(width, width_of(row[i]))
        end
        column.width = math.min(width, column.most or width)
        column.least = least_of(column, cells, i)
    end
end

--- Narrows the widest column that can be narrower, again and again, until all
-- fit.
local function fit(columns, most)
    while true do
        local total, widest = 2 * (#columns - 1), nil
        for _, column in ipairs(columns) do
            total = total + column.width
            if column.width > column.least
                and (not widest or column.width > widest.width) then
                widest = column
            end
        end
        if total <= most or not widest then
            return
        end
        local over = total - most
        widest.width = math.max(widest.least,
                                widest.width - math.max(1, over // 2))
    end
end

local function add_row(lines, columns, cells)
    local parts, height = {}, 1
    for i, column in ipairs(columns) do
        parts[i] = wrap(cells[i], column.width)
        height = math.max(height, #parts[i])
    end
    for k = 1, height do
        local line = {}
        for i, column in ipairs(columns) do
            line[i] = pad(parts[i][k] or "", column.width, column.align)
        end
        lines[#lines + 1] = table.concat(line, "  "):gsub("%s+$", "")
    end
end

local function check(description)
    shape.needed("table", description, "table")
    shape.needed("table: columns", description.columns, "list")
    shape.needed("table: rows", description.rows, "list")
    for i, row in ipairs(description.rows) do
        shape.needed(("table: rows, %d"):format(i), row, "table")
    end
end

--- The table as text, without a final line break.
return function(description)
    wording.run(check, description)
    local columns = described(description.columns)
    local cells = {}
    for r, row in ipairs(description.rows) do
        cells[r] = {}
        for i = 1, #columns do
            cells[r][i] = text_of(row[i])
        end
    end
    measure(columns, cells)
    fit(columns, description.width or 100)

    local lines, titles, rules = {}, {}, {}
    for i, column in ipairs(columns) do
        titles[i] = column.title
        rules[i] = ("─"):rep(column.width)
    end
    add_row(lines, columns, titles)
    lines[#lines + 1] = table.concat(rules, "  ")
    for _, row in ipairs(cells) do
        add_row(lines, columns, row)
    end
    return table.concat(lines, "\n")
end
