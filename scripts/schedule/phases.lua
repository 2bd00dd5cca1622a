--- Phases, what they cost and when, and which comes after which.

local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local phases = {}

local MOST_YEARS = 60 -- of building

local function is_open(phase, first_year)
    return phase.state == "open" or phase.opens and phase.opens < first_year
end

--- Whole VND; 15e9 is whole too.
local function whole_cost(phase, kind, amount)
    local whole = type(amount) == "number" and math.tointeger(amount)
    if not whole or whole < 0 or type(kind) ~= "string" then
        error(say("bad_cost", key_of(phase), tostring(kind),
                  shape.shown(amount)), 0)
    end
    return whole
end

--- What a phase costs, by kind; nil where that is not known.
local function costs_of(job, options, phase)
    local cost
    if options.cost then
        cost = options.cost(phase)
    else
        cost = phase.cost
    end
    if cost == nil then
        cost = job.unknown:meet("cost", key_of(phase))
    end
    if cost == nil then
        return nil
    end
    local whole = {}
    for kind, amount in pairs(type(cost) == "table" and cost
                              or { infrastructure = cost }) do
        whole[kind] = whole_cost(phase, kind, amount)
    end
    return whole
end

local function years_of_building(job, options, phase)
    local shares = options.spread and options.spread(phase)
    shape.value(say("spread_of", key_of(phase)), shares, "list")
    if shares then
        return #shares, shares
    end
    local years = phase.duration
    if years == nil then
        years = job.unknown:meet("duration", key_of(phase))
    end
    if years and not (type(years) == "number" and years >= 0
                      and years <= MOST_YEARS) then
        error(say("bad_duration", key_of(phase), MOST_YEARS,
                  shape.shown(years)), 0)
    end
    return years and math.max(1, math.ceil(years - 1e-9)), nil
end

--- Shares of an amount, whole, which sum to it exactly: by what should have
-- been paid until the end of each year.
local function split(amount, shares, count)
    local parts, sum, whole, paid = {}, 0, 0, 0
    for i = 1, count do
        whole = whole + (shares and shares[i] or 1)
    end
    for i = 1, count do
        sum = sum + (shares and shares[i] or 1)
        local until_now = i == count and amount
            or math.floor(amount * (sum / whole))
        parts[i], paid = until_now - paid, until_now
    end
    return parts
end

local function check_shares(phase, shares)
    local sum = 0
    for _, share in ipairs(shares or {}) do
        if type(share) ~= "number" or share ~= share or share < 0 then
            error(say("bad_spread", key_of(phase)), 0)
        end
        sum = sum + share
    end
    if shares and not (sum > 0 and sum < math.huge) then
        error(say("bad_spread", key_of(phase)), 0)
    end
end

