-- The best total by the own engine, and what can be asked of a placement by
-- solving again.

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
                              trade = "allow", distance = "refuse" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, plan:enterprises(), all)
end

local function moves(placement)
    local list = {}
    for i, move in ipairs(placement) do
        list[i] = move.key .. "=" .. (move.cluster
            and move.cluster.key .. "/" .. move.year or "-")
    end
    return table.concat(list, " ")
end

local function equal(got, wanted)
    if got ~= wanted then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
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

-- The own engine

function test.the_own_engine_reaches_what_the_exact_solver_proves()
    local own = place(town())
    local exact = place(town(), { solver = "exact", steps = false })
    near(own.total, exact.total)
    near(exact.bound, exact.total)
    assert(own.bound <= own.total)
end

--- Whole numbers by lot, the same for the same seed.
local function lot(seed)
    local state = seed * 7919
    return function(least, most)
        state = (state * 1103515245 + 12345) % 2147483648
        return least + (state // 65536) % (most - least + 1)
    end
end

--- Six who move, four clusters of other room and eight years, from a number.
local function six(seed)
    local plan, dice = ccn.new "Six", lot(seed)
    plan:add("cluster", { key = "Home", state = "closing" })
    for c = 1, 4 do
        plan:add("cluster", { key = "C" .. c, state = "operating",
                              industrial_area = dice(1, 2), leased_area = 0,
                              water_capacity = dice(20, 60) })
        plan:add("phase", { key = "C" .. c .. "/1", cluster = "C" .. c,
                            industrial_area = dice(1, 2),
                            opens = dice(2027, 2031) })
    end
    for i = 1, 6 do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 water = dice(5, 40),
                                 land_held = dice(5, 30) / 10 })
    end
    return plan
end

function test.six_enterprises_are_proved_without_the_exact_solver()
    local left_out = 0
    for seed = 1, 12 do
        local plan = six(seed)
        local own = place(plan, { years = { 2027, 2034 } })
        local exact = place(plan, { years = { 2027, 2034 }, solver = "exact",
                                    steps = false })
        near(own.total, exact.total)
        near(own.bound, own.total)
        left_out = left_out + #own.waiting
    end
    assert(left_out > 0)
end

function test.twenty_one_enterprises_are_proved_without_the_exact_solver()
    for seed = 1, 8 do
        local plan, dice = ccn.new "Town", lot(seed)
        for _, key in ipairs { "A", "B" } do
            plan:add("cluster", { key = key, state = "operating",
                                  industrial_area = 4.3, leased_area = 0 })
        end
        local weight = {}
        for i = 1, 21 do
            local key = "E" .. i
            plan:add("enterprise", { key = key,
                                     land_held = dice(20, 90) / 100 })
            weight[key] = dice(1, 9)
        end
        local function dear(e, cluster)
            return weight[e.key] * (cluster.key == "A" and 1 or 1.3)
        end
        local function best(solver)
            return ccn.place(plan, plan:enterprises(), {
                years = { 2027, 2028 }, mode = "best", solver = solver,
                terms = { { name = "dear", kind = "pair", weight = 1,
                            value = dear },
                          { name = "left", kind = "left", weight = 12 } },
                unknown = { land = "leave out", capacity = "leave out",
                            trade = "allow" } })
        end
        local own = best()
        near(own.total, best("exact").total)
        near(own.bound, own.total)
    end
end

function test.the_same_steps_give_the_same_placement()
    equal(moves(place(town(), { threads = 1 })),
          moves(place(town(), { threads = 2 })))
end

