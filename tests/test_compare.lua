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

return test
