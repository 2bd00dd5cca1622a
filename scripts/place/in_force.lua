--- The plan in force: where and when it has each enterprise, what of it is
-- frozen, and how much a placement changes.

local names   = require "names"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local in_force = {}

--- Cluster and year of one enterprise, by what the option is.
local function reader(current)
    if current == "plan" then
        return function(row)
            return row.destination, row.move_year
        end
    elseif type(current) ~= "table" then
        error(say "bad_current", 0)
    end
    local by_key = current.by_key or current
    return function(row)
        local entry = by_key[key_of(row)]
        if type(entry) == "string" then
            return entry
        elseif entry then
            if by_key == current then
                names.only("current, " .. key_of(row), entry,
                           { "cluster", "year" })
            end
            return entry.cluster, entry.year
        end
        return nil
    end
end

--- Whom a script names is in the plan, though perhaps not asked about now.
local function check_named(job, current)
    for key, entry in pairs(current) do
        if type(key) ~= "string" or not job.plan:enterprise(key) then
            names.find(job.number_of, key, say("no_enterprise", tostring(key)))
        end
        local cluster = entry
        if type(entry) == "table" then
            cluster = entry.cluster
        end
        local name = cluster and key_of(cluster)
        if name and not job.plan:cluster(name) then
            names.find(job.cluster_number, name,
                       say("current_cluster", key, name))
        end
    end
end

--- What the plan in force says of one; nothing where its cluster or year is
-- not among those asked about, which the printed placement says.
local function read(job, row, cluster, year)
    local c = cluster and job.cluster_number[key_of(cluster)]
    local t = year and year - job.years[1] + 1
    if cluster and (not c or (t and (t < 1 or t > #job.years))) then
        job.notes[#job.notes + 1] = say("in_force_elsewhere", key_of(row))
        return false, false
    end
    return c or false, c and t or false
end

--- A year that is frozen pins who moves in it.
local function freeze(job, e, cluster, year, frozen)
    if not (frozen and cluster and year
            and job.years[1] + year - 1 <= frozen) then
        return
    end
    job.problem.pin_cluster[e] = job.problem.pin_cluster[e] or cluster
    job.problem.pin_year[e] = job.problem.pin_year[e] or year
end

--- Fill current_cluster and current_year of the problem.
function in_force.add(job, options)
    if options.current == nil then
        if options.frozen then
            error(say("no_current", "frozen"), 0)
        end
        return
    end
    local get = reader(options.current)
    if type(options.current) == "table" and not options.current.by_key then
        check_named(job, options.current)
    end
    local clusters, years = {}, {}
    for e, row in ipairs(job.enterprises) do
        clusters[e], years[e] = read(job, row, get(row))
        freeze(job, e, clusters[e], years[e], options.frozen)
    end
    job.problem.current_cluster, job.problem.current_year = clusters, years
end

--- Those whose place or year is not that of the plan in force; nil when there
-- is none.
function in_force.changed(job, placement)
    local there = job.problem.current_cluster
    if not there then
        return nil
    end
    local list, years = {}, job.problem.current_year
    for e, move in ipairs(placement) do
        local c = move.cluster and job.cluster_number[key_of(move.cluster)]
        local t = move.year and move.year - job.years[1] + 1
        if there[e] and (c ~= there[e] or (years[e] and t ~= years[e])) then
            list[#list + 1] = move
        end
    end
    return list
end

return in_force