function test.a_watcher_that_says_no_gets_the_best_so_far()
    local told = 0
    local placement = place(town(), { steps = 100000000, seconds = 20,
        watch = function(progress)
            told = told + 1
            assert(progress.bound <= progress.total)
            return false
        end })
    -- the proof may come before the first word
    assert(told == 1 or placement.bound == placement.total)
    assert(#placement.placed > 0)
end

function test.what_is_told_is_never_better_than_the_answer_and_ends_near_it()
    local plan = ccn.new "Told"
    for k = 1, 6 do
        plan:add("cluster", { key = "C" .. k, state = "operating",
                              industrial_area = 20, leased_area = 0 })
    end
    for i = 1, 300 do
        plan:add("enterprise", { key = "E" .. i,
                                 land_held = 0.2 + 0.01 * (i * 37 % 61) })
    end
    local told, start = {}, nil
    local placement = ccn.place(plan, plan:enterprises(), {
        years = { 2027, 2030 }, mode = "best", seconds = 3,
        watch = function(progress)
            start = start or progress.total
            told[#told + 1] = progress
            return #told < 12 -- about a second, most of it the proof
        end,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
    for _, progress in ipairs(told) do
        assert(progress.total >= placement.total - 1e-3)
    end
    assert(#told > 3 and told[#told].total < start)
end

function test.an_error_of_the_watcher_comes_through()
    local done, why = pcall(place, town(), { steps = 100000000, seconds = 20,
        watch = function() error("enough", 0) end })
    assert(done or tostring(why):find "enough")
end

function test.nobody_and_nowhere_are_an_empty_placement()
    local plan = town()
    local none = plan:enterprises():where { key = "nobody" }
    local empty = ccn.place(plan, none, {
        years = { 2027, 2028 }, mode = "best", steps = 10,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
    equal(#empty.placed, 0)
    local nowhere = place(plan, {
        clusters = plan:clusters():where { key = "Home" } })
    equal(#nowhere.placed, 0)
    equal(nowhere.total, 800)
    equal(nowhere.bound, 800)
end

function test.who_is_larger_than_any_cluster_waits_with_the_reason()
    local plan = town()
    plan:enterprise "E8".land_held = 50
    local move = place(plan)[8]
    equal(move.cluster, nil)
    assert(move.reason:find "land is short by")
    assert(move.change.amount >= 48)
end

-- Again

function test.the_price_of_strictness_is_not_negative()
    local found = place(town(), { mode = "strict" }):strictness()
    assert(found.price >= -1e-9)
    near(found.price, found.strict.total - found.best.total)
    assert(found.most >= found.price - 1e-9)
    equal(found.strict.mode, "strict")
    equal(found.best.mode, "best")
    local from_best = place(town()):strictness()
    near(from_best.price, found.price)
    equal(#from_best.moved > 0, found.price > 1e-9)
end

function test.a_pin_costs_what_is_gained_without_it()
    local placement = place(town(), { pins = { E8 = "C1", E1 = "C1" } })
    local costs = placement:pin_costs()
    equal(#costs, 2)
    for _, pin in ipairs(costs) do
        local other = pin.key == "E8" and "E1" or "E8"
        local free = place(town(), { pins = { [other] = "C1" } })
        near(pin.cost, placement.total - free.total)
        assert(pin.cost >= -1e-6)
    end
end

function test.a_front_trades_one_term_for_the_other()
    local front = place(town()):pareto({ "far", "left" }, 8)
    assert(#front >= 2)
    for i = 2, #front do
        assert(front[i].values[1] > front[i - 1].values[1])
        assert(front[i].values[2] < front[i - 1].values[2])
    end
    fails("the goal has no term 'near'", function()
        return place(town()):pareto { "far", "near" }
    end)
    fails("two or three terms", function()
        return place(town()):pareto { "far" }
    end)
end

function test.other_plans_are_as_far_apart_as_asked()
    local found = place(town()):others(3, 3)
    equal(#found, 3)
    for i, placement in ipairs(found) do
        assert(placement.total >= found[1].total - 1e-6)
        near(placement.gap, (placement.total - found[1].bound)
             / placement.total)
        for k = 1, i - 1 do
            local differ = 0
            for e, move in ipairs(placement) do
                local other = found[k][e]
                if move.cluster ~= other.cluster
                    or move.year ~= other.year then
                    differ = differ + 1
                end
            end
            assert(differ >= 3)
        end
    end
    local sum = 0
    for _, share in pairs(found.share "E1") do
        sum = sum + share
    end
    near(sum, 1)
end

function test.fewer_plans_come_when_there_are_no_more()
    local plan = ccn.new "Small"
    plan:add("cluster", { key = "C0", state = "operating",
                          industrial_area = 2, leased_area = 0 })
    plan:add("enterprise", { key = "E1", land_held = 0.5 })
    equal(#place(plan):others(3, 5), 1)
end

function test.the_least_change_keeps_all_that_can_stay()
    local plan = town()
    local first = place(plan, { mode = "strict" })
    plan:cluster "C0".leased_area = 0.6
    local again = place(plan, { current = first, change = 1000 })
    local free = place(plan, { current = first })
    assert(#again.changed >= 1)
    assert(#again.changed <= #free.changed)
    assert(#again.changed <= 2)
end

return test
