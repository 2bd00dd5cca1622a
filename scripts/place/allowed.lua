--- Who may go where: trades, exclusions, pins.

local names   = require "names"
local shape   = require "shape"
local supply  = require "place.supply"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local allowed = {}

local function index_of(list)
    local index = {}
    for i, row in ipairs(list) do
        index[key_of(row)] = i
    end
    return index
end

local function find(index, who, text)
    local key = key_of(who)
    return names.find(index, key, say(text, key))
end

--- Why a cluster takes nobody; nil when it may.
local function closed(job, cluster)
    if supply.closes(cluster) then
        return "bar_closing"
    elseif job.no_capacity[key_of(cluster)] then
        return "bar_capacity"
    end
    return nil
end

local function has(trades, trade)
    for _, name in ipairs(trades) do
        if key_of(name) == trade then
            return true
        end
    end
    return false
end

--- Why the trade keeps an enterprise out; nil when it does not.
local function by_trade(job, enterprise, cluster)
    local trades, trade = cluster.trades_allowed, enterprise.trade
    if trades and trade then
        return not has(trades, key_of(trade)) and "bar_trade" or nil
    end
    local who = key_of(enterprise) .. " – " .. key_of(cluster)
    if job.unknown:meet("trade", who, true) then
        return nil
    end
    return "bar_trade_unknown"
end

local function bar(job, enterprise, cluster)
    local home = enterprise.cluster
    if home and key_of(home) == key_of(cluster) then
        return "bar_home"
    end
    return closed(job, cluster) or by_trade(job, enterprise, cluster)
end

