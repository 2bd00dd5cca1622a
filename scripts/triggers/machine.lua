--- The state of a trigger over a series of values: quiet, watch or fired.
--
--     local states = machine({ op = ">=", level = 70, clear = 60, hold = 2,
--                              cooldown = 4 },
--                            { { cutoff = "2026-06-30", value = 72 },
--                              { cutoff = "2026-12-31", value = 75 } })
--     states[2].state   --> "fired"
--
-- A pure function.  The level is reached when value op level holds.
--
--   quiet   the level is not reached
--   watch   it is, but not yet at `hold` cut-offs in a row (1 if not said), or
--           the trigger is silent: fewer than `cooldown` cut-offs (0) have
--           passed since it fired; or the value has passed `watch`, a level of
--           its own before the level
--   fired   from the cut-off at which it has held until the value no longer
--           passes `clear` (the level if not said): between clear and level it
--           stays fired, which keeps it from chattering
--
-- A gap in the data (value nil) is never a value: what has fired stays fired
-- and what is watched stays watched, marked stale, and the cut-offs in a row
-- begin anew; with gap = "bridge" they go on behind the gap.

local REACHED = {
    [">="] = function(a, b) return a >= b end,
    [">"]  = function(a, b) return a > b end,
    ["<="] = function(a, b) return a <= b end,
    ["<"]  = function(a, b) return a < b end,
}

local function gap(trigger, memory, entry)
    entry.stale = true
    if trigger.gap ~= "bridge" then
        memory.count = 0
    end
    entry.state = memory.state
end

--- The value has left the fired band: the trigger is armed again.
local function clear(trigger, memory, entry, reached)
    if memory.state == "fired"
        and not reached(entry.value, trigger.clear or trigger.level) then
        memory.state, entry.cleared = "quiet", true
    end
end

local function watched(trigger, reached, value)
    return trigger.watch ~= nil and reached(value, trigger.watch)
end

--- Fires when held and not silent; else watches or is quiet.
local function decide(trigger, memory, entry, reached)
    local held = memory.count >= (trigger.hold or 1)
    local silent = memory.since ~= nil
        and memory.since < (trigger.cooldown or 0)
    if held and not silent then
        memory.state, memory.since, entry.fires = "fired", 0, true
    elseif memory.count > 0 or watched(trigger, reached, entry.value) then
        memory.state, entry.silent = "watch", held and silent or nil
    else
        memory.state = "quiet"
    end
end

local function step(trigger, memory, entry)
    local reached = REACHED[trigger.op]
    if memory.since then
        memory.since = memory.since + 1
    end
    if entry.value == nil then
        return gap(trigger, memory, entry)
    end
    memory.count = reached(entry.value, trigger.level) and memory.count + 1
        or 0
    clear(trigger, memory, entry, reached)
    if memory.state ~= "fired" then
        decide(trigger, memory, entry, reached)
    end
    entry.state = memory.state
end

--- An entry for each of the series: cutoff, value, state, count (cut-offs in a
-- row), and fires, cleared, silent, stale where they are so.
return function(trigger, series)
    local memory, states = { state = "quiet", count = 0 }, {}
    for i, given in ipairs(series) do
        local entry = { cutoff = given.cutoff, value = given.value,
                        observations = given.observations }
        step(trigger, memory, entry)
        entry.count = memory.count
        states[i] = entry
    end
    return states
end
