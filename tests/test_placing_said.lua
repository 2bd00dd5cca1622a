-- What someone who has only the documentation meets: what binds and what would
-- help agree, a mistake is named where it was made, what is not known is never
-- a silent 0.

local test = {}

--- Near has 2 ha, Far 1 ha and one more from 2029; six want 4.4 ha.
local function town()
    local plan = ccn.new "Town"
    plan:add("unit", { key = "East" })
    plan:add("unit", { key = "West" })
    plan:add("cluster", { key = "Home", state = "closing" })
    plan:add("cluster", { key = "Near", unit = "East", state = "operating",
                          industrial_area = 3, leased_area = 1 })
    plan:add("cluster", { key = "Far", unit = "West", state = "operating",
                          industrial_area = 2, leased_area = 1 })
    plan:add("phase", { key = "Far/2", cluster = "Far", opens = 2028,
                        industrial_area = 1, state = "proposed" })
    for i, land in ipairs { 1.2, 0.8, 0.6, 0.5, 0.4, 0.9 } do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 land_held = land, workers = 10 * i,
                                 moving_cost = 100000000 * i })
    end
    return plan
end

local function place(plan, options)
    local all = { years = { 2027, 2029 }, mode = "best", steps = 2000,
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, plan:enterprises(), all)
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    got = tostring(got)
    if done or not got:find(message, 1, true) or got:find("scripts/", 1, true)
    then
        error(("wanted the error '%s', got %s"):format(message, got), 2)
    end
end

local function with(kind, policy)
    local unknown = { land = "leave out", capacity = "leave out",
                      trade = "allow" }
    unknown[kind] = policy
    return unknown
end

-- What is not known

local COST = { { name = "money", kind = "cost", weight = 1 },
               { name = "left", kind = "left", weight = 1e12 } }

function test.a_cost_that_is_not_known_is_never_0_in_the_goal()
    local plan = town()
    plan:enterprise "E2".moving_cost = nil
    fails("unknown.cost must be stated", place, plan, { terms = COST })
    fails("E2: moving cost is not known", place, plan,
          { terms = COST, unknown = with("cost", "refuse") })
    local out = place(plan, { terms = COST,
                              unknown = with("cost", "leave out") })
    assert(out.by_key.E2.reason == "the cost of its move is not known")
    local assumed = place(plan, { terms = COST, unknown = with("cost",
                                  { assume = 7 }) })
    local sum = 0
    for _, move in ipairs(assumed.placed) do
        sum = sum + (move.row.moving_cost or 7)
    end
    assert(assumed.terms[1].total == sum)
end

