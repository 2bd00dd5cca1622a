--- The triggers of a set on the observations of a plan: a state for each
-- trigger and subject, at the last cut-off.
--
--     local found = evaluate(plan, set, { from = "2024", to = "2026-6m" })
--     print(found)
--     found:of "fired"        --> a list of entries
--
-- Options: from and to (periods), on (a day: what came in later is left out),
-- known ("then", the rule, or "now"), subjects (keys; else all that were
-- ever observed).  An entry has trigger, subject, states (for each cut-off),
-- state, since, value and stale.

local asked   = require "triggers.asked"
local figures = require "figures"
local machine = require "triggers.machine"
local series  = require "triggers.series"
local wording = require "wording"

local say = wording.of(require "lang.triggers")

local Found = {}
Found.__index = Found

local SIGN = { [">="] = "≥", ["<="] = "≤", [">"] = ">", ["<"] = "<" }

--- The entries in a state: "quiet", "watch" or "fired".
function Found:of(state)
    local list = {}
    for _, entry in ipairs(self) do
        if entry.state == state then
            list[#list + 1] = entry
        end
    end
    return list
end

--- How many had no figure at the last cut-off.
function Found:stale()
    local count = 0
    for _, entry in ipairs(self) do
        count = count + (entry.stale and 1 or 0)
    end
    return count
end

local function number(value, unit)
    local text = wording.number(value, "%.6g")
    return unit and text .. " " .. unit or text
end

--- "fill rate 75 % ≥ 70 % at 2 cut-offs in a row, since 31 Dec 2026"
function Found.why(entry)
    local trigger, last = entry.trigger, entry.states[#entry.states]
    local signpost = trigger.watched
    local name = signpost[ccn.lang()]
    if entry.value == nil then
        return say("no data", name)
    end
    local text = ("%s %s"):format(name, number(entry.value, signpost.unit))
    if last.count > 0 then
        text = say(last.count == 1 and "reached once" or "reached", text,
                   SIGN[trigger.op],
                   number(trigger.level, signpost.unit), last.count)
    elseif entry.state == "fired" then
        text = say("not cleared", text,
                   number(trigger.clear or trigger.level, signpost.unit))
    end
    if last.silent then
        text = text .. "; " .. say("silent", trigger.cooldown)
    end
    return entry.stale and text .. "; " .. say "stale" or text
end

--- Which have no figure at the last cut-off, and since which: a line, or
-- nothing.
local function without(found)
    local list = {}
    for _, entry in ipairs(found) do
        local since
        for i = #entry.states, 1, -1 do
            if entry.states[i].value ~= nil then
                break
            end
            since = entry.states[i].cutoff
        end
        if since then
            list[#list + 1] = say("no figure since", entry.trigger.id,
                                  entry.subject, figures.date(since))
        end
    end
    return #list > 0
        and "\n" .. say("no figure", table.concat(list, "; ")) or ""
end

function Found:__tostring()
    local rows = {}
    for _, state in ipairs { "fired", "watch" } do
        for _, entry in ipairs(self:of(state)) do
            local trigger = entry.trigger
            rows[#rows + 1] = { say(state), trigger.id, entry.subject,
                                figures.date(entry.since), self.why(entry),
                                trigger[ccn.lang()] }
        end
    end
    local total = say("total", #self:of "fired", #self:of "watch",
                      #self:of "quiet", self:stale()) .. without(self)
    if #rows == 0 then
        return total
    end
    return ccn.table { columns = { say "state", say "trigger", say "subject",
                                   say "since",
                                   { title = say "why", width = 44 },
                                   { title = say "action", width = 30 } },
                       rows = rows, width = 140 } .. "\n" .. total
end

function Found:print()
    print(tostring(self))
end

--- The cut-off since which the state is what it is.
local function since(states)
    local day = states[#states].cutoff
    for i = #states, 1, -1 do
        if states[i].state ~= states[#states].state then
            break
        end
        day = states[i].cutoff
        if states[i].fires then
            break
        end
    end
    return day
end

--- The last value that is known.
local function last_value(states)
    for i = #states, 1, -1 do
        if states[i].value ~= nil then
            return states[i].value
        end
    end
end

--- Keys of all that were ever observed for a signpost.
local function subjects_of(plan, signpost, on)
    local wanted, seen, keys = {}, {}, {}
    for _, indicator in ipairs(signpost.indicators) do
        wanted[indicator] = true
    end
    for o in plan:observations() do
        local subject = o[signpost.of]
        if subject and wanted[o.indicator or ""] and not seen[subject.key]
            and (not on or not o.received or o.received <= on) then
            seen[subject.key] = true
            keys[#keys + 1] = subject.key
        end
    end
    table.sort(keys)
    return keys
end

return function(plan, set, options)
    asked(plan, set, options)
    local periods = series.periods(options.from, options.to)
    local read = series.reader(plan, options)
    local found = setmetatable({ periods = periods }, Found)
    for _, trigger in ipairs(set.triggers) do
        local signpost = trigger.watched
        for _, key in ipairs(options.subjects
                             or subjects_of(plan, signpost, options.on)) do
            local states = machine(trigger, series.of(plan, signpost, key,
                                                      periods, read))
            local last = states[#states]
            found[#found + 1] = {
                trigger = trigger, subject = key, states = states,
                state = last.state, stale = last.stale or false,
                since = since(states), value = last_value(states),
            }
        end
    end
    return found
end
