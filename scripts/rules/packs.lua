--- The packs that ship, and those a person names.
--
--     local packs = require "rules.packs"
--     local list = packs.of(plan)                 -- those of the plan's place
--     local rule, pack = packs.find "N32-EXP-FILL"
--     packs.valid(rule, "2026-09-15")             --> false

local figures = require "figures"
local shape   = require "shape"

local say = require "wording".of(require "lang.rules")

local packs = {}

packs.SHIPPED = {
    "vn.decree_105_2009", "vn.decree_32_2024", "vn.decree_303_2026",
    "vn.decree_08_2022", "vn.qcvn_01_2021", "lao_cai.appraisal",
}

--- Every pack, the shipped ones first.  `more` is a list of further packs.
function packs.all(more)
    local list = {}
    for i, name in ipairs(packs.SHIPPED) do
        list[i] = require("rules." .. name)
    end
    for _, pack in ipairs(more or {}) do
        list[#list + 1] = pack
    end
    return list
end

--- The packs for a plan: those of no place, and of places it has as a unit.
function packs.of(plan, more)
    local list = {}
    for _, pack in ipairs(packs.all(more)) do
        if not pack.place or plan:unit(pack.place) then
            list[#list + 1] = pack
        end
    end
    return list
end

--- Whether a rule holds on a day; known_to is the last day on which it is
-- known to, where the day it ended was not seen.
function packs.valid(rule, on)
    local last = rule.valid_to or rule.known_to
    return (not rule.valid_from or rule.valid_from <= on)
        and (not last or on <= last)
end

--- The rules of a question that hold on a day.
function packs.rules(list, asks, on)
    local rules = {}
    for _, pack in ipairs(list) do
        for _, rule in ipairs(pack.rules) do
            if rule.asks == asks and packs.valid(rule, on) then
                rules[#rules + 1] = rule
            end
        end
    end
    return rules
end

--- In words that no pack with dates holds on a day; nil when one does.
function packs.none(list, on)
    local first
    for _, pack in ipairs(list) do
        for _, rule in ipairs(pack.rules) do
            local from = rule.valid_from
            if from and packs.valid(rule, on) then
                return nil
            end
            first = from and (not first or from < first) and from or first
        end
    end
    local day = figures.date(on)
    return first and say("none in force", day, figures.date(first))
        or say("none known", day)
end

--- What is known not to be known of the law of a day: texts not seen.
function packs.missing(list, asks, on)
    local found = {}
    for _, pack in ipairs(list) do
        for _, gap in ipairs(pack.missing) do
            if (not gap.asks or gap.asks == asks)
                and (not gap.from or gap.from <= on)
                and (not gap.to or on <= gap.to) then
                found[#found + 1] = gap[ccn.lang()]
            end
        end
    end
    return found
end

--- The facts that packs describe themselves.
function packs.facts(list)
    local facts = {}
    for _, pack in ipairs(list) do
        for name, fact in pairs(pack.facts) do
            facts[name] = fact
        end
    end
    return facts
end

--- The rule of an id and its pack; an id that is not there is a mistake.
function packs.find(id, more)
    shape.needed("rule", id, "text")
    shape.value("packs", more, "list")
    local names = {}
    for _, pack in ipairs(packs.all(more)) do
        for _, rule in ipairs(pack.rules) do
            if rule.id == id then
                return rule, pack
            end
            names[#names + 1] = rule.id
        end
    end
    local close = ccn.nearest(id, names)
    error(close and say("no rule, nearest", id, close) or say("no rule", id), 0)
end

return packs
