--- What must hold for Đầm Hồng to be closed by the end of 2029?
--
-- Success: every establishment is settled at Âu Lâu, settled elsewhere or
-- closed by 31/12/2029, each year within its money, no hard rule broken.  The
-- ranges of the factors are ours, as lang/success.lua says beside each.

local figures = require "figures"
local forks   = require "forks"
local layout  = require "layout"
local moves   = require "moves"
local say     = require "words" "success"

local success = {}

success.YEARS = { 2026, 2029 }
success.FIRST = 2028 -- the scheme moves nobody before
success.UNDATED = "DH09" -- its plot is in no record

-- What an unknown counts as; DH09's plot is a factor.
local UNKNOWN = { land = "leave out", capacity = "leave out",
                  trade = moves.UNKNOWN.trade, wastewater = "leave out",
                  cost = "refuse" }

--- Plots of all establishments: sum, smallest, largest and mean of the known.
local function plots_of(case)
    local sum, count, least, most = 0, 0, math.huge, 0
    for _, e in ipairs(case.all) do
        local land = e.land_held
        if land then
            sum, count = sum + land, count + 1
            least, most = math.min(least, land), math.max(most, land)
        end
    end
    return { sum = sum, least = least, most = most, mean = sum / count }
end

--- The money of the scheme: by year, in all, and per hectare of plot.
local function money_of(plan, plots)
    local found = { year = {}, total = 0 }
    for b in plan:budgets():where { purpose = "relocation",
                                    status = "need" } do
        found.year[b.year] = (found.year[b.year] or 0) + b.amount
        found.total = found.total + b.amount
    end
    found.per_ha = found.total / (plots.sum + plots.mean)
    return found
end

--- What those cost who do not go to Âu Lâu: they are paid as well.
local function paid_besides(case, per_ha)
    local sum = 0
    for _, e in ipairs(case.all) do
        if e.plan ~= "move" then
            sum = sum + (e.land_held or 0) * per_ha
        end
    end
    return sum
end

--- Everything from which the experiments start.
function success.base(plan, case)
    local close = forks.close(plan, case)
    local base = { case = case, close = close, plots = plots_of(case) }
    base.money = money_of(plan, base.plots)
    base.besides = paid_besides(case, base.money.per_ha)
    close:enterprise(success.UNDATED).land_wanted =
        figures.tenths(base.plots.mean) / 100000
    base.order = moves.order(close, case)
    return base
end

--- The options of ccn.place for a fork, with so much money, a cost, and what
-- those who do not go to Âu Lâu take of the first year.
function success.options(base, fork, money, cost, besides)
    local budget = {}
    for year, amount in pairs(base.money.year) do
        budget[year] = math.floor(amount * money + 0.5)
    end
    budget[success.FIRST] = math.max(0,
        math.floor(budget[success.FIRST] - besides + 0.5))
    return {
        years = success.YEARS, mode = "strict", unknown = UNKNOWN,
        clusters = fork:clusters():where { key = base.case.target.key },
        wastewater = moves.rule(fork, base.case),
        earliest = function() return success.FIRST end,
        budget = budget, carry = true,
        cost = function(e)
            return math.floor((e.land_wanted or e.land_held)
                              * base.money.per_ha * cost + 0.5)
        end,
    }
end

--- The factors, in the order in which they take effect.
function success.factors(base)
    local band = base.case.coefficients["UC-BAND"]
    local list = {
        { name = "delay", whole = { 0, 3 }, unit = say "years", base = 0 },
        { name = "fill", base.case.fills[1].value, 100, unit = "%",
          base = base.case.latest.value },
        { name = "plot", base.plots.least, base.plots.most, unit = "ha",
          base = base.plots.mean },
        { name = "money", 0.6, 1.4, unit = "×", base = 1 },
        { name = "cost", 1 + band.low / 100, 1 + band.high / 100,
          unit = "×", base = 1 },
    }
    for _, factor in ipairs(list) do
        factor.en, factor.vi = say("f:" .. factor.name),
            say("f:" .. factor.name)
        factor.note = say("r:" .. factor.name)
    end
    return list
end

local target = "Âu Lâu"

local function effects(base)
    return {
        delay = { { phase = forks.PHASE, opens = "add" } },
        fill = { { cluster = target, fill = "set" } },
        plot = { { need = "land", by = "set", enterprise = success.UNDATED },
                 { need = "budget", by = "set", enterprise = success.UNDATED,
                   scale = base.money.per_ha } },
        money = { { supply = "budget", by = "times" } },
        cost = { { need = "budget", by = "times" },
                 { supply = "budget", by = "add", year = success.FIRST,
                   scale = -base.besides } },
    }
end

local function outputs()
    local list = { { name = "done", is = "done" },
                   { name = "placed", is = "placed" },
                   { name = "last_year", is = "last_year" },
                   { name = "spent", is = "used budget", unit = "VND" } }
    for _, output in ipairs(list) do
        output.en, output.vi = say("o:" .. output.name),
            say("o:" .. output.name)
    end
    return list
end

--- The experiment, for ccn.sweep; the same on forks is success.by_fork.
function success.pipeline(base)
    -- The wastewater rule lets nobody in or out by these factors: Âu Lâu is
    -- above 80 % full without the extension, and that comes with a plant.
    return ccn.pipeline {
        plan = base.close, order = base.order, effects = effects(base),
        options = success.options(base, base.close, 1, 1, 0),
        outputs = outputs(),
    }
