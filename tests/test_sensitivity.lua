--- What scripts find out from the runs of a sweep.  Formulas are tested in
-- test_sweep_*.c.

local tests = {}

local function near(got, expected, slack)
    assert(math.abs(got - expected) <= (slack or 1e-9),
           ("%.15g instead of %.15g"):format(got, expected))
end

local function refused(words, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "it was taken")
    assert(message:find(words, 1, true), message)
end

--- Evenly spread numbers: the additive recurrence of one irrational number per
-- dimension.
local ROOTS = { 2, 3, 5, 7, 11, 13 }

local function spread(i, d)
    return (i * math.sqrt(ROOTS[d])) % 1
end

--- A plain sample of factors a, b, c in 0..1.
local function sample(n, f)
    local made = { design = { kind = "latin", n = n },
                   inputs = { a = {}, b = {}, c = {} }, outputs = { y = {} } }
    for i = 1, n do
        local a, b, c = spread(i, 1), spread(i, 2), spread(i, 3)
        made.inputs.a[i], made.inputs.b[i], made.inputs.c[i] = a, b, c
        made.outputs.y[i] = f(a, b, c)
    end
    return made
end

--- The blocks of a Saltelli design of two factors.
local function saltelli(n, f)
    local made = { design = { kind = "saltelli", n = n },
                   inputs = { a = {}, b = {} }, outputs = { y = {} } }
    local run = 0
    local function add(a, b)
        run = run + 1
        made.inputs.a[run], made.inputs.b[run] = a, b
        made.outputs.y[run] = f(a, b)
    end
    for i = 1, n do
        local a, b = spread(i, 1), spread(i, 2)
        local a2, b2 = spread(i, 3), spread(i, 4)
        add(a, b)
        add(a2, b)
        add(a, b2)
        add(a2, b2)
    end
    return made
end

local function line(a, b)
    return a + 2 * b
end

function tests.indices_of_a_line_are_its_shares_of_variance()
    local found = ccn.sobol(saltelli(4096, line), "y")
    near(found.factors.a.first.value, 0.2, 0.02)
    near(found.factors.b.total.value, 0.8, 0.02)
    assert(found.factors.b.first.low < 0.8 and found.factors.b.first.high > 0.8)
    assert(found.order[1] == 2 and found.factors[2].name == "b")
    local text = tostring(found)
    assert(text:find("^b alone explains 80 %% of how y varies"), text)
    assert(text:find("The factors act one by one", 1, true), text)
end

function tests.what_only_acts_together_is_said_to()
    local found = ccn.sobol(saltelli(4096, function(a, b)
        return (a - 0.5) * (b - 0.5)
    end))
    near(found.factors.a.total.value, 1, 0.1)
    assert(tostring(found):find("^No factor alone explains"), tostring(found))
end

function tests.pictures_point_to_the_table_beside_them()
    local results = saltelli(64, line)
    results.outputs = { ["tỷ lệ"] = results.outputs.y }
    local page = ccn.report({ title = "x" }):section "S"
        :sensitivity(ccn.sobol(results)):sensitivity(ccn.sobol(results)):html()
    local count = 0
    for name in page:gmatch 'class="beside"><a href="#([^"]+)"' do
        count = count + 1
        assert(page:find('id="' .. name .. '"', 1, true), name)
    end
    assert(count == 2)
end

function tests.the_only_output_need_not_be_named()
    local found = ccn.sobol(saltelli(64, line))
    assert(found.output == "y")
end

function tests.failed_runs_take_their_block_and_are_counted()
    local results = saltelli(1024, line)
    results.outputs.y[2], results.outputs.y[9] = false, 0 / 0
    local found = ccn.sobol(results)
    assert(found.left_out == 2 and found.blocks == 1022)
    assert(tostring(found):find("2 of 1024 blocks", 1, true))
end

function tests.runs_in_another_order_are_refused()
    local results = saltelli(64, line)
    for _, list in ipairs { results.inputs.a, results.inputs.b,
                            results.outputs.y } do
        list[6], list[7] = list[7], list[6]
    end
    refused("run 6: 'a' is not what the design has there", ccn.sobol, results)
end

function tests.another_design_is_refused()
    refused("the design 'saltelli', got 'latin'", ccn.sobol,
            sample(64, line))
    refused("the design 'morris', got 'latin'", ccn.morris, sample(64, line))
    refused("the design 'one', got 'latin'", ccn.tornado, sample(64, line))
end

