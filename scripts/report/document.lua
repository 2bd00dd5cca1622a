--- A report: sections of texts, lists, tables and charts, which can be read on
-- a terminal (tostring) and as a page (html).  docs/reports.md
--
--     local report = ccn.report { title = "Relocation 2028" }
--     report:section "Land"
--     report:text "All areas are net."
--     report:table { name = "land", columns = { "cluster",
--         { title = "free", unit = "ha", kind = "number", digits = 2 } },
--         rows = { { "Âu Lâu", 2.74872 }, { "Báo Đáp", nil } } }
--     report:save "report.html"

local cell    = require "report.cell"
local shape   = require "shape"
local wording = require "wording"

local refused = wording.of(require "lang.refused")

local Report = {}
Report.__index = Report

--- While on_page is open, blocks are for the page alone.
local function add(self, block)
    block.page = self.page_only
    self.blocks[#self.blocks + 1] = block
    return self
end

--- A name that only one block of its kind has; it stands in addresses of the
-- page.
local function unique(self, kind, name)
    local base = name:gsub("[^%w_]+", "-"):gsub("^%-+", ""):gsub("%-+$", "")
    base = base ~= "" and base or "part"
    local wanted, count = base, 1
    while self.names[kind .. wanted] do
        count = count + 1
        wanted = base .. "-" .. count
    end
    self.names[kind .. wanted] = true
    return wanted
end

local function needs_text(value, what)
    if type(value) ~= "string" then
        error(refused("text", what, type(value)), 3)
    end
    return value
end

--- A heading of the first rank; name stands in the address of the section.
function Report:section(title, name)
    needs_text(title, "the title of a section")
    self.counts.section = self.counts.section + 1
    local id = unique(self, "s", name or "s" .. self.counts.section)
    return add(self, { kind = "section", title = title, name = id })
end

function Report:subsection(title)
    return add(self, { kind = "subsection",
                       title = needs_text(title, "a title") })
end

--- A paragraph.
function Report:text(text)
    return add(self, { kind = "text", text = needs_text(text, "a text") })
end

--- A point of a list; those in a row make one list.
function Report:item(text)
    return add(self, { kind = "item", text = needs_text(text, "a point") })
end

--- A text that is laid out already, as it is.
function Report:plain(text)
    return add(self, { kind = "plain", text = tostring(text) })
end

--- The table of a description, complete: named columns, every cell read.
local function table_of(self, description, what)
    if type(description) ~= "table" or type(description.columns) ~= "table"
        or type(description.rows) ~= "table" then
        error(refused("rows", what), 3)
    end
    self.counts.table = self.counts.table + 1
    local name = unique(self, "t", description.name
        or "table" .. self.counts.table)
    local made = { kind = "table", name = name, title = description.title,
                   note = description.note, columns = {}, rows = {} }
    for i, column in ipairs(description.columns) do
        made.columns[i] = cell.column(column)
    end
    for r, row in ipairs(description.rows) do
        local cells = {}
        for i, column in ipairs(made.columns) do
            cells[i] = cell.read(column, row[i])
        end
        made.rows[r] = cells
    end
    return made
end

--- { name =, title =, note =, columns =, rows = }; report/cell.lua says what
-- columns and cells are.
function Report:table(description)
    return add(self, table_of(self, description, "table"))
end

--- { name =, title =, spec = (Vega-Lite), alt = (what it shows, in words) }
-- and its numbers: table = (a description), or beside = the name of a table of
-- the report.
function Report:chart(description)
    if type(description) ~= "table" or type(description.spec) ~= "table" then
        error(refused "spec", 2)
    end
    needs_text(description.alt, "alt, what the chart shows in words,")
    local numbers = not description.beside
        and table_of(self, description.table or {}, "chart") or nil
    return add(self, { kind = "chart", title = description.title,
                       name = unique(self, "c", description.name or "chart"),
                       spec = description.spec, alt = description.alt,
                       table = numbers, beside = description.beside,
                       note = description.note })
end

--- The pieces that know ccn's results; each file adds one method's blocks.
-- What it is given: a kind of scripts/shape.lua, or a field that the result of
-- this function has.
local PIECES = {
    order = { "problem", "ccn.rank" }, robustness = { "problem", "ccn.rank" },
    placement = { "placed", "ccn.place" },
    schedule = { "opened", "ccn.schedule" },
    compare = { "plans", "ccn.compare" }, findings = { "of", "ccn.check" },
    sensitivity = { kind = "table" },
    triggers = { "of", "ccn.triggers.evaluate" },
    futures = { kind = "table" },
    map = { kind = "plan" }, rules = { kind = "plan" },
    timeline = { kind = "table" }, money = { kind = "table" },
    provenance = {},
}

local function check(piece, wanted, thing)
    local field, maker = wanted[1], wanted[2]
    local where = "report:" .. piece
    if wanted.kind then
        shape.needed(where, thing, wanted.kind)
    elseif field and not (type(thing) == "table" and thing[field]) then
        error(refused("made", where, maker, shape.shown(thing)), 0)
    end
end

for piece, wanted in pairs(PIECES) do
    Report[piece] = function(self, ...)
        wording.run(check, piece, wanted, ...)
        require("report." .. piece)(self, ...)
        return self
    end
end

--- Adds the blocks of a function for the page alone: a terminal does without.
function Report:on_page(call)
    wording.run(shape.needed, "report:on_page", call, "function(report)")
    local before = self.page_only
    self.page_only = true
    local done, why = pcall(call, self)
    self.page_only = before
    if not done then
        error(why, 0)
    end
    return self
end

function Report:html()
    return require "report.html"(self)
end

function Report:__tostring()
    return require "report.console"(self)
end

function Report:print()
    print(tostring(self))
end

--- Writes the page to a file that the command line names, or into a folder
-- given with --write.
function Report:save(path)
    local done, why = pcall(ccn.save_file, path, self:html())
    if not done then
        error(why, 2)
    end
end

--- An empty report: title, and if wanted kicker (one line above: day,
-- place), question, answer (sentences).
function Report.new(options)
    if type(options) ~= "table" then
        error(refused "report", 2)
    end
    needs_text(options.title, "title")
    local answer = options.answer
    return setmetatable({
        title = options.title, kicker = options.kicker,
        question = options.question,
        answer = type(answer) == "string" and { answer } or answer or {},
        blocks = {}, names = {}, counts = { section = 0, table = 0 },
    }, Report)
end

return Report
