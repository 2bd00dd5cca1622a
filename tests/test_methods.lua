--- Methods of the literature on their published cases (tests/cases/mcda, each
-- with its source), the cases recomputed to more digits than printed, and bad
-- problems.

local root = "tests/cases/mcda/"
local cases = ccn.json "tests/cases/mcda/index.json"

local tests = {}

local function near(got, expected, tolerance, where)
    if type(expected) == "table" then
        assert(type(got) == "table", where .. ": no list")
        assert(#got == #expected, where .. ": another length")
        for i = 1, #expected do
            near(got[i], expected[i], tolerance, where .. "." .. i)
        end
    elseif type(expected) == "number" then
        got = got == true and 1 or got == false and 0 or got
        assert(type(got) == "number", where .. ": no number")
        assert(math.abs(got - expected) <= tolerance,
               ("%s: %.15g instead of %.15g"):format(where, got, expected))
    elseif expected ~= false or type(got) ~= "number" then -- false: not told
        assert(got == expected, where .. ": " .. tostring(got))
    end
end

--- An order agrees with another when nobody stands the other way round.
local function ranks_agree(found, expected, where)
    for i = 1, #expected do
        for k = 1, #expected do
            if expected[i] < expected[k] then
                assert(found[i] <= found[k], where .. ": ranks")
            end
        end
    end
end

for _, name in ipairs(cases) do
    local case = ccn.json(root .. name .. ".json")
    tests[name] = function()
        local found = ccn.method(case)
        if case.expected_scores then
            near(found.scores, case.expected_scores, case.tolerance, "scores")
        end
        if case.expected_ranking and found.ranks then
            ranks_agree(found.ranks, case.expected_ranking, name)
        end
        for key, value in pairs(case.published_extra or {}) do
            near(found[key], value, case.tolerance, key)
        end
        for key, value in pairs(case.recomputed) do
            near(found[key], value, case.recomputed_tolerance, key)
        end
        assert(not case.best_is or found.best_is == case.best_is)
    end
end

--- Bad problems from scripts.

local function refused(problem, words)
    local good, message = pcall(ccn.method, problem)
    assert(not good, "it was taken")
    assert(message:find(words, 1, true), message)
end

function tests.a_problem_that_is_no_problem_is_refused()
    refused(nil, "a problem is a table")
    refused({}, "'method' is missing")
    refused({ method = 1 }, "'method' must be a text")
    refused({ method = "saw", matrix = "x" }, "'matrix' must be a list")
    refused({ method = "saw", matrix = {} }, "directions are needed")
    refused({ method = "saw", matrix = {}, directions = {} },
            "directions are needed")
    refused({ method = "saw", matrix = { { 1, 2 } },
              directions = { "max" }, weights = { 1, 1 } }, "'directions'")
    refused({ method = "saw", matrix = { { 1, 2 } }, weights = { 1 },
              directions = { "max", "min" } }, "'weights'")
    refused({ method = "saw", matrix = { { 1, 2 } }, weights = { 1, 1 },
              directions = { "max", "up" } }, "criterion 2: the direction")
    refused({ method = "saw", matrix = { { 1, 2 }, { 3, { 4 } } } },
            "matrix: a number is needed")
    refused({ method = "saw", matrix = { { 1, 2 }, { 3, { 4, 5, 6 } } } },
            "matrix: a number is needed")
    refused({ method = "saw", matrix = { { 1, 2, 3 }, 5, { 1, 2, 3, 4, 5 } } },
            "matrix: rows must be of one length")
    refused({ method = "saw", matrix = { { 1, 0 / 0 } } },
            "matrix: a number is needed")
end

function tests.parameters_of_a_wrong_kind_are_refused()
    local function topsis(params)
        return { method = "topsis", matrix = { { 1, 2 }, { 2, 3 } },
                 weights = { 1, 1 }, directions = { "max", "max" },
                 params = params }
    end
    refused(topsis { normalization = "half" }, "there is no normalization")
    refused(topsis { normalization = "fixed" }, "'bounds' must be rows")
    refused(topsis { normalization = "fixed", bounds = { { 1, 2 } } },
            "'bounds' must have a row for each criterion")
    refused(topsis { normalization = "fixed",
                     bounds = { { 1, 2 }, { 3, 3 } } },
            "criterion 2: the upper bound")
    refused(topsis { print }, "names are needed")
    refused(topsis { x = print }, "x cannot be a function")
    refused(topsis { x = { 1, "a" } }, "x: a number is needed")
    refused(topsis { x = { "a", 1 } }, "x: a text is needed")
end

--- An order of a plan by another method.

local function order_of(workers)
    local plan = ccn.new "Town"
    for i, count in ipairs(workers) do
        plan:add("enterprise", { key = "E" .. i, workers = count,
                                 land_held = i / 10 })
    end
    return ccn.rank(plan:enterprises(), {
        { name = "workers", en = "W", vi = "W", field = "workers", weight = 3,
          missing = "refuse", scale = { from = 0, to = 100 } },
        { name = "off", en = "O", vi = "O", field = "land_held", weight = 0,
          missing = "refuse", scale = { from = 0, to = 1 } },
        { name = "land", en = "L", vi = "L", field = "land_held", weight = 1,
          missing = "refuse", scale = { from = 1, to = 0 } },
    })
end

function tests.by_saw_an_order_is_itself()
    local order = order_of { 40, 90, 10, 40, 70 }
    local other = order:by("saw", { normalization = "none" })
    assert(other.tau == 1 and #other == 5)
    for place, entry in ipairs(other) do
        assert(entry.key == order[place].key)
        assert(math.abs(entry.score - order[place].score) < 1e-12)
    end
end

function tests.by_another_method_an_order_is_what_the_plain_problem_gives()
    local order = order_of { 40, 90, 10, 40, 70 }
    local matrix = {}
    for place, entry in ipairs(order) do
        matrix[place] = { entry.row.workers / 100, 1 - entry.row.land_held }
    end
    local plain = ccn.method { method = "vikor", matrix = matrix,
                               weights = { 3, 1 },
                               directions = { "max", "max" } }
    local other = order:by "vikor"
    for place, rank in ipairs(plain.ranks) do
        assert(other.found.ranks[place] == rank)
    end
    assert(tostring(other):find("The lowest score is the best", 1, true))
end

function tests.a_method_without_ranks_is_refused_for_an_order()
    local good, message = pcall(function()
        return order_of { 1, 2, 3 }:by("electre1", { c_cut = 0.6,
                                                     d_cut = 0.4 })
    end)
    assert(not good and message:find("electre1 gives no ranks", 1, true))
end

return tests
