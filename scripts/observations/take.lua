--- Takes a half-yearly form into a plan, as one observation for each cell.
--
--     take(plan, "form02.csv", { form = "02", period = "2026-6m",
--                                decimal = "comma" })
--         --> { added = 28, corrected = 1, same = 3 }
--
-- The file has a row for each enterprise (form 01), cluster (02) or unit (03,
-- 04): a column of that name, `reporter`, `received`, and a column for each
-- indicator by its key, number or name, perhaps with its unit in brackets.  A
-- blank cell is no observation.  All or nothing: one error lists every refused
-- cell.  A figure that differs from the one in force supersedes it, the same
-- figure again changes nothing.

local current = require "observations.current"
local days    = require "rules.days"
local forms   = require "observations.forms"
local reader  = require "reader"

local say = require "wording".of(require "lang.observations")

local OTHERS = { reporter = true, received = true, status = true,
                 note = true, origin = true }

--- "Capital [bn VND]" --> "Capital", "bn VND"
local function split(heading)
    local name, unit = heading:match "^(.-)%s*%[(.-)%]$"
    return name or heading, unit
end

--- What each column holds: subject, another field, or an indicator.
local function columns_of(self, csv)
    local columns, seen = {}, {}
    for i, heading in ipairs(csv.headings) do
        local name, unit = split(heading)
        local indicator = forms.indicator(self.form, name)
        local what = indicator and indicator.key or name
        if seen[what] then
            self:refuse(1, heading, heading, say "twice")
        end
        seen[what] = true
        if name == forms.subject[self.form] then
            columns[i] = { subject = true }
        elseif OTHERS[name] then
            columns[i] = { field = name }
        elseif indicator then
            columns[i] = { indicator = indicator }
            if unit and unit ~= indicator.unit then
                self:refuse(1, heading, unit, say("wrong unit",
                                                  indicator.unit))
            end
        else
            self:refuse(1, heading, heading, say "unknown column")
        end
    end
    if not seen[forms.subject[self.form]] then
        self:refuse(1, forms.subject[self.form], "", say "missing column")
    end
    return columns
end

--- A number of an indicator; refuses what is none or cannot be.
local function figure(self, line, indicator, cell)
    local value, why = ccn.number(cell, self.decimal)
    if not value then
        return self:refuse(line, indicator.key, cell, why)
    elseif value < 0 then
        return self:refuse(line, indicator.key, cell, say "negative")
    elseif indicator.unit == "0/1" and value ~= 0 and value ~= 1 then
        return self:refuse(line, indicator.key, cell, say "no flag")
    elseif forms.is_count(indicator) and value % 1 ~= 0 then
        return self:refuse(line, indicator.key, cell, say "not whole")
    end
    return value
end

local function key_of(self, subject, indicator)
    return ("tt14/%s/%s/%s/%s"):format(self.form, self.period.name, subject,
                                       indicator.key)
end

--- The key of a correction: the first that is free.
local function free_key(self, key)
    local count = 1
    while self.plan:observation(count == 1 and key
                                or ("%s/%d"):format(key, count)) do
        count = count + 1
    end
    return count == 1 and key or ("%s/%d"):format(key, count)
end

local function values_of(self, row, indicator, value)
    local values = { indicator = indicator.key, value = value,
                     measure = indicator.unit, period = self.period.name,
                     date = self.period.to, subject = row.subject,
                     origin = row.origin or self.path }
    values[forms.subject[self.form]] = row.subject
    for _, name in ipairs { "reporter", "received", "status", "note" } do
        values[name] = row[name]
    end
    return values
end

--- One cell: a new figure, a correction, or what is known already.
local function put(self, row, indicator, value)
    local key = key_of(self, row.subject, indicator)
    local before = self.force[key]
    if before and before.value == value then
        self.count.same = self.count.same + 1
        return
    end
    local values = values_of(self, row, indicator, value)
    values.key = free_key(self, key)
    values.supersedes = before and before.key or nil
    local ok, made = pcall(self.plan.add, self.plan, "observation", values)
    if not ok then
        return self:refuse(row.line, indicator.key, tostring(value), made)
    end
    self.force[key] = made
    local name = before and "corrected" or "added"
    self.count[name] = self.count[name] + 1
end

--- The fields of a row, and its cells by indicator.
local function read_row(cells, columns)
    local row, figures = { line = cells.line }, {}
    for i, column in ipairs(columns) do
        local cell = cells[i]
        if cell and column.subject then
            row.subject = cell
        elseif cell and column.field then
            row[column.field] = cell
        elseif cell and column.indicator then
            figures[#figures + 1] = { column.indicator, cell }
        end
    end
    return row, figures
end

--- Whether a text is a day of the calendar, as 2026-06-18.
local function is_day(text)
    return text:find "^%d%d%d%d%-%d%d%-%d%d$" and days.add(text, 0) == text
end

local function take_row(self, cells, columns)
    local row, figures = read_row(cells, columns)
    local kind = forms.subject[self.form]
    if not row.subject then
        return self:refuse(row.line, kind, "", say "no subject")
    elseif not self.plan[kind](self.plan, row.subject) then
        local near = ccn.nearest(row.subject,
                                 self.plan[forms.rows[self.form]](
                                     self.plan):keys())
        return self:refuse(row.line, kind, row.subject,
                           near and say("unknown subject, nearest", near)
                               or say "unknown subject")
    end
    if self.subjects[row.subject] then
        return self:refuse(row.line, kind, row.subject,
                           say("twice since", self.subjects[row.subject]))
    end
    self.subjects[row.subject] = row.line
    if row.received and not is_day(row.received) then
        return self:refuse(row.line, "received", row.received, say "no day")
    end
    local unit = kind == "unit" and self.plan:unit(row.subject)
    if unit and (unit.level == "province") ~= (self.form == "04") then
        return self:refuse(row.line, kind, row.subject, say "wrong level")
    end
    for _, pair in ipairs(figures) do
        local value = figure(self, row.line, pair[1], pair[2])
        if value then
            put(self, row, pair[1], value)
        end
    end
end

--- What is in force of this form and period, by the key of the first figure.
local function in_force(self)
    local force = {}
    for _, o in ipairs(current(self.plan, { form = self.form, draft = true,
                                            period = self.period.name })) do
        local subject = o[forms.subject[self.form]]
        force[key_of(self, subject.key, { key = o.indicator })] = o
    end
    return force
end

local function check_options(options)
    if not forms.asks[options.form] then
        error(say("no form", tostring(options.form)), 0)
    elseif not forms.period(options.period) then
        error(say("no period", tostring(options.period)), 0)
    end
end

return function(plan, path, options)
    check_options(options)
    local fork = plan:fork "forms"
    local refusals = reader.new()
    local self = { plan = fork, path = path, form = options.form,
                   period = forms.period(options.period),
                   decimal = options.decimal or "point", subjects = {},
                   count = { added = 0, corrected = 0, same = 0 } }
    function self.refuse(_, line, column, value, why)
        refusals:refuse(path, line, column, value, why)
    end
    local csv = ccn.csv(path, { separator = options.separator })
    local columns = columns_of(self, csv)
    self.force = in_force(self)
    if #refusals.refused == 0 then
        for _, cells in ipairs(csv.rows) do
            take_row(self, cells, columns)
        end
    end
    refusals:finish()
    plan:adopt(fork)
    return self.count
end
