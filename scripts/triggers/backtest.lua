--- How good a trigger would have been on a past series.
--
--     local found = backtest(trigger, series, {
--         events = { "2027-03-01" },       -- when what it warns of happened
--         window = 36, apart = 4 })
--     found.timely, found.late, found.missed, found.needless, found.chattering
--
-- An event needs the prepared action to begin `lead` months before it.  For
-- each event the first firing in the `window` (months, 36) before it counts:
-- timely when it left the lead time, late when it did not, and missed when
-- there is none.  A firing with no event in the window after it is needless,
-- or open when the series ends before the window does.  A firing fewer than
-- `apart` cut-offs (4) behind the one before is chattering.
--
-- On choosing a level by what being late and being needless cost: Raso,
-- Kwakkel, Timmermans 2019, https://doi.org/10.3390/su11061716.

local fields  = require "triggers.fields"
local machine = require "triggers.machine"
local names   = require "names"

local backtest = {}

--- A day so many months later; the 31st becomes the last day of the month.
local function months(day, count)
    local year, month, rest = day:match "^(%d+)-(%d+)-(%d+)$"
    local total = tonumber(year) * 12 + tonumber(month) - 1 + count
    local last = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
    local y, m = total // 12, total % 12 + 1
    local leap = y % 4 == 0 and (y % 100 ~= 0 or y % 400 == 0)
    local most = m == 2 and leap and 29 or last[m]
    return ("%04d-%02d-%02d"):format(y, m, math.min(tonumber(rest), most))
end

--- Whole months from a day to a later one.
function backtest.months(from, to)
    local count = 0
    while months(from, count + 1) <= to do
        count = count + 1
    end
    return count
end

--- Firings with their place in the series.
local function firings_of(states)
    local list = {}
    for i, entry in ipairs(states) do
        if entry.fires then
            list[#list + 1] = { cutoff = entry.cutoff, value = entry.value,
                                index = i }
        end
    end
    return list
end

--- Which firing warns of an event, and whether it came in time.
local function judge_event(day, firings, trigger, window)
    local event = { day = day, needed = months(day, -(trigger.lead or 0)),
                    judgement = "missed" }
    local first = months(day, -window)
    for _, firing in ipairs(firings) do
        if firing.cutoff >= first and firing.cutoff <= day then
            firing.warns = true
            if not event.firing then
                event.firing = firing.cutoff
                event.judgement = firing.cutoff <= event.needed and "timely"
                    or "late"
            end
        end
    end
    return event
end

local function judge_firing(firing, window, last)
    if firing.warns then
        return "warns"
    end
    return months(firing.cutoff, window) <= last and "needless" or "open"
end

local function count(list, name)
    local sum = 0
    for _, one in ipairs(list) do
        sum = sum + (one.judgement == name and 1 or 0)
    end
    return sum
end

--- One trigger on one series of { cutoff =, value = }.
function backtest.one(trigger, series, options)
    names.only("trigger", trigger, fields.plain)
    names.only("ccn.triggers.backtest", options, { "events", "window",
                                                   "apart" })
    local window, apart = options.window or 36, options.apart or 4
    local firings = firings_of(machine(trigger, series))
    local found = { firings = firings, events = {}, chattering = 0 }
    for i, day in ipairs(options.events or {}) do
        found.events[i] = judge_event(day, firings, trigger, window)
    end
    local last = #series > 0 and series[#series].cutoff or ""
    for i, firing in ipairs(firings) do
        firing.judgement = judge_firing(firing, window, last)
        local before = firings[i - 1]
        if before and firing.index - before.index < apart then
            firing.chattering = true
            found.chattering = found.chattering + 1
        end
    end
    for _, name in ipairs { "timely", "late", "missed" } do
        found[name] = count(found.events, name)
    end
    found.needless, found.open = count(firings, "needless"),
        count(firings, "open")
    return found
end

--- A trigger at another level; clear and watch keep their distance to it.
function backtest.at(trigger, level)
    local moved, by = {}, level - trigger.level
    for name, value in pairs(trigger) do
        moved[name] = value
    end
    moved.level = level
    moved.clear = trigger.clear and trigger.clear + by
    moved.watch = trigger.watch and trigger.watch + by
    return moved
end

--- The same for several levels, so that late and needless can be weighed: a
-- list of results with `level`.
function backtest.levels(trigger, series, levels, options)
    local list = {}
    for i, level in ipairs(levels) do
        list[i] = backtest.one(backtest.at(trigger, level), series, options)
        list[i].level = level
    end
    return list
end

return backtest
