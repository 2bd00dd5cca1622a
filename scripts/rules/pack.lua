--- A pack of dated rules of one document: checks what a file gives and fills
-- in what its rules have in common.
--
--     return require "rules.pack" {
--         id = "vn.decree_32_2024",
--         document = { en = "Decree 32/2024", vi = "Nghị định 32/2024" },
--         valid_from = "2024-05-01", source = "...", certainty = "...",
--         rules = { { id = "N32-EXP-FILL", article = "8.2c", ... } },
--     }
--
-- A rule has id, article, title { en, vi }, asks ("standing", "extend" or
-- "establish"), over (the unit it aggregates over), valid_from and valid_to
-- (first and last day), figures { fact = { operator, limit, unit, id } },
-- severity when it is broken, told = true where a finding needs the title as
-- well as the figures, and may have applies(case), test(case, rule) and
-- examples { case =, gives = "true"|"false"|"unknown"|"not asked" }.  Without a
-- test every figure must hold.  What else a test of one's own needs stands in
-- fields x_NAME.  Rules are pure: they see the case alone.

local is    = require "rules.logic"
local known = require "rules.facts"
local names = require "names"
local shape = require "shape"

local say = require "wording".of(require "lang.rules")

local PACK = { id = "text", document = "table", place = "text",
               valid_from = "any", valid_to = "any", known_to = "any",
               source = "any", certainty = "any", transition = "table",
               facts = "table", missing = "list", rules = "list" }

local RULE = { id = "text", article = "any", title = "table",
               asks = '"standing"|"extend"|"establish"',
               over = '"cluster"|"commune"|"district"', valid_from = "any",
               valid_to = "any", known_to = "any", figures = "table",
               severity = '"error"|"warning"|"note"|function(case, rule)',
               told = "flag", applies = "function(case, rule)",
               test = "function(case, rule)", examples = "list",
               document = "table", source = "any", certainty = "any",
               place = "text", pack = "text" }

local EXAMPLE = { case = "table", on = "text",
                  gives = '"true"|"false"|"unknown"|"not asked"' }

local FIGURE = { operator = "any", limit = "any", unit = "text", id = "text",
                 [1] = "any", [2] = "any", [3] = "text" }

local OPERATOR = '"<="|">="|"<"|">"|"="'
local DAY = "^%d%d%d%d%-%d%d%-%d%d$"

local SHARED = { "document", "source", "certainty", "place" }

local function refuse(pack, rule, key, ...)
    error(say("bad pack", tostring(pack.id), rule and tostring(rule.id) or "–",
              say(key, ...)), 0)
end

--- Without fields of one's own, which are called x_NAME.
local function without_own(given)
    local list = {}
    for name, value in pairs(given) do
        if not tostring(name):find "^x_" then
            list[name] = value
        end
    end
    return list
end

--- Facts are those of rules/facts.lua, those the pack describes, and fields of
-- one's own.
local function facts_of(pack)
    local list = { "on" } -- the day
    for _, facts in ipairs { known, pack.facts or {} } do
        for name in pairs(facts) do
            list[#list + 1] = name
        end
    end
    return list
end

local function check_examples(where, rule)
    for i, example in ipairs(rule.examples or {}) do
        local place = ("%s: examples, %d"):format(where, i)
        shape.check(place, example, EXAMPLE)
        shape.needed(place .. ": gives", example.gives, EXAMPLE.gives)
    end
end

local function check_figures(pack, where, rule)
    names.only(where .. ": figures", without_own(rule.figures or {}),
               facts_of(pack))
    for fact, figure in pairs(rule.figures or {}) do
        local place = ("%s: figures: %s"):format(where, fact)
        shape.check(place, figure, FIGURE)
        shape.needed(place .. ": operator", figure.operator or figure[1],
                     OPERATOR)
    end
end

local function check_days(pack, rule)
    for _, name in ipairs { "valid_from", "valid_to", "known_to" } do
        local day = rule[name]
        if day ~= nil and not tostring(day):match(DAY) then
            refuse(pack, rule, "no day", name, tostring(day))
        end
    end
end

local function both(text)
    return type(text) == "table" and text.en and text.vi
end

--- { ">=", 60, "%" } or the same by names.
local function figure_of(figure, rule)
    return { operator = figure.operator or figure[1],
             limit = figure.limit == nil and figure[2] or figure.limit,
             unit = figure.unit or figure[3], id = figure.id or rule.id }
end

local function every_figure(case, rule)
    local parts = {}
    for fact in pairs(rule.figures) do
        parts[#parts + 1] = is.figure(rule, case, fact)
    end
    return #parts == 1 and parts[1] or is.all(parts)
end

local function finish(pack, rule)
    for _, name in ipairs(SHARED) do
        rule[name] = rule[name] or pack[name]
    end
    rule.pack = pack.id
    rule.valid_from = rule.valid_from or pack.valid_from
    rule.asks = rule.asks or "standing"
    rule.over = rule.over or "cluster"
    rule.severity = rule.severity or "warning"
    local figures = {}
    for fact, figure in pairs(rule.figures or {}) do
        figures[fact] = figure_of(figure, rule)
    end
    rule.figures = figures
    rule.test = rule.test or every_figure
    rule.examples = rule.examples or {}
    return rule
end

local function check_rule(pack, i, rule)
    local where = ("pack %s, rule %s"):format(tostring(pack.id), i)
    shape.needed(where, rule, "table")
    if type(rule.id) ~= "string" then
        refuse(pack, nil, "no id")
    end
    where = ("pack %s, rule %s"):format(tostring(pack.id), rule.id)
    shape.check(where, without_own(rule), RULE)
    if not both(rule.title) then
        refuse(pack, rule, "no title")
    elseif not rule.test and not next(rule.figures or {}) then
        refuse(pack, rule, "no test")
    end
    check_figures(pack, where, rule)
    check_examples(where, rule)
    check_days(pack, rule)
end

local function pack_of(pack)
    if type(pack) ~= "table" or not both(pack.document)
        or type(pack.rules) ~= "table" then
        error(say "no pack", 0)
    end
    shape.check(("pack %s"):format(tostring(pack.id)), without_own(pack), PACK)
    pack.missing = pack.missing or {}
    pack.facts = pack.facts or {}
    for i, rule in ipairs(pack.rules) do
        check_rule(pack, i, rule)
        finish(pack, rule)
    end
    return pack
end

return function(pack)
    local made = require "wording".run(pack_of, pack)
    return made
end
