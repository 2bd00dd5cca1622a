--- order:classes(list): classes by thresholds of the score.
--
--     local classes = order:classes { { "A", from = 0.7 },
--                                     { "B", from = 0.4 }, { "C" } }
--     classes[1].key, classes[1].class, classes[1].certain
--     classes.count.A
--
-- A class is certain when whatever is unknown leaves it as it is; low and high
-- are the classes that it could be.  Criteria with `classes = { ... }` give
-- every entry its class, and order:classes() needs no list.

local Told    = require "rank.told"
local wording = require "wording"

local say = wording.of(require "lang.tree")

local classes = {}

--- Fails when a list is none of classes.
function classes.check(list)
    if type(list) ~= "table" or #list == 0 then
        error(say("no_class", 1), 0)
    end
    local last, seen = math.huge, {}
    for i, class in ipairs(list) do
        local is_class = type(class) == "table" and type(class[1]) == "string"
        local from = is_class and class.from
        local lower = type(from) == "number" and from < last
        if not is_class or (i < #list and not lower)
            or (i == #list and from) or seen[class[1]] then
            error(say("no_class", i), 0)
        end
        last, seen[class[1]] = from, true
    end
end

--- Scores this close to a threshold meet it, as ties do.
local CLOSE = 1e-12

local function class_of(list, score)
    for _, class in ipairs(list) do
        if not class.from or score >= class.from - CLOSE then
            return class[1]
        end
    end
end

--- The class of an entry: its name, the worst and the best that it could be.
function classes.of(list, entry)
    return class_of(list, entry.score), class_of(list, entry.low),
        class_of(list, entry.high)
end

--- A class with what else it could be, as people read it.
function classes.text(class, low, high)
    return low == high and class or ("%s (%s–%s)"):format(class, low, high)
end

local function entries(order, list)
    local found = { count = {}, certain = {} }
    for _, class in ipairs(list) do
        found.count[class[1]], found.certain[class[1]] = 0, 0
    end
    for i, entry in ipairs(order) do
        local class, low, high = classes.of(list, entry)
        found[i] = { key = entry.key, class = class, score = entry.score,
                     low = low, high = high, certain = low == high }
        found.count[class] = found.count[class] + 1
        found.certain[class] = found.certain[class] + (low == high and 1 or 0)
    end
    return found
end

local function keys_of(found, class)
    local keys = {}
    for _, entry in ipairs(found) do
        if entry.class == class then
            keys[#keys + 1] = classes.text(entry.key, entry.low, entry.high)
        end
    end
    return table.concat(keys, ", ")
end

local function told(order, list)
    list = list or order.criteria.classes
    classes.check(list)
    local found, rows = entries(order, list), {}
    for i, class in ipairs(list) do
        local name = class[1]
        rows[i] = { name, class.from, found.count[name], found.certain[name],
                    keys_of(found, name) }
    end
    return Told.make(found, {
        name = "classes", lines = { say "classes" }, rows = rows,
        columns = { { title = say "class" },
                    { title = say "from", kind = "number", digits = 3 },
                    { title = say "count", kind = "number", digits = 0 },
                    { title = say "certain", kind = "number", digits = 0 },
                    { title = say "who" } },
    })
end

function classes.told(order, list)
    local found = wording.run(told, order, list)
    return found
end

return classes
