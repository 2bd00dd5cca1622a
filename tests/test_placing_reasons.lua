-- What is said to place one who waits is tried: with so much more it fits, with
-- the least bit less it fits nowhere, everyone else staying where they are.

local test = {}

local YEARS, CLUSTERS, MOVERS = { 2027, 2028, 2029 }, 3, 6
local UNKNOWN = { land = "refuse", capacity = "refuse", trade = "allow",
                  cost = "refuse" }

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
    for c = 1, CLUSTERS do
        plan:add("cluster", { key = "C" .. c, state = "operating",
                              industrial_area = 1, leased_area = 0 })
    end
    for e = 1, MOVERS do
        plan:add("enterprise", { key = "E" .. e,
                                 land_held = draw(9) * 0.1,
                                 moving_cost = draw(9) * 100000000,
                                 workers = draw(9) * 10 })
    end
    return plan
end

--- What there is: land (in units of 0.00001 ha) and people by cluster and year,
-- never less later; money by year.
local function world_of(draw)
    local world = { land = {}, people = {}, money = {} }
    for c = 1, CLUSTERS do
        local land, people = 0, 0
        for t, year in ipairs(YEARS) do
            land, people = land + (t == 1 and draw(12) or draw(4)) * 10000,
                people + draw(60)
            world.land[("C%d %d"):format(c, year)] = land
            world.people[("C%d %d"):format(c, year)] = people
        end
    end
    for _, year in ipairs(YEARS) do
        world.money[year] = draw(10) * 100000000
    end
    return world
end

--- The world with so many units more of a kind in a cluster from a year on.
local function with_more(world, kind, units, cluster, year)
    local more = { land = world.land, people = world.people,
                   money = world.money }
    more[kind] = {}
    for at, amount in pairs(world[kind]) do
        local there, when = at, at
        if kind ~= "money" then
            there, when = at:match "^(%S+) (%d+)$"
            when = tonumber(when)
        end
        local gets = kind == "money" and when == year
            or kind ~= "money" and there == cluster and when >= year
        more[kind][at] = amount + (gets and units or 0)
    end
    return more
end

local function place(plan, world, options)
    local all = { years = { YEARS[1], YEARS[#YEARS] }, mode = "strict",
                  unknown = UNKNOWN, budget = world.money, carry = true }
    all.capacity = function(cluster, year)
        return world.land[("%s %d"):format(cluster.key, year)] / 100000
    end
    all.resources = { { name = "people", need = "workers", per = 1,
        supply = function(cluster, year)
            return world.people[("%s %d"):format(cluster.key, year)]
        end, unknown = { need = "refuse", supply = "refuse" } } }
    for name, value in pairs(options or {}) do
        all[name] = value
    end
    return ccn.place(plan, plan:enterprises(), all)
end

--- Everyone where the placement has him, the one in a cluster and year as well.
local function fits(plan, world, placement, key, cluster, year)
    local pins, exclude = { [key] = { cluster = cluster, year = year } }, {}
    for _, move in ipairs(placement) do
        if move.cluster then
            pins[move.key] = { cluster = move.cluster.key, year = move.year }
        elseif move.key ~= key then
            exclude[#exclude + 1] = { enterprise = move.key }
        end
    end
    return pcall(place, plan, world, { pins = pins, exclude = exclude })
end

local KIND = { land = "land", people = "people", budget = "money" }
local UNITS = { land = 100000, people = 1, budget = 1 }

--- Nowhere, in no year, does one unit less do.
local function check_least(plan, world, placement, move, change, units)
    local kind = KIND[change.kind]
    for c = 1, CLUSTERS do
        for _, year in ipairs(YEARS) do
            local cluster = "C" .. c
            local less = with_more(world, kind, units - 1, cluster, year)
            assert(not fits(plan, less, placement, move.key, cluster, year),
                   change.text)
        end
    end
end

local function check_change(plan, world, placement, move, change)
    local units = math.floor(change.amount * UNITS[change.kind] + 0.5)
    local there, year = change.cluster.key, change.year
    local enough = with_more(world, KIND[change.kind], units, there, year)
    assert(units > 0 and fits(plan, enough, placement, move.key, there, year),
           change.text)
    check_least(plan, world, placement, move, change, units)
end

function test.what_would_place_one_does_and_no_less_of_it()
    local tried = { land = 0, people = 0, budget = 0 }
    for seed = 1, 60 do
        local draw = draws(seed)
        local plan, world = plan_of(draw), world_of(draw)
        local placement = place(plan, world)
        for _, move in ipairs(placement.waiting) do
            for _, change in ipairs(move.changes) do
                check_change(plan, world, placement, move, change)
                tried[change.kind] = tried[change.kind] + 1
            end
        end
    end
    assert(tried.land > 10 and tried.people > 20 and tried.budget > 20)
end

function test.no_single_change_is_said_only_where_none_is_enough()
    local found = 0
    for seed = 1, 60 do
        local draw = draws(seed)
        local plan, world = plan_of(draw), world_of(draw)
        local placement = place(plan, world)
        for _, move in ipairs(placement.waiting) do
            local kinds = {}
            for _, change in ipairs(move.changes) do
                kinds[change.kind] = true
            end
            for kind in pairs(KIND) do
                for c = 1, kinds[kind] and 0 or CLUSTERS do
                    local much = with_more(world, KIND[kind], 1000000000,
                                           "C" .. c, YEARS[1])
                    for _, year in ipairs(YEARS) do
                        assert(not fits(plan, much, placement, move.key,
                                        "C" .. c, year))
                    end
                end
                found = found + (kinds[kind] and 0 or 1)
            end
        end
    end
    assert(found > 20)
end

return test
