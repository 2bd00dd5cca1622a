--- The figures of the main job, checked by hand from the records.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local case_of = require "case"

local DATA = "scenarios/dam_hong/data"
local ON = "2026-10-05"

local test = {}

local plan = require "laocai" (DATA)
local case = case_of.read(plan, { data = DATA, on = ON })

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(got, wanted))
end

--- As printed: within half of the last digit.
local function about(got, wanted, digits)
    assert(math.abs(got - wanted) <= 0.5 * 10 ^ -(digits or 2) + 1e-9,
           ("%s, not %s"):format(got, wanted))
end

local land = require("land").compute(case)
local wastewater = require("wastewater").compute(case)
local elsewhere = require("elsewhere").compute(case)
local money = require("money").compute(case)
local law = require("law").compute(case)
local waves = require("waves").compute(case, money)
local trades = require("trades").compute(case)

function test.land_free_in_au_lau_is_a_ceiling_of_2_75_ha()
    about(land.now.free, 2.75)
    about(land.now.free, 31.2 * (1 - 0.9119), 9)
    about(land.fullest.free, 1.56)
    equal(#land.fills, 3)
end

function test.the_21_need_at_least_9_79_ha()
    equal(#case.movers, 21)
    equal(land.need.tenths, 979316)
    about(land.need.known, 9.79)
    equal(table.concat(land.need.unknown), "DH09")
    about(land.need_annex2.known, 9.60152, 5)
end

function test.ten_of_the_smallest_fit_now_seven_at_over_95()
    equal(land.now.fit, 10)
    about(land.now.taken, 2.38605, 5)
    equal(land.fullest.fit, 7)
    about(land.fullest.taken, 1.24518, 5)
end

function test.the_known_need_is_15_69_ha_gross_against_25_asked()
    about(land.share, 0.624, 9)
    about(land.gross, 15.69)
    equal(land.asked, 25)
    about(land.opened, 15.6, 9)
    about(land.gross_after_free, 11.29)
end

function test.opening_25_ha_lowers_the_fill_below_80()
    equal(wastewater.limit, 80)
    about(wastewater.own.opening, 60.79)
    for _, row in ipairs(wastewater.rows) do
        assert(row.opening < wastewater.limit)
    end
    equal(wastewater.plant.by_fill.result, "fails")
end

function test.after_all_moves_it_depends_on_the_share()
    about(wastewater.own.moved, 81.72)
    about(wastewater.break_even, 0.6642, 4)
    about(wastewater.rows[1].moved, 87.52)
    about(wastewater.rows[#wastewater.rows].moved, 76.57)
    assert(wastewater.rows[1].moved > 80)
    assert(wastewater.rows[#wastewater.rows].moved < 80)
end

function test.without_the_stopped_it_ends_below_80()
    about(wastewater.own_without_stopped.moved, 79.34)
end

function test.the_flow_of_the_plan_is_far_above_the_other_exemption()
    about(wastewater.planned_flow, 1320, 6)
    equal(wastewater.flow_limit, 100)
end

function test.without_the_extension_the_wastewater_rule_leaves_too_little()
    equal(#elsewhere.rooms, 4)
    about(elsewhere.total, 42.26)
    about(elsewhere.exempt, 7.30)
    equal(elsewhere.enough, false)
    equal(elsewhere.cleared, 0)
    equal(#elsewhere.refused.uncleared, 6)
end

function test.items_and_waves_give_the_total_to_the_dong()
    equal(money.total, 42911261351)
    equal(money.items_sum, 42911261351)
    equal(money.wave1, 17447280120)
    equal(money.wave2, 25463981231)
    equal(money.agree, true)
end

function test.the_extension_costs_13_6_bn_a_ha_against_7_611()
    equal(money.extension, 340000000000)
    about(money.per_ha / 1e9, 13.6, 6)
    about(money.norm / 1e9, 7.611, 6)
    about(money.by_norm / 1e9, 190.275, 6)
    about(money.above / 1e9, 149.725, 6)
    about(money.above_per_ha / 1e9, 5.989, 6)
    about(money.band_top / 1e9, 9.8943, 6)
end

function test.no_investment_line_is_for_the_move_or_the_25_ha()
    equal(money.lines.count, 10)
    equal(money.lines.relocation, 0)
    equal(money.lines.old:key(), "investment/383")
    equal(money.lines.old_year, 2019)
    equal(money.open, 27752471000000)
end

function test.both_rule_sets_fail_on_the_infrastructure()
    equal(law.before, "2026-09-14")
    equal(law.since, "2026-09-15")
    equal(law.old.result, "fails")
    equal(law.new.result, "fails")
    equal(law.old[1].id, "N32-EXP-AREA")
    equal(law.new[1].id, "N303-EXP-AREA")
    equal(law.old[1].result, "holds")
    equal(law.old[2].result, "holds")
    equal(law.old[2].limit, 60)
    equal(law.new[2].limit, 50)
    equal(law.old[3].exemption, nil)
    equal(law.new[3].exemption.result, "fails")
end

function test.au_lau_was_formed_25_days_late_for_the_exemption()
    equal(law.formed_on, "2009-10-30")
    equal(law.days_late, 25)
end

function test.formed_earlier_it_would_be_exempt_and_unknown_stays_open()
    local expand = require "rules.expand"
    local of = require("law").case_of(case, law.since)
    of.formed_on = "2009-10-04"
    equal(expand(case.book, of).result, "holds")
    equal(expand(case.book, of)[3].result, "exempt")
    of.formed_on = "2009-10-05"
    equal(expand(case.book, of).result, "fails")
    of.formed_on = nil
    equal(expand(case.book, of).result, "unknown")
    of.dossier = law.before
    equal(expand(case.book, of).result, "fails")
end

function test.limits_of_fill_and_area_bind_at_their_edge()
    local expand = require "rules.expand"
    local function result(dossier, fill, area)
        local answer = expand(case.book, {
            dossier = dossier, fill = fill, area_after = area,
            infrastructure = true, formed_on = "2009-10-30" })
        return answer.result
    end
    equal(result(law.before, 60, 75), "holds")
    equal(result(law.before, 59.99, 75), "fails")
    equal(result(law.since, 59.99, 75), "holds")
    equal(result(law.since, 49.99, 75), "fails")
    equal(result(law.since, 91.19, 75.1), "fails")
    equal(result(law.since, nil, 75), "unknown")
end

function test.the_procedure_must_begin_by_10_november()
    equal(law.deadline, "2026-12-31")
    equal(law.start_new, "2026-11-10")
    equal(law.start_old, "2026-10-29")
end

function test.the_hypothesis_is_printed_with_what_speaks_against_it()
    equal(waves.plain, 14)
    equal(waves.flagged, 9)
    about(waves.land_share, 0.2945, 4)
    about(waves.money_share, 0.5934, 4)
    equal(table.concat(waves.stopped, " "), "DH08 DH09 DH20")
    equal(table.concat(waves.elsewhere, " "), "DH03 DH07")
end

function test.fifteen_trades_are_group_7_questions()
    equal(trades.allowed_known, 0)
    equal(trades.asked + trades.present, 21)
    equal(trades.asked, 15)
    equal(#trades.questions, 12)
end

return test
