--- What if: who of the 25 clusters of Lào Cai may be extended or established on
-- both sides of 15/9/2026, and the readings that an answer may have.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local may = require "rules.may"

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

--- The 25 clusters, by hand from the state table and the list of the plan.
-- Nobody has a central wastewater plant (Art. 8.2d).  An entry is "holds",
-- "fails" and the rule, "void", or the facts that are missing.

local AREA = { "fails", "N32-EXP-AREA" }
local WORKS = { "fails", "N303-EXP-INFRA" }
local OPEN = { "in_land_use_plan", "developer" }
local DISTRICT = { "in_land_use_plan", "developer", "unit" }
local LISTED = { "fails", "N32-EST-LIST" }
local THERE = { "in_land_use_plan", "developer", "established_there" }

-- Extended after, established before, established after; extended before
-- fails for all.
local EXPECTED = {
    ["Đầm Hồng"] = { { "area_after" }, LISTED, LISTED },
    ["Âu Lâu"] = { WORKS, DISTRICT,
        { "in_land_use_plan", "developer", "established_there",
          "industrial_area" } },
    ["Báo Đáp"] = { { "demand" }, DISTRICT, OPEN },
    ["Hưng Khánh"] = { { "area_after", "demand" }, DISTRICT, OPEN },
    ["Thịnh Hưng"] = { { "holds" }, DISTRICT,
        { "in_land_use_plan", "developer", "reading", "established_there" } },
    ["Sơn Thịnh"] = { { "area_after", "demand" }, DISTRICT, THERE },
    ["Yên Thế"] = { { "area_after", "demand" }, DISTRICT, OPEN },
    ["Bắc Văn Yên"] = { WORKS, DISTRICT, THERE },
    ["Tây Cầu Mậu A"] = { WORKS, LISTED, LISTED },
    ["Đông An"] = { WORKS, DISTRICT, THERE },
    ["Bắc Duyên Hải"] = { { "area_after", "formed_on" } },
    ["Đông Phố Mới"] = { { "area_after", "formed_on" } },
    ["Sơn Mãn"] = { { "area_after", "formed_on" } },
    ["Phố Ràng"] = { { "area_after", "demand", "formed_on" } },
    ["Khánh Yên Thượng"] = { { "demand", "formed_on" } },
    ["Yên Hợp"] = { { "area_after", "formed_on" } },
    ["Minh Quân"] = { AREA }, ["Phú Thịnh 1"] = { AREA },
    ["Phú Thịnh 2"] = { AREA }, ["Phú Thịnh 3"] = { AREA },
    ["Y Can"] = { AREA }, ["Thống Nhất 1"] = { AREA },
    ["Bảo Minh"] = { { "area_after", "industrial_area", "formed_on" } },
    ["Mông Sơn"] = { { "area_after", "industrial_area", "formed_on" },
                     DISTRICT, THERE },
    ["Yên Hợp 2"] = { AREA, DISTRICT, THERE },
}

local function given(answer)
    local kind = answer:kind()
    if kind == "open" then
        return table.concat(answer.missing, " ")
    elseif kind == "fails" then
        for _, found in ipairs(answer) do
            if found.value == false then
                return "fails " .. found.rule.id
            end
        end
    end
    return kind
end

local function expect(asks, dossier, wanted)
    local count = 0
    for row in lao_cai():clusters():where { x_state_row = true } do
        local got = given(may(lao_cai(), asks, row, { dossier = dossier }))
        local list = wanted(row.key)
        local text = table.concat(list or { "void" }, " ")
        assert(got == text, ("%s: %s, not %s"):format(row.key, got, text))
        count = count + 1
    end
    equal(count, 25)
end

function test.before_15_9_2026_nobody_may_be_extended_without_a_plant()
    expect("extend", BEFORE, function(key)
        local large = EXPECTED[key][1] == AREA
        return large and AREA or { "fails", "N32-EXP-INFRA" }
    end)
end

function test.from_15_9_2026_one_may_be_extended_and_each_other_says_why()
    expect("extend", AFTER, function(key) return EXPECTED[key][1] end)
end

function test.before_15_9_2026_establishing_lacks_the_unit_of_aggregation()
    expect("establish", BEFORE, function(key) return EXPECTED[key][2] end)
end

function test.from_15_9_2026_establishing_is_counted_over_the_commune()
    expect("establish", AFTER, function(key) return EXPECTED[key][3] end)
end

