--- What is known on a day of a cluster's land, fill rate and wastewater plant:
-- the plan's own figures, and later ones of reports and half-yearly forms.
--
--     local known = reported(plan, "2026-09-14")
--     known(plan:cluster "Âu Lâu")
--         --> { land = 31.2, leased = 27.1, fill = 86.8, plant = false,
--               because = { fill = "as reported 2026-05, ..." },
--               form =, rate =, any =, works = }
--         land and leased in ha, fill in %; the last four are the dated figures
--         behind them, { day =, value =, o = the observation }, where there are
--
-- A dated figure counts from its day on, and from the day it was received.  A
-- form comes before a figure of the plan's row that has no day; a reported rate
-- does not come before leased land of the row (Art. 2.6 of Decree 32/2024).

local current = require "observations.current"
local figures = require "figures"
local forms   = require "observations.forms"
local wording = require "wording"

local say = wording.of(require "lang.rules")

local FORM = { industrial_land_leased = true, industrial_land_built = true,
               wwtp_any = true, wwtp_ok = true }

local function number(value)
    return wording.number(value, "%.6g")
end

--- The day an observation holds for, and how it is written: the day of a form
-- is the last of its period, a month counts from its first day.
local function day_of(o)
    local period = forms.of(o) and forms.period(o.period)
    if period then
        return period.to, say("form of", forms.of(o), period.name)
    elseif o.date then
        return o.date, figures.date(o.date)
    elseif o.period and o.period:find "^%d%d%d%d%-%d%d$" then
        return o.period .. "-01", o.period
    end
end

--- A rate of anybody, or a figure of form 02; one of the same name that is of
-- no form may have another unit.
local function wanted(o)
    return o.cluster and o.value
        and (o.indicator == "fill_rate"
             or FORM[o.indicator] and forms.of(o) == "02")
end

--- Dated figures by cluster and indicator, each list by their days: those
-- received by a day, or all.
local function gather(plan, on)
    local by = {}
    for _, o in ipairs(current(plan, { on = on })) do
        if wanted(o) then
            local day, text = day_of(o)
            local name = o.cluster.key .. "/" .. o.indicator
            if day then
                by[name] = by[name] or {}
                table.insert(by[name], { day = day, text = text, o = o,
                    value = o.value, received = o.received or day })
            end
        end
    end
    for _, list in pairs(by) do
        table.sort(list, function(a, b)
            if a.day ~= b.day then
                return a.day < b.day
            elseif a.received ~= b.received then
                return a.received < b.received
            end
            return a.o.key < b.o.key
        end)
    end
    return by
end

--- The last figure of an indicator on the day.
local function last(self, row, indicator)
    local found
    for _, one in ipairs(self.by[row.key .. "/" .. indicator] or {}) do
        if one.day <= self.on then
            found = one
        end
    end
    return found
end

local function who(one)
    local reporter = one.o and one.o.reporter
    return reporter and one.text .. ", " .. reporter or one.text
end

--- The rate in the row of the plan: its day is given, or that of the first
-- report with the same figure.
local function own_rate(self, row)
    local own = row.reported_fill and { value = row.reported_fill }
    if own and row.reported_fill_on then
        own.day, own.text = row.reported_fill_on,
            figures.date(row.reported_fill_on)
        return own
    end
    for _, one in ipairs(own and self.ever[row.key .. "/fill_rate"] or {}) do
        if one.value == own.value then
            return one
        end
    end
    return own or nil
end

--- The rate last reported by the day; else that of the row, with a word on it
-- when it is of a later day.
local function rate(self, row)
    local own, found = own_rate(self, row), last(self, row, "fill_rate")
    local dated = own and own.day and own.day <= self.on
    if found and not (dated and own.day > found.day) then
        return found, say("reported by", who(found))
    elseif dated then
        return own, say("reported by", who(own))
    elseif own and own.day then
        return own, say("reported after", who(own))
    end
    return own, say "reported"
end

--- Leased land of the last form, over the industrial land.
local function by_form(self, row, known)
    local leased = last(self, row, "industrial_land_leased")
    if not (leased and known.land) or known.land == 0 then
        return nil
    end
    return { day = leased.day, value = 100 * leased.value / known.land,
             leased = leased, text = leased.text }
end

--- What the row says otherwise, and has no day.
local function beside(self, row, value)
    local said = own_rate(self, row)
    local own = row.fill_rate or said and not said.day and said.value
    if own and math.abs(own - value) > 0.1 then
        return say("row says", number(own) .. " %")
    end
    return ""
end

local function set_fill(self, row, known)
    local form, because = by_form(self, row, known), known.because
    local said, words = rate(self, row)
    known.leased, known.form, known.rate = row.leased_area, form,
        last(self, row, "fill_rate")
    if form and not (said and said.day and said.day <= self.on
                     and said.day > form.day and not row.fill_rate) then
        known.fill, known.leased = form.value, form.leased.value
        because.fill = say("by form", number(known.leased), number(known.land),
                           who(form.leased)) .. beside(self, row, form.value)
    elseif row.fill_rate then
        known.fill = row.fill_rate
        because.fill = say("computed", row.leased_area, row.industrial_area)
    elseif said then
        known.fill, because.fill = said.value, words
        known.leased = known.land and known.land * said.value / 100
    end
end

--- More land built than the row has: the row is behind.
local function set_land(self, row, known)
    local built = last(self, row, "industrial_land_built")
    known.land = row.industrial_area
    if known.land and built and built.value > known.land + 0.005 then
        known.land = built.value
        known.because.industrial_area = who(built)
    end
end

--- A form says whether a plant is built or being built, and whether it meets
-- the standard: only the second says that it works.
local function set_plant(self, row, known)
    local any, works = last(self, row, "wwtp_any"), last(self, row, "wwtp_ok")
    known.plant, known.any, known.works = row.wastewater_plant, any, works
    local said = works or any
    if not said then
        return
    elseif works and works.value == 1 then
        known.plant = true
    elseif any and any.value == 0 then
        known.plant = false
    else
        known.plant = nil
    end
    known.because.plant = say(
        known.plant and "plant by form" or known.plant == false
        and "no plant by form" or "plant open by form", who(said))
end

return function(plan, on)
    local self = { on = on, by = gather(plan, on), ever = gather(plan) }
    return function(row)
        local known = { because = {} }
        set_land(self, row, known)
        set_fill(self, row, known)
        set_plant(self, row, known)
        return known
    end
end
