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

local MOST = 20 -- names that one line may list

--- The name is one of the list.
function names.known(where, name, list)
    if among(name, list) then
        return
    end
    name = tostring(name)
    local near = ccn.nearest(name, list)
    if near then
        error(say("no_name_near", where, name, near), 0)
    elseif #list > MOST then
        error(say("no_such_name", where, name), 0)
    end
    error(say("no_name", where, name, table.concat(list, ", ")), 0)
end

--- What goes behind the words for a name that nothing has: the nearest of a
-- list, or nothing.
function names.near(name, list)
    local near = ccn.nearest(tostring(name), list)
    return near and say("near", near) or ""
end

--- The same with the names of a table.
function names.hint(name, known)
    local list = {}
    for other in pairs(known) do
        list[#list + 1] = tostring(other)
    end
    return names.near(name, list)
end

--- Every name of the table is one of the list.  Numbers count as names unless
-- `numbers` is true.
function names.only(where, given, list, numbers)
    if type(given) ~= "table" then
        error(say("no_table", where, type(given)), 0)
    end
    for name in pairs(given) do
        if not (numbers and math.type(name)) then
            names.known(where, name, list)
        end
    end
end

--- What an index has for a key; else the error, with the nearest key.
function names.find(index, key, text)
    if index[key] then
        return index[key]
    end
    error(text .. (type(key) == "string" and names.hint(key, index) or ""), 0)
end

local SHOWN = 100 -- of things that a finding is about

--- "a, b, c"; of more than a hundred the first, and how many more there are.
function names.all(keys)
    local list = table.concat(keys, ", ", 1, math.min(#keys, SHOWN))
    return #keys > SHOWN and list .. say("and_more", #keys - SHOWN) or list
end

local FEW = 12

--- "a, b, c"; of more than a dozen the first, and … for the others.
function names.some(keys)
    local list = table.concat(keys, ", ", 1, math.min(#keys, FEW))
    return #keys > FEW and list .. ", …" or list
end

--- "a, b or c".
function names.either(list)
    if #list < 2 then
        return list[1]
    end
    return table.concat(list, ", ", 1, #list - 1) .. say "or" .. list[#list]
end

--- The value is nil or one of the list.
function names.one_of(where, value, list)
    if value ~= nil and not among(value, list) then
        local shown = {}
        for i, word in ipairs(list) do
            shown[i] = type(word) == "string" and '"' .. word .. '"'
                or tostring(word)
        end
        error(say("not_one", where, names.either(shown), tostring(value)), 0)
    end
end

return names
