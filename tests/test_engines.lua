-- Ranking and placing as a script sees them.

local test = {}

--- A cluster that closes with five establishments, one with 2 ha free, one
-- whose free land is not cleared, one nothing is known of.
local function town()
    local plan = ccn.new "Town"
    plan:add("trade", { key = "wood" })
    plan:add("trade", { key = "steel", risk = "high" })
    plan:add("cluster", { key = "Home", state = "closing" })
    plan:add("cluster", { key = "Near", state = "operating",
                          industrial_area = 20, reported_fill = 90 })
    plan:add("cluster", { key = "Raw", state = "operating", uncleared = true,
                          industrial_area = 10, reported_fill = 50 })
    plan:add("cluster", { key = "Dark", state = "operating" })
    for i, land in ipairs { 1, 0.9, 0.5, 0.4 } do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 land_held = land, workers = 10 * i,
                                 trade = "wood", plan = "move" })
    end
    plan:add("enterprise", { key = "E5", cluster = "Home", workers = 50 })
    return plan
end

local WORKERS = { name = "workers", en = "Workers", vi = "Lao động",
                  field = "workers", weight = 1, missing = "worst",
                  scale = { from = 100, to = 0 }, ground = "test" }

local function by_workers(plan)
    return ccn.rank(plan:enterprises(), { WORKERS })
end

local function place(plan, options, order)
    local all = { years = { 2027, 2029 }, mode = "strict",
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } }
    for key, value in pairs(options or {}) do
        all[key] = value
    end
    return ccn.place(plan, order or by_workers(plan), all)
end

--- Who went where and when, as one text.
local function moves(placement)
    local list = {}
    for i, move in ipairs(placement) do
        local cluster = move.cluster and tostring(move.cluster):match " (.*)"
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

local function near(got, wanted)
    if math.abs(got - wanted) > 1e-12 then
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

local function has(text, part)
    if not tostring(text):find(part, 1, true) then
        error(("'%s' is not in: %s"):format(part, tostring(text)), 2)
    end
end

-- Ranking

