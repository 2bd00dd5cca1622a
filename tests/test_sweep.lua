-- Sweeps from Lua: what an experiment gets and gives, what goes with it into a
-- thread, what is stored.

local test = {}

local function refused(text, request)
    local done, why = pcall(ccn.sweep, request)
    assert(not done, "it was not refused")
    assert(tostring(why):find(text, 1, true), why)
end

--- A sweep with what is not said filled in.
local function sweep(request)
    request.name = request.name or "test"
    request.factors = request.factors or { a = { 0, 1 } }
    request.outputs = request.outputs or { "y" }
    request.design = request.design or "sobol"
    request.n = request.n or 100
    request.run = request.run or function(x)
        return x.a
    end
    return ccn.sweep(request)
end

local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "A", state = "operating",
                          industrial_area = 20, reported_fill = 50 })
    plan:add("phase", { key = "A/2", cluster = "A", opens = 2027,
                        industrial_area = 2, state = "proposed" })
    for i = 1, 9 do
        plan:add("enterprise", { key = "E" .. i, land_held = 1 + i / 10,
                                 workers = 100 - 7 * i % 5, moving_cost = i })
    end
    return plan
end

function test.each_experiment_gets_the_values_of_its_factors()
    local results = sweep { factors = { a = { 2, 4 }, b = 5,
                                        c = { whole = { 1, 3 } } },
                            outputs = { "p", "q", "r", "whole" },
                            run = function(x)
        return x.a, x.b, x.c, math.type(x.c) == "integer"
    end }
    local a, c = results:column "a", results:column "c"
    assert(#results == 100 and #a == 100)
    for i = 1, 100 do
        assert(a[i] >= 2 and a[i] <= 4 and results:column "b"[i] == 5)
        assert(c[i] >= 1 and c[i] <= 3 and results:column "whole"[i] == 1)
    end
end

function test.inputs_and_outputs_are_not_mixed_up()
    local results = sweep { factors = { a = { 0, 1 } }, outputs = { "y", "z" },
                            run = function(x)
        return { z = -x.a, y = 2 * x.a }
    end }
    local a, y, z = results:column "a", results:column "y", results:column "z"
    for i = 1, #results do
        assert(y[i] == 2 * a[i] and z[i] == -a[i])
    end
    assert(results.inputs[1] == "a" and results.outputs[2] == "z")
end

function test.the_same_seed_gives_the_same_hash_and_another_another()
    local function hash(seed)
        return sweep { seed = seed, run = function(x)
            return x.a + math.random() + math.random(10)
        end }.hash
    end
    assert(#hash(1) == 64 and hash(1) == hash(1) and hash(1) ~= hash(2))
end

function test.random_numbers_are_those_of_the_experiment()
    local results = sweep { n = 2000, factors = { a = 1 }, outputs = { "u",
        "k", "m" }, run = function()
        return math.random(), math.random(6), math.random(-2, 2)
    end }
    local seen, sum = {}, 0
    local u, k, m = results:column "u", results:column "k", results:column "m"
    for i = 1, #results do
        seen[u[i]] = true
        sum = sum + u[i]
        assert(k[i] >= 1 and k[i] <= 6 and m[i] >= -2 and m[i] <= 2)
    end
    local count = 0
    for _ in pairs(seen) do
        count = count + 1
    end
    assert(count == 2000 and math.abs(sum / 2000 - 0.5) < 0.03)
end

function test.a_function_takes_along_what_it_uses()
    local scale, list = 3, { 1, 2, deep = { 5 } }
    local counter = { n = 0 }
    local function helper(v)
        return v * scale + list.deep[1]
    end
    local function even(n)
        return n == 0 or not even(n - 1)
    end
    local format, figures = string.format, require "figures"
    local results = sweep { outputs = { "y", "same", "text", "figure" },
                            run = function(x)
        counter.n = 1
        return helper(x.a), list[2] == 2 and even == even,
            tonumber(format("%d", 7)), figures.tenths(1)
    end }
    local a, y = results:column "a", results:column "y"
    for i = 1, #results do
        assert(y[i] == a[i] * 3 + 5)
    end
    assert(results.failed == 0 and results:column "same"[1] == 1)
    assert(results:column "text"[1] == 7)
    assert(results:column "figure"[1] == 100000)
    assert(counter.n == 0, "an experiment reached into the script")
end

function test.two_functions_share_a_local_in_the_thread_as_well()
    local kept = 0
    local function put(v)
        kept = v
    end
    local function get()
        return kept
    end
    local results = sweep { run = function(x)
        put(x.a)
        return get()
    end }
    local a, y = results:column "a", results:column "y"
    for i = 1, #results do
        assert(a[i] == y[i])
    end
end

function test.what_cannot_be_taken_along_is_named()
    local list = town():diff(town():fork "F")
    refused("'list' is a ccn.changes, which an experiment cannot take with it",
            { name = "test", n = 1, design = "latin", factors = { a = 1 },
              outputs = { "y" }, run = function()
                  return #list
              end })
end

function test.each_experiment_has_a_fork_of_its_own()
    local plan = town()
    local results = sweep { plan = plan, outputs = { "before", "after", "n" },
                            run = function(x, fork)
        local before = fork:cluster "A".industrial_area
        fork:cluster "A".industrial_area = 1 + math.floor(x.a * 10)
        fork:add("enterprise", { key = "new" })
        return before, fork:cluster "A".industrial_area, #fork:enterprises()
    end }
    for i = 1, #results do
        assert(results:column "before"[i] == 20)
        assert(results:column "n"[i] == 10)
    end
    assert(plan:cluster "A".industrial_area == 20)
end

function test.plans_rows_and_selections_come_along()
    local plan = town()
    local row, some = plan:enterprise "E3", plan:enterprises():where {
        workers = 100 - 7 * 5 % 5 }
    local many = #some
    local results = sweep { outputs = { "land", "many", "named" },
                            run = function()
        return row.land_held, #some, plan:cluster "A".industrial_area
    end }
    assert(results:column "land"[1] == 1.3 and many > 0)
    assert(results:column "many"[1] == many)
    assert(results:column "named"[7] == 20)
end

function test.a_factor_may_be_a_field_of_the_plan()
    local results = sweep { plan = town(), factors = {
        fill  = { 10, 90, field = { "cluster", "A", "reported_fill" } },
        late  = { whole = { 0, 3 }, field = { "phase", "A/2", "opens" },
                  by = "add" },
        land  = { 0.5, 2, field = { "phase", "A/2", "industrial_area" },
                  by = "times" },
        state = { values = { "operating", "closing" },
                  field = { "cluster", "A", "state" } },
    }, outputs = { "f", "o", "l", "s" }, run = function(_, plan)
        local cluster, phase = plan:cluster "A", plan:phase "A/2"
        return cluster.reported_fill, phase.opens, phase.industrial_area,
            cluster.state == "closing"
    end }
    local function column(name)
        return results:column(name)
    end
    for i = 1, #results do
        assert(column "f"[i] == column "fill"[i])
        assert(column "o"[i] == 2027 + column "late"[i])
        assert(math.abs(column "l"[i] - 2 * column "land"[i]) < 1e-5)
        assert(column "s"[i] == column "state"[i] - 1)
    end
    assert(results.failed == 0)
end

function test.values_may_be_texts_tables_and_functions()
    local results = sweep { n = 60, factors = {
        rule = { values = { function(v) return v end,
                            function(v) return 10 * v end } },
        weights = { values = { { 1, 2 }, { 3, 4 } } },
        on = { values = { true, false } },
    }, outputs = { "y", "w", "o" }, run = function(x)
        return x.rule(1), x.weights[2], x.on
    end }
    for i = 1, 60 do
        assert(results:column "y"[i] == 10 ^ (results:column "rule"[i] - 1))
        assert(results:column "w"[i] == 2 * results:column "weights"[i])
        assert(results:column "o"[i] == 2 - results:column "on"[i])
    end
end

function test.a_failed_experiment_has_a_reason_and_no_results()
    local results = sweep { design = "table", table = { { 1 }, { 2 }, { 3 } },
                            run = function(x)
        if x.a == 2 then
            error("no two", 0)
        end
        return x.a
    end }
    local y, reasons = results:column "y", results:reasons()
    assert(results.failed == 1 and y[1] == 1 and y[2] == nil and y[3] == 3)
    assert(reasons[1].number == 2 and reasons[1].why == "no two")
    assert(results:why_failed()[1].count == 1)
    assert(results.finished and tostring(results):find("1 × no two", 1, true))
end

function test.results_that_are_no_numbers_are_failures()
    local function why(run)
        return sweep({ n = 2, run = run }):reasons()[1].why
    end
    assert(why(function() return "7" end):find "must be a number")
    assert(why(function() return 0 / 0 end):find "no finite number")
    assert(why(function() return 1, 2 end):find "gives 2 results")
    assert(why(function() return { y = 1, z = 2 } end):find "'z'")
    assert(why(function(x) return x.b end):find "no factor 'b'")
    assert(why(function() error {} end):find "no text")
    assert(why(function() return ("x"):rep(1 << 34) end):find "too large")
end

function test.nothing_known_is_stored_as_nothing()
    local results = sweep { n = 4, run = function(x)
        return x.a < 0.5 and 1 or nil
    end }
    local known = 0
    for i = 1, 4 do
        known = known + (results:column "y"[i] and 1 or 0)
    end
    assert(results.failed == 0 and known > 0 and known < 4)
end

function test.an_experiment_changes_nothing_outside()
    local plan = town()
    local why = sweep({ n = 1, plan = plan, run = function(_, fork)
        fork:save "out/never.gpkg"
    end }):reasons()[1].why
    assert(why:find "changes nothing outside", why)
    why = sweep({ n = 1, run = function()
        return ccn.sweep { name = "inner", n = 1, factors = { a = 1 },
                           outputs = { "y" }, run = function() return 1 end }
    end }):reasons()[1].why
    assert(why:find "sweep of its own", why)
end

function test.rows_may_come_one_by_one()
    local i = 0
    local results = sweep { n = 1000, design = "each", each = function()
        i = i + 1
        return i <= 5 and { a = i * i } or nil
    end }
    assert(#results == 5 and results:column "a"[5] == 25)
    assert(results.design.kind == "table" and results.design.n == 5)
end

function test.the_design_is_read_from_the_file()
    local results = sweep { design = { "saltelli", second = true }, n = 8,
                            factors = { a = { 0, 1 }, b = { 0, 1 } },
                            seed = 5 }
    local design = ccn.results(results.path).design
    assert(design.kind == "saltelli" and design.n == 8 and design.second)
    assert(design.seed == 5 and design.scramble and #results == 8 * 6)
    assert(results.factor.a.what == "uniform 0 1")
end

function test.a_wrong_request_is_refused_by_name()
    local function wrong(text, change)
        local request = { name = "test", n = 1, factors = { a = 1 },
                          outputs = { "y" }, run = function() return 1 end }
        for name, value in pairs(change) do
            request[name] = value
        end
        refused(text, request)
    end
    wrong("no option 'trials'", { trials = 3 })
    wrong("no design 'lhs'", { design = "lhs" })
    wrong("needs n", { n = "many" })
    wrong("'Y'", { outputs = { "y", "Y" } })
    wrong("'failed'", { outputs = { "failed" } })
    wrong("how it varies", { factors = { a = {} } })
    wrong("needs a list of 3 numbers", { factors = { a = { triangular =
        { 1, 2 } } } })
    wrong("needs a plan", { factors = { a = { 1, 2, field = { "cluster", "A",
        "state" } } } })
    wrong("there is no cluster 'B'", { plan = town(), factors = { a = { 1, 2,
        field = { "cluster", "B", "reported_fill" } } } })
    wrong("did you mean 'reported_fill'", { plan = town(), factors = { a = { 1,
        2, field = { "cluster", "A", "reported_fil" } } } })
    wrong("is no name for a sweep", { name = "../escape" })
    wrong("run must be a function", { run = 7 })
end

function test.an_unknown_column_is_refused_with_the_nearest()
    local results = sweep {}
    local done, why = pcall(results.column, results, "yy")
    assert(not done and why:find "did you mean 'y'", why)
    done, why = pcall(function() return results.nothing end)
    assert(not done and why:find "have no 'nothing'", why)
end

--- The same by a function on forks and by the pipeline.
local function both(plan, factors, options, effects, write)
    local outputs = { "placed", "left", "last_year", "used budget", "waited" }
    local order = ccn.rank(plan:enterprises(), {
        name = "t", version = "1", status = "draft",
        { name = "workers", en = "w", vi = "w", field = "workers",
          scale = { from = 90, to = 100 }, weight = 1, missing = "worst",
          ground = "ours" },
        { name = "land", en = "l", vi = "l", field = "land_held",
          scale = { from = 0, to = 2 }, weight = 1, missing = "worst",
          ground = "ours" },
    })
    local pipe = sweep { name = "test pipeline", n = 200, factors = factors,
                         outputs = outputs, run = ccn.pipeline {
        plan = plan, order = order, options = options(plan, {}),
        effects = effects, outputs = outputs } }
    local plain = sweep { name = "test function", n = 200, factors = factors,
                          outputs = outputs, plan = plan,
                          run = function(x, fork)
        local changed = write(x, fork, order)
        local placed = ccn.place(fork, changed.order or order,
                                 options(fork, changed))
        local found = { ["last_year"] = nil, placed = 0, left = 0,
                        ["used budget"] = 0, waited = 0 }
        for _, move in ipairs(placed) do
            if move.cluster then
                found.placed = found.placed + 1
                found.last_year = math.max(found.last_year or 0, move.year)
                found["used budget"] = found["used budget"]
                    + fork:enterprise(move.key).moving_cost
                        * (changed.cost or 1)
                found.waited = found.waited + move.year - 2027
            else
                found.left = found.left + 1
            end
        end
        return found
    end }
    assert(pipe.failed == 0 and plain.failed == 0,
           pipe.failed > 0 and pipe:reasons()[1].why or plain.failed > 0
               and plain:reasons()[1].why)
    for _, name in ipairs(outputs) do
        local a, b, some = pipe:column(name), plain:column(name), {}
        for i = 1, 200 do
            assert(a[i] == b[i], ("%s of %d: %s by the pipeline, %s by the "
                .. "function"):format(name, i, a[i], b[i]))
            some[a[i] or "none"] = true
        end
        assert(next(some, (next(some))), name .. " never changes")
    end
end

function test.the_pipeline_gives_what_a_function_on_forks_gives()
    both(town(), { late = { whole = { 0, 3 } }, fill = { values = { 60, 85, 95,
                       99 } },
                   land = { values = { 0.5, 1, 3 } }, money = { values = { 0.2,
                       0.5, 1, 2 } } },
         function(_, changed)
             local m = changed.money or 1
             return { years = { 2027, 2029 }, mode = "strict",
                      budget = { [2027] = 10 * m, [2028] = 20 * m,
                                 [2029] = 30 * m },
                      unknown = { land = "leave out", cost = "leave out",
                                  capacity = "leave out", trade = "allow" } }
         end,
         { late = { { phase = "A/2", opens = "add" } },
           fill = { { cluster = "A", fill = "set" } },
           land = { { phase = "A/2", land = "times" } },
           money = { { supply = "budget", by = "times" } } },
         function(x, fork)
             local phase = fork:phase "A/2"
             phase.opens = phase.opens + x.late
             phase.industrial_area = phase.industrial_area * x.land
             fork:cluster "A".reported_fill = x.fill
             return { money = x.money }
         end)
end

function test.the_pipeline_ranks_anew_by_the_weights()
    local plan = town()
    local function criteria(jobs)
        return {
            name = "t", version = "1", status = "draft",
            { name = "workers", en = "w", vi = "w", field = "workers",
              scale = { from = 90, to = 100 }, weight = jobs,
              missing = "worst", ground = "ours" },
            { name = "land", en = "l", vi = "l", field = "land_held",
              scale = { from = 0, to = 2 }, weight = 1, missing = "worst",
              ground = "ours" },
        }
    end
    both(plan, { jobs = { 0.01, 5 }, fill = { values = { 60, 70, 80 } } },
         function()
             return { years = { 2027, 2029 }, mode = "strict",
                      budget = { [2027] = 15, [2028] = 5, [2029] = 2 },
                      unknown = { land = "leave out", cost = "leave out",
                                  capacity = "leave out", trade = "allow" } }
         end,
         { jobs = { { weight = "workers", by = "set" } },
           fill = { { cluster = "A", fill = "set" } } },
         function(x, fork)
             fork:cluster "A".reported_fill = x.fill
             return { order = ccn.rank(fork:enterprises(), criteria(x.jobs)) }
         end)
end

--- Two phases that a schedule opens, and money for works.
local function works_options(money, cost, starts)
    return { years = { 2027, 2029 }, steps = 500,
             budget = { { source = "province", carry = true,
                          [2027] = math.floor(10 * money + 0.5),
                          [2028] = math.floor(10 * money + 0.5) } },
             cost = function(phase)
                 local amount = phase.key == "A/2" and 9 or 14
                 return math.floor(amount * cost + 0.5)
             end,
             earliest = function()
                 return math.tointeger(2027 + starts)
             end,
             unknown = { cost = "leave out", area = "leave out",
                         duration = { assume = 1 } } }
end

function test.the_pipeline_builds_before_it_places()
    local plan = town()
    plan:add("phase", { key = "A/3", cluster = "A", industrial_area = 3,
                        state = "proposed", after = "A/2" })
    plan:cluster "A".reported_fill = 85
    local function options()
        return { years = { 2027, 2030 }, mode = "strict",
                 unknown = { land = "leave out", capacity = "leave out",
                             trade = "allow" } }
    end
    local factors = { { name = "cost", 0.5, 2 }, { name = "money", 0.5, 2 },
                      { name = "starts", whole = { 0, 4 } },
                      { name = "late", whole = { 0, 1 } } }
    local outputs = { "placed", "last_year", "opened", "opens A/2", "opens A/3",
                      "paid province" }
    local rows = plan:enterprises()
    local pipe = sweep { name = "test works", n = 120, factors = factors,
                         outputs = outputs, run = ccn.pipeline {
        plan = plan, order = rows, options = options(), outputs = outputs,
        schedule = works_options(1, 1, 0),
        effects = {
            cost = { { cost_of = "all", by = "times" } },
            money = { { source = "province", by = "times" } },
            starts = { { starts = "all", by = "add" } },
            late = { { phase = "A/2", opens = "add" },
                     { phase = "A/3", opens = "add" } },
        } } }
    local plain = sweep { name = "test works by forks", n = 120, plan = plan,
                          factors = factors, outputs = outputs,
                          run = function(x, fork)
        local found = { opened = 0, placed = 0, ["paid province"] = 0 }
        local made = ccn.schedule(fork, works_options(x.money, x.cost,
                                                      x.starts))
        for _, entry in ipairs(made) do
            found["opens " .. entry.key] = entry.year
            if entry.year then
                found.opened = found.opened + 1
                found["paid province"] = found["paid province"] + entry.cost
            end
            fork:phase(entry.key).opens = entry.year and entry.year + x.late
        end
        for _, move in ipairs(ccn.place(fork, fork:enterprises(), options())) do
            if move.cluster then
                found.placed = found.placed + 1
                found.last_year = math.max(found.last_year or 0, move.year)
            end
        end
        return found
    end }
    assert(pipe.failed == 0 and plain.failed == 0, pipe.failed > 0
           and pipe:reasons()[1].why or plain.failed > 0
           and plain:reasons()[1].why)
    local never = 0
    for _, name in ipairs(outputs) do
        local a, b = pipe:column(name), plain:column(name)
        for i = 1, 120 do
            assert(a[i] == b[i], ("%s of %d: %s by the pipeline, %s by the "
                .. "function"):format(name, i, a[i], b[i]))
        end
    end
    for i = 1, 120 do
        never = never + (pipe:column "opens A/3"[i] and 0 or 1)
    end
    assert(never > 5 and never < 115, never)
end

return test
