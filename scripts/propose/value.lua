--- What a plan is worth: a sum of declared terms, each with its unit and its
-- weight; the less the better.
--
--     value = { { kind = "wait", weight = 1, value = function(row) … end },
--               { kind = "works", weight = 0.01, discount = 0.05 }, … }
--
-- kind           unit     counts
-- wait           years    the years since the first, times value(enterprise)
-- left           left out those without a place, times value(enterprise)
-- place          its own  value(enterprise, cluster) of where each one is
-- moving_cost    bn VND   what the moves cost
-- works          bn VND   the phases that open; discount: share of a year by
--                         which later ones count less
-- other_cost     bn VND   what the option costs adds; discount as above
-- money_missing  bn VND   what the budget lines that pay it do not cover
--
-- wait and left count also when they are not named: 1 for each year, and for
-- who is left out one year more than all.  A term of which a figure is missing
-- is known in part; it is named and is not in the sum.

local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.propose")

local value = {}

local BN = 1e9

local FIELDS = { kind = "text", name = "text", weight = "number",
                 unit = "any", en = "text", vi = "text", note = "any" }

--- By kind: what it has besides, and what it has to have.
local KINDS = {
    wait = { value = "function(enterprise)" },
    left = { value = "function(enterprise)" },
    place = { value = "function(enterprise, cluster)" },
    moving_cost = {}, money_missing = {},
    works = { discount = "number" }, other_cost = { discount = "number" },
}

--- The kinds of cost behind a term of money.
local COST = { moving_cost = "moving_cost", works = "phase_cost",
               other_cost = "other_cost" }

local function check(where, term)
    shape.needed(where, term, "table")
    local own, fields, titles = KINDS[term.kind], {}, {}
    for kind in pairs(KINDS) do
        titles[#titles + 1] = ('"%s"'):format(kind)
    end
    table.sort(titles)
    shape.needed(where .. ": kind", term.kind, table.concat(titles, "|"))
    for _, list in ipairs { FIELDS, own } do
        for name, kinds in pairs(list) do
            fields[name] = kinds
        end
    end
    shape.check(where, term, fields)
    shape.needed(where .. ": weight", term.weight, "number")
    if term.kind == "place" then
        shape.needed(where .. ": value", term.value, own.value)
    end
    if term.discount and term.discount >= 1 then
        error(say("no share", where, wording.value(term.discount)), 0)
    end
    for _, name in ipairs { "weight", "discount" } do
        if term[name] and term[name] < 0 then
            error(say("below nothing", ("%s: %s"):format(where, name),
                      wording.value(term[name])), 0)
        end
    end
end

local function one() return 1 end

--- The function of a term, that what it gives is a number.
local function numbers(name, call)
    return function(row, cluster)
        local number = call(row, cluster)
        if not shape.fits(number, "number") then
            shape.needed(("value, %s: value(%s)"):format(name, table.concat(
                { row.key, cluster and cluster.key }, ", ")), number, "number")
        end
        return number
    end
end

--- The term as it is used: what is not said has its usual value.
local function made(term, years)
    local full = { name = term.kind }
    for name, given in pairs(term) do
        full[name] = given
    end
    full.value = term.value and numbers(full.name, term.value) or one
    full.from = years[1]
    return full
end

--- The terms in a world, in their order, also by name.
function value.terms(world, options, years)
    local given, terms = options.value or {}, {}
    if type(given) == "function" then
        given = given(world)
        shape.needed("value", given, "list")
    end
    for i, term in ipairs(given) do
        check(("value, %d"):format(i), term)
        local full = made(term, years)
        if terms[full.name] then
            error(say("term twice", full.name), 0)
        end
        terms[i], terms[full.name] = full, full
    end
    local wait = terms.wait or made({ kind = "wait", weight = 1 }, years)
    local left = terms.left or made({ kind = "left", value = wait.value,
        weight = wait.weight * (years[2] - years[1] + 2) }, years)
    for at, term in ipairs { wait, left } do
        if not terms[term.name] then
            table.insert(terms, at, term)
            terms[term.name] = term
        end
    end
    return terms
end

local AMOUNT = {}

function AMOUNT.wait(term, placement)
    local sum = 0
    for _, move in ipairs(placement.placed) do
        sum = sum + (move.year - term.from) * term.value(move.row)
    end
    return sum, {}
end

function AMOUNT.left(term, placement)
    local sum = 0
    for _, move in ipairs(placement.waiting) do
        sum = sum + term.value(move.row)
    end
    return sum, {}
end

function AMOUNT.place(term, placement)
    local sum = 0
    for _, move in ipairs(placement.placed) do
        sum = sum + term.value(move.row, move.cluster)
    end
    return sum, {}
end

function AMOUNT.money_missing(_, _, cost_of)
    local cost, missing = cost_of(), {}
    for _, item in ipairs(cost.items) do
        if not item.amount or not item.settled then
            missing[#missing + 1] = item.key
        end
    end
    return cost.short / BN, missing
end

--- What the items of a kind cost, each counted less the later it is paid.
local function costs(term, _, cost_of)
    local cost, sum, kind = cost_of(), 0, COST[term.kind]
    for _, item in ipairs(cost.items) do
        if item.kind == kind and item.amount then
            sum = sum + item.amount
                / (1 + (term.discount or 0)) ^ (item.year - term.from)
        end
    end
    return sum / BN, cost.missing[kind]
end

for kind in pairs(COST) do
    AMOUNT[kind] = costs
end

--- What each term is in a placement; cost_of gives what it costs, and is only
-- called for terms of money:
-- { [name] = { amount =, missing = keys whose figure is not there } }.
function value.amounts(terms, placement, cost_of)
    local amounts = {}
    for _, term in ipairs(terms) do
        local amount, missing = AMOUNT[term.kind](term, placement, cost_of)
        amounts[term.name] = { amount = amount, missing = missing }
    end
    return amounts
end

--- The terms that are known in full in each of some lists of amounts, by name.
function value.weighed(terms, list)
    local known = {}
    for _, term in ipairs(terms) do
        known[term.name] = true
        for _, amounts in ipairs(list) do
            known[term.name] = known[term.name]
                and #amounts[term.name].missing == 0
        end
    end
    return known
end

--- The sum of the terms that are weighed; nil when one of them is not known.
function value.sum(terms, amounts, weighed)
    local sum = 0
    for _, term in ipairs(terms) do
        if weighed[term.name] then
            if #amounts[term.name].missing > 0 then
                return nil
            end
            sum = sum + term.weight * amounts[term.name].amount
        end
    end
    return sum
end

return value
