--- Weights from scripts.  The published cases are in test_methods.lua and
-- test_weights.c.

local weights = ccn.weights
local tests = {}

local function near(got, expected)
    assert(math.abs(got - expected) < 1e-9,
           ("%.15g instead of %.15g"):format(got, expected))
end

local function refused(words, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "it was taken")
    assert(message:find(words, 1, true), message)
end

function tests.points_become_shares()
    local found = weights.direct { { "b", 30 }, { "a", 10 } }
    near(found.weights.b, 0.75)
    assert(found.names[1] == "b", "the order of the list is kept")
    near(weights.swing { a = 100, b = 25 }.weights.b, 0.2)
    near(weights.smart { a = 10, b = 40 }.weights.b, 0.8)
end

function tests.an_order_becomes_weights_and_ties_share()
    local found = weights.order { "a", { "b", "c" } }
    near(found.weights.a, 11 / 18)
    near(found.weights.b, 7 / 36)
    near(found.weights.b, found.weights.c)
    near(weights.order({ "a", "b" }, "rank_sum").weights.a, 2 / 3)
    near(weights.order({ "a", "b" }, "rank_reciprocal").weights.a, 2 / 3)
end

local JUDGED = { { "a", "b", 2 }, { "a", "c", 6 }, { "b", "c", 3 } }

function tests.consistent_judgements_give_their_ratios()
    for _, priority in ipairs { "eigenvector", "geometric" } do
        local found = weights.ahp { judgements = JUDGED, priority = priority }
        near(found.weights.a, 0.6)
        near(found.weights.c, 0.1)
        near(found.cr, 0)
    end
end

function tests.a_pair_may_be_missing_and_that_is_said()
    local found = weights.ahp { judgements = { JUDGED[1], JUDGED[3] } }
    near(found.weights.a, 0.6)
    assert(found.missing == 1)
    assert(tostring(found):find("Pairs that were not judged: 1", 1, true))
end

function tests.contradictions_are_named()
    local found = weights.ahp { judgements = {
        { "a", "b", 2 }, { "a", "c", 9 }, { "a", "d", 1 / 4 },
        { "b", "c", 2 }, { "b", "d", 1 }, { "c", "d", 1 / 2 },
    } }
    local text = tostring(found)
    assert(found.cr > 0.1)
    assert(text:find("a against d is judged 0.25; the weights say 0.767", 1,
                     true), text)
    assert(text:find("contradict each other most: a, c, d", 1, true), text)
end

function tests.the_random_index_can_be_named()
    local judged = { { "a", "b", 3 }, { "a", "c", 3 }, { "b", "c", 3 } }
    local one = weights.ahp { judgements = judged }
    local other = weights.ahp { judgements = judged, index = "saaty" }
    near(one.cr * 0.5245, other.cr * 0.58)
end

function tests.best_and_worst_give_weights()
    local found = weights.best_worst {
        best = "b", worst = "e",
        best_over = { a = 2, c = 4, d = 2, e = 8 },
        over_worst = { a = 4, b = 8, c = 2, d = 4 },
    }
    near(found.weights.b, 8 / 19)
    near(found.weights.e, 1 / 19)
    near(found.xi, 0)
end

local function order()
    local plan = ccn.new "Town"
    for i, workers in ipairs { 10, 40, 90, 20 } do
        plan:add("enterprise", { key = "E" .. i, workers = workers,
                                 land_held = i / 10 })
    end
    return ccn.rank(plan:enterprises(), {
        name = "test",
        { name = "workers", field = "workers", weight = 1, missing = "refuse",
          scale = { from = 0, to = 100 }, ground = "ours" },
        { name = "land", field = "land_held", weight = 3, missing = "refuse",
          scale = { from = 1, to = 0 } },
    })
end