function test.a_cost_by_cluster_that_is_not_known_bars_that_cluster_alone()
    local terms = { { name = "money", kind = "cost", weight = 1,
                      value = function(_, cluster)
                          return cluster.key == "Far" and 5 or nil
                      end }, COST[2] }
    local placement = place(town(), { terms = terms,
                                      unknown = with("cost", "leave out") })
    assert(#placement.placed > 0)
    for _, move in ipairs(placement.placed) do
        assert(move.cluster.key == "Far")
    end
    assert(placement:why_not("E6", "Near"):find "cost of its move is not")
end

function test.a_value_of_a_term_that_is_no_number_is_named()
    for value, shown in pairs { x = '"x"', [3.0] = false } do
        local terms = { { name = "size", kind = "left", weight = 1,
                          value = function() return value end } }
        if shown then
            fails("term 'size': the value of E1 must be a number, got "
                  .. shown, place, town(), { terms = terms })
        else
            place(town(), { terms = terms })
        end
    end
    fails("term 'size': the value of E1 must be a number, got nil", place,
          town(), { terms = { { name = "size", kind = "wait", weight = 1,
                                value = function() end } } })
    fails("term 'km': the value of E1 – Home must be a number from 0, got -3",
          place, town(), { unknown = with("distance", "refuse"),
                           terms = { { name = "km", kind = "distance",
                                       weight = 1,
                                       value = function() return -3 end } } })
end

function test.what_is_assumed_is_an_amount_before_it_is_needed()
    for _, value in ipairs { "x", -1, 1e300, 0 / 0 } do
        for _, kind in ipairs { "land", "capacity" } do
            fails(("unknown.%s: what is assumed must be from 0"):format(kind),
                  place, town(), { unknown = with(kind, { assume = value }) })
        end
    end
    fails("unknown, land: there is no 'asume'", place, town(),
          { unknown = with("land", { asume = 1 }) })
end

-- Mistakes

function test.a_field_that_is_misspelt_is_the_scripts_mistake()
    for _, options in ipairs { { land = "land_hold" },
                               { earliest = "eariest" },
                               { cost = "moving_csot",
                                 budget = { [2027] = 5 },
                                 unknown = with("cost", "refuse") } } do
        fails("enterprise has no field", place, town(), options)
    end
end

function test.limits_of_work_that_cannot_be_are_refused()
    for name, values in pairs { seconds = { -1 }, steps = { 0, -5, 1.5 },
                                gap = { -1, 1, 5 }, threads = { 0, -2 } } do
        for _, value in ipairs(values) do
            fails(name .. " must be", place, town(), { [name] = value })
        end
    end
    fails("seed must be a whole number", place, town(), { seed = 1.5 })
end

function test.a_plan_in_force_of_others_is_refused_and_one_of_fewer_is_not()
    fails("the plan has no enterprise 'E9'; did you mean", place, town(),
          { current = { E9 = "Near" } })
    fails("current, E1: the plan has no cluster 'Nera' (", place, town(),
          { current = { E1 = "Nera" } })
    fails("; did you mean 'Near'?", place, town(),
          { current = { E1 = "Nera" } })
    fails("there is no 'cluser'", place, town(),
          { current = { E1 = { cluser = "Near" } } })
    local plan = town()
    local some = plan:enterprises():where(function(row)
        return row.key ~= "E1"
    end)
    local placement = ccn.place(plan, some, { years = { 2027, 2028 },
        mode = "strict", current = { E1 = "Near", E2 = "Far" },
        unknown = with("trade", "allow") })
    assert(#placement.changed == 1)
end

function test.a_matrix_of_distances_names_those_of_the_plan()
    local function far(value)
        return { unknown = with("distance", { assume = 5 }),
                 terms = { { name = "km", kind = "distance", weight = 1,
                             value = value },
                           { name = "left", kind = "left", weight = 99 } } }
    end
    fails("the plan has no enterprise 'E9'; did you mean", place, town(),
          far { E9 = { Near = 3 } })
    fails("term 'km', E1: the plan has no cluster 'Nera'; did you mean 'Near'?",
          place, town(), far { E1 = { Nera = 3 } })
    fails("term 'km', E1 must be a table, got 3", place, town(),
          far { E1 = 3 })
    local placement = place(town(), far { E1 = { Near = 3, Far = 1 } })
    local sum = 0
    for _, move in ipairs(placement.placed) do
        local near = move.cluster.key == "Near" and 3 or 1
        sum = sum + (move.key == "E1" and near or 5)
    end
    assert(placement.terms[1].total == sum)
end

function test.money_and_amounts_say_their_year_and_their_name()
    local unknown = with("cost", "refuse")
    fails("budget: the money of 2028 must be whole VND", place, town(),
          { budget = { [2027] = 5, [2028] = 5.5 }, unknown = unknown })
    place(town(), { budget = { [2027] = 5e9 }, unknown = unknown })
    local function resource(fields)
        local one = { name = "water", need = function() return 1 end,
                      supply = function() return 1 end,
                      unknown = { need = "refuse", supply = "refuse" } }
        for name, value in pairs(fields) do
            one[name] = value
        end
        return { resources = { one } }
    end
    fails("resource 'water': per must be", place, town(), resource { per = 0 })
    fails("resource 'water': an amount must be from 0", place, town(),
          resource { supply = function() return 1e300 end })
end

function test.a_front_and_other_plans_need_at_least_one()
    local placement = place(town())
    for _, steps in ipairs { 0, -1 } do
        fails("pareto: steps must be at least 1", placement.pareto, placement,
              { "wait", "left" }, steps)
    end
    fails("others: count must be at least 1", placement.others, placement, 0, 1)
    fails("others: apart must be at least 1", placement.others, placement, 2, 0)
    fails("the goal needs a term", place, town(), { terms = {} })
end

function test.a_pin_that_cannot_be_kept_says_why()
    fails("the pin of 'E1' to 'Near' cannot be kept: the script excludes it "
          .. "there", place, town(), { pins = { E1 = "Near" },
          exclude = { { enterprise = "E1", cluster = "Near" } } })
    local plan = town()
    local current = place(plan)
    plan:cluster "Near".state = "closing"
    fails("cannot be kept: the cluster closes", place, plan,
          { current = current, frozen = 2027 })
    assert(tostring(current:pin_costs()) == "Nothing is pinned.")
end

function test.pins_that_cannot_be_kept_can_be_an_answer()
    local plan = town()
    local options = { pins = { E1 = "Near", E2 = "Near", E6 = "Near" },
                      unsolved = "tell" }
    for _, mode in ipairs { "strict", "best" } do
        options.mode = mode
        local found = place(plan, options)
        assert(found.unsolved and #found.release == 1)
        local more = found.more[1][1]
        assert(more.resource == "land" and more.key == "Near"
            and math.abs(more.amount - 0.9) < 1e-9 and more.year == 2027)
        assert(tostring(found):find("to release: '" .. found.release[1],
                                    1, true))
    end
    -- what it says to release is enough, and so is what more there would be
    local found = place(plan, options)
    options.pins[found.release[1]] = nil
    assert(not place(plan, options).unsolved)
    options.pins = { E1 = "Near", E2 = "Near", E6 = "Near" }
    plan:cluster "Near".industrial_area = 3.9
    assert(not place(plan, options).unsolved)
end

function test.two_pins_are_released_where_one_is_not_enough()
    local plan = town()
    plan:cluster "Near".industrial_area = 1.5
    local options = { pins = { E1 = "Near", E2 = "Near", E5 = "Near" },
                      unsolved = "tell" }
    local found = place(plan, options)
    assert(#found.release == 2)
    for _, key in ipairs(found.release) do
        options.pins[key] = nil
    end
    assert(not place(plan, options).unsolved)
end

function test.a_limit_that_no_placement_keeps_names_the_least()
    local placement = place(town(), { pins = { E6 = { year = 2029 } },
        terms = { { name = "wait", kind = "wait", weight = 1,
                    value = function() return 1.5 end },
                  { name = "left", kind = "left", weight = 9 } } })
    fails("no placement has 'wait' at most 2; the least found is 3",
          placement.within, placement, "wait", 2)
    assert(placement:within("wait", 3).terms[1].total == 3)
end

function test.too_few_changes_name_the_fewest()
    local plan = town()
    local current = place(plan)
    plan:phase "Far/2".opens = 2030
    local few = place(plan, { current = current })
    fails("no placement has at most 0 changes against the plan in force; the "
          .. "fewest found are 1", place, plan,
          { current = current, most_changes = 0 })
    fails("the fewest found are 1", few.changes, few, 0)
end

-- Reasons

function test.why_says_all_of_one_who_is_placed_and_of_one_who_waits()
    local placement = place(town(), { mode = "strict",
                                      pins = { E1 = { year = 2028 } } })
    local why = placement:why "E1"
    assert(why:find("E1 is placed in Near in 2028; ", 1, true) == 1, why)
    assert(why:find("it is pinned", 1, true), why)
    local late
    for _, move in ipairs(placement.placed) do
        late = move.key ~= "E1" and move.year > 2027 and move.key or late
    end
    assert(placement:why(late):find "rather %a+ in 2027 %(better by ")
    local best = placement:why "E2"
    assert(best:find("nothing better can be had", 1, true), best)
    for _, move in ipairs(placement.waiting) do
        local text = placement:why(move.row)
        assert(text:find(move.key .. " waits: " .. move.reason, 1, true) == 1)
        for _, change in ipairs(move.changes) do
            assert(text:find(change.text, 1, true), text)
        end
    end
    assert(#placement.waiting > 0)
    fails("did you mean 'E1'?", placement.why, placement, "E11")
    fails("why: enterprise must be a row", placement.why, placement)
end

function test.the_next_best_is_told_with_its_loss()
    local plan = town()
    plan:cluster "Near".industrial_area = 30
    local placement = place(plan, { terms = {
        { name = "place", kind = "pair", weight = 1,
          value = function(_, cluster)
              return cluster.key == "Far" and 3 or 1
          end }, { name = "left", kind = "left", weight = 50 } } })
    local why = placement:why "E1"
    assert(placement.by_key.E1.other.loss == 2)
    assert(why:find("the next best is Far in %d+ %(worse by 2%)"), why)
end

function test.what_binds_and_what_would_help_are_of_one_place()
    local plan = town()
    plan:cluster "Near".trades_allowed = {}
    plan:add("trade", { key = "wood" })
    for row in plan:enterprises() do
        row.trade = "wood"
    end
    local placement = place(plan, { mode = "strict" })
    for _, move in ipairs(placement.waiting) do
        assert(move.change.kind == "land")
        assert(move.reason:find("^Far in %d+: land is short by"), move.reason)
    end
end

function test.what_would_help_keeps_the_limits_of_terms()
    local placement = place(town())
    local now = placement:within("wait", 0)
    for _, move in ipairs(now.waiting) do
        for _, change in ipairs(move.changes) do
            assert(change.year == 2027, change.text)
        end
    end
    assert(#now.waiting > 0)
end

function test.who_is_not_looked_at_learns_what_would_have_to_be_otherwise()
    local placement = place(town(), { exclude = { { enterprise = "E1" } },
        earliest = function(row) return row.key == "E2" and 2040 or nil end })
    assert(placement.by_key.E1.change.kind == "exclude")
    assert(placement.by_key.E2.change.kind == "early")
    assert(placement.by_key.E2.change.text:find "an earliest year of 2029")
end

function test.a_shared_supply_is_short_in_those_who_share_it()
    local placement = place(town(), { mode = "strict", resources = {
        { name = "workers", en = "workers", vi = "lao động", unit = "people",
          need = "workers", group = function(row) return row.unit end,
          supply = function() return 60 end,
          unknown = { need = "refuse", supply = "refuse" } } } })
    local found = false
    for _, move in ipairs(placement.waiting) do
        for _, change in ipairs(move.changes) do
            found = found or change.text:find("workers: ", 1, true) == 1
                and (change.text:find " people more in West from "
                     or change.text:find " people more in East from ")
        end
    end
    assert(found)
end

function test.who_moves_with_others_says_so()
    local placement = place(town(), { mode = "strict",
                                      together = { { "E1", "E6" } } })
    assert(placement.by_key.E1.reason:find("(together with E6)", 1, true))
end

function test.a_strict_order_that_costs_nothing_says_so()
    local plan = town()
    plan:cluster "Near".industrial_area = 30
    local text = tostring(place(plan, { mode = "strict" }):strictness())
    assert(text:find("Strict order costs nothing: none is proved better than "
                     .. "0; placed 6.", 1, true), text)
end

function test.a_gap_that_is_hardly_any_is_told_as_less_than_so_much()
    local gap = require "wording".gap
    assert(gap(0) == "0" and gap(1e-12) == "0" and gap(nil) == "–")
    assert(gap(6e-8) == "<0.001" and gap(2e-5) == "0.002")
    assert(gap(0.0123) == "1.2")
end

function test.money_is_worth_something_by_the_billion()
    local prices = place(town(), {
        budget = { [2027] = 300000000 }, unknown = with("cost", "refuse"),
    }):prices()
    local money = false
    for _, price in ipairs(prices) do
        money = money or price.resource == "budget"
    end
    assert(money and tostring(prices):find "billion VND")
end

return test
