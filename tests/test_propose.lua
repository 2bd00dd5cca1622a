--- From a trigger that has fired to alternatives: windows, least change, what
-- doing nothing costs, reasons and futures.

local test = {}

local function equal(got, wanted)
    if got ~= wanted then
        error(("%s, not %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local made = ccn.dofile "tests/town.lua"
local set, town, costly, propose = made.set, made.town, made.costly,
    made.propose

local function fails(words, call, ...)
    local good, why = pcall(call, ...)
    if good or not tostring(why):find(words, 1, true) then
        error(("wanted '%s', got %s"):format(words, tostring(why)), 2)
    end
end

function test.doing_nothing_leaves_out_who_has_no_land()
    local nothing = propose(town()):alternative "nothing"
    equal(#nothing.placement.placed, 2)
    equal(nothing.moves.E1.year, 2028)
    -- E1 waits 0 years and one 2; two are left out and count 5 each
    equal(nothing.value, 12)
end

function test.the_least_change_moves_only_who_must()
    local proposal = propose(town())
    local least = proposal:alternative "least"
    equal(#least.changes, 2)
    equal(#least.placement.placed, 4)
    equal(least.value, 7) -- 0 + 2 + 2 (Far) + 3
    equal(least.gap, 0)
    local gains, loses = proposal:touched(least)
    equal(table.concat(gains, " "), table.concat(loses, " "))
    equal(#gains, 2)
end

function test.nobody_is_moved_into_a_window_that_stays()
    local proposal = propose(town())
    for _, found in ipairs(proposal.alternatives) do
        for key, move in pairs(found.moves) do
            equal(move.year >= 2030, key ~= "E1")
        end
    end
    equal(proposal.fixed, 2029)
    equal(proposal.window, "published")
end

function test.an_action_that_names_the_published_window_opens_it()
    local plan = town()
    local proposal = propose(plan, { actions = { {
        id = "later", trigger = "slips", window = "published", en = "x",
        vi = "x", change = function(world)
            world:phase "Near/2".opens = 2030
        end } } })
    equal(proposal.fixed, 2028)
    -- two of the second wave move in 2029, a year earlier
    equal(proposal:alternative "free".value, 0 + 1 + 1 + 3)
end

function test.a_tax_above_the_gain_keeps_who_can_stay()
    local actions = { { id = "later", trigger = "slips", en = "x", vi = "x",
                        window = "published", change = function(world)
                            world:phase "Near/2".opens = 2030
                        end } }
    local dear = propose(town(), { actions = actions, tax = 3 })
    local cheap = propose(town(), { actions = actions, tax = 0.1 })
    equal(#dear:alternative "balanced".changes, 2)
    equal(#cheap:alternative "balanced".changes, 3)
end

function test.each_change_says_what_keeps_it_from_where_it_was()
    local proposal = propose(town())
    for _, change in ipairs(proposal:alternative "least".changes) do
        local why = proposal:why(change)
        assert(why:find("land is short by 0.5 ha", 1, true), why)
    end
    local text = require "propose.text".reason(
        proposal, proposal:alternative "least")
    assert(text:find("trigger slips, Near: land built 3 ha < 4 ha", 1, true))
    assert(text:find("by the reports o1", 1, true))
    assert(text:find("action later", 1, true))
end

function test.an_alternative_is_a_fork_of_what_was_observed()
    local plan = town()
    local least = propose(plan):alternative "least"
    equal(least.fork:phase "Near/2".opens, 2030)
    equal(plan:phase "Near/2".opens, 2027)
    local moves = 0
    for row in least.fork:enterprises() do
        local move = least.moves[row.key]
        equal(row.destination.key, move.cluster)
        equal(row.move_year, move.year)
        moves = moves + 1
    end
    equal(moves, 4)
end

local BN = 1000000000

function test.each_alternative_says_what_it_costs_by_year_and_source()
    local proposal = propose(costly(), { pays = function(item)
        return item.kind == "phase_cost" and item.year == 2030
            and { province = 5 * BN }
            or item.kind == "moving_cost" and "enterprise"
    end })
    local nothing = proposal:alternative "nothing".cost
    local least = proposal:alternative "least".cost
    -- two are placed by doing nothing, E1 and E2
    equal(nothing.known, 34 * BN + 1)
    equal(nothing.whole, true)
    equal(nothing.by_year[2028], 2 * BN)
    equal(nothing.by_year[2029], 15 * BN)
    equal(nothing.by_year[2030], 15 * BN + 1 + 2 * BN)
    equal(least.known, 36 * BN + 1)
    equal(least.whole, false)
    equal(table.concat(least.missing.moving_cost, " "), "E4")
    equal(least.by_source.province, 5 * BN)
    equal(least.by_source.enterprise, 6 * BN)
    equal(least.by_source[false], 25 * BN + 1)
    local sum = 0
    for _, amount in pairs(least.by_source) do
        sum = sum + amount
    end
    equal(sum, least.known)
    local text = tostring(proposal)
    assert(text:find("36 + ?", 1, true), text)
    assert(text:find("not known: the cost of moves, 1 of them (E4)", 1, true),
           text)
    assert(text:find("2 bn VND more as far as known", 1, true), text)
end

function test.a_large_sum_is_written_out()
    local plan = costly()
    plan:phase "Near/2".cost = 23456789 * BN // 1000
    local text = tostring(propose(plan))
    assert(text:find("known: 23461 bn VND", 1, true), text)
    assert(not text:find("e+", 1, true), text)
end

function test.a_cost_that_is_not_known_is_no_zero()
    local least = propose(town()):alternative "least".cost
    equal(least.known, 0)
    equal(next(least.by_year), nil)
    equal(#least.missing.moving_cost, 4)
    equal(table.concat(least.missing.phase_cost), "Near/2")
    assert(tostring(propose(town())):find("known: nothing", 1, true))
end

function test.other_costs_are_said_and_checked()
    local function costs(list)
        return propose(costly(), { costs = function() return list end })
    end
    local found = costs { { what = "survey", year = 2029, amount = 5,
                            source = "unit" }, { what = "road", year = 2030 } }
    local sum = found:alternative "nothing".cost
    equal(sum.by_source.unit, 5)
    equal(table.concat(sum.missing.other_cost), "road")
    fails("costs, entry 1", costs, { { what = "x", year = 2029,
                                       amount = 0.5 } })
    fails("at most what is left", propose, costly(),
          { pays = function() return { province = 99 * BN } end })
end

function test.money_of_the_plan_stands_beside_what_it_costs()
    local plan = costly()
    plan:add("budget", { key = "b1", cluster = "Near", amount = 7 * BN,
                         source = "province", status = "allotted",
                         year = 2026, year_to = 2030 })
    plan:add("budget", { key = "b2", cluster = "Near", amount = 9 * BN,
                         status = "need", year = 2026 })
    local text = tostring(propose(plan))
    assert(text:find("b1: 7 bn VND, 2026-2030, province, allotted", 1, true),
           text)
    assert(text:find("b2: 9 bn VND, 2026, source not known, need", 1, true),
           text)
end

function test.a_change_goes_back_to_what_fired_for_it()
    local plan = town()
    plan:add("cluster", { key = "Other", state = "operating",
                          industrial_area = 1, leased_area = 1 })
    plan:add("observation", {
        key = "o2", cluster = "Other", indicator = "industrial_land_built",
        value = 1, period = "2028-6m",
        received = ccn.observations.period "2028-6m".due["02"] })
    local proposal = propose(plan, { actions = { {
        id = "later", trigger = "slips", en = "x", vi = "x",
        change = function(world, entry)
            if entry.subject == "Near" then
                world:phase "Near/2".opens = 2030
            else
                world:cluster(entry.subject).note = "seen"
            end
        end } } })
    equal(#proposal.fired, 2)
    local least = proposal:alternative "least"
    for _, change in ipairs(least.changes) do
        local chain = proposal:chain(change)
        equal(chain.direct, true)
        equal(#chain.fired, 1)
        equal(table.concat(chain.observations), "o1")
        equal(chain.triggers[1] .. chain.actions[1], "slipslater")
        assert(chain.world[1] == "Near/2: Opening year 2027 → 2030")
        assert(chain.constraint:find("short by 0.5 ha", 1, true))
    end
    assert(tostring(proposal:diff "least"):find("move_year 2030 -> 2031", 1,
                                                true))
end

function test.who_is_left_out_by_doing_nothing_is_named()
    local proposal = propose(town())
    equal(table.concat(proposal:left_out(), " "), "E3 E4")
    assert(tostring(proposal):find("Left out when nothing is done: E3, E4", 1,
                                   true))
end

function test.rules_of_the_day_speak_of_the_clusters_that_are_moved_to()
    local plan = town()
    plan:cluster "Far".total_area, plan:cluster "Far".formed_on = 90,
        "2025-01-01"
    plan:cluster "Home".total_area, plan:cluster "Home".formed_on = 90,
        "2025-01-01"
    local proposal = propose(plan)
    local text = tostring(proposal)
    assert(text:find("Rules of 30 Jun 2028 find in Far: ", 1, true), text)
    assert(text:find("[N32-AREA-MAX]", 1, true), text)
    assert(not text:find("find in Home", 1, true), text)
    local reason = require "propose.text".reason
    local least = proposal:alternative "least"
    assert(reason(proposal, least):find("find in Far", 1, true))
    local nothing = proposal:alternative "nothing"
    assert(not reason(proposal, nothing):find("find in", 1, true))
end

function test.what_is_not_there_is_named()
    fails('must be "slips"', propose, town(), { actions = { {
        id = "a", trigger = "slip", en = "x", vi = "x",
        change = function() end } } })
    fails("needs change", propose, town(), { actions = { {
        id = "a", trigger = "slips", en = "x", vi = "x" } } })
    local proposal = propose(town())
    fails("there are: nothing, least, balanced, free", proposal.alternative,
          proposal, "fre")
end

function test.only_the_published_window_can_be_named()
    local function action(window)
        return { actions = { { id = "later", trigger = "slips", en = "x",
                               vi = "x", window = window,
                               change = function() end } } }
    end
    fails("published", propose, town(), action "closed")
    fails("before the closed one", propose, town(),
          { windows = { closed = 2029, published = 2028 } })
    fails("whole years", propose, town(), { windows = { published = 2028 } })
    fails("windws", propose, town(), { windws = {} })
end

function test.an_action_changes_no_move_that_stays()
    local function moving(key, year, window)
        return { actions = { { id = "later", trigger = "slips", en = "x",
                               vi = "x", window = window,
                               change = function(world)
                                   world:enterprise(key).move_year = year
                               end } } }
    end
    local words = "changes the move of E1, but moves until %d stay"
    fails(words:format(2029), propose, town(), moving("E1", 2031))
    fails(words:format(2029), propose, town(), moving("E1", nil))
    fails(words:format(2028), propose, town(),
          moving("E1", 2031, "published"))
    fails("changes the move of E2", propose, town(), moving("E2", 2029))
    fails("changes the move of E2", propose, town(),
          moving("E2", 2028, "published"))
    assert(propose(town(), moving("E2", 2029, "published")))
    assert(propose(town(), moving("E2", 2031)))
end

function test.the_closed_window_stays_though_the_published_one_is_named()
    local proposal = propose(town(), { actions = { {
        id = "later", trigger = "slips", window = "published", en = "x",
        vi = "x", change = function(world)
            world:phase "Near/2".opens = 2030
        end } } })
    for _, found in ipairs(proposal.alternatives) do
        equal(found.moves.E1.year, 2028)
        equal(found.moves.E1.cluster, "Near")
        for key, move in pairs(found.moves) do
            assert(key == "E1" or move.year > 2028, key)
        end
    end
end

function test.without_a_firing_there_is_no_proposal()
    fails("no trigger with an action has fired", propose, town(4))
    fails("no trigger with an action has fired", propose, town(),
          { actions = {} })
    fails("needs the option 'tax'", ccn.propose, town(), {
        triggers = set, from = "2028-6m", to = "2028-6m", actions = {},
        order = print, place = {}, windows = {} })
end

function test.a_fixed_move_that_has_no_land_is_named()
    local plan = town()
    plan:cluster "Near".leased_area = 3
    plan:cluster "Far".leased_area = 3
    local proposal = propose(plan)
    assert(proposal.infeasible:find("E1", 1, true), proposal.infeasible)
    assert(proposal.infeasible:find("0.5 ha more land in Near", 1, true))
    assert(not proposal.infeasible:find(".lua", 1, true))
    equal(#proposal.alternatives, 1)
    assert(tostring(proposal):find("Nothing feasible", 1, true))
end

function test.a_fault_of_the_script_is_not_taken_for_nothing_feasible()
    local plan, seen = town(), 0
    for i = 1, 4 do
        plan:enterprise("E" .. i).move_year = 2030
    end
    fails("my own fault", propose, plan, { place = {
        years = { 2028, 2031 }, solver = "exact",
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" },
        -- doing nothing is placed first, then the alternatives are
        capacity = function(cluster, year)
            seen = seen + (cluster.key == "Near" and year == 2028 and 1 or 0)
            return seen < 2 and 1 or error("my own fault", 0)
        end } })
end

function test.futures_show_how_often_it_beats_doing_nothing()
    local proposal = propose(town(), { futures = {
        name = "test propose", n = 3, design = "factorial", factors = {
            opens = { values = { 2029, 2030, 2031 },
                      field = { "phase", "Near/2", "opens" } } } } })
    local least = proposal:alternative "least"
    equal(proposal.futures.n, 3)
    -- opens 2029: all in 2030 (value 6) against 7; 2030: 12 against 7;
    -- 2031: 12 against 0 + 2 + 2 + 5
    equal(least.beats, 2 / 3)
    equal(least.regret, 1)
    equal(proposal:alternative "nothing".regret, 5)
end

return test
