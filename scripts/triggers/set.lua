--- A set of signposts and triggers, checked.
--
--     return ccn.triggers.set {
--         signposts = { { id = "fill", of = "cluster", unit = "%",
--             indicators = { "industrial_land_leased",
--                            "industrial_land_built" },
--             value = function(leased, built) return 100 * leased / built end,
--             en = "fill rate", vi = "tỷ lệ lấp đầy" } },
--         triggers = { { id = "next-phase", signpost = "fill", op = ">=",
--             level = 70, clear = 60, hold = 2, cooldown = 4, lead = 18,
--             en = "open the next phase", vi = "mở giai đoạn sau",
--             ground = { en = "...", vi = "..." } } },
--     }
--
-- A signpost is what is watched: indicators of the forms for each cluster,
-- enterprise or unit, and a value from them (the indicator itself if not
-- said); the function gets the figures and last { plan =, subject =, period =,
-- cutoff = }, to hold them against the plan.  `watches` says which assumption
-- of the plan it tests.  A trigger has a signpost, op, level, and may have
-- clear, watch, hold, cooldown (in cut-offs), lead (months the prepared action
-- takes), gap, severity, ground.  A set that a plan keeps (triggers/store.lua)
-- has name and version.  A name that nothing reads is refused.

local fields = require "triggers.fields"
local names  = require "names"

local say = require "wording".of(require "lang.triggers")

local IN_WORDS = { "en", "vi" }
local SEVERITIES = { "error", "warning", "note" }

local OPS = { [">="] = 1, [">"] = 1, ["<="] = -1, ["<"] = -1 }
local OF = { cluster = true, enterprise = true, unit = true }
local GAPS = { ["break"] = true, bridge = true }

local function refuse(thing, key, ...)
    error(say("wrong", tostring(thing.id), say(key, ...)), 0)
end

--- A text in both languages, or nil.
local function check_words(thing, name)
    local words = thing[name]
    if words ~= nil then
        names.only(say("of", tostring(thing.id), name), words, IN_WORDS)
    end
end

local function check_texts(thing, known)
    if type(thing) ~= "table" or type(thing.id) ~= "string" then
        error(say "no id", 0)
    end
    names.only(("'%s'"):format(thing.id), thing, known)
    if type(thing.en) ~= "string" or type(thing.vi) ~= "string" then
        refuse(thing, "no name")
    end
end

local function check_signpost(signpost)
    check_texts(signpost, fields.signpost)
    check_words(signpost, "watches")
    local indicators = signpost.indicators
    if not OF[signpost.of] then
        refuse(signpost, "no subject", tostring(signpost.of))
    elseif type(indicators) ~= "table" or #indicators == 0 then
        refuse(signpost, "no indicators")
    elseif signpost.value ~= nil and type(signpost.value) ~= "function" then
        refuse(signpost, "value is", type(signpost.value))
    elseif #indicators > 1 and type(signpost.value) ~= "function" then
        refuse(signpost, "no value")
    end
end

local function check_count(trigger, name, least)
    local value = trigger[name]
    if value ~= nil and (math.type(value) ~= "integer" or value < least) then
        refuse(trigger, "no count", name, least)
    end
end

--- clear lies on the quiet side of the level, watch between them or below.
local function check_side(trigger, name)
    local value = trigger[name]
    if value == nil then
        return
    elseif type(value) ~= "number"
        or (trigger.level - value) * OPS[trigger.op] < 0 then
        refuse(trigger, "wrong side", name, tostring(value),
               tostring(trigger.level))
    end
end

--- A set that was checked before has this already.
local function unmark(trigger, signposts)
    if type(trigger) == "table" and trigger.watched
        and trigger.watched == signposts[trigger.signpost] then
        trigger.watched = nil
    end
end

local function check_trigger(trigger, signposts)
    unmark(trigger, signposts)
    check_texts(trigger, fields.trigger)
    check_words(trigger, "ground")
    names.one_of(say("of", trigger.id, "severity"), trigger.severity,
                 SEVERITIES)
    if not signposts[trigger.signpost] then
        refuse(trigger, "no signpost", tostring(trigger.signpost))
    elseif not OPS[trigger.op] then
        refuse(trigger, "no op", tostring(trigger.op))
    elseif type(trigger.level) ~= "number" then
        refuse(trigger, "no level", tostring(trigger.level))
    elseif trigger.gap ~= nil and not GAPS[trigger.gap] then
        refuse(trigger, "no gap", tostring(trigger.gap))
    end
    check_count(trigger, "hold", 1)
    check_count(trigger, "cooldown", 0)
    check_count(trigger, "lead", 0)
    check_side(trigger, "clear")
    check_side(trigger, "watch")
end

--- Things by their id, each once.
local function by_id(list)
    local by = {}
    for _, thing in ipairs(list) do
        if by[thing.id] then
            refuse(thing, "twice")
        end
        by[thing.id] = thing
    end
    return by
end

return function(set)
    if type(set) ~= "table" or type(set.signposts) ~= "table"
        or type(set.triggers) ~= "table" then
        error(say "no set", 2)
    end
    names.only(say "a set", set, fields.set)
    for _, signpost in ipairs(set.signposts) do
        check_signpost(signpost)
    end
    local signposts = by_id(set.signposts)
    for _, trigger in ipairs(set.triggers) do
        check_trigger(trigger, signposts)
        trigger.watched = signposts[trigger.signpost]
    end
    by_id(set.triggers)
    return set
end