function test.an_open_answer_names_what_is_not_known()
    local answer = may(lao_cai(), "extend", "Bảo Minh", { dossier = AFTER })
    assert(answer:short():find("cannot be decided", 1, true))
    assert(answer:short():find("industrial land", 1, true), answer:short())
    local settles = table.concat(answer:settles(), "\n")
    assert(settles:find("land-use table", 1, true), settles)
    assert(settles:find("first decision on the cluster", 1, true), settles)
end

function test.figures_and_article_stand_in_the_reason()
    local answer = may(lao_cai(), "extend", "Báo Đáp", { dossier = AFTER })
    assert(answer:why():find("fill rate 23.3 % < 50 %", 1, true),
           answer:why())
    assert(answer:why():find("Art. 8.2c", 1, true), answer:why())
end

--- Transition, exemption, and what a script knows beside the plan

function test.a_dossier_under_way_keeps_the_rules_of_its_day()
    local answer = may(lao_cai(), "extend", "Thịnh Hưng",
                       { dossier = BEFORE, on = "2026-10-05" })
    equal(answer.kept.id, "N303-TRANS")
    equal(answer.result, false)
    local later = may(lao_cai(), "extend", "Thịnh Hưng",
                      { dossier = AFTER, on = "2026-10-05" })
    equal(later.kept, nil)
    equal(later.result, true)
    equal(may(lao_cai(), "extend", "Thịnh Hưng",
              { dossier = BEFORE, on = BEFORE }).kept, nil)
end

function test.the_day_of_forming_exempts_to_the_day()
    local small = ccn.new "Small"
    local row = small:add("cluster", {
        key = "A", total_area = 20, planned_area = 30, plan_status = "expand",
        industrial_area = 14, leased_area = 10, wastewater_plant = false,
        has_decision = false })
    local function answer()
        return may(small, "extend", row, { dossier = AFTER })
    end
    row.formed_on = "2009-10-04"
    equal(answer().result, true)
    row.formed_on = "2009-10-05"
    equal(answer().result, false)
    row.formed_on = nil
    equal(answer().result, nil)
    equal(answer().missing[1], "formed_on")
    row.formed = 2008
    equal(answer().result, true)
    row.formed = 2009
    equal(answer().result, nil)
    row.formed = 2010
    equal(answer().result, false)
end

function test.facts_of_a_script_come_before_the_plan()
    local function answer(day)
        return may(lao_cai(), "extend", "Âu Lâu",
                   { dossier = day, facts = { infrastructure = true } })
    end
    equal(answer(BEFORE).result, true)
    equal(answer(AFTER).result, true)
    equal(may(lao_cai(), "extend", "Âu Lâu", { dossier = AFTER,
        facts = { infrastructure = true, area_after = 75.1 } }).result, false)
end

