--- The triggers of a set in the futures of a sweep: how likely each fires by
-- which cut-off, and how good it would be.
--
--     local seen = ccn.triggers.futures(plan, set, results, {
--         subject = "Âu Lâu", from = "2027-6m", to = "2027",
--         events = { ["extension-late"] = "needed" } })
--     seen:of "extension-late".fires[1].share     -- by the first cut-off
--     print(seen)
--
-- An output of the sweep named "INDICATOR PERIOD", such as
-- "industrial_land_built 2028-6m", is what will be reported.  What the plan
-- observed in the periods from .. to stands before it; without these the
-- futures stand alone.  An event is an output as well: the year in which what
-- the trigger warns of happens (2030 is 1 Jan 2030, 2030.5 is 1 Jul 2030), not
-- known where it does not.
--
-- levels = { ["extension-late"] = { 3, 6, 12 } } looks at a trigger at each of
-- these levels instead, so that late and needless can be weighed.
--
-- Shares: fires of the futures; timely, late and missed of the futures with an
-- event; needless and chattering of the firings, those in the past not counted.
-- lead is in months, from the first firing that warns to the event.

local asked    = require "triggers.asked"
local backtest = require "triggers.backtest"
local forms    = require "observations.forms"
local machine  = require "triggers.machine"
local names    = require "names"
local series   = require "triggers.series"
local shares   = require "triggers.shares"
local text     = require "triggers.futures_text"

local say = require "wording".of(require "lang.triggers")

local Futures = {}
Futures.__index = Futures

Futures.__tostring = text.whole

function Futures:print()
    print(tostring(self))
end

--- The entry of a trigger by its id, and by its level if several were asked
-- for; nil when the sweep does not tell of it.
function Futures:of(id, level)
    for _, entry in ipairs(self) do
        if entry.trigger.id == id
            and (not level or entry.trigger.level == level) then
            return entry
        end
    end
end

-- What the sweep holds

--- { [indicator] = { [period] = column } }, the last period and the first.
local function columns_of(results)
    local by, first, last = {}, nil, nil
    for _, output in ipairs(results.outputs) do
        local indicator, name = output:match "^(%S+) (%S+)$"
        local period = forms.period(name)
        if period then
            by[indicator] = by[indicator] or {}
            by[indicator][name] = results:column(output)
            first = (not first or period.to < first.to) and period or first
            last = (not last or period.to > last.to) and period or last
        end
    end
    if not first then
        error(say("no futures", results.name), 0)
    end
    return by, first, last
end

--- The periods of the futures: behind those that were observed.
local function periods_behind(past, first, last)
    local list, seen = {}, past[#past]
    for _, period in ipairs(series.periods(seen and seen.period or first.name,
                                           last.name)) do
        if not seen or period.name ~= seen.period then
            list[#list + 1] = period
        end
    end
    return list
end

local function tells_of(columns, signpost)
    for _, indicator in ipairs(signpost.indicators) do
        if not columns[indicator] then
            return false
        end
    end
    return true
end

--- The day of an event from its year.
local function day_of(year)
    local whole = math.floor(year)
    return ("%04d-%02d-01"):format(whole, math.floor((year - whole) * 12) + 1)
end

--- One future of a signpost behind the past; nil when nothing of it is known.
local function future_of(job, signpost, i)
    local list = table.move(job.past, 1, #job.past, 1, {})
    local known = false
    for _, period in ipairs(job.periods) do
        local given = {}
        for k, indicator in ipairs(signpost.indicators) do
            local column = job.columns[indicator][period.name]
            given[k] = column and column[i]
        end
        local value = series.value(signpost, given, #signpost.indicators,
            { plan = job.plan, subject = job.subject, period = period,
              cutoff = period.due["04"] })
        known = known or value ~= nil
        list[#list + 1] = { cutoff = period.due["04"], period = period.name,
                            value = value }
    end
    return known and list or nil
end

local function fires_of(periods, first, n)
    local list, sum = {}, 0
    for i, period in ipairs(periods) do
        sum = sum + (first[i] or 0)
        list[i] = { period = period.name, cutoff = period.due["04"],
                    share = shares.share(sum, n) }
    end
    return list
end

--- One trigger over all futures.
local function entry_of(job, trigger, event, options)
    local sums, first, n = shares.new(), {}, 0
    for i = 1, job.runs do
        local list = future_of(job, trigger.watched, i)
        if list then
            local found = backtest.one(trigger, list, {
                events = event and event[i] and { day_of(event[i]) } or {},
                window = options.window, apart = options.apart })
            local at = shares.fires_at(found, #job.past)
            n = n + 1
            first[at or 0] = (first[at or 0] or 0) + 1
            shares.add(sums, found, #job.past)
        end
    end
    local states = machine(trigger, job.past)
    local entry = event and shares.of(sums) or {}
    entry.trigger, entry.subject, entry.n = trigger, job.subject, n
    entry.state = #states > 0 and states[#states].state or nil
    entry.fires = fires_of(job.periods, first, n)
    return entry
end

local OPTIONS = { "subject", "from", "to", "on", "known", "events", "levels",
                  "window", "apart" }

local function check(plan, set, options)
    names.only("ccn.triggers.futures", options, OPTIONS)
    if type(options.subject) ~= "string" then
        error(say "no future subject", 0)
    end
    local ids = {}
    for i, trigger in ipairs(set.triggers) do
        ids[i] = trigger.id
    end
    names.only("ccn.triggers.futures, events", options.events or {}, ids)
    names.only("ccn.triggers.futures, levels", options.levels or {}, ids)
    asked(plan, set, { subjects = { options.subject },
                       known = options.known })
end

local function past_of(plan, signpost, options)
    if not options.from then
        return {}
    end
    return series.of(plan, signpost, options.subject,
                     series.periods(options.from, options.to),
                     series.reader(plan, options))
end

--- A trigger at its level, or at each of those that are asked for.
local function at_levels(trigger, levels)
    local list = {}
    for i, level in ipairs(levels or {}) do
        list[i] = backtest.at(trigger, level)
    end
    return levels and list or { trigger }
end

return function(plan, set, results, options)
    check(plan, set, options)
    local columns, first, last = columns_of(results)
    local self = setmetatable({ runs = #results, left_out = {} }, Futures)
    for _, trigger in ipairs(set.triggers) do
        local signpost = trigger.watched
        if tells_of(columns, signpost) then
            local past = past_of(plan, signpost, options)
            local event = (options.events or {})[trigger.id]
            local job = { plan = plan, subject = options.subject,
                          columns = columns, past = past, runs = #results,
                          periods = periods_behind(past, first, last) }
            for _, one in ipairs(at_levels(trigger, (options.levels
                                                     or {})[trigger.id])) do
                self[#self + 1] = entry_of(job, one,
                    event and results:column(event), options)
            end
        else
            self.left_out[#self.left_out + 1] = trigger.id
        end
    end
    if #self == 0 then
        error(say("tells of none", results.name,
                  table.concat(self.left_out, ", ")), 0)
    end
    return self
end
