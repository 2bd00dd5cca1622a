--- JSON of Lua values, for the specifications of charts.
--
--     json { mark = "bar", data = { values = { { x = 1 } } } }
--
-- A table with [1] is a list, any other an object with its keys in order; an
-- empty one is an object unless it is json.list {}; json.null is null.  NaN
-- and infinity have no JSON and are errors.  Safe inside of <script>: "<" is
-- written as \u003c.  Texts are harmless as those of the page are
-- (report/escape.lua).

local escape = require "report.escape"

local list = {}
local null = setmetatable({}, list)

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n",
                  ["\r"] = "\\r", ["\t"] = "\\t", ["<"] = "\\u003c",
                  ["\u{2028}"] = "\\u2028", ["\u{2029}"] = "\\u2029" }

local function quoted(text)
    text = escape.harmless(text):gsub('[%c"\\<]', function(letter)
        return ESCAPES[letter] or ("\\u%04x"):format(letter:byte())
    end)
    return '"' .. text:gsub("\u{2028}", ESCAPES):gsub("\u{2029}", ESCAPES)
        .. '"'
end

--- The fewest digits that read back to the same number.
local function number(value)
    if value ~= value or value == math.huge or value == -math.huge then
        error("there is no JSON for a number that is not finite", 0)
    elseif math.type(value) == "integer" then
        return ("%d"):format(value)
    end
    for digits = 15, 17 do
        local text = ("%." .. digits .. "g"):format(value)
        if tonumber(text) == value then
            return text
        end
    end
end

local write

local function write_list(out, values)
    out[#out + 1] = "["
    for i, value in ipairs(values) do
        out[#out + 1] = i > 1 and "," or ""
        write(out, value)
    end
    out[#out + 1] = "]"
end

local function write_object(out, values)
    out[#out + 1] = "{"
    local first = true
    for key, value in pairs(values) do
        out[#out + 1] = (first and "" or ",") .. quoted(tostring(key)) .. ":"
        write(out, value)
        first = false
    end
    out[#out + 1] = "}"
end

function write(out, value)
    local kind = type(value)
    if value == null then
        out[#out + 1] = "null"
    elseif kind == "table" then
        if value[1] ~= nil or getmetatable(value) == list then
            write_list(out, value)
        else
            write_object(out, value)
        end
    elseif kind == "number" then
        out[#out + 1] = number(value)
    elseif kind == "boolean" or value == nil then
        out[#out + 1] = value == nil and "null" or tostring(value)
    elseif kind == "string" then
        out[#out + 1] = quoted(value)
    else
        error(("there is no JSON for a %s"):format(kind), 0)
    end
end

local json = { number = number, null = null }

--- Marks a table as a list, even when it is empty.
function json.list(values)
    return setmetatable(values, list)
end

return setmetatable(json, { __call = function(_, value)
    local out = {}
    write(out, value)
    return table.concat(out)
end })
