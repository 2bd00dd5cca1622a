--- The order that ccn.rank gives.
--
--     for entry in order do print(entry.rank, entry.key, entry.score) end
--     order[1].contributions.type      --> what a criterion adds to the score
--     order:rank_of "DH14"             --> 3
--     print(order:why("DH14", "DH02"))
--     order:print()
--
-- An entry has row, key, score (0 to 1), rank, tie (shared rank), contributions
-- (also of groups) and values by name of criterion, coverage (share of the
-- weight that is known), low and high (bounds of the score), rank_low and
-- rank_high (best and worst rank), and where the criteria have classes class,
-- class_low and class_high (the worst and the best that it could be).
-- order.excluded lists { row, key, excluded_by, reason }.

local by      = require "rank.by"
local classes = require "rank.classes"
local hint    = require "names".hint
local robust  = require "rank.robust"
local sure    = require "rank.sure"
local top     = require "rank.top"
local tree    = require "rank.tree"
local why     = require "rank.why"
local wording = require "wording"

local say, key_of = wording.of(require "lang.rank"), wording.key
local number, title = wording.number, wording.title

local Order = {}

--- The same by another method of the literature, beside this order; by its
-- first level alone; and classes by thresholds of the score.
Order.by, Order.top, Order.classes = by, top, classes.told

--- How sure the order is, in sentences.
Order.sure = sure

for name, method in pairs(robust) do
    Order[name] = method
end

--- What is made only when asked for: entries by their place, the list of the
-- excluded, and the number and place of each key.
local made = {}

function Order:__index(name)
    if math.type(name) == "integer" then
        return made.entry(self, name)
    elseif name == "excluded" or name == "by_key" then
        self[name] = made[name](self)
        return rawget(self, name)
    end
    return Order[name]
end

function Order:__len()
    return #self.result
end

--- `for entry in order do`.
function Order:__call(_, last)
    return self[(last and last.index or 0) + 1]
end

local function entry_of(self, who)
    local key = wording.key(who)
    local place = self.by_key[key] or error(say("no_row", key)
                                             .. hint(key, self.by_key), 0)
    return place > 0 and self[place] or self.excluded[-place]
end

--- The entry of a row or key, ranked or excluded.
function Order:entry(who)
    local entry = wording.run(entry_of, self, who)
    return entry
end

local function why_of(self, one, other)
    return why(self, entry_of(self, one), entry_of(self, other))
end

--- Why one stands before the other, in words and numbers, and what would
-- change it.
function Order:why(one, other)
    local text = wording.run(why_of, self, one, other)
    return text
end

--- The rank of a row or key; nil and the gate for who is excluded.
function Order:rank_of(who)
    local entry = wording.run(entry_of, self, who)
    return entry.rank, entry.excluded_by
end

local function points(value)
    return number(value, "%.3f")
end

--- The two criteria of the first level that add most to an entry, as words.
function Order:mostly(entry)
    local list = {}
    for i, criterion in ipairs(self.tops) do
        list[i] = { criterion, entry.contributions[criterion.name], i }
    end
    table.sort(list, function(x, y)
        if x[2] ~= y[2] then
            return x[2] > y[2]
        end
        return x[3] < y[3]
    end)
    local words = {}
    for i = 1, math.min(2, #list) do
        if list[i][2] > 0 then
            words[i] = title(list[i][1]) .. " " .. points(list[i][2])
        end
    end
    return table.concat(words, "; ")
end

--- The class of an entry with what else it could be, as words.
function Order.class_text(_, entry)
    return classes.text(entry.class, entry.class_low, entry.class_high)
end

--- The order as a table.
function Order:table()
    local columns = {}
    local has_classes = self.criteria.classes ~= nil
    for _, name in ipairs { "rank", "key", "score", "class", "range", "known",
                            "why" } do
        local left = name == "key" or name == "why" or name == "class"
        if name ~= "class" or has_classes then
            columns[#columns + 1] = { title = say(name),
                                      align = left and "left" or "right" }
        end
    end
    local rows = {}
    for i, e in ipairs(self) do
        rows[i] = {
            e.tie and say("tied", e.rank) or tostring(e.rank), e.key,
            points(e.score), ("%d–%d"):format(e.rank_low, e.rank_high),
            ("%.0f %%"):format(100 * e.coverage), self:mostly(e),
        }
        if has_classes then
            table.insert(rows[i], 4, self:class_text(e))
        end
    end
    return ccn.table { columns = columns, rows = rows }
end

function Order:__tostring()
    local lines = {}
    local c = self.criteria
    if c.name then
        local status = type(c.status) == "table" and title(c.status)
        lines[1] = say("title", title(c), tostring(c.version or "–"),
                       status or tostring(c.status or "–"))
    end
    lines[#lines + 1] = #self > 0 and tostring(self:table()) or say "nobody"
    for _, entry in ipairs(self) do
        if entry.tie then
            lines[#lines + 1] = say "ties"
            break
        end
    end
    if self.from_data then
        lines[#lines + 1] = say "data_bounds"
    end
    if #self.excluded > 0 then
        lines[#lines + 1] = say "excluded"
    end
    for _, entry in ipairs(self.excluded) do
        lines[#lines + 1] = say("excluded_line", entry.key, entry.reason)
    end
    return table.concat(lines, "\n")
end

--- The table, and how sure it is.
function Order:print()
    print(tostring(self))
    for _, line in ipairs(self:sure()) do
        print(line)
    end
end

--- The entry at a place; nil behind the last.
function made.entry(order, place)
    local i = order.result:at(place)
    if not i then
        return nil
    end
    local row, parts = order.rows:row(i), order.result:parts(i)
    local entry = { row = row, key = key_of(row), index = place,
                    contributions = {}, values = {} }
    local tied
    entry.score, entry.low, entry.high, entry.coverage, entry.rank,
        entry.rank_low, entry.rank_high, tied = order.result:entry(i)
    entry.tie = tied > 1
    for j, criterion in ipairs(order.criteria) do
        entry.contributions[criterion.name] = parts[j]
        entry.values[criterion.name] = order.values[j][i]
    end
    tree.sum(order.groups, entry.contributions)
    if order.criteria.classes then
        entry.class, entry.class_low, entry.class_high =
            classes.of(order.criteria.classes, entry)
    end
    order[place] = entry
    return entry
end

function made.excluded(order)
    local list = {}
    for k, i in ipairs(order.result:excluded()) do
        local row = order.rows:row(i)
        local gate = order.criteria.gates[select(9, order.result:entry(i))]
        list[k] = { row = row, key = key_of(row), excluded_by = gate.name,
                    reason = title(gate) }
    end
    return list
end

--- The place of each key in the order; of the excluded, less than 0.
function made.by_key(order)
    local places = {}
    for place = 1, #order do
        places[key_of(order.rows:row(order.result:at(place)))] = place
    end
    for k, entry in ipairs(order.excluded) do
        places[entry.key] = -k
    end
    return places
end

--- The order of a result of the engine for a problem; tops and groups are
-- those of rank/tree.lua.
function Order.make(result, criteria, problem, tops, groups)
    local order = setmetatable({ criteria = criteria, result = result,
                                 tops = tops, groups = groups,
                                 problem = problem, rows = problem.rows,
                                 values = {}, method = problem.method }, Order)
    for j, criterion in ipairs(problem.criteria) do
        order.values[j] = criterion.values
        order.leaves_out = order.leaves_out or criterion.missing == "out"
        order.from_data = order.from_data or criterion.normal ~= "scale"
    end
    return order
end

return Order
