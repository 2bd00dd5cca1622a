--- The mapping of Lào Cai's tables to ours.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local laocai = require "laocai"
local reader = require "reader"
local terms  = require "laocai.terms"
local units  = require "laocai.units"

local DATA = "scenarios/dam_hong/data"

local test = {}

local plan = laocai(DATA)

local function count(selection)
    return #selection
end

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(got, wanted))
end

function test.every_row_arrives()
    equal(count(plan:clusters()), 68)
    equal(count(plan:clusters():where { x_state_row = true }), 25)
    equal(count(plan:enterprises()), 23)
    equal(count(plan:budgets()), 2 + 10 + 2 * 5)
    local points, facts = 0, 0
    for cluster in plan:clusters() do
        points = points + (cluster.shape and 1 or 0)
    end
    for i = 1, 31 do
        facts = facts + (plan:observation(("F%02d"):format(i)) and 1 or 0)
    end
    equal(points, 23)
    equal(facts, 31)
end

function test.adjusted_areas_sum_to_the_plan()
    local sum = plan:clusters():sum("planned_area", "known")
    assert(math.abs(sum - 2927.81) < 1e-9, sum)
end

function test.a_cluster_may_lie_in_two_communes()
    local cluster = plan:cluster "Phú Thịnh 1"
    equal(table.concat(cluster.units, "|"), "P. Văn Phú|X. Yên Bình")
    equal(#plan:cluster("Âu Lâu").units, 1)
    equal(table.concat(units.keys "Các phường: Yên Bái, Văn Phú", "|"),
          "P. Yên Bái|P. Văn Phú")
end

function test.a_name_keeps_its_remark_as_a_note()
    local cluster = plan:cluster "Bảo Thắng"
    equal(cluster.planned_area, 40)
    assert(cluster.note:find("thị trấn Phố Lu", 1, true))
end

function test.units_begin_with_the_two_levels()
    local ward = plan:unit "P. Âu Lâu"
    equal(ward.level, "ward")
    equal(ward.former_province, "Yên Bái")
    equal(ward.valid_from, "2025-07-01")
    equal(ward.parent.key, "Tỉnh Lào Cai")
    equal(plan:unit("X. Tân Hợp").former_province, nil)
end

function test.dates_are_taken_only_when_there_is_one()
    equal(terms.only_date "1656/QĐ-UBND 30/10/2009", "2009-10-30")
    equal(terms.only_date "735/QĐ-UBND 26/5/2009", "2009-05-26")
    equal(terms.only_date "30/10/2009; 31/12/2026", nil)
    equal(terms.only_date "no date", nil)
    local auLau, yenHop = plan:cluster "Âu Lâu", plan:cluster "Yên Hợp"
    equal(auLau.formed_on, "2009-10-30")
    equal(auLau.established, nil)
    equal(auLau.has_decision, false)
    equal(yenHop.established, "2024-11-06")
    equal(yenHop.formed_on, nil)
    equal(plan:cluster("Tân Hợp").has_decision, nil)
end

function test.land_is_called_uncleared_only_in_the_words_of_the_record()
    local flagged = {}
    for cluster in plan:clusters() do
        if cluster.uncleared then
            flagged[#flagged + 1] = cluster.key
        end
        assert(cluster.uncleared ~= false)
        assert(cluster.cleared_area == nil)
    end
    table.sort(flagged)
    equal(table.concat(flagged, ", "),
          "Báo Đáp, Bắc Văn Yên, Khánh Yên Thượng, Phú Thịnh 1, Phố Ràng, "
          .. "Yên Hợp, Yên Thế, Đông An")
end

function test.both_dates_of_the_fill_rate_are_kept()
    equal(plan:observation("fill/Âu Lâu/2026-05").value, 86.8)
    equal(plan:observation("fill/Âu Lâu/2026-10").value, 91.19)
    equal(plan:cluster("Âu Lâu").reported_fill, 91.19)
    equal(plan:cluster("Tây Cầu Mậu A").reported_fill, 45.55)
    equal(plan:observation("fill/Tây Cầu Mậu A/2026-10"), nil)
end

function test.plots_keep_the_last_tenth_of_a_square_metre()
    equal(plan:enterprise("DH01").land_held, 0.53998)
    equal(plan:enterprise("DH01").x_land_annex2, 0.54)
    equal(plan:enterprise("DH09").land_held, nil)
    equal(plan:enterprise("DH02").x_land_annex2, nil)
end

function test.plans_of_the_23_are_as_named()
    equal(count(plan:enterprises():where { plan = "move" }), 21)
    equal(plan:enterprise("DH07").plan, "own_place")
    equal(plan:enterprise("DH03").plan, "stop")
    equal(plan:enterprise("DH14").destination.key, "Âu Lâu")
    equal(plan:enterprise("DH20").debt, 212400000)
    equal(plan:enterprise("DH20").operating_state, "stopped")
    equal(plan:enterprise("DH01").operating_state, nil)
end

function test.nobody_has_a_cost_or_a_wave()
    for e in plan:enterprises() do
        equal(e.moving_cost, nil)
        equal(e.move_year, nil)
        equal(e.workers, nil)
    end
end

function test.money_is_in_whole_dong()
    local one = plan:budget "relocation/wave 1"
    local two = plan:budget "relocation/wave 2"
    equal(one.amount, 17447280120)
    equal(one.year, 2028)
    equal(one.source, nil)
    equal(two.amount, 25463981231)
    equal(plan:budget("investment/383").amount, 40000000000)
    equal(plan:cluster("Báo Đáp").infrastructure_spent, 462000000)
end

function test.the_extension_is_proposed_and_its_industrial_land_unknown()
    local phase = plan:phase "Âu Lâu/2"
    equal(phase.total_area, 25)
    equal(phase.industrial_area, nil)
    equal(phase.opens, 2027)
    equal(phase.cost, 340000000000)
    equal(phase.state, "proposed")
end

function test.every_refused_cell_is_named_in_one_error()
    local r = reader.new()
    r:refuse("a.csv", 2, "lat", "x", "is no number")
    r:refuse("a.csv", 9, "spot", "spot", "unknown column")
    local ok, message = pcall(r.finish, r)
    assert(not ok)
    assert(message:find("a.csv:2: lat 'x': is no number", 1, true), message)
    assert(message:find("a.csv:9: spot", 1, true), message)
    assert(message:find("2 refused", 1, true), message)
end

function test.what_the_plan_refuses_is_noted_with_its_line()
    local r = reader.new()
    local empty = ccn.new "Empty"
    r:add(empty, "enterprise", { file = "e.csv", line = 7 },
          { key = "E", cluster = "Nowhere" })
    equal(#r.refused, 1)
    equal(r.refused[1].line, 7)
end

function test.a_broken_folder_is_refused_whole_and_in_one_pass()
    local ok, message = pcall(laocai, "tests/bad_laocai")
    assert(not ok, "it was taken")
    for _, part in ipairs {
        "nothing was imported",
        "plan_2030.csv",                          -- missing file
        "coordinates.csv:1: colour",              -- unknown column
        "coordinates.csv:3: cluster 'Nowhere'",   -- reference to nothing
        "coordinates.csv:4: lat 'north'",         -- no number
        "establishments_dam_hong.csv:2: operating_flag 'asleep'",
        "establishments_dam_hong.csv:3: planned_destination 'on the moon'",
    } do
        assert(message:find(part, 1, true),
               ("'%s' is not in:\n%s"):format(part, message))
    end
end

return test
