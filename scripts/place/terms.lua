--- The goal: what is to be small, as a sum of declared terms.
--
-- { name =, kind =, weight =, unit =, value = function(enterprise [, cluster])
-- }, kind one of
--
--   wait      value for each year after the enterprise's earliest
--   left      value if it is left out
--   pair      value for being in that cluster (a preference; may be below 0)
--   cost      what the move costs, VND: value, else the cost of the budget,
--             else moving_cost
--   distance  km from where it is: value, or a table [enterprise][cluster] of
--             keys, else between the places of the rows
--   change    value if it is not where and when the plan in force has it

local demand  = require "place.demand"
local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local terms = {}

--- The first counts 1, the last 1/n.
local function priorities(count)
    local list = {}
    for i = 1, count do
        list[i] = (count - i + 1) / count
    end
    return list
end

--- Waiting all years and one more is as bad as being left out.
local function usual(job)
    local value = priorities(#job.enterprises)
    return {
        { id = "wait", name = say "term_wait", kind = "wait", weight = 1,
          value = value },
        { id = "left", name = say "term_left", kind = "left",
          weight = #job.years + 1, value = value },
    }
end

--- What a term is of one enterprise, or of one in a cluster: a number, since
-- what is not known is not 0.
local function checked(term, value, least, enterprise, cluster)
    local fits = type(value) == "number" and value == value
        and math.abs(value) < math.huge and value >= least
    if fits then
        return value
    end
    local who = key_of(enterprise) .. (cluster and " – " .. key_of(cluster)
                                       or "")
    error(say(least == 0 and "bad_amount_of" or "bad_value_of",
              tostring(term.name), who, shape.shown(value)), 0)
end

local function by_enterprise(job, term)
    local list = {}
    for i, enterprise in ipairs(job.enterprises) do
        list[i] = checked(term, term.value(enterprise), -math.huge, enterprise)
    end
    return list
end

local function by_pair(job, term)
    local list = {}
    for _, enterprise in ipairs(job.enterprises) do
        for _, cluster in ipairs(job.clusters) do
            list[#list + 1] = checked(term, term.value(enterprise, cluster),
                                      -math.huge, enterprise, cluster)
        end
    end
    return list
end

--- Whom a matrix names is in the plan.
local function check_matrix(job, name, given)
    for key, row in pairs(given) do
        if type(key) ~= "string" or not job.plan:enterprise(key) then
            names.find(job.number_of, key, say("no_enterprise", tostring(key)))
        end
        shape.needed(("term '%s', %s"):format(name, key), row, "table")
        for cluster in pairs(row) do
            if type(cluster) ~= "string" or not job.plan:cluster(cluster) then
                names.find(job.cluster_number, cluster,
                           say("no_cluster_in", name, key, tostring(cluster)))
            end
        end
    end
end

--- Where the distance is not known, the pair is barred or has the distance
-- that the script assumes.
local function distances(job, term)
    local given = term.value
    local value = given or function(enterprise, cluster)
        return enterprise:distance(cluster)
    end
    if type(given) == "table" then
        check_matrix(job, term.name, given)
        value = function(enterprise, cluster)
            local row = given[key_of(enterprise)]
            return row and row[key_of(cluster)]
        end
    end
    job.unknown:policy "distance"
    local list, clusters = {}, #job.clusters
    for e, enterprise in ipairs(job.enterprises) do
        for c, cluster in ipairs(job.clusters) do
            local at = (e - 1) * clusters + c
            local km = value(enterprise, cluster)
            if km == nil and not job.bars[at] then
                km = job.unknown:meet("distance", key_of(enterprise) .. " – "
                                      .. key_of(cluster))
                job.bars[at] = km == nil and "bar_distance" or nil
            end
            list[at] = km and checked(term, km, 0, enterprise, cluster) or 0
        end
    end
    return list
end

--- Where the cost of a move is not known, it is what the script assumes, or the
-- pair is barred.
local function cost_in(job, value, term, e, c)
    local enterprise, cluster = job.enterprises[e], job.clusters[c]
    local at = (e - 1) * #job.clusters + c
    local cost = value(enterprise, cluster)
    if cost == nil and not job.out[e] and not job.bars[at] then
        cost = job.unknown:meet("cost", key_of(enterprise))
        job.bars[at] = cost == nil and "out_cost" or nil
    end
    return cost and checked(term, cost, 0, enterprise, cluster) or 0
end

--- The cost of a move in every cluster, by enterprise: that of the budget, or a
-- field.
local function costs_everywhere(job, field)
    return not field and job.need.cost
        or demand.read(job, "cost", "out_cost",
                       demand.reader(field, "moving_cost"), function(cost)
            return cost
        end)
end

--- The cost of a move is the same in every cluster, or goes by it.
local function costs(job, term)
    local own = type(term.value) == "function" and term.value
    local known, list = not own and costs_everywhere(job, term.value), {}
    for e in ipairs(job.enterprises) do
        for c in ipairs(job.clusters) do
            list[#list + 1] = known and known[e]
                or cost_in(job, own, term, e, c)
        end
    end
    return list
end

local EACH, PAIR = "function(enterprise)", "function(enterprise, cluster)"

--- By kind: the engine's kind, what reads the value, of which kinds the value
-- is, its unit, whether there is a value without one.
local MAKE = {
    wait = { "wait", by_enterprise, EACH, "unit_years" },
    left = { "left", by_enterprise, EACH },
    pair = { "pair", by_pair, PAIR },
    cost = { "pair", costs, "field|" .. PAIR, "unit_money", true },
    distance = { "pair", distances, "table|" .. PAIR, "unit_km", true },
    change = { "change", by_enterprise, EACH, "unit_moves" },
}

local FIELDS = { name = "text", kind = "text", weight = "number",
                 unit = "text", value = "any", en = "text", vi = "text" }

local function make(job, term, where)
    shape.check(where, term, FIELDS)
    shape.needed(where .. ": name", term.name, "text")
    shape.needed(where .. ": weight", term.weight, "number")
    local how = MAKE[term.kind]
    if not how then
        error(say("no_term", tostring(term.name)), 0)
    end
    if term.kind == "change" and not job.problem.current_cluster then
        error(say("no_current", tostring(term.name)), 0)
    end
    shape.value(where .. ": value", term.value, how[3])
    local value = (term.value or how[5]) and how[2](job, term) or nil
    return { id = term.name, name = wording.title(term), kind = how[1],
             weight = term.weight,
             unit = term.unit or how[4] and say(how[4]), value = value }
end

--- The terms of the engine, by names for people; id is the name that scripts
-- use, the same in every language.  change is the weight of the usual term for
-- it.
function terms.of(job, given, change)
    local made, named = given and {} or usual(job), {}
    for k, term in ipairs(given or {}) do
        made[k] = make(job, term, ("terms, %d"):format(k))
        if named[term.name] then
            error(say("term_twice", term.name), 0)
        end
        named[term.name] = true
    end
    if change then
        made[#made + 1] = make(job, { name = "change", kind = "change",
                                      weight = change }, "change")
        made[#made].name = say "term_change"
    end
    return made
end

return terms
