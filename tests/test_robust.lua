-- How sure an order is, as a script asks it.

local test = {}

local function equal(got, wanted)
    if got ~= wanted then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local function near(got, wanted, slack)
    if not got or math.abs(got - wanted) > (slack or 1e-9) then
        error(("got %s, wanted %s"):format(tostring(got), tostring(wanted)), 2)
    end
end

local function fails(text, call, ...)
    local done, why = pcall(call, ...)
    if done or not tostring(why):find(text, 1, true) then
        error(("wanted '%s', got '%s'"):format(text, tostring(why)), 2)
    end
end

--- Worths from 0 to 1, one list for each row.
local function order_of(rows, weights, options, missing)
    local plan = ccn.new "Worths"
    for j = 1, #weights do
        plan:define("enterprise", { name = "x_c" .. j, kind = "number",
                                    unit = "", min = -1e9, max = 1e9,
                                    en = "C" .. j, vi = "C" .. j,
                                    doc = "test" })
    end
    for i, row in ipairs(rows) do
        local fields = { key = "E" .. i }
        for j = 1, #weights do
            fields["x_c" .. j] = row[j] or nil
        end
        plan:add("enterprise", fields)
    end
    local criteria = {}
    for j, weight in ipairs(weights) do
        criteria[j] = { name = "c" .. j, en = "C" .. j, vi = "C" .. j,
                        field = "x_c" .. j, weight = weight,
                        missing = missing or "refuse",
                        scale = not (options and options.normal)
                            and { from = 0, to = 1 } or nil }
    end
    return ccn.rank(plan:enterprises(), criteria, options)
end

--- Triantaphyllou and Sanchez 1997, Decision Sciences 28:151-194.
local WORTHS = {
    { 0.3088, 0.2897, 0.3867, 0.1922 }, { 0.2163, 0.3458, 0.1755, 0.6288 },
    { 0.4509, 0.2473, 0.1194, 0.0575 }, { 0.024, 0.1172, 0.3184, 0.1215 },
}
local WEIGHTS = { 0.3277, 0.3058, 0.2876, 0.079 }

