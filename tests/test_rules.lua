--- Dated rules: the book, days, procedures, expansion and wastewater.

local book_of   = require "rules.book"
local days      = require "rules.days"
local expand    = require "rules.expand"
local plant     = require "rules.wastewater"
local procedure = require "rules.procedure"

local PATH = "scenarios/dam_hong/data/regulations.csv"

local test = {}

local book = book_of.read(PATH)

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(got, wanted))
end

function test.a_rule_holds_from_its_first_to_its_last_day()
    equal(book:valid("N32-EXP-FILL", "2024-04-30"), false)
    equal(book:valid("N32-EXP-FILL", "2024-05-01"), true)
    equal(book:valid("N32-EXP-FILL", "2026-09-14"), true)
    equal(book:valid("N32-EXP-FILL", "2026-09-15"), false)
    equal(book:valid("N303-EXP-FILL", "2026-09-15"), true)
end

function test.the_newest_valid_rule_counts()
    local ids = { "N32-EXP-AREA", "N303-EXP-AREA" }
    equal(book:newest(ids, "2026-09-14").id, "N32-EXP-AREA")
    equal(book:newest(ids, "2026-09-15").id, "N303-EXP-AREA")
    equal(book:newest(ids, "2020-01-01"), nil)
end

function test.a_test_compares_and_keeps_its_numbers()
    local found = book:test("N32-EXP-FILL", 58.3, "2026-01-01")
    equal(found.result, "fails")
    equal(found.value, 58.3)
    equal(found.limit, 60)
    equal(found.article, "8.2c")
    equal(book:test("N32-EXP-FILL", 60, "2026-01-01").result, "holds")
end

function test.an_unknown_value_decides_nothing()
    local found = book:test("N32-EXP-FILL", nil, "2026-01-01", "fill")
    equal(found.result, "unknown")
    equal(found.missing, "fill")
end

function test.a_rule_of_another_day_is_not_valid()
    equal(book:test("N32-EXP-FILL", 99, "2026-09-15").result, "not valid")
end

function test.a_rule_that_is_not_there_is_named()
    local ok, message = pcall(book.rule, book, "N99")
    assert(not ok and message:find("N99", 1, true))
end

function test.limits_come_from_the_table()
    equal(book:rule("N303-EXP-FILL").limit, 50)
    equal(book:rule("N32-EXP-INFRA").limit, true)
    equal(book:rule("N303-EXP-INFRA-EXEMPT").limit, "2009-10-05")
end

function test.days_are_counted_over_months_and_leap_years()
    equal(days.add("2028-02-28", 1), "2028-02-29")
    equal(days.add("2027-02-28", 1), "2027-03-01")
    equal(days.add("2026-12-31", 1), "2027-01-01")
    equal(days.add("2026-01-01", -1), "2025-12-31")
    equal(days.between("2009-10-05", "2009-10-30"), 25)
    equal(days.between("2000-01-01", "2026-01-01"), 9497)
end

function test.weekends_are_no_working_days()
    equal(days.weekday "2026-11-23", 1)
    equal(days.weekday "2026-11-22", 7)
    equal(days.add_working("2026-11-20", 1), "2026-11-23")
    equal(days.add_working("2026-11-23", -1), "2026-11-20")
    equal(days.add_working("2026-11-23", 0), "2026-11-23")
end

function test.the_steps_of_a_procedure_are_those_of_the_day()
    local old = procedure.steps(book, "2026-09-14")
    local new = procedure.steps(book, "2026-09-15")
    equal(#old, 5)
    equal(old[4].limit, 25)
    equal(old[4].unit, "day")
    equal(new[4].limit, 20)
    equal(procedure.latest_start(book, "2026-09-15", "2026-12-31"),
          "2026-11-10")
    equal(procedure.earliest_end(book, "2026-09-15", "2026-11-10"),
          "2026-12-31")
end

function test.demand_above_supply_stands_for_the_fill()
    local case = { dossier = "2026-09-15", area_after = 40, fill = 10,
                   infrastructure = true }
    equal(expand(book, case).result, "fails")
    case.demand_exceeds = true
    local answer = expand(book, case)
    equal(answer.result, "holds")
    equal(answer[2].by, "demand_exceeds")
end

function test.the_worst_answer_counts()
    local case = { dossier = "2026-09-15", area_after = 76,
                   infrastructure = true }
    equal(expand(book, case).result, "fails")
    case.area_after = 75
    equal(expand(book, case).result, "unknown")
end

function test.no_plant_is_needed_above_80_or_below_100()
    local on = "2026-11-01"
    local function result(case)
        case.on = on
        return plant(book, case).result
    end
    equal(result { fill = 80.1, worked_before = true }, "exempt")
    equal(result { fill = 80, worked_before = true, flow = 500 }, "needed")
    equal(result { fill = 80, worked_before = true }, "unknown")
    equal(result { fill = 10, flow = 99.9 }, "exempt")
    equal(result { fill = 10, flow = 100 }, "needed")
    equal(result { fill = 95, worked_before = false, flow = 500 }, "needed")
    equal(result { fill = 95, flow = 500 }, "unknown")
end

return test
