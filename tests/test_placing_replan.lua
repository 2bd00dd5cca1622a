-- Limits of terms, changes against the plan in force, and what is worth what.

local test = {}

--- Two clusters of 2 ha; eight who want 0.3 to 1 ha and are nearer to the one
-- with the even number.
local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "Home", state = "closing" })
    for _, key in ipairs { "C0", "C1" } do
        plan:add("cluster", { key = key, state = "operating",
                              industrial_area = 2, leased_area = 0 })
    end
    for i = 1, 8 do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 moving_cost = 1000000000,
                                 land_held = 0.2 + 0.1 * i })
    end
    return plan
end

local function far(enterprise, cluster)
    local i = tonumber(enterprise.key:sub(2))
    return cluster.key == "C" .. i % 2 and 10 + i or 30 - i
end

local TERMS = {
    { name = "far", kind = "distance", weight = 1, value = far },
    { name = "wait", kind = "wait", weight = 5 },
    { name = "left", kind = "left", weight = 100 },
}

local function place(plan, options)
    local all = { years = { 2027, 2028 }, mode = "best", terms = TERMS,
                  steps = 4000,
                  unknown = { land = "leave out", capacity = "leave out",
                              cost = "refuse", trade = "allow",
                              distance = "refuse" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, plan:enterprises(), all)
end

local function near(got, wanted)
    if math.abs(got - wanted) > 1e-6 then
        error(("got %.17g, wanted %.17g"):format(got, wanted), 2)
    end
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    if done or not tostring(got):find(message, 1, true) then
        error(("wanted the error '%s', got %s"):format(message,
                                                      tostring(got)), 2)
    end
end

local function sum_far(placement)
    local sum = 0
    for _, move in ipairs(placement.placed) do
        sum = sum + far(move.row, move.cluster)
    end
    return sum
end

-- Limits of terms

function test.a_term_stays_within_its_limit_at_the_least_goal()
    local plan = town()
    local exact = place(plan, { solver = "exact", steps = false })
    for _, most in ipairs { 20, 45, 60, 1000 } do
        local own = place(plan):within("far", most)
        assert(sum_far(own) <= most + 1e-9)
        local proved = exact:within("far", most)
        near(own.total, proved.total)
        assert(own.bound <= proved.total + 1e-6)
        near(own.gap, (own.total - own.bound) / own.total)
    end
end

function test.a_limit_that_nobody_can_keep_is_an_error()
    local plan = town()
    local placement = place(plan, { pins = { E1 = "C0" } })
    fails("no placement has 'far' at most 5; the least found is ",
          placement.within, placement, "far", 5)
    fails("the goal has no term 'near'", placement.within, placement,
          "near", 5)
    fails("must be a number", placement.within, placement, "far", "much")
end

function test.a_limit_is_the_reason_of_who_waits_by_it()
    local placement = place(town()):within("far", 20)
    assert(placement.waiting[1].reason:find("'far' may be 20 at most", 1,
                                            true))
end

function test.a_front_by_limits_has_points_that_weights_leave_out()
    local placement = place(town())
    local weights = placement:pareto({ "far", "left" }, 4)
    local limits = placement:pareto({ "far", "left" }, 4, "limits")
    assert(#limits > #weights)
    for i, point in ipairs(limits) do
        assert(point.gap >= 0 and point.gap < 1)
        near(point.values[1], sum_far(point.placement))
        assert(i == 1 or point.values[1] > limits[i - 1].values[1])
        assert(i == 1 or point.values[2] < limits[i - 1].values[2])
    end
    fails("not 'luck'", placement.pareto, placement, { "far", "left" }, 4,
          "luck")
end

--- Every placement of four in two clusters and two years, as sums of km, years
-- waited and left out; C1 has room for two and C2 for one, in all years.
local function all_sums(km)
    local list = {}
    for code = 0, 5 ^ 4 // 1 - 1 do
        local sums, used, rest = { 0, 0, 0 }, { 0, 0 }, code
        for i = 1, 4 do
            local choice = rest % 5
            rest = rest // 5
            if choice == 4 then
                sums[3] = sums[3] + 1
            else
                local c = choice % 2 + 1
                used[c] = used[c] + 1
                sums[1] = sums[1] + km[i][c]
                sums[2] = sums[2] + choice // 2
            end
        end
        if used[1] <= 2 and used[2] <= 1 then
            list[#list + 1] = sums
        end
    end
    return list
end

local function beats(a, b)
    local less = false
    for i = 1, 3 do
        if a[i] > b[i] + 1e-9 then
            return false
        end
        less = less or a[i] < b[i] - 1e-9
    end
    return less
end

function test.a_front_of_three_by_limits_is_beaten_by_no_placement()
    local plan, km = ccn.new "Four", { { 9, 2 }, { 4, 7 }, { 6, 3 }, { 8, 5 } }
    plan:add("cluster", { key = "C1", state = "operating", industrial_area = 1,
                          leased_area = 0 })
    plan:add("cluster", { key = "C2", state = "operating",
                          industrial_area = 0.5, leased_area = 0 })
    for i = 1, 4 do
        plan:add("enterprise", { key = "E" .. i, land_held = 0.5 })
    end
    local front = ccn.place(plan, plan:enterprises(), {
        years = { 2027, 2028 }, mode = "best", steps = 2000,
        unknown = { land = "refuse", capacity = "refuse", trade = "allow",
                    distance = "refuse" },
        terms = {
            { name = "km", kind = "distance", weight = 1,
              value = function(row, cluster)
                  return km[tonumber(row.key:sub(2))]
                      [tonumber(cluster.key:sub(2))]
              end },
            { name = "wait", kind = "wait", weight = 1,
              value = function() return 1 end },
            { name = "left", kind = "left", weight = 50,
              value = function() return 1 end },
        } }):pareto({ "km", "wait", "left" }, 6, "limits")
    assert(#front >= 4)
    for _, point in ipairs(front) do
        for _, sums in ipairs(all_sums(km)) do
            assert(not beats(sums, point.values))
        end
    end
end

-- Changes

--- Two hectares of C0 are there no longer.
local function shrunk()
    local plan = town()
    local before = place(plan)
    plan:cluster "C0".leased_area = 1.2
    return plan, before
end

function test.at_most_so_many_changes_are_made()
    local plan, before = shrunk()
    local free = place(plan, { current = before })
    for most = #free.changed, 1, -1 do
        local done, few = pcall(place, plan, { current = before,
                                               most_changes = most })
        if not done then
            assert(tostring(few):find "changes", tostring(few))
            break
        end
        assert(#few.changed <= most)
        assert(few.total >= free.bound - 1e-6)
        assert(few.bound <= few.total)
    end
    fails("a whole number from 0", place, plan, { current = before,
                                                  most_changes = -1 })
    fails("needs current", place, plan, { most_changes = 1 })
    fails("mode = 'best'", place, plan, { mode = "strict", most_changes = 1 })
end

function test.the_exact_solver_agrees_on_at_most_so_many_changes()
    local plan, before = shrunk()
    local same = 0
    for most = 1, 4 do
        local options = { current = before, most_changes = most }
        local kept, own = pcall(place, plan, options)
        options.solver, options.steps = "exact", false
        local proved, exact = pcall(place, plan, options)
        assert(kept == proved)
        if kept then
            near(own.total, exact.total)
            same = same + 1
        end
    end
    assert(same > 0 and same < 4)
end

function test.more_changes_never_cost_more()
    local plan, before = shrunk()
    local curve = place(plan, { current = before }):changes_curve()
    assert(#curve >= 1)
    for i, point in ipairs(curve) do
        assert(point.moves == #point.placement.changed)
        near(point.total, point.placement.total)
        assert(point.bound <= point.total + 1e-9)
        assert(i == 1 or point.total < curve[i - 1].total)
        assert(i == 1 or point.moves > curve[i - 1].moves)
    end
    assert(tostring(curve):find("What more changes are worth", 1, true))
end

-- Worth

--- A hundred alike, and room for half of them: one more hectare takes in two.
function test.a_scarce_hectare_is_worth_whom_it_takes_in()
    local plan = ccn.new "Alike"
    plan:add("cluster", { key = "C", state = "operating",
                          industrial_area = 25, leased_area = 0 })
    plan:add("cluster", { key = "Closed", state = "closing" })
    for i = 1, 100 do
        plan:add("enterprise", { key = ("E%03d"):format(i), land_held = 0.5,
                                 cluster = "Closed" })
    end
    local prices = place(plan, { years = { 2027, 2027 }, terms = {
        { name = "left", kind = "left", weight = 10 } } }):prices()
    assert(#prices == 1 and prices[1].key == "C")
    assert(prices[1].resource == "land" and prices[1].unit == "ha")
    assert(math.abs(prices[1].price - 20) < 0.5, prices[1].price)
    assert(tostring(prices):find "land")
end

function test.what_is_plenty_is_worth_nothing()
    local plan = town()
    plan:cluster "C0".industrial_area = 50
    plan:cluster "C1".industrial_area = 50
    for _, price in ipairs(place(plan):prices()) do
        assert(price.price < 1e-6)
    end
end

function test.scarce_money_has_a_price_by_year()
    local prices = place(town(), {
        budget = { [2027] = 2000000000, [2028] = 1000000000 },
    }):prices()
    local years = {}
    for _, price in ipairs(prices) do
        if price.resource == "budget" then
            years[price.year] = price.price * 1e9
            assert(price.key == nil and price.unit == "VND")
        end
    end
    assert(years[2027] and years[2027] > 50 and years[2027] < 200)
end

-- Reasons

function test.who_is_placed_says_what_keeps_it_from_better()
    local placement, some = place(town()), false
    for _, move in ipairs(placement.placed) do
        if move.wish then
            some = true
            assert(move.wish.gain > 0 and #move.wish.words > 0)
            assert(move.wish.text:find(move.wish.words[1], 1, true))
        end
    end
    local tight = town()
    tight:cluster "C0".leased_area = 1.5
    for _, move in ipairs(place(tight).placed) do
        if move.key == "E2" and move.cluster.key == "C1" then
            some = true
            assert(move.wish.cluster.key == "C0")
        end
        some = some or move.wish ~= nil
    end
    assert(some)
end

function test.one_year_can_be_asked_about()
    local placement = place(town())
    local move = placement.placed[1]
    assert(placement:why_not(move.key, move.cluster, move.year)
               :find "is placed in")
    local waits = placement.waiting[1]
    assert(placement:why_not(waits.key, "C0", 2028):find "C0 in 2028")
    fails("not among the years", placement.why_not, placement, waits.key,
          "C0", 2050)
end

function test.the_cheapest_change_comes_first()
    local options = { mode = "strict",
                      budget = { [2027] = 7000000000, [2028] = 0 } }
    local dear = place(town(), options)
    local kinds = {}
    for _, move in ipairs(dear.waiting) do
        for _, change in ipairs(move.changes) do
            kinds[change.kind] = true
            assert(change.cost == nil)
        end
    end
    assert(kinds.land)
    options.change_cost = { land = 7.6e9, budget = 1 }
    for _, move in ipairs(place(town(), options).waiting) do
        for i, change in ipairs(move.changes) do
            assert(change.cost and change.text:find "VND$")
            assert(i == 1 or change.cost >= move.changes[i - 1].cost)
        end
    end
    fails("change_cost: 'land'", place, town(), { change_cost = { land = -1 }
    })
end

function test.pins_that_money_forbids_say_how_much_more_would_do()
    local done, why = pcall(place, town(), {
        pins = { E1 = { cluster = "C1", year = 2027 },
                 E2 = { cluster = "C1", year = 2027 } },
        budget = { [2027] = 1500000000, [2028] = 0 } })
    assert(not done)
    assert(tostring(why):find("to release: 'E", 1, true), tostring(why))
    assert(tostring(why):find("500,000,000 VND more for 2027", 1, true),
           tostring(why))
end

function test.pins_that_land_forbids_say_how_much_more_would_do()
    local done, why = pcall(place, town(), {
        pins = { E8 = "C1", E7 = "C1", E6 = "C1" } })
    assert(not done)
    assert(tostring(why):find("0.7 ha more land in C1 from", 1, true),
           tostring(why))
end

-- Warm

function test.a_warm_start_is_no_worse_than_where_it_starts()
    local plan = town()
    local first = place(plan)
    local pins = place(plan, { pins = { E8 = "C0" } }):pin_costs()
    assert(pins[1].free.total <= place(plan, { pins = { E8 = "C0" } }).total
               + 1e-9)
    near(pins[1].free.total, first.total)
    assert(tostring(pins):find "E8")
end

function test.progress_can_be_printed()
    local placement = place(town(), { watch = "print", steps = 10 })
    assert(placement.gap == nil or placement.gap >= 0)
end

function test.what_strictness_costs_is_said_in_words()
    local found = place(town(), { mode = "strict" }):strictness()
    assert(tostring(found):find "^Strict order costs")
end

return test
