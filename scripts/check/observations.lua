--- Half-yearly forms: sums that do not add up, forms that came late, and forms
-- that are missing, with how old the last figures are.  For a plan that holds
-- forms; needs a day, whose last due period is looked at.

local compare   = require "observations.compare"
local figures   = require "figures"
local forms     = require "observations.forms"
local reporters = require "observations.reporters"
local wording   = require "wording"

local say = wording.of(require "lang.observations")

local TABLES = { ["01"] = "enterprise", ["02"] = "cluster", ["03"] = "unit",
                 ["04"] = "unit" }

local function number(value)
    return wording.number(value, "%.6g")
end

--- The last period of which something is known, by form and subject; nil when
-- the plan holds no form at all.
local function last_periods(plan, on)
    local last, any = {}, false
    for o in plan:observations() do
        local form = forms.of(o)
        if form and (not o.received or o.received <= on) then
            local name = form .. "/"
                .. (o.enterprise or o.cluster or o.unit).key
            local period = forms.period(o.period)
            any = true
            if not last[name] or period.to > last[name].to then
                last[name] = period
            end
        end
    end
    return any and last or nil
end

local function object_of(one)
    return TABLES[one.form] .. " " .. one.subject
end

local function tell(one, period, last, add)
    local source = say("the form", one.form)
    if one.state == "late" then
        add { id = "form-late", severity = "note", object = object_of(one),
              text = say("finding late", one.form, period.name,
                         figures.date(one.received), one.days,
                         figures.date(one.due)),
              terms = { days = one.days }, sources = { source } }
    elseif one.state == "missing" then
        local text = last
            and say("finding stale", one.form, period.name,
                    figures.date(one.due), last.name)
            or say("finding missing", one.form, period.name,
                   figures.date(one.due))
        add { id = last and "stale" or "form-missing", severity = "warning",
              object = object_of(one), text = text,
              terms = { days = one.days, last = last and last.name },
              sources = { source } }
    end
end

local function sums(plan, period, on, add)
    for _, cell in ipairs(compare.cells(plan, { period = period.name,
                                                on = on })) do
        local indicator = forms.indicator(cell.form, cell.indicator)
        add { id = "form-sum", severity = "warning",
              object = "unit " .. cell.subject, field = cell.indicator,
              text = say("finding sum", cell.form, period.name,
                         indicator[ccn.lang()], number(cell.reported),
                         number(cell.computed), say("sum of " .. cell.from),
                         number(cell.error)),
              terms = { reported = cell.reported, computed = cell.computed,
                        error = cell.error },
              sources = { cell.observation.origin } }
    end
end

--- Counts that are no whole numbers, however they came into the plan.
local function counts(plan, add)
    for o in plan:observations() do
        local form = forms.of(o)
        local indicator = form and forms.indicator(form, o.indicator)
        if indicator and o.value and o.value % 1 ~= 0
            and forms.is_count(indicator) then
            add { id = "form-count", severity = "error",
                  object = "observation " .. o.key, field = "value",
                  text = say("finding whole", o.key, o.indicator,
                             number(o.value)),
                  terms = { value = o.value },
                  sources = { say("the form", form) } }
        end
    end
end

return function(plan, add, options)
    counts(plan, add)
    local on = options.on
    local last = on and last_periods(plan, on)
    if not last then
        return
    end
    local judged = {}
    for _, form in ipairs { "01", "02", "03", "04" } do
        local period = forms.last_due(form, on)
        for _, one in ipairs(reporters(plan, { period = period.name,
                                               on = on })) do
            if one.form == form then
                tell(one, period, last[form .. "/" .. one.subject], add)
            end
        end
        if not judged[period.name] then
            judged[period.name] = true
            sums(plan, period, on, add)
        end
    end
end
