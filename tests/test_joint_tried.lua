-- Land and tenants together on small plans, against trying every year of every
-- phase that the money allows and placing on it.

local test = {}

local BILLION = 1000000000
local PHASES = { "C1/1", "C1/2", "C2/1", "C2/2" }
local YEARS = { 2027, 2028 }
local PLACE = { years = { 2028, 2029 }, mode = "best",
                unknown = { land = "leave out", capacity = "leave out",
                            trade = "allow" } }

--- Whole numbers from 1 to most, the same on every machine.
local function draws(seed)
    local state = seed
    return function(most)
        state = (state * 1103515245 + 12345) % 2147483648
        return state // 65536 % most + 1
    end
end

local function plan_of(draw)
    local plan = ccn.new "Drawn"
    for c = 1, 2 do
        plan:add("cluster", { key = "C" .. c, state = "operating",
                              industrial_area = 1, leased_area = 1 })
    end
    for _, key in ipairs(PHASES) do
        local cluster, number = key:match "^(C%d)/(%d)$"
        plan:add("phase", { key = key, cluster = cluster, duration = 1,
                            number = tonumber(number), state = "proposed",
                            industrial_area = draw(3),
                            cost = (2 + draw(8)) * BILLION,
                            after = number == "2" and cluster .. "/1" or nil })
    end
    for e = 1, 4 do
        plan:add("enterprise", { key = "E" .. e, land_held = draw(20) / 10 })
    end
    return plan
end

--- The years of the phases by a number from 0 to 80; nil: never.
local function years_of(code)
    local year = {}
    for _, key in ipairs(PHASES) do
        year[key] = YEARS[code % 3 + 1]
        code = code // 3
    end
    return year
end

--- Whether the money allows these very years.
local function allowed(plan, budget, year)
    local function of(phase) return year[phase.key] end
    return pcall(ccn.schedule, plan, {
        years = YEARS, budget = budget, earliest = of, latest = of,
        must = function(phase) return of(phase) ~= nil end,
        terms = { { name = "none", value = function(phase)
            return of(phase) and 0 or -1
        end } } })
end

local function least(plan, budget)
    local total = math.huge
    for code = 0, 80 do
        local year = years_of(code)
        if allowed(plan, budget, year) then
            local fork = plan:fork "tried"
            for _, key in ipairs(PHASES) do
                fork:phase(key).opens = year[key]
            end
            total = math.min(total, ccn.place(fork, fork:enterprises(),
                                              PLACE).total)
        end
    end
    return total
end

function test.it_finds_what_trying_all_finds_and_its_bound_is_not_above()
    for seed = 1, 10 do
        local draw = draws(seed)
        local plan = plan_of(draw)
        local budget = { { source = "province", carry = true,
                           [2027] = (4 + draw(8)) * BILLION,
                           [2028] = (2 + draw(8)) * BILLION } }
        local joint = ccn.schedule(plan, {
            years = YEARS, budget = budget, order = plan:enterprises(),
            place = PLACE }).joint
        local total = least(plan, budget)
        assert(math.abs(joint.total - total) < 1e-6,
               ("%d: %g, tried %g"):format(seed, joint.total, total))
        assert(joint.bound <= total + 1e-6)
    end
end

return test
