--- Land and tenants together: which phases open is chosen for those who are to
-- be placed.
--
-- The goal is that of ccn.place.  In turn, phases are scheduled for the land
-- that is wanted where, and enterprises are placed on the land that opens;
-- those who wait say where land would place them, and that is wanted in the
-- next round.  Then phases are tried one by one: what if this one had to open?
--
-- The bound holds for land and tenants together: it is the proved bound of
-- placing alone with every phase open from the first year in which it could be,
-- whatever the money.  So the gap is also what all the money in the world could
-- bring.

local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local Joint = {}

local function copy_of(table, more)
    local copy = {}
    for _, from in ipairs { table, more or {} } do
        for key, value in pairs(from) do
            copy[key] = value
        end
    end
    return copy
end

--- ha wanted by cluster and year, as far as is known now.
local function wanted_of(state, cluster, year)
    local sum = cluster.industrial_area or 0
    for _, want in ipairs(state.wants[key_of(cluster)] or {}) do
        if want.year <= year then
            sum = sum + want.land
        end
    end
    return sum
end

local function want(state, cluster, year, land)
    local list = state.wants[cluster] or {}
    state.wants[cluster] = list
    list[#list + 1] = { year = year, land = land }
end

--- Who was placed wants the land there; who waits wants it where it would be
-- placed.
local function learn(state, placement)
    state.wants = {}
    for _, move in ipairs(placement.placed) do
        want(state, key_of(move.cluster), move.year, move.land)
    end
    for _, move in ipairs(placement.waiting) do
        local change = move.change
        if change and change.kind == "land" and change.cluster then
            want(state, key_of(change.cluster), change.year or state.first,
                 change.amount or 0)
        end
    end
end

local function place_on(state, fork, mode)
    local options = copy_of(state.options.place, { mode = mode })
    return ccn.place(fork, state.options.order, options)
end

--- Every phase open as early as it could be.
local function relaxed(state)
    local fork = state.plan:fork "every phase"
    local none = copy_of(state.base, { steps = 1,
        terms = { { name = "none", value = function() return 0 end } } })
    local made = state.schedule(state.plan, none)
    for _, entry in ipairs(made) do
        local own = made.job.by_key[entry.key]
        local year = math.max(own.first_year,
                              made.job.years[1] + own.earliest - 1)
        fork:phase(entry.key).opens = year
    end
    return place_on(state, fork, "best")
end

--- A round: schedule for what is wanted, place on what opens.
local function round(state, more)
    local options = copy_of(state.base, more)
    options.demand = options.demand or function(cluster, year)
        return wanted_of(state, cluster, year)
    end
    local made = state.schedule(state.plan, options)
    local fork = state.plan:fork "joint"
    made:apply(fork)
    made.placement = place_on(state, fork, state.options.place.mode)
    state.rounds = state.rounds + 1
    return made
end

local function better(made, best)
    return not best
        or made.placement.total < best.placement.total - 1e-9
        or made.placement.total < best.placement.total + 1e-9
        and made.total > best.total + 1e-9
end

local function take_turns(state)
    local best
    for _ = 1, state.options.rounds or 4 do
        local made = round(state)
        local gained = better(made, best)
        best = gained and made or best
        learn(state, made.placement)
        if not gained then
            break
        end
    end
    return best
end

--- What if a phase that stays shut had to open?
local function try_each(state, best)
    for _, entry in ipairs(best.waiting) do
        local done, made = pcall(round, state, { must = function(phase)
            local must = state.base.must
            return key_of(phase) == entry.key
                or type(must) == "function" and must(phase)
                or type(must) == "string" and phase[must]
        end })
        if done and better(made, best) then
            best = made
        end
    end
    return best
end

function Joint.solve(plan, options, schedule)
    if not options.order then
        error(say "no_joint_order", 0)
    end
    local base = copy_of(options)
    base.place, base.order, base.rounds = nil, nil, nil
    local state = { plan = plan, options = options, base = base, wants = {},
                    schedule = schedule, rounds = 0,
                    first = options.years[1] }
    local all = relaxed(state)
    learn(state, all)
    local best = try_each(state, take_turns(state))
    best.joint = { total = best.placement.total, bound = all.bound,
                   rounds = state.rounds,
                   gap = best.placement.total ~= 0
                       and (best.placement.total - all.bound)
                       / math.abs(best.placement.total) or 0 }
    return best
end

return Joint.solve
