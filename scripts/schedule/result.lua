--- The schedule that ccn.schedule gives.
--
--     for i, entry in ipairs(schedule) do print(entry.key, entry.year) end
--     schedule.opened, schedule.waiting  --> lists of the same entries
--     print(schedule:why("Âu Lâu/2"))    -- why then, why not earlier
--     schedule:paid()                    --> { { source, year, amount }, ... }
--     schedule:apply(plan)               -- opens, in a fork
--     schedule:print()
--
-- An entry has row, key, cluster (row), area (ha, nil: not known), cost (VND),
-- year (nil: never), payments { { source =, year =, kind =, amount = VND }, ...
-- }.  total, bound and gap are of the goal; terms are its parts, money what is
-- taken off for it.  prices[source][year] is what one VND more would be worth.

local names   = require "names"
local reasons = require "schedule.reasons"
local relax   = require "schedule.relax"
local shape   = require "shape"
local wording = require "wording"
local work    = require "work"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local Schedule = {}
Schedule.__index = Schedule

local Unsolved = { __tostring = function(self) return self.words end }
Unsolved.__index = { print = function(self) print(self.words) end }

--- Why nothing keeps the limits, with the fewest demands to give up; an error,
-- or, where the script asks for it, { unsolved = true, words =, give_up = { {
-- phase = key } or { limit = name } }, money = VND more, nil: not enough }.
local function unsolved(job, why)
    local demands = wording.engine("schedule_relax", job.problem)
    local words, give_up = {}, {}
    for i, demand in ipairs(demands or {}) do
        local phase = demand.phase and job.phases[demand.phase].key
        local limit = demand.row and job.problem.rows[demand.row].name
        give_up[i] = { phase = phase, limit = limit }
        words[i] = phase and say("demand_phase", phase)
            or say("demand_row", limit)
    end
    local more = relax.money(job)
    if #words > 0 then
        why = say("give_up", why, table.concat(words, "; "))
    end
    if more then
        why = say("more_money", why, wording.money(more), job.years[1])
    end
    if not job.options.unsolved then
        error(why, 0)
    end
    return setmetatable({ unsolved = true, words = why, give_up = give_up,
                          money = more }, Unsolved)
end

local function add_payments(self, result)
    local problem = self.job.problem
    local count = #problem.pay_phase
    for s, source in ipairs(self.job.sources) do
        for i = 1, count do
            local amount = result.paid[(s - 1) * count + i]
            if amount > 0 then
                local entry = self[problem.pay_phase[i]]
                table.insert(entry.payments, {
                    source = source.name, amount = amount,
                    kind = problem.kinds[problem.pay_kind[i]],
                    year = entry.year - problem.pay_before[i] })
            end
        end
    end
end

local function add_prices(self, result)
    self.prices = {}
    local years = self.job.years
    for s, source in ipairs(self.job.sources) do
        local list = {}
        for t, year in ipairs(years) do
            list[year] = result.price[(s - 1) * #years + t]
        end
        self.prices[source.name] = list
    end
end

local function add_shares(self)
    local fair = self.job.fair
    if not fair then
        return
    end
    self.fair = { least = fair.least }
    for i, group in ipairs(fair.groups) do
        local sum = 0
        for _, entry in ipairs(group.list) do
            if self.by_key[entry.key].year then
                sum = sum + fair.amount(entry)
            end
        end
        self.fair[i] = { group = group.key, opened = sum, whole = group.whole,
                         share = sum / group.whole }
    end
end

local function add_entries(self, result)
    for i, entry in ipairs(self.job.phases) do
        local year = result.year[i]
        self[i] = { row = entry.row, key = entry.key, cost = entry.cost,
                    cluster = entry.cluster, area = entry.known_area,
                    built = entry.built, payments = {},
                    year = year <= #self.job.years
                        and self.job.years[year] or nil }
        self.by_key[entry.key] = self[i]
        table.insert(self[i].year and self.opened or self.waiting, self[i])
    end
end

local function watch_of(watch)
    return work.watch(watch, function(...)
        return say("progress", ...)
    end)
end

--- Solve the problem of a job.
function Schedule.solve(job, options)
    local done, handle, why = pcall(ccn.engine.schedule, job.problem,
                                    watch_of(options.watch))
    if not done then
        error(handle, 0)
    elseif not handle then
        return unsolved(job, why)
    end
    local result = wording.engine("scheduled", handle)
    local self = setmetatable({ handle = handle, job = job, by_key = {},
                                opened = {}, waiting = {}, terms = {},
                                excluded = job.out, total = result.total,
                                bound = result.bound, money = result.money,
                                steps = result.steps,
                                seconds = result.seconds }, Schedule)
    self.gap = self.total ~= 0
        and (self.bound - self.total) / math.abs(self.total)
        or self.bound - self.total
    add_entries(self, result)
    add_payments(self, result)
    add_prices(self, result)
    add_shares(self)
    for k, term in ipairs(job.problem.terms) do
        self.terms[k] = { name = term.id, title = term.name,
                          weight = term.weight, unit = term.unit,
                          total = result.terms[k] }
    end
    return self
end

local function entry_of(self, who)
    shape.needed("why: phase", who, "row")
    local key = key_of(who)
    return names.find(self.by_key, key, say("no_phase", key))
end

local function why(self, who)
    return reasons.text(self, entry_of(self, who))
end

--- Why a phase opens when it does, or never, in words; everything else stays.
function Schedule:why(who)
    local text = wording.run(why, self, who)
    return text
end

local function reason(self, who)
    return reasons.of(self, entry_of(self, who))
end

--- The same as data: { year =, limits = { money = true, ... }, missing = VND,
-- until_year =, sources = { names }, after =, row =, loss = }, of the year with
-- the fewest limits; change: the least money that alone would open it, {
-- amount =, year =, until_year =, sources = }.
function Schedule:reason(who)
    local found = wording.run(reason, self, who)
    return found
end

--- What each source pays by year: { { source =, year =, amount =, left = },
-- ... }; left is what it still has at the end of the year.
function Schedule:paid()
    local list, years = {}, self.job.years
    for s, source in ipairs(self.job.sources) do
        local by_year, rest = {}, 0
        for _, entry in ipairs(self) do
            for _, payment in ipairs(entry.payments) do
                if payment.source == source.name then
                    by_year[payment.year] = (by_year[payment.year] or 0)
                        + payment.amount
                end
            end
        end
        for t, year in ipairs(years) do
            local paid = by_year[year] or 0
            local budget = self.job.problem.sources[s].budget[t]
            rest = (source.carry and rest or 0) + budget - paid
            list[#list + 1] = { source = source.name, year = year,
                                amount = paid, budget = budget, left = rest }
        end
    end
    return list
end

--- Write the opening years into a plan; a phase that never opens loses its
-- year.
function Schedule:apply(plan)
    wording.run(shape.needed, "apply: plan", plan, "plan")
    for _, entry in ipairs(self) do
        plan:phase(entry.key).opens = entry.year
    end
end

Schedule.__tostring = function(self)
    return require "schedule.text" (self)
end

function Schedule:print()
    print(tostring(self))
end

return Schedule
