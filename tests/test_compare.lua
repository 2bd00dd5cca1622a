--- Plans side by side.

local compare = require "compare"

local test = {}

local function equal(got, wanted)
    assert(got == wanted, ("%s, not %s"):format(got, wanted))
end

local function plans()
    local a = ccn.new "A"
    a:add("cluster", { key = "C" })
    a:add("phase", { key = "C/2", cluster = "C", number = 2, opens = 2027,
                     total_area = 25, cost = 340000000000 })
    a:add("enterprise", { key = "E", plan = "move", land_held = 0.4 })
    a:add("enterprise", { key = "F", plan = "move" })
    a:add("enterprise", { key = "G", plan = "stop", land_held = 9 })
    a:add("budget", { key = "n", status = "need", year = 2028,
                      amount = 1500000000 })
    local b = a:fork "B"
    b:phase("C/2").opens = 2028
    b:budget("n").year = 2029
    return a, b
end

function test.each_plan_is_a_column()
    local a, b = plans()
    local together = compare { a, b, b:fork "D" }
    equal(together:get("moves", 1), 2)
    equal(together:get("held", 1), 0.4)
    equal(together:get("opening", 1), "25 (2027)")
    equal(together:get("opening", 3), "25 (2028)")
    equal(together:get("cost", 2), "340 (2028)")
end

function test.needs_stand_in_their_year()
    local a, b = plans()
    local together = compare { a, b }
    equal(together:get("need 2028", 1), 1.5)
    equal(together:get("need 2028", 2), nil)
    equal(together:get("need 2029", 2), 1.5)
end

function test.placements_are_counted_by_year()
    local a, b = plans()
    local together = compare({ a, b }, { place = function(plan)
        local year = plan:phase("C/2").opens + 1
        return { { cluster = "C", year = year, land = 0.4 }, {} }
    end })
    equal(together:get("placed", 1), 1)
    equal(together:get("waiting", 2), 1)
    equal(together:get("land", 1), 0.4)
    equal(together:get("wave 2028", 1), 1)
    equal(together:get("wave 2028", 2), 0)
    equal(together:get("wave 2029", 2), 1)
end

function test.a_script_adds_lines_of_its_own()
    local a, b = plans()
    local together = compare({ a, b }, { plain = true, lines = {
        { "name", "Name", function(plan) return plan:name() end },
    } })
    equal(together:get("name", 2), "B")
    local ok, message = pcall(together.get, together, "moves", 1)
    assert(not ok and message:find("moves", 1, true))
end

function test.it_prints_a_line_for_each_key()
    local a, b = plans()
    local text = tostring(compare { a, b })
    assert(text:find("A", 1, true) and text:find("340 (2028)", 1, true), text)
end

--- Two plans of three clusters, two of them on the map; who is placed where.
local function maps()
    local first = ccn.new "First"
    for i, key in ipairs { "A", "B", "C" } do
        first:add("cluster", { key = key, total_area = 50,
            shape = i < 3 and ("POINT (10%d 21)"):format(i) or nil })
    end
    first:add("phase", { key = "A/2", cluster = "A", opens = 2027 })
    local second = first:fork "Second"
    second:phase("A/2").opens = 2029
    second:cluster("C").total_area = 60
    local placed = { First = { "A", "A", "B" }, Second = { "A", "B", "B" } }
    return first, second, function(plan)
        local list = {}
        for i, key in ipairs(placed[plan:name()]) do
            list[i] = { key = "E" .. i, cluster = plan:cluster(key),
                        year = 2027, land = 1 }
        end
        return list
    end
end

local function blocks_of(together)
    local report, found = ccn.report { title = "Maps" }, {}
    report:compare(together)
    for _, block in ipairs(report.blocks) do
        found[block.name or ""] = block
    end
    return found
end

function test.a_map_shows_where_more_and_where_fewer_are_placed()
    local first, second, place = maps()
    local found = blocks_of(compare({ first, second }, { place = place }))
    local map = found["scenarios-map"]
    local by_name = {}
    for _, row in ipairs(map.spec.data.values) do
        by_name[row.name] = row
    end
    equal(by_name.A.difference, -1)
    equal(by_name.A.label, "A −1")
    equal(by_name.A.about, "A/2 opens 2027 → 2029")
    equal(by_name.B.difference, 1)
    equal(by_name.C, nil) -- its place is not known, which the note says
    assert(map.note:find("(1): C", 1, true), map.note)
    equal(#map.table.rows, 3)
end

function test.a_row_that_goes_is_one_change()
    local first, _, place = maps()
    local second = first:fork "Second"
    second:remove(second:phase "A/2")
    local found = blocks_of(compare({ first, second }, { place = place }))
    local about = found["scenarios-map"].spec.data.values[1].about
    equal(about, "− A/2")
end

function test.plans_that_differ_nowhere_have_no_map()
    local first, _, place = maps()
    local same = first:fork "First"
    local found = blocks_of(compare({ first, same }, { place = place }))
    equal(found["scenarios-map"], nil)
    local second = first:fork "Second"
    second:cluster("C").total_area = 60
    found = blocks_of(compare { first, second })
    equal(found["scenarios-map"], nil) -- C is not on the map: a table alone
    equal(#found["scenarios-where"].rows, 1)
end

return test
