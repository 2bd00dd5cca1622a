--- What the engines take from a script: any part of a sound problem may be
-- something else, and the answer is a result or an error that says what is
-- wrong, never a crash and never a run without end.

local test = {}

local BN = 1000000000

--- In place of a part.  Not nil: a part that is not given is usual.
local WRONG = { -1, 0.5, 3, 1e300, 0 / 0, "x", {}, { {} }, { -1, 0.5, "x" },
                true, false }

local function copy(value)
    if type(value) ~= "table" or getmetatable(value) then return value end
    local made = {}
    for key, part in pairs(value) do made[key] = copy(part) end
    return made
end

--- The arguments of each engine in a run, from its first call, and what that
-- gave.
local function spied(names, run)
    local kept, calls, results = {}, {}, {}
    for _, name in ipairs(names) do
        kept[name] = ccn.engine[name]
        ccn.engine[name] = function(...) -- luacheck: ignore 122
            calls[name] = calls[name] or copy { ... }
            local found = table.pack(kept[name](...))
            results[name] = results[name] or found[1]
            return table.unpack(found, 1, found.n)
        end
    end
    local done, message = pcall(run)
    for name, engine in pairs(kept) do
        ccn.engine[name] = engine -- luacheck: ignore 122
    end
    assert(done, message)
    return calls, results
end

--- A call with arguments in which something is wrong: a reason, if not taken.
local function answers(call, arguments, where)
    local done, message = pcall(call, table.unpack(arguments))
    assert(done or type(message) == "string" and #message > 0, where)
    return done
end

--- The places of a table and of the first of each list in it.
local function parts(value, depth, each)
    local first = true
    for key, part in pairs(value) do
        if type(key) ~= "number" or first then
            each(value, key, part)
            if type(part) == "table" and not getmetatable(part)
                and depth > 0 then
                parts(part, depth - 1, each)
            end
        end
        first = first and type(key) ~= "number"
    end
end

local function attack(name, arguments, call)
    local refused = 0
    call = call or ccn.engine[name]
    assert(answers(call, copy(arguments), name), name .. ": was sound before")
    parts(arguments, 3, function(holder, key, part)
        for _, wrong in ipairs(WRONG) do
            holder[key] = wrong
            local where = name .. "." .. tostring(key)
            if not answers(call, copy(arguments), where) then
                refused = refused + 1
            end
        end
        holder[key] = part
    end)
    assert(refused > 10, name .. ": hardly anything was refused")
end

local function attack_all(names, run)
    local calls = spied(names, run)
    for _, name in ipairs(names) do
        assert(calls[name], name .. " was not called")
        attack(name, calls[name])
    end
end

local function town()
    local plan = ccn.new "Town"
    plan:add("trade", { key = "wood" })
    plan:add("cluster", { key = "Home", state = "closing" })
    plan:add("cluster", { key = "Near", state = "operating",
                          industrial_area = 20, reported_fill = 90 })
    for i, land in ipairs { 1, 0.9, 0.5 } do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 land_held = land, workers = 10 * i,
                                 trade = "wood", plan = "move" })
    end
    for i = 1, 2 do
        plan:add("phase", { key = "Near/" .. i, cluster = "Near", number = i,
                            industrial_area = 4, cost = 10 * BN, duration = 1,
                            state = "proposed",
                            after = i > 1 and "Near/1" or nil })
    end
    return plan
end

local WORKERS = { name = "workers", en = "Workers", vi = "Lao động",
                  field = "workers", weight = 1, missing = "worst",
                  scale = { from = 100, to = 0 }, ground = "test" }
local LAND = { name = "land", en = "Land", vi = "Đất", field = "land_held",
               weight = 2, missing = "worst", scale = { from = 0, to = 2 },
               ground = "test" }

local function by_workers(plan)
    return ccn.rank(plan:enterprises(), { WORKERS, LAND })
end

function test.ranking_takes_no_nonsense()
    attack_all({ "rank" }, function() by_workers(town()) end)
end

local function refused(words, call, ...)
    local done, message = pcall(call, ...)
    assert(not done, "it was taken, and not: " .. words)
    assert(message:find(words, 1, true), message)
end

