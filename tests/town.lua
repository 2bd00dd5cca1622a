--- A town in which an extension slips, for tests of proposals.

local set = ccn.triggers.set {
    signposts = { { id = "built", of = "cluster", unit = "ha",
                    indicators = { "industrial_land_built" },
                    en = "land built", vi = "đất đã có hạ tầng" } },
    triggers = { { id = "slips", signpost = "built", op = "<", level = 4,
                   en = "move the wave", vi = "dời đợt" } },
}

--- 1 ha free Near and 0.6 ha Far; the extension Near serves from 2028 by the
-- plan; E1 moves in 2028, the others in 2030.
local function town(built)
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "Home", state = "closing" })
    plan:add("cluster", { key = "Near", state = "operating",
                          industrial_area = 3, leased_area = 2 })
    plan:add("cluster", { key = "Far", state = "operating",
                          industrial_area = 3, leased_area = 2.4 })
    plan:add("phase", { key = "Near/2", cluster = "Near", opens = 2027,
                        industrial_area = 2, state = "proposed" })
    for i, year in ipairs { 2028, 2030, 2030, 2030 } do
        plan:add("enterprise", { key = "E" .. i, cluster = "Home",
                                 land_held = 0.5, destination = "Near",
                                 move_year = year })
    end
    plan:add("observation", {
        key = "o1", cluster = "Near", indicator = "industrial_land_built",
        value = built or 3, period = "2028-6m",
        received = ccn.observations.period "2028-6m".due["02"] })
    return plan
end

local function propose(plan, change)
    local options = {
        triggers = set, from = "2028-6m", to = "2028-6m",
        actions = { { id = "later", trigger = "slips", en = "later",
                      vi = "muộn hơn", change = function(world)
                          world:phase "Near/2".opens = 2030
                      end } },
        order = function(world)
            return world:enterprises():where { cluster = "Home" }
        end,
        place = { years = { 2028, 2031 }, solver = "exact",
                  unknown = { land = "leave out", capacity = "leave out",
                              trade = "allow" } },
        windows = { closed = 2028, published = 2029 }, tax = 0.5,
    }
    for name, value in pairs(change or {}) do
        options[name] = value
    end
    return ccn.propose(plan, options)
end

local BN = 1000000000

--- The town with figures: the extension costs 30 bn VND over two years, each
-- move 2 bn VND, but that of E4 is not known.
local function costly()
    local plan = town()
    local phase = plan:phase "Near/2"
    phase.cost, phase.duration = 30 * BN + 1, 1.5
    for i = 1, 3 do
        plan:enterprise("E" .. i).moving_cost = 2 * BN
    end
    return plan
end

return { set = set, town = town, costly = costly, propose = propose }
