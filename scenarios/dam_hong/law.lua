--- Law: may Âu Lâu be extended, by a dossier of which day?

local days      = require "rules.days"
local expand    = require "rules.expand"
local figures   = require "figures"
local layout    = require "layout"
local procedure = require "rules.procedure"
local say       = require "words" "law"

local law = {}

--- Whether the works that Article 8.2d asks for are in use.  The record says
-- "no WWTP; infrastructure incomplete": both words, or nothing is known.
local function infrastructure(cluster)
    local words = cluster.problems or ""
    if words:find "infrastructure incomplete" or words:find "no WWTP" then
        return false
    end
end

--- The figures that Article 8.2 asks for.
function law.case_of(case, dossier)
    local target = case.target
    return {
        dossier = dossier,
        area_after = target.total_area + case.phase.total_area,
        fill = case.latest.value,
        infrastructure = infrastructure(target),
        formed_on = target.formed_on,
    }
end

--- The last day for the decision to extend: before the year of the works.
function law.decide_by(case)
    return ("%d-12-31"):format(case.phase.opens - 1)
end

function law.compute(case)
    local book, by = case.book, law.decide_by(case)
    local since = book:rule("N303-EXP-FILL").valid_from
    local before = days.add(since, -1)
    local pre = book:rule("N303-EXP-INFRA-EXEMPT").limit
    local deadline = book:rule "N32-PRE105-DEADLINE"
    return {
        since = since, before = before, pre = pre,
        old = expand(book, law.case_of(case, before)),
        new = expand(book, law.case_of(case, since)),
        formed_on = case.target.formed_on,
        days_late = case.target.formed_on
            and days.between(pre, case.target.formed_on),
        deadline = deadline.limit,
        by = by, works = case.phase.opens,
        start_old = procedure.latest_start(book, before, by),
        start_new = procedure.latest_start(book, since, by),
        on = case.on,
        ends = procedure.earliest_end(book, since, case.on),
    }
end

local function value_of(found)
    if found.unit == "bool" then
        return say(found.value == nil and "not known"
                   or found.value and "built" or "not built")
    elseif found.unit == "ha" then
        return figures.ha(found.value, 0)
    end
    return figures.percent(found.value, 2)
end

local function limit_of(found)
    if found.unit == "bool" then
        return say "built"
    end
    local limit = found.unit == "ha" and figures.ha(found.limit, 0)
        or figures.percent(found.limit, 0)
    return (found.operator == ">=" and "≥ " or "≤ ") .. limit
end

local function rows_of(found)
    local rows = {}
    for _, answer in ipairs { found.old, found.new } do
        for _, check in ipairs(answer) do
            rows[#rows + 1] = {
                figures.date(answer.on), say(check.name), value_of(check),
                limit_of(check), check.id, say(check.result),
            }
        end
    end
    return rows
end

function law.show(found)
    layout.heading(say "title", "law")
    layout.table("conditions", {
        say "dossier", say "condition", { say "value" }, { say "limit" },
        say "rule", say "result",
    }, rows_of(found))
    layout.item(say("answer", say(found.old.result), say(found.new.result)))
    layout.item(say("formed", figures.date(found.pre),
                    figures.date(found.formed_on), found.days_late))
    layout.item(say("trans", figures.date(found.since)))
    layout.item(say("decision", figures.date(found.deadline)))
    layout.item(say("terms", found.works, figures.date(found.by),
                    figures.date(found.start_new),
                    figures.date(found.start_old),
                    figures.date(found.on), figures.date(found.ends)))
    layout.item(say "source")
end

return law