function tests.wrong_names_and_options_are_refused()
    local results = sample(200, line)
    refused("there is no output 'z'; there are: y", ccn.pawn, results, "z")
    refused("no option 'slice': seed, slices", ccn.pawn, results, "y",
            { slice = 3 })
    refused("option 'slices' must be a number, got a string", ccn.pawn,
            results, "y", { slices = "3" })
    results.outputs.z = results.outputs.y
    refused("which output? There are: y, z", ccn.pawn, results)
    refused("results are needed", ccn.pawn, 3)
    results.outputs.y[3] = "x"
    refused("'y': entry 3 is not a number but x", ccn.pawn, results, "y")
    results.outputs.y[3], results.inputs.a[4] = 1, false
    refused("run 4 has a result but no value of 'a'", ccn.pawn, results, "y")
end

function tests.pawn_tells_the_idle_from_what_matters()
    local found = ccn.pawn(sample(4000, function(a, b)
        return a + 0.3 * b
    end))
    assert(found.factors.a.matters and found.factors.b.matters)
    assert(not found.factors.c.matters)
    assert(found.order[1] == 1)
    assert(tostring(found):find("c cannot be told from", 1, true))
end

function tests.regression_says_direction_and_share()
    local found = ccn.regression(sample(500, function(a, b)
        return 3 * a - 4 * b
    end))
    near(found.share, 1)
    assert(found.factors.a.plain.value > 0.5)
    assert(found.factors.b.plain.value < -0.7)
    assert(tostring(found):find("b drives y most and lowers it", 1, true))
    found = ccn.regression(sample(500, function(a)
        return math.exp(30 * a)
    end))
    assert(found.best == "ranked")
    near(found.ranked_share, 1)
end

function tests.a_tornado_has_the_longest_bar_first()
    local found = ccn.tornado {
        design = { kind = "one" }, order = { "a", "b" },
        inputs = { a = { 1, 0, 2, 1, 1 }, b = { 5, 5, 5, 4, 9 } },
        outputs = { y = { 10, 9, 12, 3, false } },
    }
    local a, b = found.factors.a, found.factors.b
    assert(a.swing == 3 and a.low.input == 0 and a.high.output == 12)
    assert(b.swing == 7 and b.low.input == 4 and b.high.input == 5)
    assert(found.order[1] == 2 and found.failed == 1)
    assert(tostring(found):find("b moves y most: from 3 to 10", 1, true))
end

local function hit(a, _, c)
    return a >= 0.3 and a <= 0.7 and c >= 0.6
end