end

--- The same by forks and Lua, for comparison: placed, and whether all are.
function success.by_fork(base, x)
    local fork = base.close:fork "experiment"
    local phase = fork:phase(forks.PHASE)
    phase.opens = phase.opens + x.delay
    fork:cluster(target).reported_fill = x.fill
    fork:enterprise(success.UNDATED).land_wanted =
        figures.tenths(x.plot) / 100000
    local placement = ccn.place(fork, base.order,
        success.options(base, fork, x.money, x.cost, base.besides * x.cost))
    return #placement.placed, #placement.waiting == 0
end

local function sweep(base, name, design, n)
    return ccn.sweep {
        name = name, question = say "question", design = design, n = n,
        factors = success.factors(base), run = success.pipeline(base),
    }
end

function success.compute(base, n)
    local found = { base = base, all = sweep(base, "dam_hong", "saltelli", n),
                    one = sweep(base, "dam_hong_one",
                                { "one", levels = 5 }) }
    found.box = ccn.prim(found.all, "done", { density = 0.95 })
    found.sobol = ccn.sobol(found.all, "done")
    found.tornado = ccn.tornado(found.one, "placed")
    return found
end

--- Shares of success by years of delay, with money of at least the cost and
-- with less.
local function shares(found)
    local delay, money = found.all:column "delay", found.all:column "money"
    local cost, done = found.all:column "cost", found.all:column "done"
    local cells = {}
    for late = 0, 3 do
        cells[late] = { enough = { 0, 0 }, less = { 0, 0 } }
    end
    for i = 1, #found.all do
        local row = cells[math.tointeger(delay[i])]
        local cell = money[i] >= cost[i] and row.enough or row.less
        cell[1], cell[2] = cell[1] + (done[i] or 0), cell[2] + 1
    end
    return cells
end

local function percent(cell)
    return cell[2] > 0 and { text = figures.percent(100 * cell[1] / cell[2], 0),
                             value = 100 * cell[1] / cell[2] } or nil
end

--- What a limit of the box says to an official.
local function condition(base, limit)
    local name, total = limit.name, base.money.total
    if name == "delay" then
        local opens = base.close:phase(forks.PHASE).opens
        return say("c:delay", math.tointeger(opens + limit.high // 1))
    elseif name == "money" and limit.low then
        return say("c:money", figures.bn(total * limit.low),
                   figures.percent(100 * limit.low, 0))
    elseif name == "cost" and limit.high then
        return say("c:cost", figures.bn(total * limit.high),
                   figures.percent(100 * limit.high, 0))
    end
    return say("c:other", limit.title, limit.text)
end

--- Limits that chance would often give are none.
local function conditions(found)
    local list = {}
    for _, limit in ipairs(found.box.limits) do
        if limit.chance <= 0.05 then
            list[#list + 1] = condition(found.base, limit)
        end
    end
    return list
end

--- Titles of the factors that explain next to nothing.
local function idle(found)
    local names = {}
    for _, factor in ipairs(found.sobol.factors) do
        if (factor.total.value or 0) < 0.02 then
            names[#names + 1] = factor.title
        end
    end
    return table.concat(names, "; ")
end

local function show_ranges(found)
    local rows = {}
    for i, name in ipairs(found.all.inputs) do
        local factor = found.all.factor[name]
        rows[i] = { factor.title, factor.what:gsub("^%a+ ", "")
            :gsub("%d+%.%d+", function(number)
                return figures.number(tonumber(number), 2)
            end), factor.unit, factor.note }
    end
    layout.heading(say "ranges", "ranges")
    layout.table("ranges", { say "factor", say "range", say "unit",
                             say "whence" }, rows)
end

local function show_shares(found)
    local rows, opens = {}, found.base.close:phase(forks.PHASE).opens
    local cells = shares(found)
    for late = 0, 3 do
        rows[#rows + 1] = { tostring(opens + late), percent(cells[late].enough),
                            percent(cells[late].less) }
    end
    layout.heading(say "shares", "shares")
    layout.table("shares", { say "opens", { say "enough" }, { say "less" } },
                 rows)
    layout.text(say "shares text")
end

function success.show(found)
    local case, box = found.base.case, found.box.box
    local share = found.box.successes / found.box.runs
    local answer = { say("share", figures.number(found.box.runs),
                         figures.percent(100 * share, 0)), say "must" }
    for i, text in ipairs(conditions(found)) do
        answer[#answer + 1] = ("%d. %s"):format(i, text)
    end
    answer[#answer + 1] = say("inside", figures.percent(100 * box.density, 0),
                              figures.percent(100 * box.coverage, 0))
    layout.begin { title = say "title",
                   kicker = say("asof", figures.date(case.on)),
                   question = say "question", answer = answer }
    show_shares(found)
    layout.heading(say "matters", "matters")
    local nothing = idle(found)
    if nothing ~= "" then
        layout.text(say("idle", nothing))
    end
    layout.report:sensitivity(found.box)
    layout.report:sensitivity(found.sobol)
    layout.report:sensitivity(found.tornado)
    show_ranges(found)
    layout.heading(say "assumed", "assumed")
    for _, key in ipairs { "a:success", "a:cost", "a:carry", "a:besides",
                           "a:plant", "a:order", "a:facts" } do
        layout.item(say(key))
    end
    layout.text(say("kept", found.all.path, found.all.hash:sub(1, 16)))
    return layout.report
end

return success
