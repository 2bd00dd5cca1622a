--- Trigger sets of a plan and their states, as tables for people.

local figures = require "figures"
local firings = require "triggers.firings"
local store   = require "triggers.store"
local wording = require "wording"

local say = wording.of(require "lang.triggers")

local show = {}

--- The sets that a plan keeps.
function show.sets(plan)
    local rows = {}
    for row in plan:trigger_sets() do
        rows[#rows + 1] = { row.key,
            row.approved_on and say "approved" or say "draft",
            figures.date(row.approved_on), row.approved_by, row.decision,
            row.sha256 and row.sha256:sub(1, 12) }
    end
    if #rows == 0 then
        return say "no sets"
    end
    return tostring(ccn.table { columns = {
        say "set", say "status", say "since", say "by", say "decision",
        "SHA-256" }, rows = rows, width = 140 })
end

--- On a day, the states of the sets in force (firings.states), and which of
-- them are recorded.
function show.states(plan, day, states)
    local lines, open = { say("on day", figures.date(day)) }, 0
    if #states == 0 then
        lines[2] = say "none in force"
    end
    for _, one in ipairs(states) do
        lines[#lines + 1] = one.row.key
        lines[#lines + 1] = tostring(one.found)
        for _, entry in ipairs(one.found) do
            open = open + (entry.state ~= "quiet"
                           and not firings.of(plan, one, entry) and 1 or 0)
        end
    end
    if #states > 0 then
        lines[#lines + 1] = open > 0 and say("to record", open)
            or say "all recorded"
    end
    return table.concat(lines, "\n")
end

local function number(value, unit)
    local text = wording.number(value, "%.6g")
    return value and unit and text .. " " .. unit or text
end

local function words(texts)
    return texts and texts[ccn.lang()] or "–"
end

--- When it is quiet again, and for how long it is silent.
local function full_back(trigger, unit)
    local text = say("full back", number(trigger.clear or trigger.level, unit))
    local silent = trigger.cooldown or 0
    return silent > 0 and text .. "; " .. say("full silent", silent) or text
end

--- From where it is watched and how long the action takes; nil when neither is
-- given.
local function full_watch(trigger, unit)
    local parts = {}
    if trigger.watch then
        parts[1] = say("full watch", number(trigger.watch, unit))
    end
    if trigger.lead then
        parts[#parts + 1] = say("full lead", trigger.lead)
    end
    return #parts > 0 and "  " .. table.concat(parts, "; ") or nil
end

--- One set in full: what each trigger watches, when it fires, what it allows.
function show.set(plan, key)
    local set = store.load(plan, key)
    local lines = { set.name .. " " .. set.version }
    for _, trigger in ipairs(set.triggers) do
        local signpost = trigger.watched
        local unit = signpost.unit
        lines[#lines + 1] = say("full trigger", trigger.id, words(trigger))
        lines[#lines + 1] = say("full when", words(signpost), trigger.op,
                                number(trigger.level, unit),
                                trigger.hold or 1)
        lines[#lines + 1] = full_back(trigger, unit)
        lines[#lines + 1] = full_watch(trigger, unit)
        lines[#lines + 1] = say("full watches", words(signpost.watches))
        lines[#lines + 1] = say("full ground", words(trigger.ground))
    end
    return table.concat(lines, "\n")
end

return show