function test.weights_have_the_published_intervals()
    local found = order_of(WORTHS, WEIGHTS):stability()
    equal(found.exact, true)
    near(found.c1.ranking.low, 0.0726981737248272)
    near(found.c1.ranking.high, 0.366825002187583)
    near(found[4].winner.low, 0)
    near(found[4].winner.high, 0.155231490793251)
    equal(table.concat(found.c4.winner.at_high, " "), "E1 E2")
    equal(found.c4.winner.at_low, nil)
    local described = found:table()
    near(described.rows[2][2], 100 * 0.3058 / 1.0001)
    equal(#described.rows, 4)
    equal(#described.columns, 9)
    assert(described.rows[4][9]:find("above: E2 before E1", 1, true))
    assert(tostring(found):find("C4", 1, true))
end

function test.intervals_of_topsis_say_that_they_are_searched()
    local found = order_of(WORTHS, WEIGHTS, { method = "topsis" }):stability()
    equal(found.exact, false)
    assert(tostring(found):find("Searched for on a grid", 1, true))
end

--- With the weights that dethrone, the two tie.
function test.the_weights_that_dethrone_make_a_tie()
    local order = order_of(WORTHS, WEIGHTS)
    local found = order:dethrone()
    equal(found.first, "E1")
    local weights = {}
    for j = 1, 4 do
        weights[j] = found.weights["c" .. j]
    end
    local after = order_of(WORTHS, weights)
    near(after:entry(found.who).score, after:entry(found.first).score)
    equal(after:rank_of(found.who), 1)
    local moved = 0
    for j = 1, 4 do
        moved = moved + math.abs(weights[j] - WEIGHTS[j]) / 2
    end
    near(moved, found.moved, 1e-4) -- the weights as published sum to 1.0001
end

function test.one_who_leads_everywhere_stays_first()
    local order = order_of({ { 0.9, 0.8 }, { 0.5, 0.3 } }, { 1, 1 })
    equal(order:dethrone().who, nil)
    assert(tostring(order:dethrone()):find("stays first whatever", 1, true))
    equal(order:dominated().E2, "E1")
    equal(#order_of({ { 1, 0 }, { 0, 1 } }, { 1, 1 }):dominated(), 0)
    fails("only of the weighted sum", function()
        order_of(WORTHS, WEIGHTS, { method = "topsis" }):dethrone()
    end)
end

--- Exact: areas of the triangle of weights.
function test.acceptability_is_exact_with_three_criteria()
    local order = order_of({ { 0.9, 0.2, 0.4 }, { 0.1, 0.8, 0.7 },
                             { 0.5, 0.5, 0.5 }, { 0.3, 0.9, 0.1 } },
                           { 1, 1, 1 })
    local found = order:acceptability()
    equal(found.exact, true)
    near(found.E1.first, 0.393823997784394)
    near(found.E3.shares[2], 0.596969696969697)
    near(found.E2.centre.c3, 0.496674890703356)
    equal(found.E3.centre, nil)
    equal(found.E1.error, 0)
    equal(found.E1.confidence, 1)
    equal(#found.by_rank.rows, 4)
    equal(#found.centres.rows, 3)
    assert(tostring(found):find("Calculated, not sampled", 1, true))
end

function test.constraints_bound_the_weights()
    local order = order_of({ { 0.8, 0.3, 0.3 }, { 0.2, 0.9, 0.2 },
                             { 0.3, 0.2, 0.95 }, { 0.45, 0.55, 0.5 },
                             { 0.7, 0.6, 0.1 } }, { 1, 1, 1 })
    local found = order:acceptability {
        constraints = { order = { "c2", "c1", "c3" } },
    }
    near(found.E2.first, 0.6675)
    near(found.E5.first, 0.289772727272727)
    near(found.E5.centre.c1, 0.394496434937611)
    local same = order:acceptability {
        constraints = { ratio = { { "c2", "c1" }, { "c1", "c3", 1 } } },
    }
    near(same.E2.first, 0.6675)
    local tight = order:acceptability {
        constraints = { share = { c3 = { 0.9, 1 } }, around = 3 },
    }
    near(tight.E3.first, 1)
    assert(tostring(tight):find("C3 from 0.9 to 1", 1, true))
end

local function random_rows(n, q)
    local rows = {}
    for i = 1, n do
        rows[i] = {}
        for j = 1, q do
            rows[i][j] = math.random()
        end
    end
    return rows
end

function test.samples_depend_on_the_seed_alone()
    local order = order_of(random_rows(30, 5), { 1, 2, 3, 4, 5 })
    local one = order:acceptability { samples = 3000, seed = 4 }
    local same = order:acceptability { samples = 3000, seed = 4 }
    local other = order:acceptability { samples = 3000, seed = 5 }
    local differ = false
    local sum = 0
    for k, entry in ipairs(one) do
        sum = sum + entry.first
        equal(entry.first, same[k].first)
        equal(entry.mean_rank, same[k].mean_rank)
        differ = differ or entry.mean_rank ~= other[k].mean_rank
        near(entry.error, math.sqrt(entry.first * (1 - entry.first) / 3000))
    end
    near(sum, 1)
    equal(differ, true)
    equal(one.exact, false)
end

function test.uncertain_values_are_drawn()
    local order = order_of({ { 0.5 }, { 0.4 } }, { 1 })
    local function first(value, options)
        options = options or {}
        options.samples, options.seed = 20000, 1
        options.uncertain = value and { c1 = { E2 = value } }
        return order:acceptability(options).E2.first
    end
    near(first { from = 0.2, to = 0.6 }, 0.25, 0.01)
    near(first { from = 0, likely = 0.4, to = 1 }, 0.25 / 0.6, 0.012)
    near(first { mean = 0.4, sd = 0.1 }, 0.158655, 0.009)
    near(first { values = { { 0.2, 0.3 }, { 0.9, 0.7 } } }, 0.7, 0.01)
    local by_function = order:acceptability {
        uncertain = { c1 = function(row)
            return row.key == "E2" and { from = 0.2, to = 0.6 } or nil
        end },
    }
    near(by_function.E2.first, 0.25, 0.015)
end

function test.what_is_not_known_is_drawn_where_asked()
    local rows = { { 0.5 }, {} }
    local interval = order_of(rows, { 1 }, nil, "interval")
    near(interval:entry("E2").score, 0.5)
    equal(interval:entry("E2").rank_high, 2)
    near(interval:acceptability().E2.first, 0.5, 0.016)
    local worst = order_of(rows, { 1 }, nil, "worst")
    near(worst:acceptability().E2.first, 0)
    near(worst:acceptability { unknown = "interval" }.E2.first, 0.5, 0.016)
end

function test.reversals_are_found_and_shown()
    local order = order_of({ { 10, 4 }, { 6, 9 }, { 0, 4.5 }, { 11, 0 } },
                           { 1, 1 }, { normal = "minmax" })
    local found = order:reversals()
    equal(found.trials, 6)
    for _, trial in ipairs(found) do
        assert(trial.turned > 0 or trial.first_changed)
    end
    assert(#found > 0 and #found:table().rows == #found)
    equal(#order_of(WORTHS, WEIGHTS):reversals(), 0)
end

function test.why_names_what_would_change_it()
    local order = order_of({ { 0.8, 0.5 }, { 0.4, 0.6 } }, { 1, 1 })
    local text = order:why("E1", "E2")
    assert(text:find("They would tie if 30 % of all weight moved from C1 to "
                     .. "C2.", 1, true))
    assert(text:find("E2 would draw level, or pass, with C1 0.7 instead of "
                     .. "0.4.", 1, true))
    local shifted = order_of({ { 0.8, 0.5 }, { 0.4, 0.6 } }, { 0.2, 0.8 })
    near(shifted[1].score, shifted[2].score)
    local raised = order_of({ { 0.8, 0.5 }, { 0.7, 0.6 } }, { 1, 1 })
    near(raised[1].score, raised[2].score)
end

function test.one_alone_and_none_at_all_are_no_trouble()
    local order = order_of({ { 0.5, 0.5 } }, { 1, 1 })
    for _, name in ipairs { "stability", "dethrone", "dominated", "reversals",
                            "acceptability" } do
        assert(#tostring(order[name](order)) > 0)
    end
    near(order:acceptability().E1.first, 1)
    local plan = ccn.new "Gate"
    plan:add("enterprise", { key = "E1", workers = 4 })
    local empty = ccn.rank(plan:enterprises(), {
        { name = "workers", field = "workers", weight = 1,
          scale = { from = 0, to = 10 }, missing = "worst" },
        gates = { { name = "large", field = "workers", least = 5,
                    unknown = "pass" } },
    })
    equal(#empty, 0)
    equal(empty.excluded[1].key, "E1")
    equal(#empty:stability()[1].name, 7)
    equal(empty:dethrone().who, nil)
    fails("no alternatives to rank", function()
        empty:acceptability()
    end)
end

function test.nonsense_is_named()
    local order = order_of(WORTHS, WEIGHTS)
    local function asks(text, options)
        fails(text, order.acceptability, order, options)
    end
    asks("no option 'sample'", { sample = 5 })
    asks("samples: a whole number above 0", { samples = 0 })
    asks("no constraint 'weights'", { constraints = { weights = 1 } })
    asks("there is no criterion 'c9'", { constraints = { order = { "c9" } } })
    asks("together they are at least 1.2", {
        constraints = { share = { c1 = { 0.6, 1 }, c2 = { 0.6, 1 } } } })
    asks("an uncertain value is", { uncertain = { c1 = { E1 = { 1, 2 } } } })
    asks("nothing is from 2 to 1", {
        uncertain = { c1 = { E1 = { from = 2, to = 1 } } } })
    asks("the chances sum to 0.5", {
        uncertain = { c1 = { E1 = { values = { { 1, 0.5 } } } } } })
    asks("unknown: 'stated' or 'interval'", { unknown = "even" })
    fails("at least 1", order.stability, order, { top = 0 })
end

return test