--- Exclusions are { enterprise =, cluster = }; with one of them missing they
-- concern all.
local function add_exclusions(job, exclude)
    for i, entry in ipairs(exclude) do
        local where = ("exclude, %d"):format(i)
        shape.check(where, entry, { enterprise = "row", cluster = "row" })
        if not next(entry) then
            error(say("empty_entry", where, "enterprise, cluster"), 0)
        end
        local e = entry.enterprise
            and find(job.number_of, entry.enterprise, "not_moving")
        local c = entry.cluster
            and find(job.cluster_number, entry.cluster, "no_cluster")
        if e and not c then
            job.out[e] = "out_excluded"
        end
        for n = e or 1, c and (e or #job.enterprises) or 0 do
            job.bars[(n - 1) * #job.clusters + c] = "bar_excluded"
        end
    end
end

local function year_number(job, who, year)
    local number = year - job.years[1] + 1
    if math.type(number) ~= "integer" or number < 1 or number > #job.years then
        error(say("no_year", who, tostring(year)), 0)
    end
    return number
end

--- A pin is { enterprise =, cluster =, year = }, without cluster or year where
-- that is free; or key = "cluster"; or key = { cluster =, year = }.
local function pin_list(pins)
    local list = {}
    for key, pin in pairs(pins) do
        if math.type(key) then
            shape.check("pins, " .. key, pin, { enterprise = "row",
                                                cluster = "row",
                                                year = "integer" })
            shape.needed(("pins, %s: enterprise"):format(key), pin.enterprise,
                         "row")
            list[#list + 1] = pin
        elseif type(pin) == "table" then
            shape.check("pins, " .. key, pin, { cluster = "row",
                                                year = "integer" })
            list[#list + 1] = { enterprise = key, cluster = pin.cluster,
                                year = pin.year }
        else
            list[#list + 1] = { enterprise = key, cluster = pin }
        end
    end
    return list
end

local function set_pin(list, e, number, who)
    if list[e] and list[e] ~= number then
        error(say("pin_twice", who), 0)
    end
    list[e] = number
end

local function add_pins(job, pins)
    local clusters, years = {}, {}
    for i in ipairs(job.enterprises) do
        clusters[i], years[i] = false, false
    end
    for _, pin in ipairs(pin_list(pins)) do
        local who = key_of(pin.enterprise)
        local e = find(job.number_of, who, "not_moving")
        if pin.cluster then
            set_pin(clusters, e,
                    find(job.cluster_number, pin.cluster, "no_cluster"), who)
        end
        if pin.year then
            set_pin(years, e, year_number(job, who, pin.year), who)
        end
    end
    job.problem.pin_cluster, job.problem.pin_year = clusters, years
end

--- Codes for the engine, from reasons; the reasons are found again by code.
local function coded(job, list, count)
    local codes = {}
    for i = 1, count do
        local reason = list[i]
        if reason and not job.code_of[reason] then
            job.reasons[#job.reasons + 1] = reason
            job.code_of[reason] = #job.reasons
        end
        codes[i] = reason and job.code_of[reason] or 0
    end
    return codes
end

--- Each list of keys becomes a number that its enterprises have.
local function groups(job, lists, name)
    local number = {}
    for e in ipairs(job.enterprises) do
        number[e] = false
    end
    for g, keys in ipairs(lists) do
        if type(keys) ~= "table" then
            error(say("no_group", name), 0)
        end
        for _, key in ipairs(keys) do
            local e = find(job.number_of, key, "not_moving")
            if number[e] and number[e] ~= g then
                error(say("in_two_groups", key_of(key)), 0)
            end
            number[e] = g
        end
    end
    return number
end

local function add_groups(job, options)
    if options.together then
        job.problem.together = groups(job, options.together, "together")
    end
    if options.apart then
        job.problem.apart = groups(job, options.apart, "apart")
    end
end

--- A rule keeps an enterprise at least so many km from something near the
-- cluster; the script says how far that is.
local function by_safety(job, rule, enterprise, cluster, least)
    local km = rule.distance(enterprise, cluster)
    shape.value("safety, distance", km, "number")
    if km == nil then
        km = job.unknown:meet("distance", key_of(enterprise) .. " – "
                              .. key_of(cluster))
        return km == nil and "bar_distance" or km < least and "bar_safety"
    end
    return km < least and "bar_safety"
end

local SAFETY = { least = "function(enterprise)", article = "any",
                 distance = "function(enterprise, cluster)" }

local function add_safety(job, rule, i)
    shape.check(("safety, %d"):format(i), rule, SAFETY)
    if not rule.least or not rule.distance or not rule.article then
        error(say "bad_safety", 0)
    end
    job.unknown:policy "distance"
    for e, enterprise in ipairs(job.enterprises) do
        local least = rule.least(enterprise)
        shape.value("safety, least", least, "number")
        for c, cluster in ipairs(least and job.clusters or {}) do
            local at = (e - 1) * #job.clusters + c
            job.bars[at] = job.bars[at]
                or by_safety(job, rule, enterprise, cluster, least) or nil
        end
    end
    job.notes[#job.notes + 1] = say("safety_note", wording.text(rule.article))
end

--- Gather who may go where, and the pins and groups of the problem.
function allowed.add(job, options)
    local clusters = #job.clusters
    job.number_of = index_of(job.enterprises)
    job.cluster_number = index_of(job.clusters)
    job.unknown:policy("trade", true)
    for i, enterprise in ipairs(job.enterprises) do
        for c, cluster in ipairs(job.clusters) do
            job.bars[(i - 1) * clusters + c] = bar(job, enterprise, cluster)
        end
    end
    for i, rule in ipairs(options.safety or {}) do
        add_safety(job, rule, i)
    end
    add_exclusions(job, options.exclude or {})
    add_pins(job, options.pins or {})
    add_groups(job, options)
end

--- A pin into a place that takes nobody of the kind says why.
local function check_pinned(job)
    local clusters = job.problem.pin_cluster
    for e, row in ipairs(job.enterprises) do
        local c, out = clusters[e], job.out[e]
        local why = c and job.bars[(e - 1) * #job.clusters + c]
        if (c or job.problem.pin_year[e]) and out then
            error(say("pin_out", key_of(row), say(out)), 0)
        elseif why then
            error(say("pin_barred", key_of(row), key_of(job.clusters[c]),
                      say(why)), 0)
        end
    end
end

--- Write out and barred into the problem, when all of them are known.
function allowed.close(job)
    local problem = job.problem
    check_pinned(job)
    problem.out = coded(job, job.out, #job.enterprises)
    problem.barred = coded(job, job.bars, #job.enterprises * #job.clusters)
end

return allowed
