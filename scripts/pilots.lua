--- Which one to three clusters to try first:
-- ccn.pilots(order, options) -> portfolios, the best first.
--
--     local pilots = ccn.pilots(ccn.rank(plan:clusters(), criteria), {
--         learn = function(cluster) return { cluster.kind } end,
--     })
--     pilots:print()
--     print(pilots[1].keys[1], pilots[1].why)
--
-- Every portfolio of 1 to `most` (3) clusters is scored: the mean score of its
-- clusters in the order; the share of the kinds of lesson there are that it
-- meets (learn: what a cluster teaches); how many units it spreads over, as a
-- share of its size.  weights = { score =, learn =, spread = } are the
-- script's word; without them each counts 1.  budget and cost (field or
-- function, VND) leave out what costs too much; a cost that is not known leaves
-- the cluster out, and says so.
--
-- A portfolio has keys, clusters (rows), score, parts = { score, learn, spread
-- }, cost, why and sheet(plan), its lesson sheet.  pilots.out are clusters that
-- could not be considered.

local lesson_sheet = require "lesson_sheet"
local names        = require "names"
local shape        = require "shape"
local wording      = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local Pilots = {}
Pilots.__index = Pilots

local Portfolio = {}
Portfolio.__index = Portfolio

--- What was planned for the phases of these clusters, to be filled with what is
-- measured (lesson_sheet.lua).
function Portfolio:sheet(plan, cost)
    return lesson_sheet.of(plan, self.keys, cost)
end

local LARGEST = 200 -- clusters; all portfolios of three are then 1.3 million

local OPTIONS = { most = "integer", learn = "function(cluster)",
                  weights = "table", budget = "number",
                  cost = "field|function(cluster)",
                  unit = "function(cluster)" }

local PARTS = { "score", "learn", "spread" }

local function check_weights(weights)
    names.only("pilots, weights", weights, PARTS)
    for part, weight in pairs(weights) do
        if type(weight) ~= "number" or not (weight >= 0
                                            and weight < math.huge) then
            error(say("pilot_weight", part, shape.shown(weight)), 0)
        end
    end
end

local function check(order, options)
    if type(order) ~= "table" then
        error(say("pilot_order", shape.shown(order)), 0)
    end
    shape.check("pilots", options, OPTIONS)
    check_weights(options.weights or {})
    local most = options.most or 3
    if most < 1 or most > 3 then
        error(say("pilot_most", tostring(most)), 0)
    elseif not options.learn then
        error(say "bad_pilots", 0)
    elseif options.budget and not options.cost then
        error(say "pilot_budget", 0)
    end
end

--- A cluster as a candidate; nil where its cost is not known.
local function candidate(self, entry, options)
    local row = entry.row or entry
    local cost
    if options.cost then
        cost = shape.read(options.cost, row)
        shape.value(say("cost_of", key_of(row)), cost, "number")
        if cost and cost < 0 then
            error(say("pilot_cost_below", key_of(row), wording.value(cost)), 0)
        elseif cost == nil then
            self.out[#self.out + 1] = { key = key_of(row),
                                        reason = say "out_cost" }
            return nil
        end
    end
    local unit = row.unit and key_of(row.unit) or key_of(row)
    if options.unit then
        unit = key_of(options.unit(row) or row)
    end
    local learn = options.learn(row) or {}
    shape.value(say("learn_of", key_of(row)), learn, "list")
    return { row = row, key = key_of(row), score = entry.score, cost = cost,
             unit = unit, learn = learn }
end

