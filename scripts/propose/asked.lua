--- What is asked of a proposal: its options, and the windows that stay.

local names   = require "names"
local shape   = require "shape"
local wording = require "wording"
local worth   = require "propose.worth"

local say = wording.of(require "lang.propose")

local asked = {}

local NEEDED = { "triggers", "from", "to", "actions", "order", "place",
                 "windows", "tax" }
local KNOWN = { "subjects", "value", "size", "futures", "steps", "costs",
                "pays", table.unpack(NEEDED) }

--- The closed window ends no later than the published one.
local function check_windows(windows)
    names.only("windows", windows, { "closed", "published" })
    local closed, published = windows.closed, windows.published
    if math.type(closed) ~= "integer"
        or published ~= nil and math.type(published) ~= "integer" then
        error(say "no years", 0)
    elseif published and published < closed then
        error(say("windows cross", published, closed), 0)
    end
end

--- The tax and what it is on are not below 0.
local function check_size(options)
    shape.needed("tax", options.tax, "number")
    local size = options.size or {}
    shape.check("size", size, { year = "number", place = "number",
                                out = "number" })
    for name, number in pairs { tax = options.tax, year = size.year,
                                place = size.place, out = size.out } do
        if number < 0 then
            error(say("below nothing", name, wording.value(number)), 0)
        end
    end
end

--- Refuses options that are missing, not read or cross each other.
function asked.check(options)
    names.only("ccn.propose", options, KNOWN)
    for _, name in ipairs(NEEDED) do
        if options[name] == nil then
            error(say("no option", name), 0)
        end
    end
    check_windows(options.windows)
    check_size(options)
    shape.value("value", options.value, "list|function(world)")
    local triggers = {}
    for i, trigger in ipairs(options.triggers.triggers or {}) do
        triggers[i] = trigger.id
    end
    for i, action in ipairs(options.actions) do
        local where = ("actions, %s"):format(action.id or i)
        names.only(where, action, { "id", "trigger", "en", "vi", "change",
                                    "window" })
        names.one_of(where .. ", window", action.window, { "published" })
        names.one_of(where .. ", trigger", action.trigger or "", triggers)
        if type(action.change) ~= "function" then
            error(say("no change", tostring(action.id or i)), 0)
        end
    end
end

--- The last year that stays as it is: the published window only changes by an
-- action that names it.
function asked.fixed(windows, fired)
    for _, one in ipairs(fired) do
        if one.action.window == "published" then
            return windows.closed, "closed"
        end
    end
    return windows.published or windows.closed,
        windows.published and "published" or "closed"
end

--- An action changes no move that stays: of the closed window none, of the
-- published one only when it names it.
function asked.closed(self, one)
    local windows = self.options.windows
    local named = one.action.window == "published"
    local last = not named and windows.published or windows.closed
    local now = worth.in_force(self.world)
    for key, move in pairs(now) do
        local from = self.in_force[key]
        local same = from and from.year == move.year
            and from.cluster == move.cluster
        if not same and (move.year <= last or from and from.year <= last) then
            error(say("stays", one.action.id, key, last), 0)
        end
    end
    for key, from in pairs(self.in_force) do
        if not now[key] and from.year <= last then
            error(say("stays", one.action.id, key, last), 0)
        end
    end
end

return asked
