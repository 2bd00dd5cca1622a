--- A judgement in words of the reader: the figures it compared, with what is
-- not known and what would settle it.
--
--     words.of(found, facts)       --> "fill rate 58.3 % < 60 %"
--     words.settles(found.missing, facts)

local figures = require "figures"
local known   = require "rules.facts"
local wording = require "wording"

local say = wording.of(require "lang.rules")

local words = {}

local SIGN = { ["<="] = "≤", [">="] = "≥", ["<"] = "<", [">"] = ">",
               ["="] = "=" }
local BROKEN = { ["<="] = ">", [">="] = "<", ["<"] = "≥", [">"] = "≤",
                 ["="] = "≠" }

local function label(fact, facts)
    local described = facts and facts[fact] or known[fact]
    return described and described[ccn.lang()] or fact
end

--- The names of the facts that are missing.
function words.names(missing, facts)
    local list = {}
    for i, fact in ipairs(missing) do
        list[i] = label(fact, facts)
    end
    return table.concat(list, ", ")
end

local function plain(value, unit)
    if type(value) == "boolean" then
        return say(value and "yes" or "no")
    elseif type(value) == "string" then
        return figures.date(value)
    end
    local text = wording.number(value, "%.6g")
    unit = unit and unit:gsub("m3", "m³"):gsub("/day", say "a day")
    return unit and text .. " " .. unit or text
end

--- A value that is only bounded: "at least 53.5 ha".
local function bounded(bounds, unit)
    if bounds.low and bounds.high then
        return say("from to", plain(bounds.low), plain(bounds.high, unit))
    elseif bounds.above then
        return say("above", plain(bounds.low, unit))
    elseif bounds.high then
        local day = type(bounds.high) == "string"
        return say(day and "latest" or "at most", plain(bounds.high, unit))
    end
    return say("at least", plain(bounds.low, unit))
end

local function flag(found, facts)
    return ("%s: %s"):format(label(found.fact, facts),
                             say(found.got and "yes" or "no"))
end

local function figure(found, facts)
    local got, text = found.got
    if got == nil then
        text = say("not known", label(found.fact, facts))
        if found.missing[1] ~= found.fact then
            text = say("for lack of", text, words.names(found.missing, facts))
        end
    elseif type(got) == "boolean" then
        text = flag(found, facts)
    else
        text = label(found.fact, facts) .. " "
            .. (type(got) == "table" and bounded(got, found.unit)
                or plain(got, found.unit))
        if found.value ~= nil then
            text = text .. " "
                .. (found.value and SIGN or BROKEN)[found.operator] .. " "
                .. plain(found.limit, found.unit)
        end
    end
    if (got == nil or found.value == nil)
        and type(found.limit) ~= "boolean" and found.limit ~= nil then
        text = text .. " " .. say("asked", SIGN[found.operator] .. " "
                                      .. plain(found.limit, found.unit))
    end
    return found.because and text .. " (" .. found.because .. ")" or text
end

local function reading(part)
    local name = part.reading
    if name == nil then
        return nil
    elseif not name.unit then
        return name[ccn.lang()]
    elseif not name.two then
        return name.unit
    end
    return say(name.whole and "in both" or "in none", name.unit)
end

local of

--- The parts that decide: the false ones of what fails, the open ones of what
-- is open, the true ones of an alternative that holds.
local function chosen(found)
    local wanted, list = found.value, {}
    local all = found.kind == "any" and found.value ~= true
        or found.kind == "all" and found.value == true
    for _, part in ipairs(found.parts) do
        if all or part.value == wanted then
            list[#list + 1] = part
        end
    end
    return list
end

local function joined(found, facts)
    local list = {}
    for i, part in ipairs(chosen(found)) do
        list[i] = of(part, facts)
    end
    return table.concat(list, "; ")
end

local function readings(found, facts)
    local list = {}
    for i, part in ipairs(found.parts) do
        local name = reading(part)
        local text = of(part, facts)
        if #found.parts > 1 or name then
            text = ("%s: %s"):format(name or i, text)
        end
        if #found.parts > 1 and found.value == nil then
            text = ("%s → %s"):format(text, say(words.result(part.value)))
        end
        list[i] = text
    end
    return table.concat(list, " | ")
end

function of(found, facts)
    if found.kind == "figure" then
        return figure(found, facts)
    elseif found.kind == "open" then
        return say("not known", label(found.fact, facts))
    elseif found.kind == "readings" then
        return readings(found, facts)
    end
    return joined(found, facts)
end

words.of = of

--- The name of a result among the texts.
function words.result(value)
    return value and "holds" or value == false and "fails" or "open"
end

--- "industrial land (the land-use table of the detailed plan)" for each fact
-- that is missing.
function words.settles(missing, facts)
    local list = {}
    for i, fact in ipairs(missing) do
        local described = facts and facts[fact] or known[fact]
        local by = described and described.settled
            and described.settled[ccn.lang()]
        list[i] = by and ("%s (%s)"):format(label(fact, facts), by)
            or label(fact, facts)
    end
    return list
end

--- "Art. 8.2c Decree 32/2024/NĐ-CP"
function words.ground(rule)
    local article = rule.article
    if type(article) == "table" then
        article = article[ccn.lang()]
    end
    local document = rule.document[ccn.lang()]
    if not article then
        return document
    elseif article:find "^%d" then
        return say("article", article, document)
    end
    return article .. " " .. document
end

return words