local function kind_number(job, kind)
    local kinds = job.problem.kinds
    for i, name in ipairs(kinds) do
        if name == kind then
            return i
        end
    end
    kinds[#kinds + 1] = kind
    return #kinds
end

local function add_payments(job, entry, costs, count, shares)
    local problem = job.problem
    for kind, amount in pairs(costs) do
        entry.cost = entry.cost + amount
        for i, part in ipairs(split(amount, shares, count)) do
            local n = #problem.pay_phase + 1
            problem.pay_phase[n] = entry.number
            problem.pay_kind[n] = kind_number(job, kind)
            problem.pay_before[n] = count - i
            problem.pay_amount[n] = part
        end
    end
end

local function leave_out(job, phase, reason)
    job.out[#job.out + 1] = { row = phase, key = key_of(phase),
                              reason = say(reason) }
end

local function add_phase(job, options, phase)
    local costs = costs_of(job, options, phase)
    if not costs then
        return leave_out(job, phase, "out_cost")
    end
    local count, shares = years_of_building(job, options, phase)
    if not count then
        return leave_out(job, phase, "out_duration")
    end
    check_shares(phase, shares)
    if options.lessons then
        costs, count, shares = options.lessons:apply(phase, costs, count,
                                                     shares)
    end
    local entry = { row = phase, key = key_of(phase), cost = 0,
                    cluster = phase.cluster, built = count,
                    number = #job.phases + 1 }
    job.phases[entry.number], job.by_key[entry.key] = entry, entry
    add_payments(job, entry, costs, count, shares)
    return nil
end

local function year_number(job, entry, year, most)
    local number = year - job.years[1] + 1
    if math.type(number) ~= "integer" or most and number < 1 then
        error(say("bad_year", entry.key, tostring(year)), 0)
    end
    return math.max(1, math.min(number, #job.years + 1))
end

--- The years in which it may open; after the last year it never does.
local function add_years(job, options, entry)
    local problem, i = job.problem, entry.number
    local from = shape.read(options.earliest, entry.row)
    local to = shape.read(options.latest, entry.row)
    shape.value(say("earliest_of", entry.key), from, "integer")
    shape.value(say("latest_of", entry.key), to, "integer")
    if from and to and to < from then
        error(say("late_before_early", entry.key, to, from), 0)
    end
    entry.first_year = job.years[1] + entry.built - 1
    local first = from and year_number(job, entry, from) or 1
    problem.latest[i] = to and year_number(job, entry, to, true) or false
    problem.must[i] = shape.read(options.must, entry.row) and true or false
    if problem.latest[i] and problem.latest[i] > #job.years then
        problem.latest[i] = #job.years
    end
    entry.earliest = first
end

--- Nothing may open before this year (a number); the strictest counts.
function phases.not_before(entry, number)
    entry.earliest = math.max(entry.earliest, number)
end

--- Set the earliest years once all have spoken; one after the last year is
-- kept out by its latest, which is then before it.
function phases.close(job)
    local problem = job.problem
    for i, entry in ipairs(job.phases) do
        local never = entry.earliest > #job.years
        problem.earliest[i] = math.min(entry.earliest, #job.years)
        if never and problem.must[i] then
            error(say("must_but_late", entry.key,
                      job.years[1] + entry.earliest - 1), 0)
        elseif never then
            entry.too_late = true
            problem.closed[i] = true
        end
    end
end

local function add_arc(job, first, second, lag)
    local problem = job.problem
    local n = #problem.arc_first + 1
    problem.arc_first[n], problem.arc_then[n] = first.number, second.number
    problem.arc_lag[n] = lag or 0
end

--- What stands in the field after of the phases.
local function add_fields(job, first_year)
    for _, entry in ipairs(job.phases) do
        local before = entry.row.after
        local other = before and job.by_key[key_of(before)]
        if other then
            add_arc(job, other, entry)
        elseif before and not is_open(before, first_year) then
            entry.earliest = #job.years + 1
            job.notes[#job.notes + 1] = say("after_out", entry.key,
                                            key_of(before))
        end
    end
end

--- A cluster that a script names is one of the plan.
function phases.check_cluster(job, where, cluster)
    local key = key_of(cluster)
    if not job.plan:cluster(key) then
        local known = {}
        for row in job.plan:clusters() do
            known[#known + 1] = key_of(row)
        end
        names.known(where, key, known)
    end
end

local function find(job, who)
    local key = key_of(who)
    return names.find(job.by_key, key, say("no_phase", key))
end

--- The first phase of a pilot, by number.
local function first_of(list)
    local first = list[1]
    for _, entry in ipairs(list) do
        if (entry.row.number or 0) < (first.row.number or 0) then
            first = entry
        end
    end
    return first
end

--- The first phase of each pilot comes before every phase of the others.
local function add_pilots(job, options)
    local pilots, others, lag = {}, {}, options.pilot_lag
    if lag and lag < 0 then
        error(say("bad_lag", lag), 0)
    end
    for _, cluster in ipairs(options.pilots or {}) do
        phases.check_cluster(job, "pilots", cluster)
        pilots[key_of(cluster)] = {}
    end
    for _, entry in ipairs(job.phases) do
        local list = entry.cluster and pilots[key_of(entry.cluster)] or others
        list[#list + 1] = entry
    end
    for _, list in pairs(pilots) do
        for _, entry in ipairs(#list > 0 and others or {}) do
            add_arc(job, first_of(list), entry, lag)
        end
    end
end

local function add_options(job, options)
    for i, pair in ipairs(options.after or {}) do
        local where = ("after, %d"):format(i)
        shape.needed(where, pair, "list")
        if not pair[1] or not pair[2] then
            error(say("bad_after", i), 0)
        end
        shape.value(where .. ": lag", pair[3], "integer")
        add_arc(job, find(job, pair[1]), find(job, pair[2]), pair[3])
    end
    add_pilots(job, options)
end

local function add_clusters(job)
    local number, count = {}, 0
    for i, entry in ipairs(job.phases) do
        local key = entry.cluster and key_of(entry.cluster) or "\0" .. i
        if not number[key] then
            count = count + 1
            number[key] = count
        end
        job.problem.cluster[i] = number[key]
    end
end

function phases.add(job, options)
    local problem, keys = job.problem, {}
    for _, name in ipairs { "kinds", "pay_phase", "pay_kind", "pay_before",
                            "pay_amount", "arc_first", "arc_then", "arc_lag",
                            "earliest", "latest", "must", "cluster",
                            "closed" } do
        problem[name] = {}
    end
    job.phases, job.by_key = {}, {}
    for phase in options.phases or job.plan:phases() do
        if not is_open(phase, job.years[1]) then
            add_phase(job, options, job.plan:phase(key_of(phase)))
        end
    end
    for i, entry in ipairs(job.phases) do
        keys[i] = entry.key
        add_years(job, options, entry)
    end
    problem.phases = keys
    add_fields(job, job.years[1])
    add_options(job, options)
    add_clusters(job)
end

return phases