function test.the_order_can_be_gone_through()
    local keys = {}
    for entry in by_workers(town()) do
        keys[#keys + 1] = entry.rank .. entry.key
    end
    equal(table.concat(keys, " "), "1E1 2E2 3E3 4E4 5E5")
end

function test.contributions_add_up_to_the_score()
    local plan = town()
    local order = ccn.rank(plan:enterprises(), {
        WORKERS,
        { name = "land", field = "land_held", weight = 3, normal = "minmax",
          missing = "leave out" },
        { name = "trade", weight = 0.5, missing = "best",
          value = function(row) return row.trade end,
          scale = { values = { wood = 2, steel = 1 } } },
    })
    for entry in order do
        local sum = 0
        for _, part in pairs(entry.contributions) do
            sum = sum + part
        end
        near(sum, entry.score)
    end
end

function test.every_kind_of_scale_gives_its_points()
    local plan = town()
    local function score(scale)
        return ccn.rank(plan:enterprises(), {
            { name = "x", field = "workers", weight = 7, missing = "refuse",
              scale = scale },
        }):entry("E3").score
    end
    near(score { from = 0, to = 60 }, 0.5)
    near(score { from = 60, to = 0 }, 0.5)
    near(score { points = { { 0, 0 }, { 20, 4 }, { 40, 5 } } }, 0.9)
    near(score { bands = { { 24, 4 }, { 36, 2 } }, above = 0 }, 0.5)
    near(score { all = 30 }, 1)
    near(score { all = 31 }, 0)
    near(score { deduct = 0.1, out_of = 10 }, 0.7)
end

function test.an_unknown_value_needs_a_policy()
    fails("say what an unknown value counts as", ccn.rank,
          town():enterprises(),
          { { name = "x", field = "workers", weight = 1,
              scale = { from = 0, to = 1 } } })
    fails("criterion 'x', alternative 'E5': the value is not known", ccn.rank,
          town():enterprises(),
          { { name = "x", field = "land_held", weight = 1, missing = "refuse",
              scale = { from = 0, to = 1 } } })
end

function test.what_is_misspelt_is_an_error()
    local plan = town()
    fails("there is no option 'wieght'", ccn.rank, plan:enterprises(),
          { { name = "x", field = "workers", wieght = 1 } })
    fails("'wood' is not on its scale", ccn.rank, plan:enterprises(),
          { { name = "x", field = "trade", weight = 1, missing = "worst",
              scale = { values = { timber = 1 } } } })
    fails("no method 'magic'", ccn.rank, plan:enterprises(), { WORKERS },
          { method = "magic" })
end

function test.a_gate_keeps_out_and_says_why()
    local order = ccn.rank(town():enterprises(), {
        WORKERS,
        gates = { { name = "plan", en = "it does not move",
                    vi = "không di dời", field = "plan",
                    values = { move = true }, unknown = "exclude" } },
    })
    equal(#order, 4)
    local rank, gate = order:rank_of "E5"
    equal(rank, nil)
    equal(gate, "plan")
    has(order:why("E1", "E5"), "E5")
end

function test.why_names_the_difference_and_what_would_turn_it()
    local plan = town()
    plan:enterprise "E2".workers = 10
    local order = ccn.rank(plan:enterprises():where { plan = "move" }, {
        WORKERS,
        { name = "land", field = "land_held", weight = 1, missing = "refuse",
          scale = { from = 0, to = 1 } },
    })
    local text = order:why("E2", "E1")
    has(text, "E1")
    has(text, "0.050")
    -- E1 leads E3 by land 0.25 and workers 0.10
    has(order:why("E1", "E3"), "0.350")
end

--- The engine takes the columns of the plan; a function takes the same values
-- one by one.
function test.a_field_ranks_as_its_values_do()
    local plan = town()
    plan:remove(plan:add("enterprise", { key = "gone", workers = 9 }))
    local function criteria(asked)
        local list = {
            { name = "workers", weight = 2, missing = "worst",
              scale = { from = 0, to = 100 } },
            { name = "type", weight = 1, missing = "leave out",
              scale = { values = { polluting = 2, new = 1 }, other = 0 } },
            gates = { { name = "plan", values = { move = true, stop = true },
                        unknown = "pass" } },
        }
        for _, thing in ipairs { list[1], list[2], list.gates[1] } do
            local field = thing.name
            thing.field = not asked and field or nil
            thing.value = asked and function(row) return row[field] end or nil
        end
        return list
    end
    local some = plan:enterprises():where(function(row)
        return row.key ~= "E2"
    end)
    for _, rows in ipairs { plan:enterprises(), some } do
        local one = ccn.rank(rows, criteria(false))
        local other = ccn.rank(rows, criteria(true))
        equal(#one, #other)
        equal(#one.excluded, #other.excluded)
        for i, entry in ipairs(one) do
            equal(entry.key, other[i].key)
            equal(entry.row, other[i].row)
            equal(entry.score, other[i].score)
            equal(entry.values.type, other[i].values.type)
            equal(entry.contributions.type, other[i].contributions.type)
        end
    end
end

function test.an_order_keeps_the_values_it_was_made_of()
    local plan = town()
    local order = ccn.rank(plan:enterprises(), { WORKERS })
    local first = order[1].key
    plan:enterprise(first).workers = 0
    equal(order:entry(first).values.workers ~= 0, true)
    equal(order:rank_of(first), 1)
    near(order[1].score, order[1].contributions.workers)
end

function test.a_tie_is_shown_and_goes_by_key()
    local plan = town()
    plan:enterprise "E2".workers = 10
    local order = by_workers(plan)
    equal(order[1].key, "E1")
    equal(order[2].key, "E2")
    equal(order[2].rank, 1)
    equal(order[1].tie, true)
    equal(order[3].rank, 3)
    has(order, "1=")
end

function test.topsis_says_that_it_takes_its_bounds_from_the_data()
    local order = ccn.rank(town():enterprises(), {
        { name = "workers", field = "workers", weight = 1, lower = true,
          missing = "refuse" },
    }, { method = "topsis", normal = "vector" })
    equal(order[1].key, "E1")
    near(order[1].score, 1)
    near(order[5].score, 0)
    equal(order.from_data, true)
end

function test.the_draft_for_relocation_names_the_ground_of_everything()
    local criteria = require "criteria.relocation"
    has(criteria.status.en, "draft")
    for _, criterion in ipairs(criteria) do
        assert(criterion.ground and criterion.missing and criterion.weight)
        assert(criterion.en and criterion.vi)
    end
    local order = ccn.rank(town():enterprises(), criteria)
    equal(#order, 5)
end

function test.the_tests_of_binh_duong_are_for_outside_clusters_only()
    local plan = town()
    plan:add("enterprise", { key = "Out", trade = "steel" })
    plan:enterprise "E1".trade = "steel"
    local order = ccn.rank(plan:enterprises(), require "criteria.relocation")
    equal(order:entry("Out").values.tests, "met")
    equal(order:entry("E1").values.tests, "inside")
    equal(order:entry("E1").contributions.tests, 0)
end

-- Placing

function test.the_free_land_of_the_record_is_a_ceiling()
    equal(moves(place(town())), "E1=Near/2027 E2=Near/2027 E3=- E4=- E5=-")
end

function test.uncleared_land_is_offered_only_by_the_script()
    local plan = town()
    has(place(plan):why_not("E3", "Raw"), "5 ha free there are not offered")
    equal(moves(place(plan, { uncleared = "offer" })),
          "E1=Near/2027 E2=Near/2027 E3=Raw/2027 E4=Raw/2027 E5=-")
end

function test.land_opened_in_a_year_serves_from_the_next()
    local plan = town()
    plan:add("phase", { key = "Near/2", cluster = "Near", opens = 2027,
                        industrial_area = 0.5, state = "proposed" })
    equal(moves(place(plan)),
          "E1=Near/2027 E2=Near/2027 E3=Near/2028 E4=- E5=-")
    plan:phase "Near/2".state = "open"
    equal(moves(place(plan)), "E1=Near/2027 E2=Near/2027 E3=- E4=- E5=-")
end

function test.no_unknown_has_a_default()
    local plan = town()
    for _, kind in ipairs { "land", "capacity", "trade" } do
        local unknown = { land = "leave out", capacity = "leave out",
                          trade = "allow" }
        unknown[kind] = nil
        fails("unknown." .. kind, place, plan, { unknown = unknown })
    end
    fails("unknown.cost", place, plan, { budget = { [2027] = 5 } })
end

function test.a_policy_refuses_leaves_out_or_assumes()
    local plan = town()
    local function with(land, capacity)
        return moves(place(plan, { unknown = { land = land, trade = "allow",
                                               capacity = capacity } }))
    end
    fails("E5: ", with, "refuse", "leave out")
    fails("Dark: ", with, "leave out", "refuse")
    equal(with({ assume = 0.1 }, "leave out"),
          "E1=Near/2027 E2=Near/2027 E3=- E4=- E5=Near/2027")
    equal(with("leave out", { assume = 0.45 }),
          "E1=Near/2027 E2=Near/2027 E3=- E4=Dark/2027 E5=-")
end

function test.a_trade_that_is_not_allowed_stays_out()
    local plan = town()
    plan:cluster "Near".trades_allowed = { "steel" }
    equal(moves(place(plan)), "E1=- E2=- E3=- E4=- E5=-")
    has(place(plan):why_not("E1", "Near"), "its trade is not allowed there")
end

function test.what_binds_is_said_of_where_the_change_would_make_room()
    local plan = town()
    plan:cluster "Near".trades_allowed = { "steel" }
    local placement = place(plan)
    local first = placement[1]
    equal(first.change.cluster.key, "Raw")
    equal(first.reason, placement:why_not("E1", "Raw"))
end

function test.who_waits_learns_what_would_place_it()
    local placement = place(town())
    local move = placement[3]
    equal(move.change.kind, "land")
    near(move.change.amount, 0.4)
    equal(move.change.year, 2027)
    local plan = town()
    local wider = place(plan, { capacity = function(cluster)
        return cluster == plan:cluster "Near" and 2.4 or nil
    end })
    equal(wider[3].year, 2027)
    equal(placement[5].change.kind, "know")
end

function test.money_of_a_year_limits_its_moves()
    local options = {
        budget = { [2027] = 100, [2029] = 100 },
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow", cost = "refuse" },
        cost = function() return 100 end,
    }
    equal(moves(place(town(), options)),
          "E1=Near/2027 E2=Near/2029 E3=- E4=- E5=-")
end

function test.a_rule_on_wastewater_shuts_a_cluster_by_year()
    equal(moves(place(town(), { wastewater = function(_, year)
        return year > 2027
    end })), "E1=Near/2028 E2=Near/2028 E3=- E4=- E5=-")
end

function test.pins_hold_and_contradictions_are_named()
    local plan = town()
    equal(moves(place(plan, { pins = { E4 = { cluster = "Near",
                                              year = 2028 } } })),
          "E1=Near/2027 E2=- E3=Near/2027 E4=Near/2028 E5=-")
    fails("'E4'", place, plan, { pins = { { enterprise = "E4",
        cluster = "Near" }, { enterprise = "E4", cluster = "Raw" } } })
    fails("'E4'", place, plan, { pins = { E4 = "Home" } })
    fails("'E9'", place, plan, { pins = { E9 = "Near" } })
    equal(moves(place(plan, { exclude = { { enterprise = "E1" },
        { enterprise = "E2", cluster = "Near" } } })),
          "E1=- E2=- E3=Near/2027 E4=Near/2027 E5=-")
end

--- Strict order takes the first two; two small ones and the first fill more.
function test.the_best_total_is_proved_and_never_worse()
    local plan = town()
    plan:cluster "Near".reported_fill = 90.5
    local terms = { { name = "left out", kind = "left", weight = 1 } }
    local strict = place(plan, { terms = terms })
    local best = place(plan, { terms = terms, mode = "best" })
    equal(strict.total, 3)
    equal(best.total, 2)
    equal(best.bound, 2)
    equal(#best.placed, 3)
end

function test.a_placement_is_written_into_the_plan()
    local plan = town()
    place(plan):apply(plan)
    equal(plan:enterprise "E1".destination, plan:cluster "Near")
    equal(plan:enterprise "E1".move_year, 2027)
    equal(plan:enterprise "E3".destination, nil)
end

function test.the_order_of_one_fork_serves_another()
    local plan = town()
    local order, fork = by_workers(plan), plan:fork "Less"
    fork:cluster "Near".reported_fill = 95
    equal(moves(place(fork, {}, order)), "E1=Near/2027 E2=- E3=- E4=- E5=-")
    equal(moves(place(plan, {}, order)),
          "E1=Near/2027 E2=Near/2027 E3=- E4=- E5=-")
end

function test.who_is_not_ranked_is_not_placed_but_named()
    local plan = town()
    local order = ccn.rank(plan:enterprises(), {
        WORKERS,
        gates = { { name = "plan", en = "it stays", vi = "ở lại",
                    field = "plan", values = { move = true },
                    unknown = "exclude" } },
    })
    local placement = place(plan, {}, order)
    equal(#placement, 4)
    equal(placement.excluded[1].key, "E5")
    has(placement, "E5: it stays")
end

function test.a_placement_prints_what_it_assumes()
    local text = tostring(place(town()))
    has(text, "E1")
    has(text, "1.90000")
    has(text, "free land: unknown is left out (1)")
    fails("mode", place, town(), { mode = "magic" })
    fails("'colour'", place, town(), { colour = "red" })
    fails("years", place, town(), { years = 2027 })
end

return test
