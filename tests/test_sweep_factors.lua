--- What a factor of a sweep changes in a plan or in a pipeline: each kind of
-- field, each way, each effect, and what it cannot change.

local test = {}

local UNKNOWN = { land = "leave out", cost = "leave out",
                  capacity = "leave out", trade = "allow" }

local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "A", state = "operating", has_decision = true,
                          industrial_area = 20, reported_fill = 50,
                          established = "2020-01-01",
                          infrastructure_cost = 1000000 })
    plan:add("cluster", { key = "B", state = "operating" })
    for i = 1, 3 do
        plan:add("enterprise", { key = "E" .. i, land_held = 1, workers = 10,
                                 moving_cost = 5 })
    end
    return plan
end

local function sweep(request)
    request.name = "test factors"
    request.design = request.design or "sobol"
    request.n = request.n or 20
    request.outputs = request.outputs or { "y" }
    return ccn.sweep(request)
end

local function refused(words, call, ...)
    local done, why = pcall(call, ...)
    assert(not done, "it was taken, and not: " .. words)
    assert(tostring(why):find(words, 1, true), why)
end

--- Why experiments with a factor on a field failed.
local function reason(factor)
    local results = sweep { plan = town(), factors = { a = factor },
                            run = function() return 1 end }
    assert(results.failed == #results, "it was taken")
    return results:reasons()[1].why
end

function test.money_dates_and_flags_are_written_as_such()
    local results = sweep { plan = town(), factors = {
        cost = { 0.6, 2.4, by = "times",
                 field = { "cluster", "A", "infrastructure_cost" } },
        day  = { 0, 300, by = "add",
                 field = { "cluster", "A", "established" } },
        told = { values = { true, false },
                 field = { "cluster", "A", "has_decision" } },
    }, outputs = { "paid", "year", "said" }, run = function(x, fork)
        local cluster = fork:cluster "A"
        assert(cluster.has_decision == x.told)
        assert(cluster.infrastructure_cost
                   == math.floor(1000000 * x.cost + 0.5))
        return cluster.infrastructure_cost,
            tonumber(cluster.established:sub(1, 4)), cluster.has_decision
    end }
    assert(results.failed == 0, results.failed > 0
                                    and results:reasons()[1].why)
    for i = 1, #results do
        assert(results:column "year"[i] == 2020)
    end
end

function test.what_is_not_known_cannot_be_added_to()
    local why = reason { 1, 2, by = "add",
                         field = { "cluster", "B", "reported_fill" } }
    assert(why:find("does not know reported_fill", 1, true), why)
    why = reason { 200, 300, field = { "cluster", "B", "reported_fill" } }
    assert(why:find("factor a", 1, true), why)
    why = reason { values = { "odd", "even" },
                   field = { "cluster", "B", "state" } }
    assert(why:find("factor a", 1, true), why)
end

function test.a_factor_that_is_not_there_is_named()
    local results = sweep { factors = { rate = { 0, 1 } },
                            run = function(x) return x.rat end }
    assert(results:reasons()[1].why:find "did you mean 'rate'")
    results = sweep { factors = { rate = { 0, 1 } },
                      run = function(x) return x["~~~~~~~~~~~~~"] end }
    assert(results.failed == #results)
    results = sweep { factors = { rate = { 0, 1 } },
                      run = function() return {} end, outputs = { "y" } }
    assert(#results:column "y" == 20)
    results = sweep { factors = { rate = { 0, 1 } },
                      run = function() return "text" end }
    assert(results.failed == #results)
    results = sweep { factors = { rate = { 0, 1 } },
                      run = function() return { z = 1 } end }
    assert(results.failed == #results)
end

--- Results of experiments of a pipeline with effects.
local function piped(factors, effects, outputs, more)
    local plan = town()
    local options = { years = { 2027, 2029 }, mode = "strict",
                      budget = { [2027] = 100, [2028] = 100, [2029] = 100 },
                      unknown = UNKNOWN }
    for name, option in pairs(more or {}) do options[name] = option end
    return sweep { factors = factors, outputs = outputs, run = ccn.pipeline {
        plan = plan, order = plan:enterprises(), options = options,
        effects = effects, outputs = outputs } }
end

local function all(results, name, wanted)
    for i = 1, #results do
        local value = results:column(name)[i]
        assert(value == wanted, ("%s of %d: %s instead of %s"):format(
            name, i, tostring(value), tostring(wanted)))
    end
end

function test.who_may_move_later_moves_later()
    local factors = { year = { whole = { 2028, 2029 } } }
    local outputs = { "placed", "placed 2027", "last_year", "total", "done",
                      "used budget 2027", "used budget" }
    local results = piped(factors, { year = { { earliest = "set" } } }, outputs)
    all(results, "placed", 3)
    all(results, "placed 2027", 0)
    all(results, "used budget 2027", 0)
    all(results, "used budget", 15)
    all(results, "done", 1)
    for i = 1, #results do
        assert(results:column "last_year"[i] == results:column "year"[i])
    end
    results = piped({ later = { whole = { 0, 2 } } },
                    { later = { { earliest = "add" } } }, outputs)
    for i = 1, #results do -- each experiment begins from the plan
        assert(results:column "last_year"[i]
                   == 2027 + results:column "later"[i])
    end
    results = piped({ later = { whole = { 1, 9 } } },
                    { later = { { earliest = "add", enterprise = "E2" } } },
                    outputs)
    all(results, "placed", 3)
    all(results, "placed 2027", 2) -- beyond the last year is the last
end

function test.nobody_moves_where_it_is_shut_for_years()
    local outputs = { "placed", "placed 2027", "last_year" }
    local results = piped({ years = { whole = { 0, 4 } } },
                          { years = { { cluster = "A", shut = "add" } } },
                          outputs)
    for i = 1, #results do
        local years = results:column "years"[i]
        assert(results:column "placed"[i] == (years < 3 and 3 or 0), years)
        assert(results:column "placed 2027"[i] == (years < 1 and 3 or 0))
        assert(years > 2 or results:column "last_year"[i] == 2027 + years)
    end
end

function test.effects_have_bounds()
    local outputs = { "placed", "left" }
    all(piped({ free = { values = { -5, 0 } } },
              { free = { { cluster = "A", free = "set" } } }, outputs),
        "placed", 0) -- less than nothing is nothing
    local much = piped({ free = { values = { 1e17, 1e30 } } },
                       { free = { { cluster = "A", free = "times" } } },
                       outputs)
    assert(much:reasons()[1].why:find("too much", 1, true))
    all(piped({ need = { values = { 100, 1000 } } },
              { need = { { need = "budget", by = "times",
                           enterprise = "E1" } } }, outputs), "left", 1)
    all(piped({ money = { values = { 0, 0.5 } } },
              { money = { { supply = "budget", by = "set", year = 2027 },
                          { supply = "budget", by = "set", year = 2028 },
                          { supply = "budget", by = "set", year = 2029 } } },
              outputs), "placed", 0)
end

function test.works_change_phase_by_phase_and_year_by_year()
    local plan = town()
    for i = 1, 2 do
        plan:add("phase", { key = "A/" .. i, cluster = "A", number = i,
                            industrial_area = 4, cost = 10, duration = 1,
                            state = "proposed",
                            after = i > 1 and "A/1" or nil })
    end
    local outputs = { "opened", "opens A/1", "opens A/2", "paid",
                      "paid province" }
    local function built(factors, effects)
        return sweep { n = 12, factors = factors, outputs = outputs,
                       run = ccn.pipeline {
            plan = plan, order = plan:enterprises(), outputs = outputs,
            options = { years = { 2027, 2030 }, mode = "strict",
                        unknown = UNKNOWN },
            schedule = { years = { 2027, 2030 }, steps = 200,
                         budget = { { source = "province", carry = true,
                                      [2027] = 10, [2028] = 10,
                                      [2029] = 10 } },
                         unknown = { cost = "leave out", area = "leave out",
                                     duration = { assume = 1 } } },
            effects = effects } }
    end
    local dear = built({ a = { values = { 1, 2, 9 } } },
                       { a = { { cost_of = "A/2", by = "times" } } })
    local late = built({ a = { whole = { 0, 2 } } },
                       { a = { { starts = "A/1", by = "add" } } })
    local poor = built({ a = { values = { 0, 10 } } },
                       { a = { { source = "province", by = "set",
                                 year = 2027 } } })
    for i = 1, 12 do
        local times = dear:column "a"[i]
        assert(dear:column "paid"[i] == (times > 2 and 10 or 10 + 10 * times))
        assert(dear:column "opened"[i] == (times > 2 and 1 or 2))
        assert(late:column "opens A/1"[i] >= late:column "a"[i] + 2027)
        assert(late:column "opens A/1"[i] < late:column "a"[i] + 2029)
        assert(poor:column "paid province"[i] == 20)
        assert(poor:column "opens A/1"[i]
                   == (poor:column "a"[i] == 0 and 2028 or 2027))
    end
end

function test.effects_name_what_is_there()
    local factors = { a = { 0, 1 } }
    local outputs = { "placed" }
    local function wrong(words, effect, more)
        refused(words, piped, factors, { a = { effect } }, more or outputs)
    end
    wrong("A/9", { phase = "A/9", opens = "add" })
    wrong("C", { cluster = "C", fill = "set" })
    wrong("E9", { earliest = "add", enterprise = "E9" })
    wrong("gold", { supply = "gold", by = "add" })
    wrong("2031", { supply = "budget", by = "add", year = 2031 })
    wrong("a", { weight = "workers", by = "set" })
    wrong("a", { nothing = true })
    wrong("odd", { supply = "budget", by = "odd" })
    wrong("sold", { supply = "budget", by = "add" }, { "sold" })
    refused("b", piped, factors, { b = { { supply = "budget", by = "add" } } },
            outputs)
end

--- A sweep whose function uses a value from outside of it.
local function carried(value)
    return sweep { factors = { a = { 0, 1 } }, run = function(x)
        return value and x.a
    end }
end

function test.what_cannot_go_into_a_thread_is_named()
    local closed = ccn.new "Closed"
    closed:close()
    local deep = {}
    local far = deep
    for _ = 1, 1000 do
        far.next = {}
        far = far.next
    end
    local words = ("a b"):gmatch "%a"
    for kind, value in pairs { ["closed plan"] = closed, table = deep,
                               ["function"] = words } do
        refused(kind, carried, value)
        refused(kind, carried, { inside = { value } })
        refused(kind, carried, { [value] = 1 })
        refused(kind, carried, setmetatable({}, { __index = value }))
        refused(kind, carried, function() return value end)
    end
    local plan = town()
    local changes = plan:fork "F":changes()
    refused("changes", carried, changes)
end

function test.what_goes_into_a_thread_is_the_same_there()
    local plan = town()
    local shared = { n = 1 }
    local rows, row = plan:enterprises(), plan:cluster "A"
    local function count() return shared.n end
    local meta = setmetatable({}, { __index = shared })
    local kept = { 1, 2.5, "a", false, rows = rows, row = row, plan = plan,
                   len = string.len, count = count, meta = meta,
                   none = setmetatable({}, nil) }
    kept.itself = kept
    local results = sweep { factors = { a = { 0, 1 } }, run = function()
        shared.n = 5 -- in all of them: they share it here too
        assert(kept.itself == kept and kept[1] == 1 and kept[2] == 2.5)
        assert(kept[4] == false and kept.len(kept[3]) == 1)
        assert(#kept.rows == 3 and kept.row.key == "A")
        assert(kept.plan:cluster "A" == kept.row)
        return kept.count() + kept.meta.n
    end }
    assert(results.failed == 0, results.failed > 0
                                    and results:reasons()[1].why)
    all(results, "y", 10)
    assert(shared.n == 1)
end

return test