--- Every choice of one from each list, the last list fastest.
local function product(lists)
    local all = { {} }
    for _, list in ipairs(lists) do
        local longer = {}
        for _, chosen in ipairs(all) do
            for _, one in ipairs(list) do
                local more = table.move(chosen, 1, #chosen, 1, {})
                more[#more + 1] = one
                longer[#longer + 1] = more
            end
        end
        all = longer
    end
    return all
end

function test.packs_and_the_table_of_regulations_give_the_same_answers()
    local expand = require "rules.expand"
    local book = require("rules.book").read(DATA .. "/regulations.csv")
    local small = ccn.new "Small"
    local row = small:add("cluster", { key = "A", industrial_area = 10 })
    local words = { holds = true, exempt = true, fails = false }
    local flag = { yes = true, no = false }
    local cases = product { { BEFORE, AFTER }, { 75, 75.5 },
        { 49.9, 50, 59.9, 60 }, { true, false }, { "yes", "no", "unknown" },
        { "2009-10-04", "2009-10-05", "" } }
    for _, case in ipairs(cases) do
        local day, area, fill, more, works, formed = table.unpack(case)
        formed = formed ~= "" and formed or nil
        local answer = may(small, "extend", row, { dossier = day, facts = {
            area_after = area, fill = fill, demand = more and 11 or 9,
            infrastructure = flag[works], formed_on = formed } })
        local other = expand(book, { dossier = day, area_after = area,
            fill = fill, demand_exceeds = more, infrastructure = flag[works],
            formed_on = formed })
        equal(answer.result, words[other.result])
    end
    equal(#cases, 288)
end

--- Two communes and a district

local function two_communes()
    local small = ccn.new "Small"
    small:add("unit", { key = "Province", level = "province" })
    small:add("unit", { key = "District", level = "district",
                        parent = "Province", valid_to = "2025-06-30" })
    for _, key in ipairs { "North", "South" } do
        small:add("unit", { key = key, level = "commune",
                            parent = "District" })
    end
    small:add("cluster", { key = "New", unit = "North", units = { "North" },
                           has_decision = false, plan_status = "add" })
    small:add("cluster", { key = "Full", unit = "North", units = { "North" },
                           has_decision = true, industrial_area = 40,
                           leased_area = 30 })
    small:add("cluster", { key = "Both", unit = "South",
                           units = { "North", "South" }, has_decision = true,
                           industrial_area = 60, leased_area = 0 })
    return small
end

local FACTS = { in_land_use_plan = true, developer = true }

function test.a_cluster_in_two_communes_shows_both_readings()
    local small = two_communes()
    local answer = may(small, "establish", "New",
                       { dossier = AFTER, facts = FACTS })
    -- Counted: 30 of 100 ha, 70 unleased; not counted: 30 of 40, 10 unleased.
    equal(answer.result, nil)
    equal(answer.missing[1], "reading")
    local text = answer:why()
    for _, words in ipairs { "average fill rate there 30 % ≤ 50 %",
                             "70 ha > 50 ha", "75 % > 50 %" } do
        assert(text:find(words, 1, true), text)
    end
    small:cluster("Both").leased_area = 50
    equal(may(small, "establish", "New",
              { dossier = AFTER, facts = FACTS }).result, true)
end

function test.a_new_cluster_in_two_communes_is_read_in_each()
    local small = two_communes()
    small:remove(small:cluster "Both")
    small:cluster("Full").leased_area = 0
    small:cluster("Full").industrial_area = 60
    local row = small:cluster "New"
    row.units = { "North", "South" }
    local answer = may(small, "establish", row,
                       { dossier = AFTER, facts = FACTS })
    -- North has 60 ha unleased, South has no cluster.
    equal(answer.result, nil)
    equal(answer.missing[1], "reading")
end

function test.a_district_of_the_plan_is_counted_while_it_exists()
    local small = two_communes()
    local function answer(day)
        return may(small, "establish", "New", { dossier = day,
                                                facts = FACTS })
    end
    equal(answer("2025-06-30").result, true) -- 70 ha unleased in the district
    small:cluster("Both").industrial_area = 100
    equal(answer("2025-06-30").result, false) -- 30 of 140, 110 unleased
    equal(answer("2025-07-01").result, nil)
    equal(answer("2025-07-01").missing[1], "unit")
end

function test.texts_that_were_not_seen_are_named()
    local answer = may(lao_cai(), "extend", "Âu Lâu",
                       { dossier = "2020-07-01" })
    equal(answer.result, nil)
    equal(#answer, 0)
    local text = table.concat(answer.not_seen, "\n")
    assert(text:find("68/2017", 1, true) and text:find("66/2020", 1, true))
    assert(tostring(answer):find("68/2017", 1, true))
end

function test.a_day_of_no_pack_is_said_to_be_one()
    local answer = may(lao_cai(), "extend", "Âu Lâu",
                       { dossier = "2005-01-01" })
    equal(answer.result, nil)
    for _, text in ipairs { tostring(answer), answer:why() } do
        assert(text:find("no rule pack was in force on 1 Jan 2005; the first "
                         .. "begins on 5 Oct 2009", 1, true), text)
    end
end

function test.a_yes_with_texts_not_seen_is_as_far_as_could_be_judged()
    local answer = may(lao_cai(), "extend", "Âu Lâu", { dossier = AFTER,
        facts = { infrastructure = true } })
    equal(answer.result, true)
    local text = tostring(answer)
    assert(text:find("  yes, as far as it could be judged; not judged: 2",
                     1, true), text)
    assert(text:find("not judged: Art. 8.2b", 1, true), text)
    equal(answer:short(), "yes, as far as it could be judged")
end

function test.a_park_has_rules_of_its_own()
    local small = ccn.new "Small"
    small:add("cluster", { key = "A", kind = "KCN", total_area = 200 })
    local answer = may(small, "extend", "A", { dossier = AFTER })
    equal(answer:kind(), "void")
    assert(answer:why():find("park", 1, true))
end

function test.what_cannot_be_asked_is_refused()
    fails("extend", may, lao_cai(), "enlarge", "Âu Lâu", { dossier = AFTER })
    fails("dossier", may, lao_cai(), "extend", "Âu Lâu", {})
    fails("did you mean 'Âu Lâu'?", may, lao_cai(), "extend", "Âu Lau",
          { dossier = AFTER })
end

return test
