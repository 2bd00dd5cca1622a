--- Rule packs: logic, their own examples, their figures against the table of
-- regulations, and what they find in a plan.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local check   = require "check.plan"
local explain = require "rules.explain".rule
local is      = require "rules.logic"
local judge   = require "rules.judge"
local packs   = require "rules.packs"
local pack_of = require "rules.pack"

local DATA = "scenarios/dam_hong/data"
local BEFORE, AFTER = "2026-09-14", "2026-09-15"

local test = {}

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(tostring(got),
                                                tostring(wanted)))
end

local function fails(words, call, ...)
    local ok, message = pcall(call, ...)
    assert(not ok, "there is no error")
    assert(tostring(message):find(words, 1, true), tostring(message))
end

local plan

local function lao_cai()
    plan = plan or require "laocai" (DATA)
    return plan
end

--- Logic

function test.a_false_part_settles_all_and_a_true_one_any()
    local values = { is.compare("a", 1, "=", 1), is.compare("b", 1, "=", 2),
                     is.compare("c", nil, "=", 1) }
    -- Kleene: rows and columns are true, false, not known.
    local all = { { true, false, nil }, { false, false, false },
                  { nil, false, nil } }
    local any = { { true, true, true }, { true, false, nil },
                  { true, nil, nil } }
    for i = 1, 3 do
        for j = 1, 3 do
            local pair = { values[i], values[j] }
            equal(is.all(pair).value, all[i][j])
            equal(is.any(pair).value, any[i][j])
        end
    end
    equal(is.all({ values[1], values[3] }).missing[1], "c")
    equal(#is.all({ values[2], values[3] }).missing, 0)
end

function test.bounds_decide_where_every_value_between_them_does()
    local function value(low, high, operator)
        return is.compare("x", { low = low, high = high }, operator, 10).value
    end
    equal(value(10, 20, ">="), true)
    equal(value(0, 9.9, ">="), false)
    equal(value(0, 10, ">="), nil)
    equal(value(0, 10, "<="), true)
    equal(value(10.1, 20, "<="), false)
    equal(value(10, nil, "<="), nil)
    equal(value(nil, 9, "<"), true)
    equal(is.compare("x", { low = 10, above = true }, "<=", 10).value, false)
    equal(is.compare("x", { low = 9.9, above = true }, "<=", 10).value, nil)
end

--- Packs

function test.every_example_of_every_rule_gives_what_it_says()
    local count = 0
    for _, pack in ipairs(packs.all()) do
        for _, rule in ipairs(pack.rules) do
            for _, broken in ipairs(judge.broken(rule)) do
                error(("%s: %s, not %s"):format(rule.id, broken.got,
                                                broken.example.gives))
            end
            assert(#rule.examples >= 2, rule.id)
            count = count + #rule.examples
        end
    end
    assert(count > 80, count)
end

function test.an_example_that_is_wrong_is_seen()
    local pack = pack_of {
        id = "own", document = { en = "Own", vi = "Riêng" },
        rules = { { id = "OWN", title = { en = "a", vi = "b" },
                    figures = { area = { "<=", 5, "ha" } },
                    examples = { { case = { area = 6 }, gives = "true" } } } },
    }
    equal(judge.broken(pack.rules[1])[1].got, "false")
end

local function figures_by_id()
    local by = {}
    for _, pack in ipairs(packs.all()) do
        for _, rule in ipairs(pack.rules) do
            for _, figure in pairs(rule.figures) do
                by[figure.id] = by[figure.id] or {}
                table.insert(by[figure.id], { rule = rule, figure = figure })
            end
        end
    end
    return by
end

--- The table of regulations writes 1 for a condition that must hold.
local function same(figure, row)
    local limit = figure.limit == true and row.limit == true
        or figure.limit == row.limit
    local unit = row.unit == "bool" or row.unit == "date"
        or figure.unit == row.unit
    return limit and unit and figure.operator == row.operator
end

function test.figures_and_days_are_those_of_the_table_of_regulations()
    local book = require("rules.book").read(DATA .. "/regulations.csv")
    local seen = 0
    for id, list in pairs(figures_by_id()) do
        local row = book.rules[id]
        if row and row.threshold then
            local found = false
            for _, one in ipairs(list) do
                found = found or same(one.figure, row)
                if one.rule.id == id then
                    equal(one.rule.valid_to, row.valid_to)
                    if #(row.valid_from or "") == 10 then
                        equal(one.rule.valid_from, row.valid_from)
                    end
                end
            end
            assert(found, id .. " has another figure in the table")
            seen = seen + 1
        end
    end
    assert(seen >= 27, seen)
    equal(packs.find("N32-AREA-MIN").x_small.limit,
          book:rule("N32-AREA-MIN-MTN").limit)
end

function test.every_rule_speaks_both_languages()
    for _, pack in ipairs(packs.all()) do
        for _, rule in ipairs(pack.rules) do
            assert(rule.title.en ~= rule.title.vi, rule.id)
            assert(rule.source and rule.certainty.en and rule.certainty.vi,
                   rule.id)
        end
    end
end

function test.a_rule_holds_on_its_days_only()
    local rule = packs.find "N32-EXP-FILL"
    equal(packs.valid(rule, "2024-04-30"), false)
    equal(packs.valid(rule, "2024-05-01"), true)
    equal(packs.valid(rule, BEFORE), true)
    equal(packs.valid(rule, AFTER), false)
end

function test.a_pack_that_is_wrong_is_refused_by_name()
    local function pack(rule)
        return { id = "own", document = { en = "Own", vi = "Riêng" },
                 rules = { rule } }
    end
    local title = { en = "a", vi = "b" }
    fails("document", pack_of, { rules = {} })
    fails("OWN", pack_of, pack { id = "OWN" })
    fails("has no id", pack_of, pack { title = title })
    fails("neither figures nor a test", pack_of,
          pack { id = "OWN", title = title })
    fails("'2026'", pack_of, pack { id = "OWN", title = title,
        valid_from = 2026, figures = { area = { "<=", 1 } } })
    fails('OWN: severity must be "error"', pack_of, pack {
        id = "OWN", title = title, severity = "bad",
        figures = { area = { "<=", 1 } } })
end

function test.a_house_rule_belongs_to_its_province()
    local function has(of)
        for _, pack in ipairs(packs.of(of)) do
            if pack.id == "lao_cai.appraisal" then
                return true
            end
        end
        return false
    end
    equal(has(lao_cai()), true)
    equal(has(ccn.new "Elsewhere"), false)
end

function test.a_rule_that_is_not_there_is_answered_with_the_nearest()
    fails("did you mean 'N32-EXP-FILL'?", packs.find, "N32-EXP-FIL")
end

function test.explain_prints_ground_days_and_tests()
    local text = explain "N303-EXP-INFRA"
    for _, words in ipairs { "Art. 8.2d Decree 303/2026", "from 15 Sep 2026",
                             "N303-EXP-INFRA-EXEMPT", "official text not seen",
                             "formed_on = 4 Oct 2009",
                             "4 tests, 4 as expected" } do
        assert(text:find(words, 1, true), words)
    end
end

--- Findings, shares of land

function test.without_a_day_no_rule_is_asked()
    equal(#check(lao_cai()):of "N32-PRE105-DEADLINE", 0)
end

function test.findings_of_a_day_carry_article_figures_and_object()
    local findings = check(lao_cai(), { on = AFTER })
    local found = findings:of "N303-EXP-INFRA"
    equal(found[1].object, "cluster Âu Lâu")
    equal(found[1].terms.formed_on, "2009-10-30")
    assert(found[1].text:find("Art. 8.2d", 1, true))
    equal(#check(lao_cai(), { on = BEFORE }):of "N303-EXP-INFRA", 0)
end

function test.a_missed_deadline_is_an_error_from_its_day_on()
    local function worst(day)
        for _, f in ipairs(check(lao_cai(), { on = day })
                           :of "N32-PRE105-DEADLINE") do
            if f.object == "cluster Báo Đáp" then
                return f.severity
            end
        end
    end
    equal(worst "2026-12-31", "warning")
    equal(worst "2027-01-01", "error")
end

function test.a_typed_cluster_keeps_the_share_of_its_day()
    local small = ccn.new "Small"
    for name, kind in pairs { x_cluster_type = "text",
                              x_craft_share = "number" } do
        small:define("cluster", { name = name, kind = kind })
    end
    small:add("cluster", { key = "A", x_cluster_type = "craft",
                           x_craft_share = 70 })
    equal(#check(small, { on = BEFORE }):of "N32-CRAFT-SHARE", 1)
    equal(#check(small, { on = AFTER }):of "N303-CRAFT-SHARE", 0)
    equal(#check(small, { on = AFTER }):of "N303-SPECIAL", 0)
end

local function balanced(uses)
    local small = ccn.new "Small"
    small:add("unit", { key = "Tỉnh Lào Cai", level = "province" })
    small:add("cluster", { key = "A", total_area = 100, formed = 2020 })
    for use, area in pairs(uses) do
        small:add("parcel", { key = use, cluster = "A", use = use,
                              area = area })
    end
    return check(small, { on = AFTER })
end

function test.a_land_use_balance_is_judged_by_national_and_house_rules()
    local findings = balanced { industry = 72, road = 12, green = 12,
                                technical = 1, service = 3 }
    equal(#findings:of "Q01-GREEN", 0)
    equal(findings:of("LC-GREEN")[1].severity, "warning")
    equal(#findings:of "Q01-ROAD", 0)
end

function test.land_that_is_not_measured_leaves_a_share_open()
    local findings = balanced { industry = 60, green = 5 }
    equal(findings:of("Q01-GREEN")[1].severity, "note")
    equal(#findings:of "LC-FACTORY", 0)
    local full = balanced { industry = 91, green = 5, road = 4 }
    equal(full:of("Q01-GREEN")[1].severity, "warning")
end

function test.a_pack_of_ones_own_is_asked_as_well()
    local own = pack_of {
        id = "own", document = { en = "Own rule", vi = "Quy định riêng" },
        facts = { x_depth = { en = "depth", vi = "độ sâu" } },
        rules = { { id = "OWN", severity = "error",
                    title = { en = "deep", vi = "sâu" },
                    figures = { x_depth = { ">=", 3, "m" } } } },
    }
    local small = ccn.new "Small"
    small:define("cluster", { name = "x_depth", kind = "number", unit = "m" })
    small:add("cluster", { key = "A", x_depth = 2 })
    local found = check(small, { on = AFTER, packs = { own } }):of "OWN"
    equal(found[1].severity, "error")
    assert(found[1].text:find("depth 2 m < 3 m; Own rule", 1, true),
           found[1].text)
end

return test
