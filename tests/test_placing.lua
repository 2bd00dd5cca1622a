-- What a script can ask of placing beyond land, money and trades.

local test = {}

--- Two clusters with 2 ha and 20 and 50 m³/day of water, four who want 0.5 ha
-- each and 10, 20, 30, 40 m³/day.
local function town()
    local plan = ccn.new "Town"
    plan:add("unit", { key = "U" })
    plan:add("cluster", { key = "Home", state = "closing" })
    for key, water in pairs { Near = 20, Wide = 50 } do
        plan:add("cluster", { key = key, state = "operating", unit = "U",
                              industrial_area = 2, leased_area = 0,
                              water_capacity = water })
    end
    for i = 1, 4 do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 water = 10 * i, land_held = 0.5 })
    end
    return plan
end

local function place(plan, options)
    local all = { years = { 2027, 2029 }, mode = "strict",
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow", distance = "leave out" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, plan:enterprises(), all)
end

--- Who went where and when, as one text.
local function moves(placement)
    local list = {}
    for i, move in ipairs(placement) do
        local cluster = move.cluster and move.cluster.key
        list[i] = move.key .. "=" .. (cluster and cluster .. "/" .. move.year
            or "-")
    end
    return table.concat(list, " ")
end

local function equal(got, wanted)
    if got ~= wanted then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local function has(text, part)
    if not tostring(text):find(part, 1, true) then
        error(("'%s' is not in: %s"):format(part, tostring(text)), 2)
    end
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    if done or not tostring(got):find(message, 1, true) then
        error(("wanted the error '%s', got %s"):format(message,
                                                      tostring(got)), 2)
    end
end

local function water(change)
    local resource = {
        name = "water", en = "water", vi = "nước", unit = "m³/day",
        need = "water",
        supply = function(cluster) return cluster.water_capacity end,
        unknown = { need = "leave out", supply = "leave out" },
    }
    for key, value in pairs(change or {}) do
        resource[key] = value
    end
    return { resource }
end

-- Resources

function test.a_resource_of_the_script_limits_like_land()
    local placement = place(town(), { resources = water() })
    equal(moves(placement), "E1=Near/2027 E2=Wide/2027 E3=Wide/2027 E4=-")
    has(placement.waiting[1].reason, "water: short by 30 m³/day")
    equal(placement.waiting[1].change.kind, "water")
    equal(placement.waiting[1].change.amount, 30)
end

function test.clusters_of_a_group_share_a_supply()
    local placement = place(town(), { resources = water {
        group = function(cluster) return cluster.unit end,
        supply = function(unit) return unit.key == "U" and 60 end,
    } })
    equal(moves(placement),
          "E1=Near/2027 E2=Near/2027 E3=Near/2027 E4=-")
end

function test.a_cluster_without_a_group_is_not_limited()
    local placement = place(town(), { resources = water {
        group = function(cluster)
            return cluster.key == "Near" and "town" or nil
        end,
        supply = function() return 15 end,
    } })
    equal(moves(placement),
          "E1=Near/2027 E2=Wide/2027 E3=Wide/2027 E4=Wide/2027")
end

function test.what_is_spent_comes_in_every_year()
    local placement = place(town(), { resources = water {
        kind = "spent", group = function() return "all" end,
        supply = function() return 40 end,
    } })
    equal(moves(placement),
          "E1=Near/2027 E2=Near/2027 E3=Near/2028 E4=Near/2029")
end

function test.a_resource_without_a_policy_is_refused()
    fails("unknown.water must be stated", place, town(),
          { resources = water { unknown = {} } })
    fails("resource 'water': an amount must be from 0", place, town(),
          { resources = water { supply = function() return -3 end } })
    fails("needs need and supply", place, town(),
          { resources = { { name = "water" } } })
    fails("kind must be \"held\", \"spent\" or \"carried\"", place, town(),
          { resources = water { kind = "kept" } })
    fails("needs a name of its own", place, town(),
          { resources = water { name = "land" } })
end

function test.a_share_is_kept_for_its_class()
    local placement = place(town(), { reserve = { {
        name = "small", en = "small firms", vi = "doanh nghiệp nhỏ",
        share = 0.5, article = "Art. 1",
        member = function(row) return row.key == "E4" end,
    } } })
    equal(moves(placement),
          "E1=Near/2027 E2=Near/2027 E3=Wide/2027 E4=Near/2027")
    has(placement, "kept for small firms: 50 % of the land offered (Art. 1)")
    fails("the article it rests on", place, town(), { reserve = { {
        name = "small", share = 0.5, member = function() return true end,
    } } })
end

-- Company

function test.those_together_move_to_one_place_or_wait()
    local plan = town()
    local both = { { "E1", "E4" } }
    equal(moves(place(plan, { together = both, resources = water() })),
          "E1=Wide/2027 E2=Near/2027 E3=- E4=Wide/2027")
    plan:enterprise "E4".land_held = 1.7
    local placement = place(plan, { together = both })
    equal(moves(placement), "E1=- E2=Near/2027 E3=Near/2027 E4=-")
    has(placement.waiting[1].change.text, "0.2 ha more land in Wide")
    fails("'E1' is in two groups", place, plan,
          { together = { { "E1", "E2" }, { "E1", "E3" } } })
    fails("moves with 'E2', which is pinned elsewhere", place, plan,
          { together = { { "E1", "E2" } },
            pins = { E1 = "Near", E2 = "Wide" } })
    fails("to move with 'E2' and to be apart from it", place, plan,
          { together = { { "E1", "E2" } }, apart = { { "E1", "E2" } } })
end

function test.those_apart_are_never_in_one_cluster()
    local placement = place(town(), { apart = { { "E1", "E2", "E3" } } })
    equal(moves(placement),
          "E1=Near/2027 E2=Wide/2027 E3=- E4=Near/2027")
    has(placement.waiting[1].reason, "one it must be apart from is there")
    equal(placement.waiting[1].change.kind, "apart")
end

function test.a_safety_distance_bars_by_its_article()
    local rule = { least = function(row)
        return row.key == "E1" and 2 or nil
    end, distance = function(_, cluster)
        return cluster.key == "Near" and 1.9 or 2
    end, article = "Art. 2" }
    local placement = place(town(), { safety = { rule } })
    equal(placement[1].cluster.key, "Wide")
    has(placement:why_not("E1", "Near"), "nearer than the safety distance")
    has(placement, "safety distance by Art. 2")
    rule.article = nil
    fails("the article it rests on", place, town(), { safety = { rule } })
end

-- Terms

function test.distances_come_from_points_or_a_table()
    local plan = town()
    plan:cluster "Near".shape = "POINT (104.9 21.9)"
    plan:cluster "Wide".shape = "POINT (104.9 21.7)"
    for i = 1, 4 do
        plan:enterprise("E" .. i).shape = "POINT (104.9 21.7)"
    end
    local far = { name = "far", kind = "distance", weight = 1 }
    local placement = place(plan, { terms = { far } })
    equal(placement[1].cluster.key, "Wide")
    equal(placement.terms[1].total, 0)
    equal(placement.terms[1].unit, "km")
    far.value = { E1 = { Near = 3, Wide = 4 } }
    placement = place(plan, { terms = { far } })
    equal(moves(placement), "E1=Near/2027 E2=- E3=- E4=-")
    has(placement.waiting[1].reason, "the distance is not known")
    equal(placement.placed[1].other.loss, 1)
    equal(placement.placed[1].other.cluster.key, "Wide")
end

function test.a_distance_that_is_missing_needs_a_policy()
    fails("unknown.distance must be stated", place, town(), {
        terms = { { name = "far", kind = "distance", weight = 1 } },
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
end

function test.the_cost_of_moving_is_a_term()
    local plan = town()
    for i = 1, 4 do
        plan:enterprise("E" .. i).moving_cost = 1000000 * i
    end
    local placement = place(plan, { terms = {
        { name = "money", kind = "cost", weight = 1 } } })
    equal(placement.terms[1].total, 10000000)
    equal(placement.terms[1].unit, "VND")
end

-- The plan in force

function test.a_change_against_the_plan_in_force_costs()
    local plan = town()
    local first = place(plan, { pins = { E1 = { cluster = "Wide",
                                                year = 2028 } } })
    local again = place(plan, { current = first, change = 9 })
    equal(moves(again), moves(first))
    equal(#again.changed, 0)
    local free = place(plan, { current = first })
    equal(#free.changed, 1)
    equal(free.changed[1].key, "E1")
    has(free, "Changed against the plan in force: 1.")
end

function test.a_small_case_ends_by_steps_alone_a_large_one_in_half_a_minute()
    local plan = town()
    local small = place(plan).job.problem
    assert(small.steps == 20000 and small.seconds == nil)
    for i = 1, 100 do
        plan:add("enterprise", { key = "M" .. i, cluster = "Home" })
    end
    local middling = place(plan).job.problem
    assert(middling.steps == 4000 and middling.seconds == nil)
    for i = 1, 4901 do
        plan:add("enterprise", { key = "L" .. i, cluster = "Home" })
    end
    for i = 1, 2 do
        plan:add("cluster", { key = "C" .. i, state = "operating" })
    end
    local large = place(plan).job.problem
    assert(#large.enterprises * #large.clusters > 20000)
    assert(large.steps == 4000 and large.seconds == 30)
    local stated = place(plan, { steps = 7 }).job.problem
    assert(stated.steps == 7 and stated.seconds == nil)
end

function test.a_frozen_year_keeps_its_moves()
    local plan = town()
    local current = { E1 = { cluster = "Wide", year = 2027 },
                      E2 = { cluster = "Wide", year = 2028 } }
    equal(moves(place(plan, { current = current, frozen = 2027 })),
          "E1=Wide/2027 E2=Near/2027 E3=Near/2027 E4=Near/2027")
    fails("needs current", place, plan, { frozen = 2027 })
end

function test.the_plan_itself_can_be_in_force()
    local plan = town()
    place(plan, { pins = { E1 = "Wide" } }):apply(plan)
    local again = place(plan, { current = "plan", change = 9 })
    equal(#again.changed, 0)
    equal(again[1].cluster.key, "Wide")
end

-- Pins

function test.pins_that_contradict_name_the_fewest_to_release()
    local plan = town()
    plan:enterprise "E2".land_held = 1.9
    fails("to release: 'E2'", place, plan,
          { pins = { E1 = "Near", E2 = "Near", E3 = "Near" } })
end

return test
