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

--- The arguments of each engine in a run, from its first call.
local function spied(names, run)
    local kept, calls = {}, {}
    for _, name in ipairs(names) do
        kept[name] = ccn.engine[name]
        ccn.engine[name] = function(...) -- luacheck: ignore 122
            calls[name] = calls[name] or copy { ... }
            return kept[name](...)
        end
    end
    local done, message = pcall(run)
    for name, engine in pairs(kept) do
        ccn.engine[name] = engine -- luacheck: ignore 122
    end
    assert(done, message)
    return calls
end

--- A call with arguments in which something is wrong: a reason, if not taken.
local function answers(name, arguments, where)
    local done, message = pcall(ccn.engine[name], table.unpack(arguments))
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

local function attack(name, arguments)
    local refused = 0
    assert(answers(name, copy(arguments), name), name .. ": was sound before")
    parts(arguments, 3, function(holder, key, part)
        for _, wrong in ipairs(WRONG) do
            holder[key] = wrong
            local where = name .. "." .. tostring(key)
            if not answers(name, copy(arguments), where) then
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

local function place(mode)
    local plan = town()
    return ccn.place(plan, by_workers(plan), {
        years = { 2027, 2029 }, mode = mode,
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow" } })
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

return test
