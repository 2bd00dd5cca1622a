--- What each cluster offers by year: land, treatment, whether it may be moved
-- into.
--
-- Free land is what the record leaves of the industrial land: less the leased
-- land, or by the fill rate.  That is a ceiling, and land the record calls
-- uncleared, or land of a cluster where nothing works yet, is kept back unless
-- the script offers it.  A phase adds its industrial land in the year after it
-- opens; phases that are open already are in the figures of the cluster.

local demand  = require "place.demand"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key
local tenths, litres = demand.tenths, demand.litres

local supply = {}

--- Whether the cluster closes or leaves the plan: then it offers nothing.
function supply.closes(cluster)
    local state = cluster.state
    return state == "closing" or state == "closed"
        or cluster.plan_status == "withdraw"
end

--- Industrial land that is not leased, in tenths of a square metre; nil when
-- it is not known.
local function unleased(cluster)
    local industrial = cluster.industrial_area
    if not industrial then
        return nil
    end
    local leased, fill = cluster.leased_area, cluster.reported_fill
    if leased then
        return math.max(0, tenths(industrial) - tenths(leased))
    elseif fill then
        local free = tenths(industrial) * (100 - fill) / 100
        return math.max(0, math.floor(free + 1e-6))
    end
    return nil
end

--- Why free land is not offered; nil when it is.
local function kept_back(cluster, options)
    if cluster.uncleared and options.uncleared ~= "offer" then
        return "uncleared"
    end
    local state = cluster.state
    if state and state ~= "operating" and options.unready ~= "offer" then
        return "not_working"
    end
    return nil
end

--- Land that is free at the start; nil when it is not known.
local function free_land(job, cluster, options)
    local free = unleased(cluster)
    if free == nil then
        return nil
    end
    local cleared = cluster.cleared_area
    if cleared and options.uncleared ~= "offer" then
        free = math.min(free, tenths(cleared))
    end
    local reason = kept_back(cluster, options)
    if reason and free > 0 then
        job.kept_back[key_of(cluster)] = { area = free, reason = reason }
        return 0
    end
    return free
end