local function candidates(self, order, options)
    local list, kinds, count = {}, {}, 0
    for _, entry in ipairs(order) do
        list[#list + 1] = candidate(self, entry, options)
    end
    for _, entry in ipairs(order.excluded or {}) do
        self.out[#self.out + 1] = { key = key_of(entry),
                                    reason = entry.reason
                                        or say "pilot_no_score" }
    end
    for _, one in ipairs(list) do
        for _, kind in ipairs(one.learn) do
            if not kinds[kind] then
                kinds[kind], count = true, count + 1
            end
        end
    end
    if #list > LARGEST then
        error(say("too_many_pilots", #list), 0)
    end
    return list, count
end

local function distinct(members, field)
    local seen, count = {}, 0
    for _, one in ipairs(members) do
        local values = one[field]
        for _, value in ipairs(type(values) == "table" and values
                               or { values }) do
            if not seen[value] then
                seen[value], count = true, count + 1
            end
        end
    end
    return count
end

local function why(portfolio, kinds, total)
    local text = say("pilot_why",
                     wording.number(portfolio.parts.score, "%.4g"), kinds,
                     total, distinct(portfolio.members, "unit"))
    return text .. (portfolio.cost
                    and say("pilot_cost", wording.money(portfolio.cost)) or "")
end

local function add(self, members, kinds, options)
    local score, cost = 0, nil
    local portfolio = setmetatable({ members = members, keys = {},
                                     clusters = {} }, Portfolio)
    for i, one in ipairs(members) do
        score = score + one.score / #members
        cost = one.cost and (cost or 0) + one.cost
        portfolio.keys[i], portfolio.clusters[i] = one.key, one.row
    end
    if options.budget and cost > options.budget then
        return
    end
    local met, weights = distinct(members, "learn"), options.weights or {}
    portfolio.cost = cost
    portfolio.parts = { score = score, learn = kinds > 0 and met / kinds or 0,
                        spread = distinct(members, "unit") / #members }
    portfolio.score = 0
    for _, part in ipairs(PARTS) do
        portfolio.score = portfolio.score
            + (weights[part] or 1) * portfolio.parts[part]
    end
    portfolio.why = why(portfolio, met, kinds)
    self[#self + 1] = portfolio
end

--- All of one to three, each once.
local function add_all(self, list, kinds, options)
    local most = options.most or 3
    for a = 1, #list do
        add(self, { list[a] }, kinds, options)
        for b = a + 1, most > 1 and #list or a do
            add(self, { list[a], list[b] }, kinds, options)
            for c = b + 1, most > 2 and #list or b do
                add(self, { list[a], list[b], list[c] }, kinds, options)
            end
        end
    end
end

local function pilots(order, options)
    check(order, options)
    local self = setmetatable({ out = {}, most = options.most or 3 }, Pilots)
    local list, kinds = candidates(self, order, options)
    self.considered = #list
    add_all(self, list, kinds, options)
    table.sort(self, function(a, b)
        if a.score ~= b.score then
            return a.score > b.score
        elseif #a.keys ~= #b.keys then
            return #a.keys < #b.keys
        end
        return table.concat(a.keys, "\0") < table.concat(b.keys, "\0")
    end)
    for i, portfolio in ipairs(self) do
        portfolio.rank, portfolio.members = i, nil
    end
    return self
end

local SHOWN = 10

Pilots.__tostring = function(self)
    local rows = {}
    for i = 1, math.min(SHOWN, #self) do
        rows[i] = { tostring(i), table.concat(self[i].keys, " + "),
                    wording.number(self[i].score, "%.4f"), self[i].why }
    end
    local lines = { say("pilots_title", self.most, self.considered) }
    lines[2] = #rows > 0 and tostring(ccn.table { columns = {
        { title = say "pilot_rank", align = "right" },
        { title = say "pilot_clusters" },
        { title = say "pilot_score", align = "right" },
        { title = say "reason" } }, rows = rows }) or say "none_fits"
    for _, one in ipairs(self.out) do
        lines[#lines + 1] = say("pilot_out", one.key, one.reason)
    end
    return table.concat(lines, "\n")
end

function Pilots:print()
    print(tostring(self))
end

return function(order, options)
    local made = wording.run(pilots, order, options or {})
    return made
end
