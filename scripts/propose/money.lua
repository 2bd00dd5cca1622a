--- What the alternatives of a proposal cost, in words.

local budget  = require "propose.lines"
local cost    = require "propose.cost"
local names   = require "names"
local wording = require "wording"

local say = wording.of(require "lang.propose")

local money = {}

--- Four digits that count, or all before the point.
local function bn(vnd)
    local value = vnd / 1e9
    return wording.number(value, math.abs(value) < 1000 and "%.4g" or "%.0f")
end

--- The sum of what is known; "+ ?" behind it when not all is.
function money.cost(found)
    local sum = found.cost
    if sum.whole then
        return bn(sum.known)
    end
    return sum.known > 0 and bn(sum.known) .. " + ?" or "?"
end

local function sorted(set)
    local list = {}
    for one in pairs(set) do
        list[#list + 1] = one
    end
    table.sort(list, function(a, b)
        return a and (not b or a < b) or false
    end)
    return list
end

--- What an alternative costs by year and source: { { year =, source = name or
-- false, amount = VND }, ... }, in order.
function money.parts(found)
    local parts, paid = {}, found.cost.paid
    for _, year in ipairs(sorted(paid)) do
        for _, source in ipairs(sorted(paid[year])) do
            parts[#parts + 1] = { year = year, source = source,
                                  amount = paid[year][source] }
        end
    end
    return parts
end

--- Which figures are missing, a line for each kind.
function money.missing(found)
    local lines = {}
    for _, kind in ipairs(cost.figures) do
        local keys = found.cost.missing[kind]
        if #keys > 0 then
            lines[#lines + 1] = say("missing " .. kind, #keys, names.some(keys))
        end
    end
    return lines
end

--- What an alternative costs by year and by who pays, and which figures are
-- missing, a line each.
function money.costs(self, found)
    local sum, nothing = found.cost, self.alternatives[1].cost
    local some_known = next(sum.by_year) ~= nil
    local lines = { some_known and say("cost known", bn(sum.known))
                    or say "no cost known" }
    local by_year = {}
    for _, part in ipairs(money.parts(found)) do
        local list = by_year[part.year] or {}
        by_year[part.year] = list
        list[#list + 1] = ("%s %s"):format(part.source or say "not settled",
                                           bn(part.amount))
    end
    for _, year in ipairs(sorted(by_year)) do
        lines[#lines + 1] = say("cost of year", year, bn(sum.by_year[year]),
                                table.concat(by_year[year], ", "))
    end
    local missing = money.missing(found)
    table.move(missing, 1, #missing, #lines + 1, lines)
    if found.id ~= "nothing" and some_known then
        lines[#lines + 1] = say(sum.whole and nothing.whole and "more"
                                or "more known", bn(sum.known - nothing.known))
    end
    return lines
end

--- Budget lines of the plan for the clusters concerned, a line each.
function money.lines(self)
    local lines = {}
    for i, line in ipairs(cost.money(self)) do
        lines[i] = budget.words(line, bn(line.amount))
    end
    return lines
end

return money
