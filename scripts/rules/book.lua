--- A book of dated rules, read from a table of regulations.
--
--     local book = require("rules.book").read "data/regulations.csv"
--     local rule = book:rule "N32-EXP-FILL"
--     rule.valid_to                             --> "2026-09-14"
--     book:test("N32-EXP-FILL", 91.19, "2026-09-14").result   --> "holds"
--
-- Figures of the law stand in the table, never in code.  A test gives
-- "holds", "fails" or "unknown", with the numbers it compared.

local book = {}
book.__index = book

local COMPARE = {
    ["<="] = function(a, b) return a <= b end,
    [">="] = function(a, b) return a >= b end,
    ["<"]  = function(a, b) return a < b end,
    [">"]  = function(a, b) return a > b end,
    ["="]  = function(a, b) return a == b end,
}

local NEEDED = { "rule_id", "document", "article", "valid_from", "valid_to",
                 "operator", "threshold", "unit", "summary", "certainty" }

local function places(csv, path)
    local place = {}
    for i, heading in ipairs(csv.headings) do
        place[heading] = i
    end
    for _, name in ipairs(NEEDED) do
        if not place[name] then
            error(("%s: column '%s' is missing"):format(path, name), 0)
        end
    end
    return place
end

--- A threshold is a number, a day, or a text that no test can use.
local function threshold_of(text, unit)
    if not text then
        return nil
    end
    if unit == "bool" then
        return text == "1"
    end
    return ccn.number(text, "point") or text
end

--- Reads a table of rules: columns as in regulations.csv.
function book.read(path)
    local csv = ccn.csv(path)
    local place = places(csv, path)
    local self = setmetatable({ rules = {}, order = {} }, book)
    for _, cells in ipairs(csv.rows) do
        local rule = { line = cells.line }
        for name, i in pairs(place) do
            rule[name] = cells[i]
        end
        rule.id = rule.rule_id
        rule.limit = threshold_of(rule.threshold, rule.unit)
        self.rules[rule.id] = rule
        self.order[#self.order + 1] = rule.id
    end
    return self
end

--- The rule of an id; an unknown id is a mistake of the script.
function book:rule(id)
    return self.rules[id] or error(("no rule '%s' in the book"):format(id), 2)
end

--- Whether a rule holds on a day ("2026-09-15").
function book:valid(id, on)
    local rule = self:rule(id)
    return (not rule.valid_from or rule.valid_from <= on)
        and (not rule.valid_to or on <= rule.valid_to)
end

--- The newest of several rules that is valid on the day, or nothing.
function book:newest(ids, on)
    local best
    for _, id in ipairs(ids) do
        local rule = self:rule(id)
        if self:valid(id, on)
            and (not best or (rule.valid_from or "")
                > (best.valid_from or "")) then
            best = rule
        end
    end
    return best
end

--- Compares a value with a rule.  An unknown value is "unknown", and `missing`
-- says what would decide it.
function book:test(id, value, on, missing)
    local rule = self:rule(id)
    local found = { id = id, rule = rule, value = value, limit = rule.limit,
                    operator = rule.operator, unit = rule.unit,
                    article = rule.article, missing = missing }
    if on and not self:valid(id, on) then
        found.result = "not valid"
    elseif value == nil or rule.limit == nil then
        found.result = "unknown"
    else
        local compare = COMPARE[rule.operator]
        found.result = compare(value, rule.limit) and "holds" or "fails"
    end
    return found
end

return book
