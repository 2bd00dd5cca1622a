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

function test.by_the_lower_report_it_ends_below_80()
    equal(#wastewater.reports, 2)
    about(wastewater.reports[1].fill, 86.8)
    about(wastewater.reports[1].moved, 78.79)
    about(wastewater.reports[2].fill, 95)
    about(wastewater.reports[2].moved, 84.26)
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
    equal(table.concat(elsewhere.with_plant, " "), "Hưng Khánh Sơn Thịnh")
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
    equal(money.lines.old.key, "investment/383")
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

local forks  = require "forks"
local funds  = require "funds"
local moves  = require "moves"
local close  = forks.close(plan, case)

local function placed(fork, options)
    return #moves.place(fork, case, options or {}).placed
end

function test.a_fork_leaves_the_records_alone()
    equal(plan:phase("Âu Lâu/2").industrial_area, nil)
    equal(plan:enterprise("DH01").land_wanted, nil)
    equal(plan:budget "baseline/2028", nil)
    equal(close:phase("Âu Lâu/2").industrial_area, 15.6)
end

function test.as_planned_land_is_enough_for_all_but_the_unknown()
    local placement = moves.place(close, case, {})
    equal(#placement.placed, 20)
    equal(#placement.waiting, 1)
    equal(placement.waiting[1].key, "DH09")
    for _, move in ipairs(placement.placed) do
        equal(move.year, 2028)
    end
end

function test.a_year_late_2028_has_only_what_is_free_today()
    local late = forks.late(close)
    equal(late:phase("Âu Lâu/2").opens, 2028)
    local by_year, taken = {}, 0
    for _, move in ipairs(moves.place(late, case, {}).placed) do
        by_year[move.year] = (by_year[move.year] or 0) + 1
        taken = taken + (move.year == 2028 and move.land or 0)
    end
    equal(by_year[2028], 8)
    equal(by_year[2029], 12)
    assert(taken <= 2.75, taken)
end

function test.an_extension_without_a_plant_places_nobody()
    equal(placed(forks.dry(close)), 0)
    equal(placed(forks.dry(close), { mode = "best" }), 0)
end

function test.no_extension_leaves_most_waiting()
    local none = forks.none(close)
    equal(none:phase "Âu Lâu/2", nil)
    equal(placed(none), 8)
    equal(placed(none, { mode = "best" }), 9)
    local anywhere = forks.elsewhere(close)
    equal(placed(anywhere, { anywhere = true }), 16)
    equal(placed(anywhere, { anywhere = true, mode = "best" }), 18)
end

function test.land_called_uncleared_is_not_offered()
    local placement = moves.place(forks.elsewhere(close), case,
                                  { anywhere = true })
    for _, move in ipairs(placement.placed) do
        local cluster = plan:cluster(move.cluster.key)
        assert(not cluster.uncleared and cluster.state == "operating")
    end
    local why = placement:why_not("DH14", "Báo Đáp")
    assert(why:find("10.7394", 1, true) or why:find("10,7394", 1, true), why)
end

function test.money_a_fifth_lower_is_short_by_more_than_the_contingency()
    local base, less = funds.of(close), funds.of(forks.less(close))
    equal(base.short, 0)
    equal(less.years[1].money, 13957824096)
    equal(less.years[2].money, 20371184984)
    equal(less.short, 8582252271)
    assert(less.short > 6000000000)
    equal(less.need, 42911261351)
end

function test.the_comparison_has_a_column_for_each_fork()
    ccn.check = require "check.plan" -- luacheck: ignore 122
    local found = require("job").compute(plan, { data = DATA, on = ON })
    local together = found.whatif.together
    equal(#found.whatif.forks, 6)
    local counts = {}
    for i = 1, 6 do
        counts[i] = together:get("placed", i)
    end
    equal(table.concat(counts, " "), "20 20 20 0 8 16")
    equal(together:get("wave 2028", 2), 8)
    equal(together:get("wave 2029", 2), 12)
    equal(found.whatif.sets:get("result", 1), found.whatif.sets:get(
        "result", 2))
    assert(tostring(together):find "340")
end

function test.nobody_gets_a_cost_or_a_wave_in_any_fork()
    for _, fork in ipairs { close, forks.late(close), forks.less(close) } do
        for e in fork:enterprises() do
            equal(e.moving_cost, nil)
            equal(e.move_year, nil)
        end
    end
end

function test.days_follow_from_the_scheme()
    local decision = require "decision"
    local days = decision.days(case)
    equal(days.open, "2027-12-31")
    equal(days.funds, "2026-12-31")
    equal(days.list, "2026-09-30")
    equal(decision.end_of "2026-Q3..Q4", "2026-12-31")
end

local plans_of = require "plans"

local three = plans_of.compute(case, forks.elsewhere(close),
                               moves.place(close, case, {}))

function test.without_the_extension_best_places_18_and_strict_16()
    equal(#three.strict.placed, 16)
    equal(#three.best.placed, 18)
    assert(three.price.price > 0.57 and three.price.price < 0.58)
    assert(three.price.most >= three.price.price)
    assert(three.best.bound <= three.best.total)
end

function test.the_least_change_plan_changes_least()
    assert(#three.least.changed <= #three.best.changed)
    assert(#three.least.changed < #three.strict.changed)
    equal(three.curve[1].moves, #three.least.changed)
end

function test.everyone_who_waits_in_a_plan_has_a_reason()
    for _, placement in ipairs(three.list) do
        assert(#placement.waiting > 0)
        for _, move in ipairs(placement.waiting) do
            assert(#move.reason > 0 and #move.changes > 0, move.key)
        end
    end
end

local LANG = { "decision", "doubts", "elsewhere", "forks", "import", "land",
               "law", "money", "moves", "plans", "scores", "sure", "trades",
               "wastewater", "waves", "whatif" }

--- The places for values in a text, in order: "%d of %s" --> "d s".
local function places(text)
    local list = {}
    for place in text:gsub("%%%%", ""):gmatch "%%([%-%d%.]*%a)" do
        list[#list + 1] = place
    end
    return table.concat(list, " ")
end

function test.every_text_is_there_in_both_languages()
    for _, part in ipairs(LANG) do
        for key, text in pairs(require("lang." .. part)) do
            local where = part .. "." .. key
            assert(type(text.en) == "string", where .. " lacks English")
            assert(type(text.vi) == "string", where .. " lacks Vietnamese")
            assert(places(text.en) == places(text.vi),
                   where .. " takes other values in the other language")
        end
    end
end

return test
