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
-- test every figure must hold.  Rules are pure: they see the case alone.

local is = require "rules.logic"

local say = require "wording".of(require "lang.rules")

local ASKS = { standing = true, extend = true, establish = true }
local SEVERITY = { error = true, warning = true, note = true }
local DAY = "^%d%d%d%d%-%d%d%-%d%d$"

local SHARED = { "document", "source", "certainty", "place" }

local function refuse(pack, rule, key, ...)
    error(say("bad pack", tostring(pack.id), rule and tostring(rule.id) or "–",
              say(key, ...)), 0)
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

local function check_rule(pack, rule)
    if type(rule.id) ~= "string" then
        refuse(pack, nil, "no id")
    elseif not both(rule.title) then
        refuse(pack, rule, "no title")
    elseif not ASKS[rule.asks or "standing"] then
        refuse(pack, rule, "no question", tostring(rule.asks))
    elseif type(rule.severity) ~= "function"
        and not SEVERITY[rule.severity or "warning"] then
        refuse(pack, rule, "no severity", tostring(rule.severity))
    elseif not rule.test and not next(rule.figures or {}) then
        refuse(pack, rule, "no test")
    end
    check_days(pack, rule)
end

return function(pack)
    if type(pack) ~= "table" or not both(pack.document)
        or type(pack.rules) ~= "table" then
        error(say "no pack", 2)
    end
    pack.missing = pack.missing or {}
    pack.facts = pack.facts or {}
    for _, rule in ipairs(pack.rules) do
        check_rule(pack, rule)
        finish(pack, rule)
    end
    return pack
end
