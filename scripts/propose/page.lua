--- A proposal as sections of a report: what fired, the alternatives, what each
-- is worth, what it costs by year and source, who gains and who loses, and why
-- each change.
--
--     page.into(proposal, report)
--     proposal:report():save "proposal.html"

local figures = require "figures"
local text    = require "propose.text"
local value   = require "propose.value_text"

local say = text.say

local page = {}

local function alternatives(self, report)
    local columns = {}
    for i, column in ipairs(text.columns) do
        columns[i] = say(column)
    end
    report:section(say "alternatives", "alternatives")
    report:text(say("fixed", self.fixed, say("window " .. self.window)))
    report:table { name = "alternatives", columns = columns,
                   rows = text.rows(self) }
    if self.infeasible then
        report:item(say("infeasible", self.infeasible))
    end
    for _, line in ipairs(text.futures(self)) do
        report:item(line)
    end
end

--- The terms of the value, what is not weighed, and for which taxes each
-- alternative is the best.
local function worth(self, report)
    report:section(say "value of", "value")
    report:text(value.tax(self))
    report:table { name = "value", columns = value.columns(self, text.name),
                   rows = value.rows(self) }
    for _, list in ipairs { value.notes(self),
                            value.taxes(self, text.name) } do
        for _, line in ipairs(list) do
            report:item(line)
        end
    end
end

--- A row for each year and source, then what is missing.
local function costs(self, report)
    local rows = {}
    for _, found in ipairs(self.alternatives) do
        for _, part in ipairs(text.parts(found)) do
            rows[#rows + 1] = { text.name(found), tostring(part.year),
                                part.source or say "not settled",
                                part.amount }
        end
    end
    report:section(say "what it costs", "costs")
    if #rows > 0 then
        report:table { name = "costs", rows = rows, columns = {
            say "alternative", say "year", say "source",
            { title = say "amount", unit = "VND", kind = "money" } } }
    end
    for _, found in ipairs(self.alternatives) do
        for _, line in ipairs(text.missing(found)) do
            report:item(("%s: %s"):format(text.name(found), line))
        end
    end
    for _, line in ipairs(text.money(self)) do
        report:item(say("line of the plan", line))
    end
end

local function people(list)
    return #list > 0 and table.concat(list, ", ") or say "nobody"
end

local function changes(self, report)
    report:section(say "gains and losses", "changes")
    report:item(say("left out", people(self:left_out())))
    for _, line in ipairs(text.rules(self, self.alternatives)) do
        report:item(line)
    end
    for _, found in ipairs(self.alternatives) do
        if #found.changes > 0 then
            local gains, loses, sooner = self:touched(found)
            report:text(say("why", text.name(found)))
            report:item(say("gains", people(gains)))
            report:item(say("loses", people(loses)))
            report:item(say("sooner", people(sooner)))
            for _, line in ipairs(text.changes(self, found)) do
                report:item(line)
            end
        end
    end
end

function page.into(self, report)
    report:section(say "why now", "ground")
    for _, line in ipairs(text.ground(self)) do
        report:item(line)
    end
    alternatives(self, report)
    worth(self, report)
    costs(self, report)
    changes(self, report)
end

function page.report(self)
    local report = ccn.report {
        title = say("title", figures.date(self.day)),
        question = say "what to do",
        answer = { say("answer", #self.alternatives,
                       self.infeasible and 0 or #self.alternatives - 1) },
    }
    page.into(self, report)
    report:section(say "provenance", "provenance"):provenance()
    return report
end

return page
