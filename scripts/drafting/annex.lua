--- ccn.criteria.annex(set): the annex for the submission, as Markdown, as a
-- page and as CSV.
--
--     local annex = ccn.criteria.annex(set)
--     annex:print()               Markdown
--     annex:save "annex.html"     by its ending: .md, .html or .csv

local tree    = require "rank.tree"
local wording = require "wording"
local words   = require "drafting.words"

local say    = wording.of(require "lang.drafting")
local number = wording.number
local title  = wording.title
local text_of = wording.text

local Annex = {}
Annex.__index = Annex

local GATES = { "number", "passes", "else_reason", "unknown", "ground",
                "article" }

local function points(weight, total)
    return total > 0 and number(100 * weight / total, "%.4g") or "–"
end

local function sum_of(nodes)
    local total = 0
    for _, node in ipairs(nodes) do
        total = total + node.weight
    end
    return total
end

--- I, II, III ...: a spreadsheet takes 1.1 for a day, or for 11, I.1 for text.
local function roman(count)
    local text = ""
    for _, step in ipairs { { 100, "C" }, { 90, "XC" }, { 50, "L" },
                            { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" },
                            { 4, "IV" }, { 1, "I" } } do
        while count >= step[1] do
            text, count = text .. step[2], count - step[1]
        end
    end
    return text
end

--- A line for each criterion, its parts below it with a number of their own;
-- total is of all, and what is within a group is a share of it.
local function add_rows(rows, nodes, total, prefix)
    local group = sum_of(nodes)
    for i, node in ipairs(nodes) do
        local place = prefix and prefix .. i or roman(i)
        local share = group > 0
            and number(100 * node.weight / group, "%.3g") .. " %" or "–"
        rows[#rows + 1] = { place, title(node), points(node.weight, total),
                            share,
                            node.parts and "" or words.scale(node),
                            node.parts and "" or words.missing(node),
                            text_of(node.ground) or "",
                            text_of(node.article) or "" }
        if node.parts then
            add_rows(rows, node.parts, total, place .. ".")
        end
    end
end

--- Whether some criterion holds others; else its weight is its points.
local function has_groups(nodes)
    for _, node in ipairs(nodes) do
        if node.parts then
            return true
        end
    end
    return false
end

local function criteria_rows(tops)
    local rows, columns = {}, { "number", "criterion", "points", "share",
                                "scale", "unknown", "ground", "article" }
    local groups = has_groups(tops)
    add_rows(rows, tops, sum_of(tops), not groups and "" or nil)
    if not groups then
        table.remove(columns, 4)
        for _, row in ipairs(rows) do
            table.remove(row, 4)
        end
    end
    return rows, columns
end

local function gate_rows(gates)
    local rows = {}
    for i, gate in ipairs(gates or {}) do
        rows[i] = { tostring(i), words.gate(gate), title(gate),
                    say("gate_" .. tostring(gate.unknown)),
                    text_of(gate.ground) or "", text_of(gate.article) or "" }
    end
    return rows
end

--- Classes by thresholds, in points of 100.
local function class_rows(classes)
    local rows = {}
    for i, class in ipairs(classes or {}) do
        rows[i] = { tostring(i), class[1], class.from
                        and say("from_points", number(100 * class.from,
                                                      "%.4g"))
                        or say "the_rest" }
    end
    return rows
end

local function titles(names)
    local list = {}
    for i, name in ipairs(names) do
        list[i] = say(name)
    end
    return list
end

local function heading(set)
    local status = type(set.status) == "table" and title(set.status)
        or tostring(set.status or "–")
    return say("annex", title(set)), say("version", set.name, set.version,
                                         status)
end

local function ground_of(set)
    local ground, article = text_of(set.ground), text_of(set.article)
    return ground and article and ground .. "; " .. article or ground or article
end

--- The tables of the annex, each with a heading; those without rows are left
-- out, but for the criteria.
local function tables_of(set)
    local _, tops = tree.flatten(set)
    local rows, columns = criteria_rows(tops)
    local list = { { name = "criteria", rows = rows,
                     columns = titles(columns) } }
    for _, more in ipairs {
        { name = "gates", rows = gate_rows(set.gates), columns = GATES },
        { name = "classes", rows = class_rows(set.classes),
          columns = { "number", "class", "points" } },
    } do
        if #more.rows > 0 then
            more.columns = titles(more.columns)
            list[#list + 1] = more
        end
    end
    return list
end

local function make(set)
    if type(set) ~= "table" or not set[1] then
        error(say("no_set", tostring(set)), 0)
    end
    local head, version = heading(set)
    return setmetatable({ title = head, version = version,
                          ground = ground_of(set),
                          tables = tables_of(set) }, Annex)
end

local function markdown_table(lines, columns, rows)
    local function line(cells)
        local out = {}
        for i, cell in ipairs(cells) do
            out[i] = cell:gsub("|", "\\|"):gsub("\n", " ")
        end
        lines[#lines + 1] = "| " .. table.concat(out, " | ") .. " |"
    end
    line(columns)
    lines[#lines + 1] = "|" .. (" --- |"):rep(#columns)
    for _, row in ipairs(rows) do
        line(row)
    end
    lines[#lines + 1] = ""
end

function Annex:__tostring()
    local lines = { "# " .. self.title, "", self.version, "" }
    if self.ground then
        lines[#lines + 1] = say("whole_ground", self.ground)
        lines[#lines + 1] = ""
    end
    for i, block in ipairs(self.tables) do
        if i > 1 then
            lines[#lines + 1] = "## " .. say(block.name)
            lines[#lines + 1] = ""
        end
        markdown_table(lines, block.columns, block.rows)
    end
    return table.concat(lines, "\n")
end

function Annex:print()
    ccn.write(tostring(self))
end

--- A cell of CSV.  What a spreadsheet would take for a formula stays a text.
local function csv_cell(cell)
    if cell:find "^[=+@\t\r]" then
        cell = "'" .. cell
    end
    return cell:find '[;"\r\n]' and '"' .. cell:gsub('"', '""') .. '"' or cell
end

--- As Excel under Vietnamese settings opens it by a double click.
function Annex:csv()
    local out = {}
    local function line(cells)
        local cells_out = {}
        for i, cell in ipairs(cells) do
            cells_out[i] = csv_cell(cell)
        end
        out[#out + 1] = table.concat(cells_out, ";")
    end
    line { self.title }
    line { self.version }
    line { self.ground and say("whole_ground", self.ground) or "" }
    for _, block in ipairs(self.tables) do
        line { "" }
        line { say(block.name) }
        line(block.columns)
        for _, row in ipairs(block.rows) do
            line(row)
        end
    end
    return "\u{FEFF}" .. table.concat(out, "\r\n") .. "\r\n"
end

--- As a page with the tables.
function Annex:report()
    local report = ccn.report { title = self.title }
    for i, block in ipairs(self.tables) do
        report:section(say(block.name))
        if i == 1 then
            report:text(self.version)
            if self.ground then
                report:text(say("whole_ground", self.ground))
            end
        end
        report:table { name = block.name, columns = block.columns,
                       rows = block.rows }
    end
    return report
end

function Annex:save(path)
    local ending = tostring(path):match "%.(%w+)$"
    if ending == "md" then
        ccn.save_file(path, tostring(self))
    elseif ending == "csv" then
        ccn.save_file(path, self:csv())
    elseif ending == "html" then
        self:report():save(path)
    else
        error(say("no_ending", tostring(path)), 2)
    end
end

return make