--- Industrial land of a phase in tenths, or nil when it is left out.
local function phase_land(job, phase, options)
    local area = phase.industrial_area
    if area == nil and phase.total_area and options.industrial_share then
        area = phase.total_area * options.industrial_share
    end
    if area == nil then
        area = job.unknown:meet("phase", key_of(phase))
        if area == nil then
            job.notes[#job.notes + 1] = say("phase_unknown", key_of(phase))
            return nil
        end
    end
    return tenths(area)
end

--- The phases of a cluster that open: lists of years, of what they add, and of
-- their keys.
local function openings(job, cluster, amount)
    local opens, amounts, keys = {}, {}, {}
    for _, phase in ipairs(job.phases[key_of(cluster)] or {}) do
        local more = phase.opens and amount(phase)
        if more then
            opens[#opens + 1], amounts[#amounts + 1] = phase.opens, more
            keys[#keys + 1] = key_of(phase)
        end
    end
    return opens, amounts, keys
end

--- Put the years of one cluster behind those of the clusters before it.
local function append(list, by_year)
    for _, value in ipairs(by_year) do
        list[#list + 1] = value
    end
end

local function serving(job, free, opens, amounts)
    return wording.engine("land_serving", free, opens, amounts, job.years[1],
                          #job.years)
end

local function land_of(job, cluster, options)
    if supply.closes(cluster) then
        return serving(job, 0, {}, {})
    end
    local free = free_land(job, cluster, options)
    if free == nil then
        local assumed = job.unknown:meet("capacity", key_of(cluster))
        if assumed == nil then
            job.no_capacity[key_of(cluster)] = true
        end
        free = assumed and tenths(assumed) or 0
    end
    local opens, areas, phases = openings(job, cluster, function(phase)
        return phase_land(job, phase, options)
    end)
    if #opens > 0 then
        job.no_capacity[key_of(cluster)] = nil
    end
    job.ground[key_of(cluster)] = { free = free, opens = opens, areas = areas,
                                    phases = phases }
    return serving(job, free, opens, areas)
end

--- The script's own figures stand before those of the record.
local function override(job, cluster, by_year, capacity)
    for t, year in ipairs(job.years) do
        local area = capacity(cluster, year)
        if area and not (type(area) == "number" and area >= 0
                and area <= 1e9) then
            error(say("bad_capacity", key_of(cluster), year,
                      tostring(area)), 0)
        end
        if area then
            by_year[t] = tenths(area)
            job.ground[key_of(cluster)] = nil
            job.no_capacity[key_of(cluster)] = nil
        end
    end
end

local function add_land(job, options)
    local room = {}
    job.ground = {} -- what the land of a cluster is made of
    job.unknown:policy "capacity"
    for _, cluster in ipairs(job.clusters) do
        local by_year = land_of(job, cluster, options)
        if options.capacity then
            override(job, cluster, by_year, options.capacity)
        end
        append(room, by_year)
    end
    job.room = room
end

local function free_treatment(job, cluster)
    if cluster.wastewater_plant == false or supply.closes(cluster) then
        return 0
    end
    local capacity, flow = cluster.wastewater_capacity,
        cluster.wastewater_flow
    if capacity and flow then
        return math.max(0, litres(capacity) - litres(flow))
    end
    local assumed = job.unknown:meet("treatment", key_of(cluster))
    return assumed and litres(assumed) or 0
end

local function add_treatment(job)
    local treatment = {}
    job.unknown:policy "treatment"
    for _, cluster in ipairs(job.clusters) do
        local opens, amounts = openings(job, cluster, function(phase)
            local more = phase.wastewater_capacity
            return more and litres(more)
        end)
        append(treatment, serving(job, free_treatment(job, cluster), opens,
                                  amounts))
    end
    job.treatment = treatment
end

--- A rule that says by cluster and year whether anyone may move in.
local function add_rule(job, rule)
    local shut = {}
    for _, cluster in ipairs(job.clusters) do
        for _, year in ipairs(job.years) do
            local may = rule(cluster, year)
            if may == nil then
                may = job.unknown:meet("wastewater", key_of(cluster), true)
            end
            shut[#shut + 1] = not may
        end
    end
    job.problem.shut = shut
end

--- Phases that are not open yet, by the key of their cluster.
local function add_phases(job)
    job.phases = {}
    for phase in job.plan:phases() do
        local cluster = phase.cluster
        if cluster and phase.state ~= "open" then
            local key = wording.key(cluster)
            job.phases[key] = job.phases[key] or {}
            table.insert(job.phases[key], phase)
        end
    end
end

local MOST_MONEY = 1000000000000000 -- VND in a year

--- What comes in by year; years that are not named bring nothing, but one of
-- those asked about must be.
local function budget_of(job, given)
    local budget, named = {}, next(given) == nil
    for year, amount in pairs(given) do
        shape.needed(say "budget_key", year, "integer")
        local whole = type(amount) == "number" and math.tointeger(amount)
        if not whole or whole < 0 or whole > MOST_MONEY then
            error(say("bad_money", year, wording.money(MOST_MONEY),
                      shape.shown(amount)), 0)
        end
    end
    for t, year in ipairs(job.years) do
        named = named or given[year] ~= nil
        budget[t] = given[year] or 0
    end
    if not named then
        error(say("no_budget_year", job.years[1], job.years[#job.years]), 0)
    end
    return budget
end

--- Fill the supplies of the problem.
function supply.add(job, options)
    add_phases(job)
    add_land(job, options)
    if options.wastewater == "capacity" then
        add_treatment(job)
    elseif options.wastewater then
        add_rule(job, options.wastewater)
    end
    if options.budget then
        job.budget = budget_of(job, options.budget)
    end
end

return supply