function tests.prim_says_what_must_hold()
    local results = sample(3000, function(a, b, c)
        return hit(a, b, c) and 21 or 20
    end)
    results.outputs.y[5] = false
    local found = ccn.prim(results, "y", { at_least = 21 })
    near(found.limits.a.low, 0.3, 0.03)
    near(found.limits.a.high, 0.7, 0.03)
    near(found.limits.c.low, 0.6, 0.03)
    assert(not found.limits.b and not found.limits.c.high)
    assert(found.box.density > 0.95 and found.box.coverage > 0.95)
    assert(found.failed == 1 and found.limits.a.chance < 1e-6)
    assert(tostring(found):find("c at least 0.6", 1, true), tostring(found))
    local first = ccn.prim(results, "y", { at_least = 21, box = 1 })
    assert(#first.limits == 0 and first.box.count == 2999)
    local dense = ccn.prim(results, "y", { at_least = 21, density = 0.5 })
    local before = dense.boxes[dense.chosen - 1]
    assert(before.density < 0.5 and dense.boxes[dense.chosen].density >= 0.5)
    refused("there is no box 900", ccn.prim, results, "y",
            { at_least = 21, box = 900 })
    refused("'y' is not only 0 and 1", ccn.prim, results, "y")
end

function tests.prim_of_no_success_says_so()
    local found = ccn.prim(sample(100, line), "y", { at_least = 99 })
    assert(found.successes == 0 and #found.limits == 0)
    assert(tostring(found):find("In none of 100 runs", 1, true))
end

function tests.robustness_names_the_plan_of_least_regret()
    local found = ccn.robustness({
        plans = { "steady", "bold", "late" }, title = "profit",
        values = { { 10, 20, 30, false }, { 0, 50, 60, 1 }, { 9, 19, 70, 2 } },
    }, { alpha = 0.25, at_least = 19.5 })
    assert(found.choices.most_regret.plan == "bold")
    assert(found.choices.worst.plan == "steady")
    assert(found.plans.steady.hurwicz == 15 and found.left_out == 1)
    near(found.plans.bold.satisfied, 2 / 3)
    local steady = found.plans.steady
    assert(steady.regrets[3] == 40 and steady.worst_future == 3)
    assert(tostring(found):find("bold is never far behind", 1, true))
end

function tests.robustness_where_less_is_better()
    local given = { plans = { "a", "b" }, values = { { 1, 5 }, { 3, 3 } } }
    local found = ccn.robustness(given, { lower = true, at_most = 4 })
    assert(found.plans.a.worst == 5 and found.choices.worst.plan == "b")
    assert(found.choices.satisfied.plan == "b" and found.plans.b.satisfied == 1)
    refused("the threshold is at_least", ccn.robustness, given,
            { lower = true, at_least = 4 })
    refused("plans = { names }", ccn.robustness, {})
end

function tests.a_factor_of_a_sweep_can_be_the_plan()
    local results = { inputs = { rule = {}, rain = {} }, outputs = { y = {} } }
    for rule = 1, 2 do
        for rain = 1, 3 do
            local i = 3 * rule + rain - 3
            results.inputs.rule[i], results.inputs.rain[i] = rule, rain
            results.outputs.y[i] = rule == 1 and rain or 4 - rain
        end
    end
    local found = ccn.robustness(results, { plan = "rule" })
    assert(found.futures == 3 and found.plans[1].plan == "rule = 1")
    assert(found.plans[1].regrets[1] == 2 and found.plans[2].regrets[3] == 2)
    refused("there is no factor 'x'", ccn.robustness, results, { plan = "x" })
end

--- What ccn.results gives, of a sweep that is not finished or has labels.
local function stored(plain, runs, numbers, what)
    local factor = {}
    for name in pairs(plain.inputs) do
        factor[name] = { title = "the " .. name, what = what or "" }
    end
    return setmetatable({
        inputs = { "a", "b" }, outputs = { "y" }, factor = factor,
        output = { y = { title = "the yield", unit = "ha" } },
        design = plain.design, runs = runs,
        numbers = function() return numbers end,
        column = function(_, name)
            return plain.inputs[name] or plain.outputs[name]
        end,
    }, { __len = function() return #numbers end })
end

function tests.an_unfinished_sweep_is_judged_by_its_whole_blocks()
    local all = saltelli(32, line)
    local part = { design = all.design, inputs = { a = {}, b = {} },
                   outputs = { y = {} } }
    local numbers = {}
    for run = 33, 128 do -- as a second worker may have stored them first
        numbers[#numbers + 1] = run
        part.inputs.a[#numbers] = all.inputs.a[run]
        part.inputs.b[#numbers] = all.inputs.b[run]
        part.outputs.y[#numbers] = all.outputs.y[run]
    end
    local found = ccn.sobol(stored(part, 128, numbers))
    assert(found.blocks == 24 and found.left_out == 8)
    assert(tostring(found):find("^'the b' alone explains"), tostring(found))
    for run = 1, 32 do
        all.outputs.y[run] = false
    end
    local same = ccn.sobol(all)
    assert(same.factors.a.first.value == found.factors.a.first.value)
end

function tests.values_that_are_words_are_named()
    local results = { design = { kind = "factorial" }, outputs = { y = {} },
                      inputs = { a = {}, b = {} } }
    local numbers = {}
    for i = 1, 400 do
        numbers[i] = i
        results.inputs.a[i], results.inputs.b[i] = 1 + i % 4, 1 + i // 4 % 4
        results.outputs.y[i] = results.inputs.a[i] >= 3 and 1 or 0
    end
    local found = ccn.prim(stored(results, 400, numbers,
                                  "choice none|part|most|all"))
    assert(#found.limits == 1 and found.limits.a.text == "most / all")
end

function tests.everything_goes_into_a_report()
    local results = sample(400, hit)
    for i, good in ipairs(results.outputs.y) do
        results.outputs.y[i] = good and 1 or 0
    end
    local report = ccn.report { title = "All" }
    report:section "S":sensitivity(ccn.sobol(saltelli(64, line)))
    report:sensitivity(ccn.pawn(results)):sensitivity(ccn.regression(results))
    report:sensitivity(ccn.prim(results, "y"), { name = "box" })
    report:sensitivity(ccn.robustness { plans = { "A", "B" },
                                        values = { { 1, 2 }, { 2, 1 } } })
    report:sensitivity(ccn.tornado {
        design = { kind = "one" }, inputs = { a = { 1, 0, 2 } },
        outputs = { y = { 10, 9, 12 } } })
    local page = report:html()
    for _, name in ipairs { "sobol-y-chart", "sobol-y-settling",
                            "pawn-y-chart", "regression-y-chart", "box-box",
                            "box-coverage", "robustness-regret",
                            "robustness-heat", "tornado-y-chart" } do
        assert(page:find('id="c-' .. name .. '"', 1, true), name)
    end
    assert(tostring(report):find("alone explains", 1, true))
    refused("report:sensitivity needs", report.sensitivity, report, {})
end

return tests
