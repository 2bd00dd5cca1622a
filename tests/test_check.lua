--- What contradicts itself: general checks on a small plan, and the faults
-- that the records of Lào Cai keep.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local check = require "check.plan"

local DATA = "scenarios/dam_hong/data"

local test = {}

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(got, wanted))
end

local function near(got, wanted)
    assert(math.abs(got - wanted) < 1e-6, ("%s, not %s"):format(got, wanted))
end

local found

local function faults()
    found = found or check(require "laocai" (DATA))
    return found
end

local function only(id)
    local list = faults():of(id)
    equal(#list, 1)
    return list[1]
end

local function by_object(id)
    local objects = {}
    for _, finding in ipairs(faults():of(id)) do
        objects[finding.object] = finding
    end
    return objects
end

local function small()
    local plan = ccn.new "Small"
    plan:add("cluster", { key = "A", total_area = 50, industrial_area = 30,
                          leased_area = 10, planned_area = 60 })
    return plan
end

function test.a_sound_plan_has_no_errors_and_no_warnings()
    local findings = check(small())
    equal(findings:count "error", 0)
    equal(findings:count "warning", 0)
    assert(findings:count "note" > 0)
end

function test.plots_are_held_against_leased_land()
    local plan = small()
    plan:add("enterprise", { key = "E", cluster = "A", land_held = 10.5 })
    local finding = check(plan):of("plots-and-leased")[1]
    near(finding.terms.plots, 10.5)
    near(finding.terms.leased, 10)
end

function test.phases_out_of_order_are_an_error()
    local plan = small()
    plan:add("phase", { key = "A/1", cluster = "A", number = 1, opens = 2030 })
    plan:add("phase", { key = "A/2", cluster = "A", number = 2, opens = 2028 })
    equal(#check(plan):of "phase-order", 1)
end

function test.phases_beyond_the_plan_are_a_warning()
    local plan = small()
    plan:add("phase", { key = "A/2", cluster = "A", number = 2,
                        total_area = 25, state = "proposed" })
    near(check(plan):of("phases-over-plan")[1].terms.sum, 75)
end

function test.reports_of_several_days_stand_side_by_side()
    local plan = small()
    plan:add("observation", { key = "1", cluster = "A", value = 80,
                              indicator = "fill_rate", date = "2026-05-31" })
    plan:add("observation", { key = "2", cluster = "A", value = 60,
                              indicator = "fill_rate", date = "2026-10-31" })
    local finding = check(plan):of("reports-differ")[1]
    equal(finding.terms.low, 60)
    equal(finding.terms.high, 80)
end

function test.the_annexes_are_explained_to_a_tenth_of_a_square_metre()
    local finding = only "plots-annexes"
    near(finding.terms.annex1, 106284.4)
    near(finding.terms.stated, 104368.0)
    equal(table.concat(finding.terms.chosen, " "),
          "DH01 DH08 DH10 DH11 DH12 DH15")
    equal(table.concat(finding.terms.fewest, " "), "DH01 DH12 DH15")
    equal(finding.terms.ways, 2)
end

function test.three_plots_change_hands_without_changing_the_sum()
    local finding = only "plots-swapped"
    equal(table.concat(finding.terms.keys, " "), "DH08 DH10 DH11")
    near(finding.terms.annex1, 9542)
    near(finding.terms.annex2, 9542)
end

function test.areas_of_dam_hong_differ_by_record()
    local finding = only "area-and-cleared"
    near(finding.terms.plan, 16)
    near(finding.terms.cleared, 16.46)
    local full = only "full-with-room"
    near(full.terms.industrial, 11.99)
    near(full.terms.plots, 10.62844)
    near(only("industrial-by-record").terms.sum, 16.46)
end

function test.au_lau_has_three_fill_rates()
    local finding = by_object("reports-differ")["cluster Âu Lâu"]
    equal(table.concat(finding.terms.values, " "):gsub("%.0", ""),
          "86.8 95 91.19")
    equal(finding.field, "fill_rate")
end

function test.four_water_demands_fit_another_area()
    local fits = { ["cluster Yên Thế"] = 55, ["cluster Xuân Ái"] = 35,
                   ["cluster Mông Sơn"] = 40, ["cluster Tân Nguyên"] = 75 }
    local list = by_object "water-demand"
    local count = 0
    for object, finding in pairs(list) do
        count = count + 1
        near(finding.terms.fits, fits[object])
    end
    equal(count, 4)
end

function test.two_communes_have_points_too_far_apart()
    local list = by_object "points-far-apart"
    local near_one = list["unit P. Âu Lâu"].terms.km
    local far_one = list["unit X. Bảo Ái"].terms.km
    assert(near_one > 22 and near_one < 23, near_one)
    assert(far_one > 37 and far_one < 38, far_one)
    equal(#faults():of "points-far-apart", 2)
end

function test.five_of_25_clusters_have_a_point()
    local finding = only "points-of-state-table"
    equal(finding.terms.with, 5)
    equal(finding.terms.all, 25)
    equal(finding.terms.points, 23)
end

function test.land_leased_before_it_is_cleared_is_seen()
    local finding = only "leased-and-not-cleared"
    equal(finding.object, "cluster Yên Hợp")
    near(finding.terms.leased, 9.4644)
end

function test.stopped_establishments_that_move_are_named()
    local list = by_object "stopped-but-moves"
    assert(list["enterprise DH08"] and list["enterprise DH09"]
           and list["enterprise DH20"])
    equal(#faults():of "stopped-but-moves", 3)
end

function test.clusters_without_a_decision_are_counted()
    equal(#only("established-without-decision").terms.keys, 10)
    equal(#only("decision-deadline").terms.keys, 6)
    equal(only("deadline-misapplied").object, "cluster Đông An")
end

function test.money_of_a_line_is_held_against_the_cluster()
    local finding = only "spent-over-recorded"
    equal(finding.object, "cluster Yên Thế")
    equal(finding.terms.recorded, 17500000000)
    equal(finding.terms.line, 57296000000)
end

function test.a_revoked_decision_is_seen()
    equal(only("established-but-revoked").object, "cluster Bảo Hưng")
end

function test.points_too_close_for_their_areas_are_noted()
    local pairs_found = {}
    for _, finding in ipairs(faults():of "points-too-close") do
        local a, b = finding.terms.a, finding.terms.b
        pairs_found[a < b and a .. b or b .. a] = finding.terms.km
    end
    assert(pairs_found["Phú Thịnh 1Phú Thịnh 2"])
    assert(pairs_found["Phú Thịnh 5Phú Thịnh 6"])
end

function test.a_scenario_adds_checks_of_its_own()
    local function own(plan, add)
        add { id = "own", severity = "error", object = plan:cluster "A",
              text = { en = "is %s", vi = "là %s" }, values = { "odd" } }
    end
    local findings = check(small(), { extra = own })
    equal(findings[1].id, "own")
    assert(findings[1].text:find "odd")
    equal(findings:count "error", 1)
end

function test.every_finding_has_its_text_and_severity()
    for _, finding in ipairs(faults()) do
        assert(#finding.text > 0 and finding.object ~= "")
        assert(finding.severity == "error" or finding.severity == "warning"
               or finding.severity == "note")
    end
end

return test
