--- What is written by hand is checked: a name that nothing reads is refused,
-- with the nearest one that is read.
--
--     names.only("exclude, entry 1", entry, { "enterprise", "cluster" })

local wording = require "wording"

local say = wording.of(require "lang.names")

local names = {}

local function among(name, list)
    for _, known in ipairs(list) do
        if name == known then
            return true
        end
    end
    return false
end

--- Every name of the table is one of the list.  Numbers count as names unless
-- `numbers` is true.
function names.only(where, given, list, numbers)
    if type(given) ~= "table" then
        error(say("no_table", where, type(given)), 0)
    end
    for name in pairs(given) do
        if not (among(name, list) or numbers and math.type(name)) then
            local near = ccn.nearest(tostring(name), list)
            error(near and say("no_name_near", where, tostring(name), near)
                  or say("no_name", where, tostring(name),
                         table.concat(list, ", ")), 0)
        end
    end
end

--- What an index has for a key; else the error, with the nearest key.
function names.find(index, key, text)
    if index[key] then
        return index[key]
    end
    local keys = {}
    for known in pairs(index) do
        keys[#keys + 1] = known
    end
    local near = type(key) == "string" and ccn.nearest(key, keys)
    error(near and say("near", text, near) or text, 0)
end

--- The value is nil or one of the list.
function names.one_of(where, value, list)
    if value ~= nil and not among(value, list) then
        local shown = {}
        for i, word in ipairs(list) do
            shown[i] = type(word) == "string" and '"' .. word .. '"'
                or tostring(word)
        end
        error(say("not_one", where, table.concat(shown, say "or"),
                  tostring(value)), 0)
    end
end

return names
