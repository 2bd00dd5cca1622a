--- What the pilots taught, for the phases that come after:
-- ccn.lessons(list) -> lessons.
--
--     local lessons = ccn.lessons {
--         { work = "clearance", cost = 1.4, duration = 1.5,
--           source = "pilot A, final account" },
--         { work = "infrastructure", cost = 0.9, source = "pilot A" },
--     }
--     local schedule = ccn.schedule(plan, { ..., lessons = lessons })
--     lessons:print()      -- each figure that was changed, and by which lesson
--
-- A lesson is about a kind of work (a kind of cost): cost and duration are what
-- was measured over what was planned; a lesson sheet (lesson_sheet.lua) reckons
-- them from the figures themselves.  The longest ratio of duration among the
-- works of a phase counts for the phase, rounded up to whole years.  only =
-- function(phase) restricts a lesson to some phases.

local lesson_sheet = require "lesson_sheet"
local names        = require "names"
local shape        = require "shape"
local wording      = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local Lessons = {}
Lessons.__index = Lessons

local LESSON = { work = "text", source = "any", cost = "any",
                 duration = "any", only = "function(phase)" }

local function check_ratio(i, lesson, name)
    local value = lesson[name]
    if value ~= nil and not (type(value) == "number" and value > 0
                             and value < math.huge) then
        error(say("lesson_ratio", i, name, shape.shown(value)), 0)
    end
end

local function check_lesson(i, lesson)
    shape.check(("lessons, %d"):format(i), lesson, LESSON)
    for _, name in ipairs { "work", "source" } do
        if lesson[name] == nil then
            error(say("bad_lesson", i, name), 0)
        end
    end
    check_ratio(i, lesson, "cost")
    check_ratio(i, lesson, "duration")
    if not (lesson.cost or lesson.duration) then
        error(say("bad_lesson", i, names.either { "cost", "duration" }), 0)
    end
end

local function check(list)
    local seen = {}
    shape.needed("lessons", list, "list")
    for i, lesson in ipairs(list) do
        check_lesson(i, lesson)
        if seen[lesson.work] and not lesson.only then
            error(say("lesson_twice", lesson.work), 0)
        end
        seen[lesson.work] = not lesson.only or nil
    end
end

local function lesson_of(self, phase, work)
    for _, lesson in ipairs(self.list) do
        local own = lesson.own and lesson.own[key_of(phase)]
        if lesson.work == work and not own
            and (not lesson.only or lesson.only(phase)) then
            return lesson
        end
    end
    return nil
end

local function note(self, change)
    self.changes[#self.changes + 1] = change
end

local function new_costs(self, phase, costs)
    local changed = {}
    for work, amount in pairs(costs) do
        local lesson = lesson_of(self, phase, work)
        changed[work] = amount
        if lesson and lesson.cost then
            local to = math.floor(amount * lesson.cost + 0.5)
            changed[work] = to
            note(self, { phase = key_of(phase), what = "cost", work = work,
                         from = amount, to = to, ratio = lesson.cost,
                         source = lesson.source })
        end
    end
    return changed
end

--- Shares by year stretched over more or fewer years.
local function stretched(shares, count, to)
    if not shares then
        return nil
    end
    local list = {}
    for i = 1, to do
        local sum = 0
        for k = 1, count do
            local left = math.max((i - 1) / to, (k - 1) / count)
            local right = math.min(i / to, k / count)
            sum = sum + shares[k] * math.max(0, right - left) * count
        end
        list[i] = sum
    end
    return list
end

--- What a phase costs and how many years it takes, after the lessons.
function Lessons:apply(phase, costs, count, shares)
    local longest
    for work in pairs(costs) do
        local lesson = lesson_of(self, phase, work)
        if lesson and lesson.duration
            and (not longest or lesson.duration > longest.duration) then
            longest = lesson
        end
    end
    local changed, to = new_costs(self, phase, costs), count
    if longest then
        to = math.max(1, math.ceil((phase.duration or count)
                                   * longest.duration - 1e-9))
        note(self, { phase = key_of(phase), what = "duration",
                     work = longest.work, from = count, to = to,
                     ratio = longest.duration, source = longest.source })
    end
    return changed, to, to ~= count and stretched(shares, count, to) or shares
end

--- Begin the list of changes anew; a schedule does so.
function Lessons:clear()
    self.changes = {}
end

Lessons.__tostring = function(self)
    local lines = {}
    for i, change in ipairs(self.changes) do
        local ratio = wording.number(change.ratio, "%.4g")
        if change.what == "cost" then
            lines[i] = say("lesson_cost", change.phase,
                           wording.work(change.work),
                           wording.money(change.from),
                           wording.money(change.to), ratio,
                           wording.text(change.source))
        else
            lines[i] = say("lesson_duration", change.phase, change.from,
                           change.to, ratio, wording.text(change.source))
        end
    end
    return #lines > 0 and table.concat(lines, "\n") or say "no_change"
end

function Lessons:print()
    print(tostring(self))
end

return function(list)
    if lesson_sheet.is(list) then
        list = lesson_sheet.lessons(list)
    else
        wording.run(check, list)
    end
    return setmetatable({ list = list, changes = {} }, Lessons)
end
