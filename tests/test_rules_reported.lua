--- What rules know of a cluster on a day: the last figures of that day, from
-- the plan, reports and half-yearly forms, with their days.

local words = require "rules.words"

local test = {}

local function has(text, part)
    assert(tostring(text):find(part, 1, true),
           ("'%s' is not in: %s"):format(part, tostring(text)))
end

local function lacks(text, unwanted)
    assert(not tostring(text):find(unwanted, 1, true), tostring(text))
end

local function plan_of(values)
    local plan = ccn.new "Small"
    local row = { key = "A", state = "operating", total_area = 50,
                  planned_area = 60, plan_status = "expand",
                  industrial_area = 40, wastewater_plant = false,
                  formed_on = "2010-01-01" }
    for name, value in pairs(values or {}) do
        row[name] = value
    end
    plan:add("cluster", row)
    return plan
end

local function rate(plan, period, value, reporter)
    plan:add("observation", { key = "fill/" .. period, cluster = "A",
        indicator = "fill_rate", value = value, period = period,
        reporter = reporter })
end

local function form(plan, period, values)
    for indicator, value in pairs(values) do
        plan:add("observation", { key = period .. "/" .. indicator,
            cluster = "A", indicator = indicator, value = value,
            period = period, date = ccn.observations.period(period).to,
            received = ccn.observations.period(period).due["02"] })
    end
end

--- The conditions in words.
local function ask(plan, day)
    local answer = ccn.rules.may(plan, "extend", "A", { dossier = day })
    local list = {}
    for i, found in ipairs(answer) do
        list[i] = words.of(found, answer.facts)
    end
    return table.concat(list, "\n")
end

function test.a_rate_of_a_later_month_is_not_known_before_it()
    local plan = plan_of { reported_fill = 91.19 }
    rate(plan, "2026-05", 86.8, "department")
    rate(plan, "2026-10", 91.19, "department")
    has(ask(plan, "2026-06-01"), "fill rate 86.8 %")
    has(ask(plan, "2026-06-01"), "2026-05, department")
    lacks(ask(plan, "2026-06-01"), "91.19")
    has(ask(plan, "2026-10-05"), "fill rate 91.19 %")
end

function test.a_rate_known_only_later_is_said_to_be()
    local plan = plan_of { reported_fill = 91.19 }
    rate(plan, "2026-10", 91.19, "department")
    has(ask(plan, "2026-06-01"), "reported 2026-10, department, after that day")
    local dated = plan_of { reported_fill = 70,
                            reported_fill_on = "2026-11-01" }
    has(ask(dated, "2026-06-01"), "reported 1 Nov 2026, after that day")
end

function test.a_later_form_comes_before_the_figure_of_the_plan()
    local plan = plan_of { reported_fill = 91.19 }
    form(plan, "2029", { industrial_land_leased = 31,
                         industrial_land_built = 48.7, wwtp_any = 1,
                         wwtp_ok = 1 })
    local early, late = ask(plan, "2028-07-01"), ask(plan, "2030-07-01")
    has(early, "fill rate 91.19 %")
    has(early, "no central wastewater plant")
    has(late, "31 of 48.7 ha, form 02 of 2029")
    has(late, "plan says 91.19 % without a day")
    has(late, "a plant that meets the standard: form 02 of 2029")
    lacks(late, "no central wastewater plant")
end

function test.a_plant_being_built_is_no_plant_at_work()
    local plan = plan_of()
    form(plan, "2028", { wwtp_any = 1, wwtp_ok = 0 })
    has(ask(plan, "2029-07-01"), "not up to standard: form 02 of 2028")
end

function test.a_form_that_came_later_is_not_known_before()
    local plan = plan_of { reported_fill = 91.19 }
    form(plan, "2028", { industrial_land_leased = 20 })
    lacks(ask(plan, "2028-12-18"), "form 02")
    has(ask(plan, "2028-12-20"), "20 of 40 ha, form 02 of 2028")
end

function test.a_figure_of_no_form_is_none_of_a_form()
    local plan = plan_of { reported_fill = 91.19 }
    plan:add("observation", { key = "F1", cluster = "A", value = 200000,
        indicator = "industrial_land_leased", date = "2026-05-11" })
    has(ask(plan, "2026-06-01"), "fill rate 91.19 %")
end

local function count(plan, id, day)
    return #ccn.check(plan, { on = day }):of(id)
end

function test.a_plan_behind_its_forms_is_a_finding_with_the_key()
    local plan = plan_of { reported_fill = 91.19 }
    form(plan, "2029", { industrial_land_leased = 20, wwtp_any = 1,
                         wwtp_ok = 1 })
    assert(count(plan, "plan-behind-form", "2029-06-01") == 0)
    local found = ccn.check(plan, { on = "2030-06-01" }):of "plan-behind-form"
    assert(#found == 2, #found)
    has(found[1].text, "2029/industrial_land_leased")
    has(found[2].text, "2029/wwtp_ok")
end

function test.two_rates_of_one_day_are_a_finding()
    local plan = plan_of { reported_fill = 90, reported_fill_on = "2029-12-14" }
    form(plan, "2029", { industrial_land_leased = 20 })
    assert(count(plan, "same-day-differs", "2030-01-01") == 1)
    assert(count(plan, "same-day-differs", "2029-12-01") == 0)
end

return test
