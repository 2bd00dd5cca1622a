--- Observations: half-yearly forms taken in, corrected, summed up, late and
-- missing, and form 04 filled.  The figures of tests/forms are ours.

local check   = require "check.plan"
local forms   = require "observations.forms"

local FORMS = "tests/forms/"
local HALF = "2026-6m"

local test = {}

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(tostring(got),
                                                tostring(wanted)))
end

local function near(got, wanted)
    assert(got and math.abs(got - wanted) < 1e-9,
           ("%s, not %s"):format(tostring(got), wanted))
end

local function fails(words, call, ...)
    local ok, message = pcall(call, ...)
    assert(not ok, "there is no error")
    assert(tostring(message):find(words, 1, true), tostring(message))
    return tostring(message)
end

--- Two communes with a cluster each; A holds E1 and E2, B holds E3.
local function small()
    local plan = ccn.new "Small"
    plan:add("unit", { key = "Province", level = "province" })
    for _, key in ipairs { "North", "South" } do
        plan:add("unit", { key = key, level = "commune", parent = "Province" })
    end
    plan:add("cluster", { key = "A", unit = "North", state = "operating",
                          has_decision = true, established = "2020-01-01",
                          planned_area = 30, total_area = 30,
                          industrial_area = 20 })
    plan:add("cluster", { key = "B", unit = "South", state = "operating",
                          has_decision = true, established = "2026-03-01",
                          planned_area = 25, total_area = 25,
                          industrial_area = 10 })
    for key, cluster in pairs { E1 = "A", E2 = "A", E3 = "B" } do
        plan:add("enterprise", { key = key, cluster = cluster })
    end
    return plan
end

local function take(plan, form, file, period)
    return ccn.observations.take(plan, FORMS .. (file or "form" .. form)
                                 .. ".csv",
                                 { form = form, period = period or HALF })
end

local function full()
    local plan = small()
    for _, form in ipairs { "01", "02", "03", "04" } do
        take(plan, form)
    end
    return plan
end

--- Periods

function test.a_period_runs_from_15_december()
    local half, year = forms.period "2026-6m", forms.period "2026"
    equal(half.from, "2025-12-15")
    equal(half.to, "2026-06-14")
    equal(year.from, "2025-12-15")
    equal(year.to, "2026-12-14")
    equal(half.due["02"], "2026-06-20")
    equal(half.due["03"], "2026-06-25")
    equal(year.due["04"], "2026-12-31")
    for _, bad in ipairs { "2026-12m", "26", "2026-6", "x2026" } do
        equal(forms.period(bad), nil)
    end
end

function test.the_period_before_is_half_a_year_older()
    equal(forms.before(forms.period "2026").name, "2026-6m")
    equal(forms.before(forms.period "2026-6m").name, "2025")
end

function test.the_last_due_period_changes_on_the_cut_off_day()
    equal(forms.last_due("02", "2026-06-19").name, "2025")
    equal(forms.last_due("02", "2026-06-20").name, "2026-6m")
    equal(forms.last_due("03", "2026-06-24").name, "2025")
    equal(forms.last_due("02", "2026-12-20").name, "2026")
    equal(forms.last_due("04", "2026-12-30").name, "2026-6m")
end

