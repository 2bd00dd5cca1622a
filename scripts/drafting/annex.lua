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

local COLUMNS = { "number", "criterion", "points", "scale", "unknown",
                  "ground" }

local function points(weight, total)
    return total > 0 and number(100 * weight / total, "%.4g") or "–"
end

--- A line for each criterion, its parts below it with a number of their own.
local function add_rows(rows, nodes, total, prefix)
    for i, node in ipairs(nodes) do
        local place = prefix .. i
        rows[#rows + 1] = { place, title(node), points(node.weight, total),
                            node.parts and "" or words.scale(node),
                            node.parts and "" or words.missing(node),
                            text_of(node.ground) or "" }
        if node.parts then
            add_rows(rows, node.parts, total, place .. ".")
        end
    end
end

local function gate_rows(gates)
    local rows = {}
    for i, gate in ipairs(gates or {}) do
        rows[i] = { tostring(i), words.gate(gate), title(gate),
                    say("gate_" .. tostring(gate.unknown)),
                    text_of(gate.ground) or "" }
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

local function make(set)
    local _, tops = tree.flatten(set)
    local total, rows = 0, {}
    for _, node in ipairs(tops) do
        total = total + node.weight
    end
    add_rows(rows, tops, total, "")
    local head, version = heading(set)
    return setmetatable({
        title = head, version = version, ground = text_of(set.ground),
        columns = titles(COLUMNS), rows = rows, gates = gate_rows(set.gates),
        classes = class_rows(set.classes),
        class_columns = titles { "number", "class", "points" },
        gate_columns = titles { "number", "passes", "else_reason", "unknown",
                                "ground" },
    }, Annex)
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
    markdown_table(lines, self.columns, self.rows)
    if #self.gates > 0 then
        lines[#lines + 1] = "## " .. say "gates"
        lines[#lines + 1] = ""
        markdown_table(lines, self.gate_columns, self.gates)
    end
    if #self.classes > 0 then
        lines[#lines + 1] = "## " .. say "classes"
        lines[#lines + 1] = ""
        markdown_table(lines, self.class_columns, self.classes)
    end
    return table.concat(lines, "\n")
end

function Annex:print()
    ccn.write(tostring(self))
end

--- As Excel under Vietnamese settings opens it by a double click.
function Annex:csv()
    local out = {}
    local function line(cells)
        local quoted = {}
        for i, cell in ipairs(cells) do
            quoted[i] = cell:find '[;"\n]'
                and '"' .. cell:gsub('"', '""') .. '"' or cell
        end
        out[#out + 1] = table.concat(quoted, ";")
    end
    local function block(columns, rows)
        if #rows > 0 then
            line(columns)
            for _, row in ipairs(rows) do
                line(row)
            end
            line { "" }
        end
    end
    block(self.columns, self.rows)
    block(self.gate_columns, self.gates)
    block(self.class_columns, self.classes)
    return "\u{FEFF}" .. table.concat(out, "\r\n") .. "\r\n"
end

--- As a page with the tables.
function Annex:report()
    local report = ccn.report { title = self.title }
    report:section(say "criteria")
    report:text(self.version)
    if self.ground then
        report:text(say("whole_ground", self.ground))
    end
    report:table { name = "criteria", columns = self.columns,
                   rows = self.rows }
    if #self.gates > 0 then
        report:section(say "gates")
        report:table { name = "gates", columns = self.gate_columns,
                       rows = self.gates }
    end
    if #self.classes > 0 then
        report:section(say "classes")
        report:table { name = "classes", columns = self.class_columns,
                       rows = self.classes }
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
