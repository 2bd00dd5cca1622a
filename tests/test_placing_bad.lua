-- Bad input: each kind is a named error, or a correct empty answer that says
-- why.

local test = {}

local function town()
    local plan = ccn.new "Town"
    plan:add("trade", { key = "wood" })
    plan:add("trade", { key = "steel" })
    plan:add("cluster", { key = "C", state = "operating",
                          industrial_area = 2, leased_area = 0 })
    for i = 1, 3 do
        plan:add("enterprise", { key = "E" .. i, land_held = 0.5 })
    end
    return plan
end

local function place(plan, options, order)
    local all = { years = { 2027, 2028 }, mode = "strict",
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, order or plan:enterprises(), all)
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    if done or not tostring(got):find(message, 1, true) then
        error(("wanted the error '%s', got %s"):format(message,
                                                      tostring(got)), 2)
    end
end

--- In every mode.
local function each(check)
    check { mode = "strict" }
    check { mode = "best", steps = 200 }
    check { mode = "best", solver = "exact" }
end

function test.a_name_typed_without_its_marks_is_hinted_at()
    local plan = town()
    plan:add("cluster", { key = "Đầm Hồng", state = "operating",
                          industrial_area = 2, leased_area = 0 })
    fails("did you mean 'Đầm Hồng'?", place, plan,
          { pins = { E1 = "Dam Hong" } })
    fails("did you mean 'Đầm Hồng'?", place, plan,
          { exclude = { { enterprise = "E1", cluster = "dam hong" } } })
    fails("is 'Đầm Hồng' meant?", function()
        plan:enterprise("E1").destination = "Dam Hong"
    end)
    fails("add it to the table cluster first", function()
        plan:enterprise("E1").destination = "Nowhere"
    end)
end

function test.no_enterprise_is_an_empty_placement()
    local plan = town()
    each(function(options)
        local placement = place(plan, options, plan:enterprises():where {
            key = "nobody" })
        assert(#placement == 0 and placement.total == 0)
        assert(tostring(placement):find "Nobody can be placed.")
    end)
end

function test.no_cluster_leaves_everyone_waiting_with_a_reason()
    local plan = ccn.new "Empty"
    plan:add("enterprise", { key = "E1", land_held = 0.5 })
    each(function(options)
        local placement = place(plan, options)
        assert(#placement.waiting == 1)
        assert(placement.waiting[1].reason == "there is no cluster to place in")
        assert(placement.waiting[1].change == nil)
    end)
end

function test.one_larger_than_any_cluster_waits_with_what_is_missing()
    local plan = town()
    plan:enterprise "E2".land_held = 40
    each(function(options)
        local move = place(plan, options).by_key.E2
        assert(not move.cluster)
        assert(move.reason:find "land is short by 3%d")
        assert(move.change.kind == "land" and move.change.amount >= 38)
    end)
end

function test.a_capacity_below_nothing_is_refused()
    local plan = town()
    fails("capacity of 'C' in 2027: hectares from 0, not -1", place, plan, {
        capacity = function() return -1 end })
    fails("capacity of 'C' in 2027: hectares from 0, not ", place, plan, {
        capacity = function() return 0 / 0 end })
    local water = { name = "water", need = function() return 1 end,
                    supply = function() return -3 end,
                    unknown = { need = "refuse", supply = "refuse" } }
    fails("resource 'water': an amount must be from 0", place, plan,
          { resources = { water } })
end

function test.a_budget_below_nothing_is_refused()
    local plan = town()
    fails("-1", place, plan, { budget = { [2027] = -1 }, cost = function()
        return 5
    end, unknown = { land = "leave out", capacity = "leave out",
                     trade = "allow", cost = "refuse" } })
end

function test.pins_that_contradict_each_other_are_named()
    local plan = town()
    each(function(options)
        options.pins = { E1 = { cluster = "C", year = 2027 } }
        options.exclude = { { enterprise = "E1", cluster = "C" } }
        fails("'E1'", place, plan, options)
    end)
    fails("cluster 'D' is not among those to place in", place, plan,
          { pins = { E1 = "D" } })
    fails("enterprise 'E9' is not among those", place, plan,
          { pins = { E9 = "C" } })
    fails("2050 is not among the years", place, plan,
          { pins = { E1 = { cluster = "C", year = 2050 } } })
end

function test.years_out_of_order_are_refused()
    local plan = town()
    for _, years in ipairs { { 2028, 2027 }, { 2027 }, {}, { 2027.5, 2028 },
                             { "2027", "2028" } } do
        fails("years must be { first, last }", place, plan, { years = years })
    end
    fails("years 1 to 9999 are more than 100", place, plan,
          { years = { 1, 9999 } })
end

function test.distances_that_are_missing_need_a_policy_and_are_named()
    local plan = town()
    local terms = { { name = "far", kind = "distance", weight = 1 } }
    fails("unknown.distance must be stated", place, plan, { terms = terms })
    local unknown = { land = "leave out", capacity = "leave out",
                      trade = "allow", distance = "refuse" }
    fails("E1 – C", place, plan, { terms = terms, unknown = unknown })
    unknown.distance = "leave out"
    local placement = place(plan, { terms = terms, unknown = unknown })
    assert(#placement.waiting == 3)
    assert(placement.waiting[1].reason:find "the distance is not known")
    unknown.distance = { assume = 10 }
    assert(#place(plan, { terms = terms, unknown = unknown }).placed == 3)
end

function test.trades_that_no_cluster_takes_wait_with_that_reason()
    local plan = town()
    plan:cluster "C".trades_allowed = { "steel" }
    for i = 1, 3 do
        plan:enterprise("E" .. i).trade = i == 1 and "steel" or "wood"
    end
    each(function(options)
        local placement = place(plan, options)
        assert(#placement.placed == 1 and placement.placed[1].key == "E1")
        for _, move in ipairs(placement.waiting) do
            assert(move.reason:find "its trade is not allowed there")
            assert(move.change.kind == "barred")
        end
    end)
end

function test.amounts_beyond_what_can_be_counted_are_refused()
    local plan = town()
    fails("'E1': land wanted must be from 0", place, plan,
          { land = function() return 1e300 end })
    fails("'E1': water must be from 0", place, plan, { resources = {
        { name = "water", need = function() return 1e15 end, per = 1000,
          supply = function() return 1e15 end,
          unknown = { need = "refuse", supply = "refuse" } } } })
    fails("'E1': water must be from 0", place, plan, { resources = {
        { name = "water", need = function() return math.huge end,
          supply = function() return 1 end,
          unknown = { need = "refuse", supply = "refuse" } } } })
end

function test.weights_below_nothing_are_refused()
    local plan = town()
    local function weigh(weight)
        place(plan, { terms = { { name = "left", kind = "left",
                                  weight = weight } } })
    end
    fails("weight must not be negative", weigh, -1)
    for _, weight in ipairs { 0 / 0, math.huge } do
        fails("terms, 1: weight must be a number", weigh, weight)
    end
end

function test.an_option_that_is_misspelt_is_named()
    fails("place: there is no 'budgets'; did you mean 'budget'?",
          place, town(), { budgets = {} })
end

function test.two_groups_of_one_are_refused()
    fails("'E1' is in two groups", place, town(), {
        together = { { "E1", "E2" }, { "E1", "E3" } } })
    fails("it is to move with", place, town(), {
        together = { { "E1", "E2" } }, apart = { { "E1", "E2" } } })
end

return test
