--- The value of each alternative in words: its terms, what is not weighed and
-- why, and for which taxes it is the best of them.

local goal    = require "propose.goal"
local names   = require "names"
local wording = require "wording"

local say = wording.of(require "lang.propose")

local value_text = {}

local UNITS = { wait = "unit years", left = "unit people" }

--- What the search sees of a value, and what is the same in every alternative.
local SEARCHED = { wait = true, left = true, place = true, moving_cost = true,
                   works = true }

local function number(value)
    return wording.number(math.abs(value) < 1e-9 and 0 or value, "%.6g")
end

local function title(term)
    local name = term[ccn.lang()] and wording.title(term)
        or term.name ~= term.kind and term.name or say("term " .. term.kind)
    if term.discount and term.discount ~= 0 then
        name = say("discounted", name, number(100 * term.discount), term.from)
    end
    return name
end

local function unit(term)
    if term.unit or term.kind == "place" then
        return wording.text(term.unit) or "–"
    end
    return say(UNITS[term.kind] or "unit money")
end

--- What is known of an amount; "?" behind it, or alone, when not all is.
local function amount(of)
    if #of.missing == 0 then
        return number(of.amount)
    end
    return of.amount ~= 0 and number(of.amount) .. " + ?" or "?"
end

--- A row for each term, then the value: title, unit, weight and what it is in
-- each alternative.
function value_text.rows(self)
    local rows = {}
    for i, term in ipairs(self.terms) do
        local weight = number(term.weight)
        rows[i] = { title(term), unit(term), self.weighed[term.name] and weight
                    or "(" .. weight .. ")" }
        for _, found in ipairs(self.alternatives) do
            table.insert(rows[i], amount(found.amounts[term.name]))
        end
    end
    local sum = { say "sum of terms", "", "" }
    for _, found in ipairs(self.alternatives) do
        sum[#sum + 1] = number(found.value)
    end
    rows[#rows + 1] = sum
    return rows
end

--- The terms of one alternative beside doing nothing, for the record.
function value_text.lines(self, found, name)
    local nothing = self.alternatives[1]
    local lines = { say("value of one", name(found), number(found.value),
                        number(nothing.value)) }
    for _, term in ipairs(self.terms) do
        lines[#lines + 1] = say("term line", title(term),
            amount(found.amounts[term.name]),
            amount(nothing.amounts[term.name]), unit(term),
            self.weighed[term.name] and number(term.weight)
                or say "none weighed")
    end
    lines[#lines + 1] = say("size line", number(found.size),
                            value_text.tax(self))
    return lines
end

--- What a term counts for one enterprise that has a move, or none.
local PART = {
    wait = function(term, row, move)
        return move and (move.year - term.from) * term.value(row) or 0
    end,
    left = function(term, row, move)
        return move and 0 or term.value(row)
    end,
    place = function(term, row, move, world)
        return move and term.value(row, world:cluster(move.cluster)) or 0
    end,
    moving_cost = function(_, row, move)
        return move and row.moving_cost / 1e9 or 0
    end,
}

--- The terms of the value by which one move differs from another, with what
-- each was and is: { "years waited 3 → 2", ... }.
function value_text.differences(self, key, from, to)
    local list, row = {}, self.world:enterprise(key)
    for _, term in ipairs(self.terms) do
        local part = self.weighed[term.name] and PART[term.kind]
        local was = part and part(term, row, from, self.world)
        local is = part and part(term, row, to, self.world)
        if was ~= is then
            list[#list + 1] = ("%s %s → %s"):format(title(term), number(was),
                                                    number(is))
        end
    end
    return list
end

--- Titles of the columns, with the names of the alternatives.
function value_text.columns(self, name)
    local list = { say "term", say "unit", say "weight" }
    for _, found in ipairs(self.alternatives) do
        list[#list + 1] = name(found)
    end
    return list
end

--- Whose figure is missing in any of the alternatives.
local function missing(self, term)
    local keys, seen = {}, {}
    for _, found in ipairs(self.alternatives) do
        for _, key in ipairs(found.amounts[term.name].missing) do
            if not seen[key] then
                seen[key], keys[#keys + 1] = true, key
            end
        end
    end
    table.sort(keys)
    return keys
end

--- Why a term is not in the sum, what the search did not see, and the notes of
-- the script, a line each.
function value_text.notes(self)
    local lines, noted = {}, {}
    for _, term in ipairs(self.terms) do
        local note = wording.text(term.note)
        if not self.weighed[term.name] then
            local keys = missing(self, term)
            lines[#lines + 1] = #keys > 0
                and say("not weighed", title(term), names.some(keys))
                or say("not searched", title(term))
        elseif not SEARCHED[term.kind] then
            lines[#lines + 1] = say("not steered", title(term))
        end
        if note and not noted[note] then
            noted[note] = true
            lines[#lines + 1] = say("note", note)
        end
    end
    return lines
end

--- The tax, and what it is on.
function value_text.tax(self)
    local options = self.options
    local tax = number(options.tax)
    if not options.size then
        return say("tax", tax)
    end
    return say("tax on size", tax, number(goal.size_of(options, "year")),
               number(goal.size_of(options, "place")),
               number(goal.size_of(options, "out")))
end

--- The taxes for which an alternative is the best of them: least and most, nil
-- for no end; nothing when there is none.
local function taxes(self, found)
    local least, most = 0, nil
    for _, other in ipairs(self.alternatives) do
        local size, gain = other.size - found.size, found.value - other.value
        if size > 1e-9 then
            least = math.max(least, gain / size)
        elseif size < -1e-9 then
            most = math.min(most or math.huge, gain / size)
        elseif gain > 1e-9 then
            return nil
        end
    end
    if most and most < least - 1e-9 then
        return nil
    end
    return least, most
end

--- For which taxes each alternative is the best of them, a line each.
function value_text.taxes(self, name)
    local lines = {}
    for _, found in ipairs(self.alternatives) do
        local least, most = taxes(self, found)
        local words = not least and say("best never", name(found))
            or most and say("best between", name(found), number(least),
                            number(most))
            or say("best from", name(found), number(least))
        lines[#lines + 1] = words
    end
    return #lines > 1 and lines or {}
end

return value_text