function test.questions_to_a_ranking_take_no_nonsense()
    local calls = spied({ "rank" }, function() by_workers(town()) end)
    local ranking = ccn.engine.rank(calls.rank[1])
    local function asked(more)
        local made = { samples = 50, seed = 1, ranks = 2, low = { 0, 0 },
                       high = { 1, 1 }, more = { 1 }, less = { 2 },
                       factor = { 1 } }
        for name, part in pairs(more) do made[name] = part end
        return made
    end
    local function acceptability(asks)
        return ranking:acceptability(asks)
    end
    local uniform = { who = 1, criterion = 1, kind = "uniform", a = 1, b = 2 }
    local discrete = { who = 2, criterion = 2, kind = "discrete",
                       values = { 0.5, 1 }, chances = { 0.5, 0.5 } }
    attack("acceptability", { asked { spreads = { uniform } } }, acceptability)
    attack("acceptability", { asked { spreads = { discrete } } }, acceptability)
    refused("a ratio needs two criteria and a factor", acceptability,
            asked { factor = { false } })
    refused("no such alternative or criterion", acceptability,
            asked { spreads = { { who = 9, criterion = 1, kind = "worth" } } })
    refused("no such alternative or criterion", acceptability,
            asked { spreads = { { who = 1, criterion = 3, kind = "worth" } } })
    refused("said twice", acceptability,
            asked { spreads = { uniform, copy(uniform) } })
    for _, ranks in ipairs { -1, 0, 3, 1e9 } do -- all that there are
        acceptability(asked { ranks = ranks, seed = -1 })
    end
    refused("at least 1", ranking.stability, ranking, 0)
    refused("alternative", ranking.entry, ranking, 4)
    refused("alternative", ranking.parts, ranking, 0)
end

function test.questions_to_handles_need_numbers_that_are_there()
    local engine = ccn.engine
    local _, results = spied({ "place", "schedule" }, function()
        local plan = town()
        local unknown = { land = "leave out", capacity = "leave out",
                          trade = "allow" }
        ccn.place(plan, by_workers(plan), { years = { 2027, 2029 },
                                            mode = "strict",
                                            unknown = unknown })
        ccn.schedule(plan, {
            years = { 2027, 2030 },
            budget = { { source = "province", carry = true,
                         [2027] = 12 * BN } },
            unknown = { cost = "leave out", area = "leave out",
                        duration = { assume = 1 } } })
    end)
    local placed, scheduled = results.place, results.schedule
    for _, name in ipairs { "why_not", "changes", "other", "wish", "worth",
                            "schedule_why" } do
        local handle = name == "schedule_why" and scheduled or placed
        for _, number in ipairs { 0, -1, 99 } do
            refused("number", engine[name], handle, number, number)
        end
        assert(not pcall(engine[name], "no handle", 1, 1))
        assert(not pcall(engine[name], name == "schedule_why" and placed
                                           or scheduled, 1, 1))
    end
    refused("no such number of years", engine.land_serving, 1, {}, {}, 2027,
            1001)
    refused("no such number of years", engine.land_serving, 1, {}, {}, 2027, -1)
    refused("no such area", engine.land_serving, -1, {}, {}, 2027, 3)
    refused("no such area", engine.land_serving, 1, { 2027 }, { -1 }, 2027, 3)
    refused("no such area", engine.land_serving, 1, { 2027 }, { 1 << 60 },
            2027, 3)
    local many, areas = {}, {}
    for i = 1, 1001 do many[i], areas[i] = 2027, 1 end
    refused("too many openings", engine.land_serving, 1, many, areas, 2027, 3)
end

