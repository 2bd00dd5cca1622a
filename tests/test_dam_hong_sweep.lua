-- What must hold for the closing by 2029: the pipeline is what forks give, and
-- the answer is that of the futures.

ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local case    = require "case"
local success = require "success"

local DATA = "scenarios/dam_hong/data"

local test = {}

local base

local function made()
    if not base then
        local laocai = require "laocai"
        local plan = laocai(DATA)
        base = success.base(plan, case.read(plan, { data = DATA,
                                                    on = "2026-10-05" }))
    end
    return base
end

local function sweep(n, design)
    return ccn.sweep { name = "test dam_hong", n = n, design = design,
                       factors = success.factors(made()),
                       run = success.pipeline(made()) }
end

function test.every_future_is_what_a_fork_gives()
    local results, seen = sweep(40, "latin"), {}
    for i = 1, #results do
        local x = {}
        for _, name in ipairs(results.inputs) do
            x[name] = results:column(name)[i]
        end
        x.delay = math.tointeger(x.delay)
        local placed, done = success.by_fork(made(), x)
        assert(placed == results:column "placed"[i],
               ("future %d: %d placed by a fork, %d by the pipeline"):format(
                   i, placed, results:column "placed"[i]))
        assert(done == (results:column "done"[i] == 1))
        seen[placed] = true
    end
    local kinds = 0
    for _ in pairs(seen) do
        kinds = kinds + 1
    end
    assert(kinds > 3, "the futures hardly differ")
end

function test.it_fails_when_the_extension_opens_after_2028()
    local results = sweep(512, "sobol")
    local late, never = results:column "delay", 0
    local early = 0
    for i = 1, #results do
        local done = results:column "done"[i]
        if late[i] >= 2 then
            never = never + done
        else
            early = early + done
        end
    end
    assert(never == 0 and early > 50, early)
end

function test.it_fails_when_half_of_the_money_is_there()
    local results = sweep(1, "one")
    assert(results:column "done"[1] == 1, "the base does not succeed")
    for i = 1, #results do
        if results:column "money"[i] < 0.7 then
            assert(results:column "done"[i] == 0)
        end
    end
end

return test
