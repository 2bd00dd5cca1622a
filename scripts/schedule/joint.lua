--- Land and tenants together: which phases open is chosen for those who are to
-- be placed.
--
-- The goal is that of ccn.place.  The engine says in which years phases are
-- best and how good anything can be (schedule/together.lua); they are scheduled
-- for these years and enterprises are placed on the land that opens.  Unless
-- that is proved to be the best there is, it goes on in turns: phases are
-- scheduled for the land that is wanted where; those who wait say where land
-- would place them, and that is wanted in the next round.  Then phases are
-- tried one by one: what if this one had to open?
--
-- The bound holds for land and tenants together.  Where the engine's model does
-- not allow its own, it is the proved bound of placing alone with every phase
-- open from the first year in which it could be, whatever the money; then the
-- gap is also what all the money in the world could bring.

local ask      = require "shape".read
local job_of   = require "schedule.job"
local together = require "schedule.together"
local wording  = require "wording"

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

--- What is wrong with the options of placing is the script's mistake.
local function place_on(state, fork, mode)
    local options = copy_of(state.options.place, { mode = mode })
    local done, made = pcall(ccn.place, fork, state.options.order, options)
    if not done then
        error((tostring(made):gsub("^[^\n]-joint%.lua:%d+: ", "")), 0)
    end
    return made
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

local function take_turns(state, best)
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

--- A round in the years that the engine has found; nil when its model does not
-- allow that, or other rules do not allow these years.
local function round_of_engine(state)
    local found = together(state, job_of(state.plan, state.base))
    if not found then
        return nil
    end
    local function year_of(phase)
        return found.opens[key_of(phase)]
    end
    state.bound, state.money = math.max(state.bound, found.bound), true
    local base = state.base
    local done, made = pcall(round, state, {
        must = function(phase)
            return year_of(phase) ~= nil or ask(base.must, phase)
        end,
        earliest = function(phase)
            return year_of(phase) or ask(base.earliest, phase)
        end,
        latest = function(phase)
            local year, latest = year_of(phase), ask(base.latest, phase)
            return year and latest and math.min(year, latest) or year or latest
        end })
    return done and made or nil
end

local function proved(state, made)
    local total = made and made.placement.total
    return total and total - state.bound <= 1e-9 * math.abs(total)
end

--- What if a phase that stays shut had to open?
local function try_each(state, best)
    for _, entry in ipairs(best.waiting) do
        if proved(state, best) then
            break
        end
        local done, made = pcall(round, state, { must = function(phase)
            return key_of(phase) == entry.key
                or ask(state.base.must, phase)
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
    base.place, base.order, base.rounds, base.unsolved = nil, nil, nil, nil
    local state = { plan = plan, options = options, base = base, wants = {},
                    schedule = schedule, rounds = 0,
                    first = options.years[1] }
    local all = relaxed(state)
    learn(state, all)
    state.bound = all.bound
    local best = round_of_engine(state)
    if not proved(state, best) then
        best = try_each(state, take_turns(state, best))
    end
    local total = best.placement.total
    best.joint = { total = total, bound = math.min(state.bound, total),
                   rounds = state.rounds, money = state.money or false }
    best.joint.gap = total ~= 0
        and (total - best.joint.bound) / math.abs(total) or 0
    return best
end

return Joint.solve