function tests.data_weigh_what_the_values_are_worth()
    local made = order()
    local found = weights.data(made, "std")
    local workers, land = { .1, .4, .9, .2 }, { .9, .8, .7, .6 }
    local function deviation(list)
        local mean, squares = 0, 0
        for _, x in ipairs(list) do
            mean = mean + x / #list
        end
        for _, x in ipairs(list) do
            squares = squares + (x - mean) ^ 2
        end
        return math.sqrt(squares)
    end
    local d, e = deviation(workers), deviation(land)
    near(found.weights.workers, d / (d + e))
    for _, kind in ipairs { "entropy", "critic", "merec" } do
        local by = weights.data(made, kind).weights
        near(by.workers + by.land, 1)
    end
end

function tests.criteria_take_the_weights_and_say_from_where()
    local made = order()
    local found = weights.direct { workers = 1, land = 1 }
    local copy = found:apply(made.criteria)
    near(copy[1].weight, 0.5)
    assert(copy[1].ground == "ours; weight by points")
    assert(copy.name == "test" and made.criteria[1].weight == 1)
    refused("no weight for criterion 'land'", function()
        weights.direct({ workers = 1 }):apply(made.criteria)
    end)
    refused("no criterion 'age'", function()
        weights.direct({ workers = 1, land = 1, age = 1 })
            :apply(made.criteria)
    end)
end

function tests.experts_are_joined_and_their_consensus_told()
    local one = weights.direct { a = 0.8, b = 0.1, c = 0.1 }
    local found = weights.group { one, { a = 0.2, b = 0.4, c = 0.4 } }
    near(found.weights.a, 0.5)
    assert(found.consensus > 0 and found.consensus < 1)
    near(weights.group({ one, { a = 0.2, b = 0.4, c = 0.4 } },
                       { mean = "arithmetic", voices = { 3, 1 } }).weights.a,
         0.65)
end

function tests.orders_are_joined_by_borda_and_copeland()
    local found = weights.vote { { "a", "b", "c" }, { "a", "b", "c" },
                                 { "b", "c", "a" } }
    assert(found[1].key == "a" and found[1].borda == 4)
    assert(found[2].key == "b" and found[2].rank == 1)
    assert(found[1].copeland == 2 and found[2].copeland == 0)
    local made = order()
    assert(weights.vote({ made, made }).kendall_w == 1)
end

function tests.bad_input_is_refused_by_name()
    refused("points are a table", weights.direct, 1)
    refused("entry 1 must be", weights.direct, { 1 })
    refused("criterion 'a': a number", weights.direct, { a = "x" })
    refused("criterion 'a': points must not be negative", weights.direct,
            { a = -1, b = 2 })
    refused("the largest swing has 100", weights.swing, { a = 50 })
    refused("there is no 'x'", weights.order, { "a" }, "x")
    refused("an order is a list", weights.order, {})
    refused("judgements are a list", weights.ahp, {})
    refused("judgement 1 must be", weights.ahp, { judgements = { { "a" } } })
    refused("'b' against 'a' is judged twice", weights.ahp, { judgements = {
        { "a", "b", 2 }, { "b", "a", 2 } } })
    refused("'a' is judged against 'a', itself", weights.ahp, { judgements = {
        { "a", "a", 2 } } })
    refused("no judgements link 'c' with 'a'", weights.ahp, { judgements = {
        { "a", "b", 2 }, { "c", "d", 2 } } })
    refused("judgement of 'a' against 'b'", weights.ahp, { judgements = {
        { "a", "b", -2 } } })
    refused("best, worst, best_over", weights.best_worst, {})
    refused("over_worst: the number for 'a' is missing", weights.best_worst,
            { best = "a", worst = "b", best_over = { b = 2 },
              over_worst = {} })
    refused("there is no 'x'", weights.data, order(), "x")
    refused("an order of ccn.rank", weights.data, {}, "std")
    refused("expert 2 weighs other criteria", weights.group,
            { { a = 1 }, { b = 1 } })
    refused("order 2 has others", weights.vote, { { "a" }, { "b" } })
end

return tests
