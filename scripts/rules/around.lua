--- What the established clusters of a unit have together: average fill rate
-- and unleased industrial land, by the readings of a cluster that lies in two
-- units.
--
--     local look = around(plan, "2026-09-15")
--     look.known(cluster)      -- rules/reported.lua
--     look.units(cluster, "commune")
--         --> { { reading =, established_there =, fill_there =,
--                 unleased_there = }, ... }, or nil when the plan does not
--             know the units of the level on that day
--
-- A cluster in two units is counted in each of them in one reading, and in
-- neither in the other.  The average is leased land over industrial land of
-- all (Article 2.7 was seen by its definition of the single rate only).

local reported = require "rules.reported"

local say = require "wording".of(require "lang.rules")

local SAME = { ward = "commune" }

local function level_of(unit)
    return SAME[unit.level or ""] or unit.level
end

local function exists(unit, on)
    return (not unit.valid_from or unit.valid_from <= on)
        and (not unit.valid_to or on <= unit.valid_to)
end

--- The unit of a level that a unit lies in on a day, itself included.
local function upwards(unit, level, on)
    while unit do
        if level_of(unit) == level and exists(unit, on) then
            return unit.key
        end
        unit = unit.parent
    end
end

--- The keys of the units of a level that a cluster lies in: nil when one of
-- them is not known.
local function units_of(plan, cluster, level, on)
    local keys, seen = {}, {}
    local names = cluster.units or {}
    if #names == 0 and cluster.unit then
        names = { cluster.unit.key }
    end
    for _, name in ipairs(names) do
        local unit = plan:unit(name)
        local key = unit and upwards(unit, level, on)
        if not key then
            return nil
        elseif not seen[key] then
            seen[key] = true
            keys[#keys + 1] = key
        end
    end
    return #keys > 0 and keys or nil
end

--- Established by the day: true, false, or nil when that is not known.
local function established(cluster, on)
    if cluster.established then
        return cluster.established <= on
    end
    return cluster.has_decision
end

--- Adds one cluster to the sums; land that is not known is kept by name.
local function count(sum, one, on)
    local cluster = one.cluster
    local is = established(cluster, on)
    if is == nil then
        sum.open = sum.open + 1
    elseif is then
        local land, leased = one.known.land, one.known.leased
        sum.count = sum.count + 1
        if land and leased then
            sum.land, sum.leased = sum.land + land, sum.leased + leased
        else
            table.insert(sum.unknown, { cluster = cluster.key,
                fact = land and "leased" or "industrial_area" })
        end
    end
end

--- Clusters whose state is open make the count a bound.
local function figures_of(sum)
    local there = { established_there = sum.count, unknown = sum.unknown }
    if sum.open > 0 then
        there.established_there = { low = sum.count,
                                    high = sum.count + sum.open }
    end
    local free = sum.land - sum.leased
    if sum.open == 0 and #sum.unknown == 0 then
        there.fill_there = sum.land > 0 and 100 * sum.leased / sum.land or nil
        there.unleased_there = free
    else
        there.unleased_there = { low = free }
    end
    return there
end

local function why(there)
    local facts, seen = {}, {}
    for _, one in ipairs(there.unknown) do
        if not seen[one.fact] then
            seen[one.fact] = true
            facts[#facts + 1] = one.fact
        end
    end
    local names = {}
    for i, one in ipairs(there.unknown) do
        names[i] = one.cluster
    end
    there.unknown = nil
    if type(there.established_there) == "table" then
        table.insert(facts, 1, "established_there")
    end
    if #facts > 0 then
        there.asks = { fill_there = facts, unleased_there = facts }
    end
    if #names > 0 then
        there.because = { fill_there = say("not known of",
                                           table.concat(names, ", ")) }
    end
end

--- One reading: the established clusters of a unit, those in two units
-- counted or not.  A cluster whose units are not known may be one of them.
local function read(where, own, unit, whole, on)
    local sum = { count = 0, open = where.lost, land = 0, leased = 0,
                  unknown = {} }
    for _, one in ipairs(where.by[unit]) do
        if one ~= own and (whole or #one.units == 1) then
            count(sum, one, on)
        end
    end
    local there = figures_of(sum)
    why(there)
    return there
end

--- Whether another cluster of a unit lies in a second one, too.
local function straddles(where, own, unit)
    for _, one in ipairs(where.by[unit]) do
        if one ~= own and #one.units > 1 then
            return true
        end
    end
    return false
end

--- Which clusters lie in which unit of a level; how many of those that may be
-- established lie nobody knows where.
local function survey(plan, level, on, known)
    local where = { by = {}, of = {}, lost = 0 }
    for cluster in plan:clusters() do
        local one = { cluster = cluster, known = known(cluster),
                      units = units_of(plan, cluster, level, on) }
        where.of[cluster.key] = one
        if not one.units and established(cluster, on) ~= false then
            where.lost = where.lost + 1
        end
        for _, key in ipairs(one.units or {}) do
            where.by[key] = where.by[key] or {}
            table.insert(where.by[key], one)
        end
    end
    return where
end

local function readings(where, cluster, on)
    local own, list = where.of[cluster.key], {}
    if not own.units then
        return nil
    end
    for _, unit in ipairs(own.units) do
        local two = straddles(where, own, unit)
        for _, whole in ipairs(two and { true, false } or { true }) do
            local there = read(where, own, unit, whole, on)
            there.reading = { unit = unit, two = two, whole = whole }
            list[#list + 1] = there
        end
    end
    return list
end

--- Looks over a plan on a day, each level once.
return function(plan, on)
    local levels, known = {}, reported(plan, on)
    return { known = known, units = function(cluster, level)
        levels[level] = levels[level] or survey(plan, level, on, known)
        return readings(levels[level], cluster, on)
    end }
end
