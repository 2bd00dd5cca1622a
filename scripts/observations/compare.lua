--- Sums up, cell by cell: what a unit reported against the forms below it, and
-- what the department reported against the units.
--
--     compare(plan, { period = "2026-6m" })
--         --> { { form = "03", subject = "P. Âu Lâu", indicator = "n_projects",
--                 reported = 11, computed = 10, error = 1, from = "clusters",
--                 observation = row }, ... }
--
-- Only cells that can be computed in full are compared; cells that agree are
-- left out.  A ratio is computed from the two figures of the same form.

local current = require "observations.current"
local forms   = require "observations.forms"
local rollup  = require "observations.rollup"

-- Reported figures have so many decimals; half a unit of the last is rounding.
local ROUNDING = { ha = 0.005, ["bn VND"] = 0.0005, ["%"] = 0.05 }

local function differs(reported, computed, unit)
    return math.abs(reported - computed) > (ROUNDING[unit] or 0) + 1e-9
end

--- What was reported: by form, subject and indicator, in order.
local function reported(plan, options)
    local subjects, by = {}, {}
    for _, o in ipairs(current(plan, { on = options.on,
                                       period = options.period })) do
        local form = forms.of(o)
        if form == "03" or form == "04" then
            local name = form .. "/" .. o.unit.key
            if not by[name] then
                by[name] = { form = form, subject = o.unit.key, rows = {} }
                subjects[#subjects + 1] = by[name]
            end
            by[name].rows[o.indicator] = o
        end
    end
    table.sort(subjects, function(a, b)
        if a.form ~= b.form then
            return a.form < b.form
        end
        return a.subject < b.subject
    end)
    return subjects
end

local function cell(list, one, indicator, computed, from)
    local row = one.rows[indicator.key]
    if not (row and row.value and computed) then
        return
    end
    list.compared = list.compared + 1
    if differs(row.value, computed, indicator.unit) then
        list[#list + 1] = {
            form = one.form, subject = one.subject, indicator = indicator.key,
            reported = row.value, computed = computed, unit = indicator.unit,
            error = row.value - computed, from = from, observation = row,
        }
    end
end

--- The fill rate of a form is that of its own two figures.
local function ratio(list, one)
    local land = one.rows.industrial_land
    local taken = one.rows.industrial_land_leased
    if land and taken and land.value and taken.value and land.value > 0 then
        cell(list, one, (forms.indicator(one.form, "fill_rate")),
             100 * taken.value / land.value, "form")
    end
end

--- The sum of the units for an indicator: nil when one of them is silent.
local function of_units(subjects, indicator)
    local sum, count = 0, 0
    for _, one in ipairs(subjects) do
        if one.form == "03" then
            local row = one.rows[indicator.key]
            if not row or not row.value then
                return nil
            end
            sum, count = sum + row.value, count + 1
        end
    end
    return count > 0 and sum or nil
end

local compare = {}

--- The sums over all units that have clusters, by indicator: none where one of
-- them is silent.
function compare.units(plan, options)
    local subjects, sums = reported(plan, options), {}
    local have = {}
    for _, one in ipairs(subjects) do
        have[one.subject] = one.form == "03" or nil
    end
    for row in plan:clusters() do
        if row.kind ~= "KCN" and not (row.unit and have[row.unit.key]) then
            return sums
        end
    end
    for _, indicator in ipairs(forms.asks["04"]) do
        sums[indicator.key] = of_units(subjects, indicator)
    end
    return sums
end

--- The cells that do not add up; `compared` counts those that were looked at.
function compare.cells(plan, options)
    local list, subjects = { compared = 0 }, reported(plan, options)
    local seen = #subjects > 0 and rollup.seen(plan, options)
    for _, one in ipairs(subjects) do
        local below = rollup.sums(plan, { period = options.period, seen = seen,
            unit = one.form == "03" and one.subject or nil })
        for _, indicator in ipairs(forms.asks[one.form]) do
            if indicator.kind ~= "ratio" then
                cell(list, one, indicator, below[indicator.key].value,
                     "clusters")
                if one.form == "04" then
                    cell(list, one, indicator,
                         of_units(subjects, indicator), "units")
                end
            end
        end
        ratio(list, one)
    end
    return list
end

return compare
