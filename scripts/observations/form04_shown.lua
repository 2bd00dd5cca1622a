--- Form 04 as it is shown and saved: text, page, CSV and Excel file.

local figures  = require "figures"
local forms    = require "observations.forms"
local wording  = require "wording"
local workbook = require "report.workbook"

local say = wording.of(require "lang.observations")

local DIGITS = { ha = 2, ["bn VND"] = 3, ["%"] = 2 }

local Form = {}
Form.__index = Form

local function rows_of(self)
    local rows = {}
    for i, cell in ipairs(self) do
        rows[i] = { cell.number, cell.name, say("unit " .. cell.unit),
                    cell.value and { value = cell.value,
                        text = figures.number(cell.value,
                                              DIGITS[cell.unit] or 0) },
                    cell.from }
    end
    return rows
end

local function columns()
    return { { title = say "number", kind = "number", digits = 0 },
             say "indicator", say "unit",
             { title = say "value", kind = "number", digits = 3 },
             { title = say "from", width = 60 } }
end

--- Who is late or missing, and the cells that do not add up: columns, rows.
local function late(self)
    local rows = {}
    for _, one in ipairs(self.reporters) do
        if one.state == "late" or one.state == "missing" then
            rows[#rows + 1] = { one.form, one.subject, say(one.state),
                                one.due, one.received, one.days }
        end
    end
    return { say "form no", say "subject", say "state",
             { title = say "due", kind = "date" },
             { title = say "received", kind = "date" },
             { title = say "days", kind = "number", digits = 0 } }, rows
end

local function errors(self)
    local rows = {}
    for i, cell in ipairs(self.cells) do
        local indicator = forms.indicator(cell.form, cell.indicator)
        rows[i] = { cell.form, cell.subject, indicator[ccn.lang()],
                    cell.reported, cell.computed, cell.error,
                    say("sum of " .. cell.from) }
    end
    return { say "form no", say "subject", say "indicator",
             { title = say "reported", kind = "number" },
             { title = say "computed", kind = "number" },
             { title = say "error", kind = "number" }, say "against" }, rows
end

local function window(period)
    return say("window", figures.date(period.from), figures.date(period.to),
               figures.date(period.due["04"]))
end

--- The form as a report, for the terminal and as a page.
function Form:report()
    local period = self.period
    local report = ccn.report {
        title = say("title", period.name),
        kicker = window(period),
        question = say "question",
        answer = say("answer", self.filled, #self),
    }
    report:section(say "form", "form")
    report:table { name = "form04", columns = columns(), rows = rows_of(self) }
    report:section(say "reporters", "reporters")
    local late_columns, list = late(self)
    report:text(say("counts", self:count "in time", self:count "late",
                    self:count "missing", self:count "expected",
                    self:count "undated"))
    if #list > 0 then
        report:table { name = "late", columns = late_columns, rows = list }
    end
    report:section(say "sums", "sums")
    if #self.cells == 0 then
        report:text(say(self.cells.compared > 0 and "all agree"
                        or "none compared", self.cells.compared))
    else
        local error_columns, list_of_errors = errors(self)
        report:table { name = "sums", columns = error_columns,
                       rows = list_of_errors }
    end
    report:section(say "provenance", "provenance")
    report:provenance()
    return report
end

--- How many reporters are in a state.
function Form:count(state)
    local count = 0
    for _, one in ipairs(self.reporters) do
        count = count + (one.state == state and 1 or 0)
    end
    return count
end

function Form:__tostring()
    return tostring(self:report())
end

local function quoted(text)
    text = tostring(text)
    if text:find "^[=+@%-\t\r]" and not tonumber(text) then
        text = "'" .. text -- no formula for a spreadsheet
    end
    if text:find '[",\n]' then
        text = '"' .. text:gsub('"', '""') .. '"'
    end
    return text
end

--- Number, key, name, unit, value, where from; numbers with a point.  Headings
-- and units are in the language of the reader.
function Form:csv()
    local lines = { say "csv headings" }
    for i, cell in ipairs(self) do
        local value = cell.value and ("%.10g"):format(cell.value) or ""
        lines[i + 1] = table.concat({ cell.number, cell.key,
            quoted(cell.name), say("unit " .. cell.unit), value,
            quoted(cell.from) }, ",")
    end
    return table.concat(lines, "\n") .. "\n"
end

--- A sheet of columns and rows as a report has them.
local function sheet_of(name, widths, columns_of_it, list, above)
    local rows = above or {}
    local heading = { heading = true }
    for i, column in ipairs(columns_of_it) do
        heading[i] = type(column) == "table" and column.title or column
    end
    rows[#rows + 1] = heading
    for _, row in ipairs(list) do
        local cells = { n = #columns_of_it }
        for i = 1, cells.n do
            local cell = row[i]
            cells[i] = type(cell) == "table" and cell.value or cell
        end
        rows[#rows + 1] = cells
    end
    return { name = name, widths = widths, rows = rows }
end

--- The form, who has not reported, and what does not add up, a sheet each.
function Form:sheets()
    local late_columns, list = late(self)
    local error_columns, list_of_errors = errors(self)
    return {
        sheet_of("04", { 6, 48, 12, 16, 60 }, columns(), rows_of(self), {
            { say("title", self.period.name) },
            { window(self.period) }, {} }),
        sheet_of(say "sheet reporters", { 8, 30, 14, 14, 14, 12 },
                 late_columns, list),
        sheet_of(say "sheet sums", { 8, 30, 48, 14, 14, 14, 30 },
                 error_columns, list_of_errors),
    }
end

function Form:save(path)
    local ending = path:lower():match "%.(%w+)$"
    if ending == "csv" then
        ccn.save_file(path, self:csv())
    elseif ending == "xlsx" then
        workbook(path, self:sheets())
    elseif ending == "html" or ending == "htm" then
        self:report():save(path)
    else
        error(say("ending", path), 0)
    end
end

return Form
