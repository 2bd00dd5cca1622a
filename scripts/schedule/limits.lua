--- Least and most per year and unit, and fairness between units.
--
-- limits = { { name =, of = "phases" | "money" | "land", least =, most =,
--              each = "year" or not: over all years, group =
--              function(phase) -> unit or key, nil: not counted, years =
--              { first, last } }, ... }
-- least and most are numbers or functions(group, year): phases, VND, ha.
--
-- fair = { group = function(phase), of = function(phase) -> amount, least =
--          share or "most", difference = share }: the share of each group that
-- opens in the period.  of is the land if not said.  least = "most" finds the
-- largest share that every group can have.

local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local limits = {}

--- A unit, through the cluster, unless the script says how to group.
local function group_of(what, entry)
    if what then
        local group = what(entry.row)
        return group and key_of(group)
    end
    local unit = entry.cluster and entry.cluster.unit
    return unit and key_of(unit)
end

--- { key = list of entries }, and the keys in order.
local function groups_of(job, what, all)
    local groups, order = {}, {}
    for _, entry in ipairs(job.phases) do
        local key = all and "" or group_of(what, entry)
        if key and not groups[key] then
            groups[key] = {}
            order[#order + 1] = key
        end
        if key then
            table.insert(groups[key], entry)
        end
    end
    return groups, order
end

local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

local UNIT = { phases = 1, money = 1, land = 100000 }

local function add_row(job, name, kind, list, fields)
    local row = { name = name, kind = kind, phase = {}, amount = {},
                  from = fields.from, to = fields.to, least = fields.least,
                  most = fields.most }
    for i, entry in ipairs(list) do
        row.phase[i], row.amount[i] = entry.number, fields.amount(entry)
    end
    local rows = job.problem.rows
    rows[#rows + 1] = row
    job.rows[#rows] = fields.told or { name = name }
    return row
end

local function bound_of(what, group, year, unit, name)
    local value = what
    if type(what) == "function" then
        value = what(group, year)
    end
    if not value or value == math.huge then
        return nil
    end
    shape.needed(say("limit", name), value, "number")
    if value < 0 then
        error(say("limit_below", name, wording.value(value)), 0)
    end
    return math.floor(value * unit + 0.5)
end

local AMOUNT = {
    phases = function() return 1 end,
    money = function() return 1 end,
    land = function(entry) return tenths(entry.area) end,
}

local function add_limit_row(job, limit, group, list, from, to)
    local unit = UNIT[limit.of]
    local year = limit.each == "year" and job.years[from] or nil
    local name = limit.name .. (group ~= "" and ", " .. group or "")
        .. (year and (" %d"):format(year) or "")
    local least = bound_of(limit.least, group, year, unit, limit.name)
    local most = bound_of(limit.most, group, year, unit, limit.name)
    if least and most and least > most then
        error(say("least_above_most", name), 0)
    end
    if least or most then
        add_row(job, name, limit.of == "money" and "spends" or "opens", list,
                { from = from, to = to, least = least, most = most,
                  amount = AMOUNT[limit.of],
                  told = { name = name, of = limit.of, least = least,
                           most = most, unit = unit } })
    end
end

--- The numbers of the first and the last year of a limit.
local function years_of(job, limit)
    local years, first, last = limit.years, job.years[1], job.years[#job.years]
    if not years then
        return 1, #job.years
    end
    local whole = math.type(years[1]) == "integer"
        and math.type(years[2]) == "integer" and years[3] == nil
    if not whole or years[1] < first or years[2] > last
        or years[1] > years[2] then
        error(say("limit_years", limit.name, first, last), 0)
    end
    return years[1] - first + 1, years[2] - first + 1
end

local LIMIT = { name = "text", of = '"phases"|"money"|"land"',
                least = "bound|function(group, year)",
                most = "bound|function(group, year)", each = '"year"',
                group = "function(phase)", years = "list" }

local function check(limit, i)
    local where = ("limits, %d"):format(i)
    shape.check(where, limit, LIMIT)
    shape.needed(where .. ": name", limit.name, LIMIT.name)
    shape.needed(where .. ": of", limit.of, LIMIT.of)
    if not (limit.least or limit.most) then
        error(say("no_limit", limit.name), 0)
    end
end

local function add_limit(job, limit)
    local groups, order = groups_of(job, limit.group, not limit.group)
    local from, to = years_of(job, limit)
    for _, group in ipairs(order) do
        if limit.each == "year" then
            for t = from, to do
                add_limit_row(job, limit, group, groups[group], t, t)
            end
        else
            add_limit_row(job, limit, group, groups[group], from, to)
        end
    end
end

-- Fairness

local function fair_amount(fair, entry)
    local amount = entry.area
    if fair.of then
        amount = fair.of(entry.row)
    end
    if type(amount) ~= "number" or amount ~= amount or amount < 0 then
        error(say("bad_fair", entry.key), 0)
    end
    return amount
end

--- Shares in millionths: the pair of rows that keeps two groups together.
local function add_pair(job, fair, one, other)
    local list, amounts = {}, {}
    for _, side in ipairs { { one, 1 }, { other, -1 } } do
        for _, entry in ipairs(side[1].list) do
            list[#list + 1] = entry
            amounts[entry] = side[2] * math.floor(
                1e6 * fair_amount(fair, entry) / side[1].whole + 0.5)
        end
    end
    local most = math.floor(fair.difference * 1e6 + 0.5)
    local name = say("fair_pair", one.key, other.key)
    add_row(job, name, "opens", list, {
        least = -most, most = most,
        amount = function(entry) return amounts[entry] end })
end

local FAIR = { group = "function(phase)", of = "function(phase)",
               least = 'number|"most"', difference = "number" }

local function add_fair(job, fair)
    shape.check("fair", fair, FAIR)
    for _, name in ipairs { "least", "difference" } do
        local share = fair[name]
        if type(share) == "number" and (share < 0 or share > 1) then
            error(say("bad_share", "fair." .. name, wording.value(share)), 0)
        end
    end
    local groups, order = groups_of(job, fair.group)
    job.fair = { groups = {} }
    for _, key in ipairs(order) do
        local whole = 0
        for _, entry in ipairs(groups[key]) do
            whole = whole + fair_amount(fair, entry)
        end
        if whole > 0 then
            table.insert(job.fair.groups, { key = key, list = groups[key],
                                            whole = whole })
        end
    end
    local list = job.fair.groups
    for i = 1, fair.difference and #list or 0 do
        for k = i + 1, #list do
            add_pair(job, fair, list[i], list[k])
        end
    end
    for _, group in ipairs(list) do
        if fair.least then
            group.row = add_row(job, say("fair_least", group.key), "opens",
                group.list, { amount = function(entry)
                    return math.floor(1e6 * fair_amount(fair, entry)
                                      / group.whole + 0.5)
                end, least = fair.least ~= "most"
                    and math.floor(fair.least * 1e6) or 0 })
        end
    end
    job.fair.amount = function(entry) return fair_amount(fair, entry) end
end

function limits.add(job, options)
    job.problem.rows, job.rows = {}, {}
    for i, limit in ipairs(options.limits or {}) do
        check(limit, i)
        add_limit(job, limit)
    end
    if options.fair then
        add_fair(job, options.fair)
    end
    -- what may never open
    local closed = {}
    for i, entry in ipairs(job.phases) do
        if job.problem.closed[i] then
            closed[#closed + 1] = entry
        end
    end
    if #closed > 0 then
        add_row(job, say "closed_row", "opens", closed,
                { most = 0, amount = function() return 1 end })
    end
end

local function possible(job, least)
    for _, group in ipairs(job.fair.groups) do
        group.row.least = least
    end
    local problem = { gap = math.huge } -- any schedule will do
    for name, value in pairs(job.problem) do
        problem[name] = problem[name] or value
    end
    return wording.engine("schedule", problem) ~= nil
end

--- With least = "most": the largest share that all groups can have, by halving;
-- in millionths.
function limits.raise_least(job, options)
    if not options.fair or options.fair.least ~= "most" then
        return
    end
    local low, high = 0, 1000001
    while high - low > 1000 do
        local middle = (low + high) // 2
        if possible(job, middle) then
            low = middle
        else
            high = middle
        end
    end
    for _, group in ipairs(job.fair.groups) do
        group.row.least = low
    end
    job.fair.least = low / 1e6
end

return limits
