--- Land and tenants at once, by the engine: which phases open when, for those
-- who are to be placed, and a bound for all there is.
--
-- What the engine solves is looser than the schedule: the phases of a cluster
-- open one after the other, each is paid in the year it opens by all the money
-- that has come in by then, whatever its source, and no other rule ties them.
-- So its bound holds for every schedule; the years it finds are tried by
-- ccn.schedule and ccn.place, which know the rules.
--
-- Where a cluster has phases that do not wait for each other, its model is
-- stricter than the schedule in that, and the bound would not hold: then there
-- is none.

local job_of  = require "place.job"
local wording = require "wording"

local key_of = wording.key

local MOST = 8 -- phases of one cluster

--- The arcs, as a set of pairs of numbers.
local function arcs_of(problem)
    local arcs = {}
    for i, first in ipairs(problem.arc_first) do
        arcs[first] = arcs[first] or {}
        arcs[first][problem.arc_then[i]] = true
    end
    return arcs
end

--- The one of the list that waits for none of the others.
local function first_of(list, arcs)
    for i, entry in ipairs(list) do
        local free = true
        for _, other in ipairs(list) do
            free = free and not (arcs[other.number]
                and arcs[other.number][entry.number])
        end
        if free then
            return table.remove(list, i)
        end
    end
    return nil
end

--- The phases one after the other; nil where they do not wait for each other.
local function in_order(list, arcs)
    local rest, chain = table.move(list, 1, #list, 1, {}), {}
    while #rest > 0 do
        local entry, last = first_of(rest, arcs), chain[#chain]
        if not entry or last and not (arcs[last.number]
                and arcs[last.number][entry.number]) then
            return nil
        end
        chain[#chain + 1] = entry
    end
    return #chain <= MOST and chain or nil
end

--- The chain of each cluster by key; nil when one is none.
local function chains_of(schedule_job)
    local lists, chains = {}, {}
    local arcs = arcs_of(schedule_job.problem)
    for _, entry in ipairs(schedule_job.phases) do
        local cluster = entry.cluster and key_of(entry.cluster)
        if cluster then
            lists[cluster] = lists[cluster] or {}
            table.insert(lists[cluster], entry)
        end
    end
    for cluster, list in pairs(lists) do
        chains[cluster] = in_order(list, arcs)
        if not chains[cluster] then
            return nil
        end
    end
    return chains
end

--- The first calendar year in which a phase could open; nil for never.
local function earliest(schedule_job, entry)
    if schedule_job.problem.closed[entry.number] then
        return nil
    end
    return math.max(entry.first_year,
                    schedule_job.years[1] + entry.earliest - 1)
end

--- The problem of placing with the first so many phases of each cluster open
-- as early as can be.
local function placing(state, schedule_job, chains, count)
    local fork = state.plan:fork "first phases"
    for _, entry in ipairs(schedule_job.phases) do
        fork:phase(entry.key).opens = nil
    end
    for _, chain in pairs(chains) do
        local year = 0
        for i = 1, math.min(count, #chain) do
            local own = year and earliest(schedule_job, chain[i])
            year = own and math.max(own, year)
            fork:phase(chain[i].key).opens = year
        end
    end
    local options = {}
    for name, value in pairs(state.options.place) do
        options[name] = value
    end
    options.mode, options.solver = "best", nil
    return job_of(fork, state.options.order, options)
end

--- The most of a resource that a cluster has in any year; false: no limit.
local function most(job, resource, cluster)
    local years, best = #job.years, 0
    local supply = job.problem.resources[resource].supply
    for t = 1, years do
        local here = supply[(cluster - 1) * years + t]
        if not here then
            return false
        end
        best = math.max(best, here)
    end
    return best
end

local function add_rooms(list, job, cluster)
    for r, resource in ipairs(job.problem.resources) do
        local own = not resource.group and resource.kind ~= "spent"
        list[#list + 1] = own and most(job, r, cluster) or false
    end
end

--- Put the phases of one cluster into the problem; jobs: by how many are open.
local function add_cluster(problem, schedule_job, jobs, chain, number)
    local job, year = jobs[0], 0
    problem.phases_of[number] = #chain
    add_rooms(problem.base_room, job, number)
    for i, entry in ipairs(chain) do
        local own = year and earliest(schedule_job, entry)
        year = own and math.max(own, year)
        -- land serves from the year after it opens
        local serves = year and year + 1 - job.years[1] + 1 or #job.years + 1
        table.insert(problem.serves_from,
                     math.max(1, math.min(serves, #job.years + 1)))
        table.insert(problem.phase_cost, entry.cost)
        add_rooms(problem.phase_room, jobs[i], number)
    end
end

--- What comes in for land that serves from each year of placing on.
local function capital_of(schedule_job, years)
    local capital = {}
    for t = 1, #years do
        capital[t] = 0
    end
    for _, source in ipairs(schedule_job.problem.sources) do
        for i, year in ipairs(schedule_job.years) do
            local t = math.max(1, year + 1 - years[1] + 1)
            if t <= #years then
                capital[t] = capital[t] + source.budget[i]
            end
        end
    end
    return capital
end

local function problem_of(schedule_job, jobs, chains, longest)
    local problem = { phases_of = {}, serves_from = {}, phase_cost = {},
                      base_room = {}, phase_room = {} }
    for name, value in pairs(jobs[longest].problem) do
        problem[name] = value
    end
    local listed = {}
    for number, cluster in ipairs(jobs[0].clusters) do
        local chain = chains[key_of(cluster)] or {}
        add_cluster(problem, schedule_job, jobs, chain, number)
        table.move(chain, 1, #chain, #listed + 1, listed)
    end
    problem.capital = capital_of(schedule_job, jobs[0].years)
    return problem, listed
end

--- The year of each phase by key, and total and bound; nil when the model does
-- not allow it.
return function(state, schedule_job)
    local chains, jobs, longest = chains_of(schedule_job), {}, 0
    if not chains then
        return nil
    end
    for _, chain in pairs(chains) do
        longest = math.max(longest, #chain)
    end
    for count = 0, longest do
        jobs[count] = placing(state, schedule_job, chains, count)
    end
    local problem, listed = problem_of(schedule_job, jobs, chains, longest)
    local found = wording.engine("joint", problem)
    local opens, last = {}, schedule_job.years[#schedule_job.years]
    for i, entry in ipairs(listed) do
        -- the year before it serves; what serves at once may open when it can
        local year = jobs[0].years[1] + found.serves[i] - 2
        local first = earliest(schedule_job, entry)
        year = first and math.max(year, first)
        opens[entry.key] = found.serves[i] <= #jobs[0].years and year
            and year <= last and year or nil
    end
    return { opens = opens, total = found.total, bound = found.bound }
end
