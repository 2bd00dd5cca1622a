--- Texts and numbers in the language of the user.
--
--     local wording = require "wording"
--     local say = wording.of(require "lang.rank")
--     print(say("tie", 3), wording.number(0.5, "%.2f"))
--
-- A table of texts has { en = "...", vi = "..." } under each key.

local wording = {}

--- Puts arguments into a text.  In "%d {change|changes}" the word goes by the
-- last number before it.
function wording.fill(text, ...)
    if not text:find("{", 1, true) then
        return text:format(...)
    end
    local arguments, at, number = { ... }, 0, nil
    local agreed = text:gsub("([^{}]*){([^{}|]*)|([^{}|]*)}",
        function(before, one, many)
            for _ in before:gsub("%%%%", ""):gmatch "%%[^%a]*%a" do
                at = at + 1
                number = tonumber(arguments[at]) or number
            end
            return before .. (number == 1 and one or many)
        end)
    return agreed:format(...)
end

--- A function that gives the text of a key, with its arguments put in.
function wording.of(texts)
    return function(key, ...)
        local text = texts[key] or error(("no text '%s'"):format(key), 2)
        return wording.fill(text[ccn.lang()], ...)
    end
end

--- The title of something that has `en`, `vi` and perhaps `name`.
function wording.title(thing)
    return thing[ccn.lang()] or thing.en or thing.name
end

--- A number with the decimal sign of the language; "–" for nil.
function wording.number(value, format)
    if value == nil then
        return "–"
    end
    local text = format:format(value)
    if ccn.lang() == "vi" then
        text = text:gsub("%.", ",")
    end
    return text
end

--- 17447280120 --> 17,447,280,120, or with points in Vietnamese.
function wording.money(value)
    local sign = ccn.lang() == "vi" and "." or ","
    local digits = ("%d"):format(value)
    local count
    repeat
        digits, count = digits:gsub("^(-?%d+)(%d%d%d)", "%1" .. sign .. "%2")
    until count == 0
    return digits
end

local NOISE = 1e-9 -- as a share of what a figure is part of

--- A sum or difference: six digits that count, millions in full, and 0 where it
-- is nothing beside what it is part of.
function wording.sum(value, of)
    if value == nil or value ~= value then
        return wording.value(value)
    elseif math.abs(value) <= NOISE * math.abs(of or 0) then
        return "0"
    elseif math.abs(value) >= 1e6 and math.abs(value) < 1e15 then
        return wording.money(math.tointeger(math.floor(value + 0.5)))
    end
    return wording.number(value + 0.0 == 0 and 0 or value, "%.6g")
end

local LEAST_GAP = 1e-5 -- smaller ones are told as less than that

--- How far from the bound, in percent; "–" for nil.
function wording.gap(share)
    if share and share >= NOISE and share < LEAST_GAP then
        return wording.number(100 * LEAST_GAP, "<%.2g")
    end
    return wording.number(share and (share < NOISE and 0 or 100 * share),
                          "%.2g")
end

local UNITS = { year = "năm", years = "năm", month = "tháng", day = "ngày",
                days = "ngày", people = "người", persons = "người",
                VND = "đồng", jobs = "việc làm" }

--- A unit as people read it: m³/day, in Vietnamese m³/ngày.
function wording.unit(unit)
    local text = wording.text(unit):gsub("m([23])%f[^%w]", { ["2"] = "m²",
                                                            ["3"] = "m³" })
    if ccn.lang() ~= "vi" then
        return text
    end
    return (text:gsub("%a+", UNITS))
end

local WORKS = { relocation = "di dời", infrastructure = "hạ tầng",
                clearance = "giải phóng mặt bằng",
                resettlement = "tái định cư", planning = "quy hoạch",
                road = "đường", wastewater = "xử lý nước thải" }

--- A kind of work, or of cost, as people read it; the purposes of budget lines
-- have Vietnamese words.
function wording.work(kind)
    return ccn.lang() == "vi" and WORKS[kind] or kind
end

--- A value of a field as people read it.
function wording.value(value)
    if value == nil then
        return "–"
    elseif value ~= value then
        return "NaN"
    elseif math.type(value) == "float" then
        return wording.number(value, "%.6g")
    elseif type(value) == "boolean" then
        local words = { en = { "yes", "no" }, vi = { "có", "không" } }
        return words[ccn.lang()][value and 1 or 2]
    elseif type(value) == "userdata" then
        return wording.key(value)
    end
    return tostring(value)
end

--- A text, or of { en =, vi = } the one of the reader; nil for nil.
function wording.text(thing)
    return type(thing) == "table" and (thing[ccn.lang()] or thing.en) or thing
end

--- The key of a row, or the text itself.
function wording.key(thing)
    if type(thing) == "string" then
        return thing
    end
    local holds = type(thing) == "userdata" or type(thing) == "table"
    local key = holds and thing.key
    if not key then
        local words = { en = "a row or its key is needed, got %s",
                        vi = "cần một dòng hoặc khóa của nó, nhận được %s" }
        error(words[ccn.lang()]:format(tostring(thing)), 0)
    end
    return type(key) == "function" and thing:key() or key
end

--- Call a function of ccn.engine; its error says no line of the library.
function wording.engine(name, ...)
    local done, result = pcall(ccn.engine[name], ...)
    if not done then
        error(result, 0)
    end
    return result
end

--- Call a function of the library for a script.  An error that says no line
-- yet gets the line of the script that called the caller.
function wording.run(call, ...)
    local done, result = pcall(call, ...)
    if not done then
        local placed = type(result) ~= "string" or result:find "^[^\n]-:%d+: "
        error(result, placed and 0 or 3)
    end
    return result
end

return wording