local function place(mode)
    local plan = town()
    return ccn.place(plan, by_workers(plan), {
        years = { 2027, 2029 }, mode = mode,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
end

function test.columns_end_where_the_rows_end()
    local plan = town()
    plan:enterprise "E1".type = "new"
    plan:enterprise "E2".type = "polluting"
    plan:enterprise "E3".moving_cost = 5
    local rows = ccn.engine.rows(plan:enterprises())
    assert(#rows == 3 and rows:row(1).key == "E1")
    for _, number in ipairs { 0, -1, 4 } do
        refused("no such row", rows.row, rows, number)
        assert(rows:column "workers"[number] == nil)
    end
    assert(rows:column "note" == nil and rows:column "type" == nil)
    assert(rows:column("type", { new = 1, polluting = 2 }, 0)[2] == "polluting")
    assert(rows:column("type", { new = 1 }) == nil) -- no number for polluting
    for field, value in pairs { moving_cost = 5, land_held = 0.5,
                                workers = 30 } do
        local column = rows:column(field)
        assert(#column == 3 and column[3] == value, field)
    end
    plan:remove(plan:enterprise "E1")
    local left = ccn.engine.rows(plan:enterprises())
    assert(#left == 2 and left:column "workers"[1] == 20)
    assert(#ccn.engine.rows(town():inspections()) == 0)
end

function test.placing_takes_no_nonsense()
    attack_all({ "place" }, function() place "strict" end)
end

function test.questions_to_a_placement_take_no_nonsense()
    attack_all({ "placed", "why_not" }, function()
        local made = place "strict"
        for i = 1, 3 do
            tostring(made:why_not("E" .. i, "Near"))
        end
        tostring(made)
    end)
end

function test.scheduling_takes_no_nonsense()
    attack_all({ "schedule" }, function()
        ccn.schedule(town(), {
            years = { 2027, 2030 },
            budget = { { source = "province", carry = true,
                         [2027] = 12 * BN, [2028] = 12 * BN } },
            unknown = { cost = "leave out", area = "leave out",
                        duration = { assume = 1 } } })
    end)
end

--- The problem of the engine with all that a plan can ask of it.
function test.scheduling_with_every_part_takes_no_nonsense()
    local function list(value)
        return { value, value }
    end
    local problem = {
        phases = { "A", "B" }, years = 3, first_year = 2027,
        kinds = { "works" },
        cluster = { 1, 2 }, must = { 0, 1 }, earliest = { 1, false },
        latest = { false, 3 }, pay_phase = { 1, 2 }, pay_kind = { 1, 1 },
        pay_before = { 0, 1 }, pay_amount = list(5), arc_first = { 1 },
        arc_then = { 2 }, arc_lag = { 1 },
        sources = { { name = "province", budget = { 9, 9, 9 }, carry = true,
                      weight = 1, share = 0.5, kinds = { 1 },
                      barred = { 0, 0 } },
                    { name = "other", budget = { 9, 9, 9 } } },
        rows = { { name = "two at most", kind = "opens", from = 1, to = 3,
                   phase = { 1, 2 }, amount = { 1, 1 }, most = 2,
                   least = 0 } },
        terms = { { name = "early", weight = 2,
                    value = { 3, 2, 1, 3, 2, 1 } } },
    }
    attack("schedule", { problem })
    for _, wrong in ipairs { -1, 1.5, 1e9 } do
        for _, name in ipairs { "share", "weight" } do
            local odd = copy(problem)
            odd.sources[1][name] = wrong
            answers(ccn.engine.schedule, { odd }, name)
        end
        for _, name in ipairs { "least", "most", "from", "to" } do
            local odd = copy(problem)
            odd.rows[1][name] = wrong
            answers(ccn.engine.schedule, { odd }, name)
        end
    end
end

--- A sample of a design with factors a and b.
local function sample(kind, n)
    local made = { design = { kind = kind, n = n }, inputs = { a = {}, b = {} },
                   outputs = { y = {} } }
    local function add(a, b)
        local inputs = made.inputs
        inputs.a[#inputs.a + 1], inputs.b[#inputs.b + 1] = a, b
        made.outputs.y[#made.outputs.y + 1] = a + 2 * b
    end
    for i = 1, n do
        local a, b = i * 2 ^ 0.5 % 1, i * 3 ^ 0.5 % 1
        add(a, b)
        if kind == "saltelli" then
            local c, d = i * 5 ^ 0.5 % 1, i * 7 ^ 0.5 % 1
            add(c, b)
            add(a, d)
            add(c, d)
        end
    end
    return made
end

function test.what_drives_a_result_takes_no_nonsense()
    attack_all({ "sobol_indices", "pawn", "regression", "prim" }, function()
        ccn.sobol(sample("saltelli", 8))
        ccn.pawn(sample("latin", 40))
        ccn.regression(sample("latin", 40))
        ccn.prim(sample("latin", 40), "y", { at_least = 2 })
    end)
end

function test.pipelines_take_no_nonsense()
    attack_all({ "works", "pipeline" }, function()
        local plan = town()
        local outputs = { "placed", "placed 2027", "used budget 2027", "total",
                          "opens Near/1", "paid province" }
        ccn.sweep { name = "test nonsense", design = "latin", n = 4,
                    factors = { a = { 1, 2 } }, outputs = outputs,
                    run = ccn.pipeline {
            plan = plan, order = by_workers(plan), outputs = outputs,
            options = { years = { 2027, 2029 }, mode = "strict",
                        budget = { [2027] = 9, [2028] = 9, [2029] = 9 },
                        unknown = { land = "leave out", cost = "leave out",
                                    capacity = "leave out",
                                    trade = "allow" } },
            schedule = { years = { 2027, 2029 }, steps = 50,
                         budget = { { source = "province", carry = true,
                                      [2027] = 12 * BN, [2028] = 12 * BN } },
                         unknown = { cost = "leave out", area = "leave out",
                                     duration = { assume = 1 } } },
            effects = { a = { { need = "budget", by = "times" },
                              { supply = "budget", by = "times", year = 2028 },
                              { cluster = "Near", free = "times" },
                              { weight = "workers", by = "times" },
                              { source = "province", by = "times",
                                year = 2028 },
                              { cost_of = "Near/1", by = "times" },
                              { starts = "Near/2", by = "add" },
                              { phase = "Near/1", opens = "add" } } } } }
    end)
end

function test.regret_takes_no_nonsense()
    attack_all({ "regret" }, function()
        ccn.robustness({ plans = { "steady", "bold" },
                         values = { { 10, 20, false }, { 0, 50, 1 } } },
                       { alpha = 0.25, at_least = 19.5 })
    end)
end

return test