function test.the_forms_ask_4_14_and_27_indicators()
    equal(#forms.asks["01"], 4)
    equal(#forms.asks["02"], 14)
    equal(#forms.asks["03"], 27)
    equal(select(2, forms.indicator("04", "(17)")), 17)
    equal(forms.indicator("04", "17").key, "industrial_land")
    equal(forms.indicator("02", "Tỷ lệ lấp đầy").key, "fill_rate")
    equal(forms.indicator("04", "area of these"), nil) -- four of them
    equal(forms.indicator("04", "28"), nil)
    equal(forms.indicator("04", "0"), nil)
end

--- Taking forms in

function test.every_cell_becomes_an_observation_with_its_source()
    local plan = small()
    local count = take(plan, "02")
    equal(count.added, 28)
    local o = plan:observation "tt14/02/2026-6m/A/capital_spent"
    equal(o.value, 40)
    equal(o.measure, "bn VND")
    equal(o.reporter, "developer of A")
    equal(o.received, "2026-06-18")
    equal(o.date, "2026-06-14")
    equal(o.period, HALF)
    equal(o.cluster.key, "A")
    equal(o.origin, "tests/forms/form02.csv")
    equal(forms.of(o), "02")
end

function test.the_same_form_again_changes_nothing()
    local plan = small()
    take(plan, "02")
    local before = #plan:observations()
    local count = take(plan, "02")
    equal(count.same, 28)
    equal(count.added + count.corrected, 0)
    equal(#plan:observations(), before)
end

function test.a_correction_supersedes_and_never_overwrites()
    local plan = small()
    take(plan, "02")
    local count = take(plan, "02", "form02_corrected")
    equal(count.corrected, 1)
    equal(count.same, 1)
    local key = "tt14/02/2026-6m/A/industrial_land_leased"
    equal(plan:observation(key).value, 15)
    equal(plan:observation(key .. "/2").value, 16)
    equal(plan:observation(key .. "/2").supersedes.key, key)
    local function now(on)
        local list = ccn.observations.current(plan, { form = "02", on = on,
            indicator = "industrial_land_leased" })
        for _, o in ipairs(list) do
            if o.cluster.key == "A" then
                return o.value
            end
        end
    end
    equal(now(), 16)
    equal(now "2026-06-27", 15) -- what was known on that day
    equal(now "2026-06-17", nil)
end

function test.a_draft_does_not_count()
    local plan = small()
    take(plan, "02")
    plan:observation("tt14/02/2026-6m/A/n_projects").status = "draft"
    local found = ccn.observations.rollup(plan, { period = HALF })
    equal(found.n_projects.value, nil)
    equal(found.n_projects.known, 1)
end

function test.a_form_with_a_wrong_column_is_refused_whole()
    local plan = small()
    local said = fails("n_proj", take, plan, "02", "bad")
    assert(said:find("the unit of this column is bn VND", 1, true), said)
    equal(#plan:observations(), 0)
end

function test.every_refused_cell_is_named_and_nothing_is_taken()
    local plan = small()
    local said = fails("4 refused", take, plan, "02", "bad_cells")
    for _, words in ipairs { "bad_cells.csv:2: capital_total '-1'",
                             "bad_cells.csv:2: wwtp_any '2'",
                             "bad_cells.csv:3: cluster 'C'",
                             "bad_cells.csv:4: received '31/06/2026'" } do
        assert(said:find(words, 1, true), said)
    end
    equal(#plan:observations(), 0)
end

function test.what_comes_twice_in_a_form_is_refused()
    local plan = small()
    fails("bad_twice.csv:4: cluster 'A': is on line 2 already", take, plan,
          "02", "bad_twice")
    local said = fails("2 refused", take, plan, "02", "bad_columns")
    assert(said:find("2 '2': comes twice", 1, true), said)
    equal(#plan:observations(), 0)
end

function test.forms_and_periods_that_are_none_are_refused()
    fails("01, 02, 03 and 04", take, small(), "05", "form02")
    fails("is no period", take, small(), "02", "form02", "2026-12m")
    fails("form 04 of a province", take, small(), "03", "form04")
end

--- Sums up

function test.sums_of_clusters_and_enterprises_are_those_by_hand()
    local found = ccn.observations.rollup(full(), { period = HALF })
    near(found.capital_spent.value, 60)
    near(found.industrial_land_leased.value, 21)
    near(found.industrial_land.value, 30)
    near(found.fill_rate.value, 70)
    near(found.revenue.value, 46.75)
    near(found.workers.value, 175)
    equal(found.n_established.value, 2)
    equal(found.n_established_period.value, 1)
    near(found.area_established_period.value, 25)
    equal(found.n_wwtp_ok.value, 1)
    equal(found.n_projects_fdi.value, 1)
    equal(found.n_detailed_plan.value, nil)
end

function test.a_part_that_is_not_known_is_no_zero()
    local plan = small()
    take(plan, "01")
    plan:add("enterprise", { key = "E4", cluster = "B" })
    local found = ccn.observations.rollup(plan, { period = HALF })
    equal(found.revenue.value, nil)
    near(found.revenue.known, 46.75)
    equal(found.revenue.unknown[1], "E4")
    plan:enterprise("E4").operating_state = "stopped"
    near(ccn.observations.rollup(plan, { period = HALF }).revenue.value,
         46.75)
end

function test.errors_of_sums_are_told_by_cell()
    local seen = {}
    for _, cell in ipairs(ccn.observations.compare(full(),
                                                   { period = HALF })) do
        seen[cell.form .. " " .. cell.subject .. " " .. cell.indicator .. " "
            .. cell.from] = cell.error
    end
    -- South says 6.5 of 10 ha and 60 %; its developer says 6 ha.
    near(seen["03 South industrial_land_leased clusters"], 0.5)
    near(seen["03 South fill_rate form"], -5)
    -- The department says 4 projects; units and clusters say 3.
    near(seen["04 Province n_projects units"], 1)
    near(seen["04 Province n_projects clusters"], 1)
    -- 21.5 is the sum of the units, 21 that of the clusters.
    equal(seen["04 Province industrial_land_leased units"], nil)
    near(seen["04 Province industrial_land_leased clusters"], 0.5)
    local count = 0
    for _ in pairs(seen) do
        count = count + 1
    end
    equal(count, 5)
end

function test.a_correction_changes_the_sums_of_later_days_only()
    local plan = full()
    take(plan, "02", "form02_corrected")
    local function sum(on)
        return ccn.observations.rollup(plan, { period = HALF, on = on })
            .industrial_land_leased.value
    end
    near(sum "2026-06-27", 21)
    near(sum "2026-06-28", 22)
end

--- Reporters

local function states(plan, on)
    local by = {}
    for _, one in ipairs(ccn.observations.reporters(plan, { period = HALF,
                                                            on = on })) do
        by[one.form .. " " .. one.subject] = one.state .. " "
            .. (one.days or 0)
    end
    return by
end

function test.late_and_missing_reporters_are_listed_with_their_days()
    local plan = full()
    plan:add("enterprise", { key = "E4", cluster = "B" })
    local by = states(plan, "2026-07-01")
    equal(by["01 E1"], "in time 0")
    equal(by["01 E2"], "late 6")
    equal(by["01 E4"], "missing 12")
    equal(by["02 A"], "in time 0")
    equal(by["03 North"], "in time 0")
    equal(by["03 South"], "late 2")
    equal(by["04 Province"], "in time 0")
    equal(states(plan, "2026-06-19")["01 E4"], "expected 0")
    equal(states(plan, "2026-06-20")["01 E4"], "missing 1")
end

function test.a_correction_does_not_make_a_form_late()
    local plan = full()
    take(plan, "02", "form02_corrected")
    equal(states(plan, "2026-07-01")["02 A"], "in time 0")
end

--- Findings

local function ids(findings)
    local count = {}
    for _, finding in ipairs(findings) do
        count[finding.id] = (count[finding.id] or 0) + 1
    end
    return count
end

function test.what_is_missing_is_stale_when_something_older_is_known()
    local plan = full()
    local count = ids(check(plan, { on = "2026-07-01" }))
    equal(count["form-sum"], 5)
    equal(count["form-late"], 2)
    equal(count.stale, nil)
    local later = check(plan, { on = "2027-01-05" })
    equal(ids(later).stale, 8)
    equal(ids(later)["form-missing"], nil)
    local finding = later:of("stale")[1]
    equal(finding.terms.last, HALF)
    assert(finding.text:find("the last figures are of 2026-6m", 1, true))
end

function test.a_plan_without_forms_has_no_findings_of_forms()
    local count = ids(check(small(), { on = "2026-07-01" }))
    equal(count["form-missing"], nil)
    equal(count.stale, nil)
end

function test.half_years_are_a_series_and_no_contradiction()
    local plan = small()
    take(plan, "02")
    take(plan, "02", "form02_corrected", "2026")
    equal(#check(plan):of "reports-differ", 0)
end

--- Form 04

function test.form_04_is_filled_from_plan_forms_and_units()
    local form = ccn.observations.form04(full(), { period = HALF })
    equal(#form, 27)
    near(form[2].value, 55)
    near(form[18].value, 21)
    near(form[19].value, 70)
    near(form[25].value, 175)
    equal(form[9].value, 2) -- nobody else reports it
    equal(form[9].from, "as the department reported")
    equal(form[10].value, nil)
    equal(form[10].from, "no form reports it")
end

function test.form_04_takes_the_units_where_clusters_are_silent()
    local plan = small()
    take(plan, "03")
    local form = ccn.observations.form04(plan, { period = HALF })
    near(form[23].value, 46.75)
    equal(form[23].from, "sum of the forms 03")
    equal(form[24].value, nil)
end

function test.form_04_is_text_csv_and_a_page()
    local form = ccn.observations.form04(full(), { period = HALF,
                                                   on = "2026-07-01" })
    local text = tostring(form)
    for _, words in ipairs { "form 04, period 2026-6m",
                             "15 Dec 2025 to 14 Jun 2026", "70.00",
                             "days late" } do
        assert(text:find(words, 1, true), words)
    end
    local csv = form:csv()
    assert(csv:find("17,industrial_land,", 1, true))
    local lines = select(2, csv:gsub("\n", ""))
    equal(lines, 28)
    assert(form:report():html():find("t-form04", 1, true))
end

return test
