--- Form 04 of Circular 14/2024 for a period, filled from the observations and
-- the plan.
--
--     local form = form04(plan, { period = "2026-6m", on = "2026-07-01" })
--     print(form)                     -- on the terminal
--     form:save "form04.csv"          -- or .html
--     form[17].value                  -- industrial land of operating clusters
--
-- A cell is what forms 01 and 02 and the plan give when every part of it is
-- known; else the sum of the units' forms 03 when all of them reported; else
-- what the department reported itself; else it is blank, and the remark says
-- what is known and of whom it is not.

local compare   = require "observations.compare"
local current   = require "observations.current"
local figures   = require "figures"
local forms     = require "observations.forms"
local reporters = require "observations.reporters"
local rollup    = require "observations.rollup"
local wording   = require "wording"

local say = wording.of(require "lang.observations")

local Form = {}
Form.__index = Form

local SHOWN = 4

local DIGITS = { ha = 2, ["bn VND"] = 3, ["%"] = 2 }

local function names(keys)
    local list = table.concat(keys, ", ", 1, math.min(#keys, SHOWN))
    return #keys > SHOWN and list .. ", ..." or list
end

local function remark(sum, digits)
    if not sum.known then
        return say "follows"
    elseif sum.count == 0 then
        return say "no source"
    elseif #sum.unknown == sum.count then
        return say("of none", sum.count, names(sum.unknown))
    end
    return say("partly", figures.number(sum.known, digits), #sum.unknown,
               sum.count, names(sum.unknown))
end

--- Where the parts of a computed cell come from.
local function ground(sum)
    local parts = {}
    for _, name in ipairs { "observation", "plan" } do
        if sum.from[name] > 0 then
            parts[#parts + 1] = say("from " .. name, sum.from[name])
        end
    end
    return table.concat(parts, ", ")
end

--- What the department reported itself, by indicator.
local function own(plan, options)
    local by = {}
    for _, o in ipairs(current(plan, { form = "04", on = options.on,
                                       period = options.period })) do
        by[o.indicator] = o.value
    end
    return by
end

local function fill(self, i, indicator, sum, state)
    local cell = { number = i, key = indicator.key, unit = indicator.unit,
                   name = indicator[ccn.lang()], kind = indicator.kind }
    local units = state.units[indicator.key]
    if sum.value then
        cell.value = sum.value
        cell.from = indicator.kind == "ratio" and say "follows" or ground(sum)
    elseif units and indicator.kind ~= "ratio" then
        cell.value, cell.from = units, say "from units"
    elseif state.own[indicator.key] then
        cell.value, cell.from = state.own[indicator.key], say "from own"
    else
        cell.from = remark(sum, DIGITS[indicator.unit] or 0)
    end
    self[i] = cell
end

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

--- Who is late or missing, and the cells that do not add up, as rows.
local function late(self)
    local rows = {}
    for _, one in ipairs(self.reporters) do
        if one.state == "late" or one.state == "missing" then
            rows[#rows + 1] = { one.form, one.subject, say(one.state),
                                one.due, one.received, one.days }
        end
    end
    return rows
end

local function errors(self)
    local rows = {}
    for i, cell in ipairs(self.cells) do
        local indicator = forms.indicator(cell.form, cell.indicator)
        rows[i] = { cell.form, cell.subject, indicator[ccn.lang()],
                    cell.reported, cell.computed, cell.error,
                    say("sum of " .. cell.from) }
    end
    return rows
end

--- The form as a report, for the terminal and as a page.
function Form:report()
    local period = self.period
    local report = ccn.report {
        title = say("title", period.name),
        kicker = say("window", figures.date(period.from),
                     figures.date(period.to), figures.date(period.due["04"])),
        question = say "question",
        answer = say("answer", self.filled, #self),
    }
    report:section(say "form", "form")
    report:table { name = "form04", columns = columns(), rows = rows_of(self) }
    report:section(say "reporters", "reporters")
    local list = late(self)
    report:text(say("counts", self:count "in time", self:count "late",
                    self:count "missing", self:count "expected",
                    self:count "undated"))
    if #list > 0 then
        report:table { name = "late", columns = { say "form no",
            say "subject", say "state", { title = say "due", kind = "date" },
            { title = say "received", kind = "date" },
            { title = say "days", kind = "number", digits = 0 } },
            rows = list }
    end
    report:section(say "sums", "sums")
    if #self.cells == 0 then
        report:text(say(self.cells.compared > 0 and "all agree"
                        or "none compared", self.cells.compared))
    else
        report:table { name = "sums", columns = { say "form no",
            say "subject", say "indicator",
            { title = say "reported", kind = "number" },
            { title = say "computed", kind = "number" },
            { title = say "error", kind = "number" }, say "against" },
            rows = errors(self) }
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
    if text:find "^[=+@%-]" and not tonumber(text) then
        text = "'" .. text -- no formula for a spreadsheet
    end
    if text:find '[",\n]' then
        text = '"' .. text:gsub('"', '""') .. '"'
    end
    return text
end

--- Number, key, name, unit, value, where from; numbers with a point.
function Form:csv()
    local lines = { "number,indicator,name,unit,value,from" }
    for i, cell in ipairs(self) do
        local value = cell.value and ("%.10g"):format(cell.value) or ""
        lines[i + 1] = table.concat({ cell.number, cell.key,
            quoted(cell.name), cell.unit, value, quoted(cell.from) }, ",")
    end
    return table.concat(lines, "\n") .. "\n"
end

function Form:save(path)
    local ending = path:lower():match "%.(%w+)$"
    if ending == "csv" then
        ccn.save_file(path, self:csv())
    elseif ending == "html" or ending == "htm" then
        self:report():save(path)
    else
        error(say("ending", path), 0)
    end
end

return function(plan, options)
    local period = forms.period(options.period)
    if not period then
        error(say("no period", tostring(options.period)), 0)
    end
    local self = setmetatable({ period = period, filled = 0 }, Form)
    local sums = rollup.sums(plan, options)
    local state = { units = compare.units(plan, options),
                    own = own(plan, options) }
    for i, indicator in ipairs(forms.asks["04"]) do
        fill(self, i, indicator, sums[indicator.key], state)
        self.filled = self.filled + (self[i].value and 1 or 0)
    end
    self.reporters = reporters(plan, options)
    self.cells = compare.cells(plan, options)
    return self
end
