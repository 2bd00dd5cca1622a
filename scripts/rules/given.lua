--- Facts as a person writes them on the command line.
--
--     given "infrastructure=yes,demand=30,formed_on=2009-10-04"
--         --> { infrastructure = true, demand = 30, formed_on = "2009-10-04" }

local facts = require "rules.facts"

local say = require "wording".of(require "lang.rules")

local FLAGS = { yes = true, no = false, ["có"] = true, ["không"] = false }

local function value_of(name, text)
    if FLAGS[text] ~= nil then
        return FLAGS[text]
    elseif text:find "^%d%d%d%d%-%d%d%-%d%d$" then
        return text
    end
    local value = ccn.number(text, "point")
    if value == nil then
        ccn.engine.usage(say("no value", name, text))
    end
    return value
end

local function check_name(name, more)
    if facts[name] or more and more[name] then
        return
    end
    local names = {}
    for known in pairs(facts) do
        names[#names + 1] = known
    end
    local close = ccn.nearest(name, names)
    ccn.engine.usage(close and say("no fact, nearest", name, close)
                     or say("no fact", name))
end

--- more: facts that packs describe themselves.
return function(text, more)
    local list, before = {}, nil
    for part in text:gmatch "[^,]+" do
        local name, value = part:match "^%s*([%w_]+)%s*=%s*(.-)%s*$"
        local last = part:match "^%d+$" and before
        if last then
            ccn.engine.usage(say("comma in number", part, last .. "." .. part))
        elseif not name or value == "" then
            ccn.engine.usage(say("no pair", part))
        end
        check_name(name, more)
        list[name], before = value_of(name, value), part:match "^.*=%s*%d+$"
    end
    return list
end
