--- A rule in full: its document and article, its days, figures, ground, and
-- its tests with what they give.
--
--     local text, broken = explain.rule "N32-EXP-FILL"
--     print(explain.all())
--
-- broken is how many of its tests do not give what they say.

local figures = require "figures"
local judge   = require "rules.judge"
local packs   = require "rules.packs"
local words   = require "rules.words"
local wording = require "wording"

local say = wording.of(require "lang.rules")

local SIGN = { ["<="] = "≤", [">="] = "≥" }

local function days_of(rule)
    local list = {}
    if rule.valid_from then
        list[1] = say("from", figures.date(rule.valid_from))
    end
    if rule.valid_to then
        list[#list + 1] = say("to", figures.date(rule.valid_to))
    elseif rule.known_to then
        list[#list + 1] = say("known to", figures.date(rule.known_to))
    end
    local sign = rule.known_to and "; " or " "
    return #list > 0 and table.concat(list, sign) or say "always"
end

local function plain(value)
    if type(value) == "boolean" then
        return say(value and "yes" or "no")
    elseif type(value) == "string" and value:find "^%d%d%d%d%-" then
        return figures.date(value)
    end
    return wording.value(value)
end

local function figures_of(rule, facts)
    local list = {}
    for fact, figure in pairs(rule.figures) do
        local line = ("%s %s %s"):format(words.names({ fact }, facts),
            SIGN[figure.operator] or figure.operator, plain(figure.limit))
        line = figure.unit and line .. " " .. figure.unit or line
        list[#list + 1] = figure.id == rule.id and line
            or ("%s (%s)"):format(line, figure.id)
    end
    return table.concat(list, "; ")
end

local function shown(value)
    if type(value) ~= "table" then
        return plain(value)
    end
    local parts = {}
    for key, entry in pairs(value) do
        parts[#parts + 1] = type(key) == "number" and shown(entry)
            or ("%s %s"):format(key, shown(entry))
    end
    return "{ " .. table.concat(parts, ", ") .. " }"
end

local function case_of(example)
    local parts = {}
    for fact, value in pairs(example.case) do
        parts[#parts + 1] = fact .. " = " .. shown(value)
    end
    return #parts > 0 and table.concat(parts, ", ") or "–"
end

local function examples_of(rule)
    local rows, kept = {}, 0
    for i, example in ipairs(rule.examples) do
        local got = judge.example(rule, example)
        local good = got == example.gives
        kept = kept + (good and 1 or 0)
        rows[i] = { case_of(example), say(example.gives),
                    good and say "kept_test" or say("broken_test", say(got)) }
    end
    return ccn.table { columns = { { title = say "examples", width = 60 },
                                   say "result", "" }, rows = rows },
        say("tests", #rule.examples, kept), #rule.examples - kept
end

local explain = {}

--- Every rule of every pack, a line for each.
function explain.all(more)
    local rows = {}
    for _, pack in ipairs(packs.all(more)) do
        for _, rule in ipairs(pack.rules) do
            rows[#rows + 1] = { rule.id, days_of(rule),
                                words.ground(rule), rule.title[ccn.lang()] }
        end
    end
    return ccn.table { columns = { say "rule", { title = say "valid",
        width = 26 }, { title = say "ground", width = 26 },
        { title = say "condition", width = 60 } }, rows = rows, width = 140 }
end

function explain.rule(id, more)
    local rule, pack = packs.find(id, more)
    local severity = rule.severity
    local lines = { rule.id .. ": " .. rule.title[ccn.lang()] }
    local function line(name, text)
        if text then
            lines[#lines + 1] = ("  %s: %s"):format(say(name), text)
        end
    end
    line("ground", words.ground(rule))
    line("valid", days_of(rule))
    line("asks", say(rule.asks))
    line("over", say(rule.over))
    line("figures", next(rule.figures) and figures_of(rule, pack.facts))
    line("severity", say(type(severity) == "function" and "by case"
                         or severity))
    line("certainty", wording.text(rule.certainty))
    line("source", rule.source)
    local examples, total, broken = examples_of(rule)
    lines[#lines + 1] = examples
    lines[#lines + 1] = total
    return table.concat(lines, "\n"), broken
end

return explain
