--- Money: the move, the extension, the norm, and the lines that are missing.

local case_of = require "case"
local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "money"

local money = {}

local ITEMS = { "land", "assets", "stabilisation", "stoppage", "contingency" }

--- The observed cost of clearing a hectare, lowest and highest (bn VND).
local function clearance(coefficients)
    local low, high
    for id, row in pairs(coefficients) do
        if id:find "^LC%-" and row.value then
            low = math.min(low or row.value, row.value)
            high = math.max(high or row.value, row.value)
        end
    end
    return low, high
end

local function items_of(plan)
    local items, sum = {}, 0
    for i, name in ipairs(ITEMS) do
        local amount = math.tointeger(plan:observation("cost/" .. name).value)
        items[i] = { name = name, amount = amount }
        sum = sum + amount
    end
    return items, sum
end

--- Lines of the investment plan, and those that are for the move or the
-- extension.  Line 383 is the extension begun in 2019: its decision says so.
local function lines_of(case)
    local found = { count = 0, relocation = 0, extension = 0 }
    for b in case.plan:budgets():where { status = "allotted" } do
        if b.key:find "^investment/" then
            found.count = found.count + 1
            if b.purpose == "relocation" or b.cluster == case.from then
                found.relocation = found.relocation + 1
            end
            if b.cluster == case.target then
                found.old = b
                found.old_year = b.decision
                    and tonumber(b.decision:match "/(%d%d%d%d)")
            end
        end
    end
    return found
end

local function open_money(plan)
    local sum = 0
    for b in plan:budgets():where { status = "planned", purpose = "all" } do
        sum = sum + b.amount
    end
    return sum
end

local function extension(case, found)
    local phase = case.phase
    local norm = case_of.fact(case.plan, "F31")
    local band = case.coefficients["UC-BAND"]
    found.extension = phase.cost
    found.per_ha = phase.cost / phase.total_area
    found.norm = norm
    found.by_norm = norm * phase.total_area
    found.above = phase.cost - found.by_norm
    found.above_per_ha = found.per_ha - norm
    found.band_top = norm * (1 + band.high / 100)
    found.clear_low, found.clear_high = clearance(case.coefficients)
end

--- A wave: its amount and year, and how many it names ("wave_1_14_units").
local function wave_of(plan, number)
    local line = plan:budget("relocation/wave " .. number)
    return { amount = line.amount, year = line.year,
             count = tonumber(line.name:match "_(%d+)_units$") }
end

function money.compute(case)
    local plan = case.plan
    local found = {}
    found.items, found.items_sum = items_of(plan)
    found.waves = { wave_of(plan, 1), wave_of(plan, 2) }
    found.wave1, found.wave2 = found.waves[1].amount, found.waves[2].amount
    found.total = math.tointeger(plan:observation("cost/total").value)
    found.agree = found.items_sum == found.total
        and found.wave1 + found.wave2 == found.total
    extension(case, found)
    found.lines = lines_of(case)
    found.open = open_money(plan)
    found.asked = found.extension + found.total
    return found
end

local function show_move(found, case)
    local rows = {}
    for i, item in ipairs(found.items) do
        rows[i] = { say(item.name), figures.cell("vnd", item.amount) }
    end
    rows[#rows + 1] = { say "sum", figures.cell("vnd", found.items_sum) }
    for i, wave in ipairs(found.waves) do
        rows[#rows + 1] = { say("wave " .. i, wave.count, wave.year),
                            figures.cell("vnd", wave.amount) }
    end
    rows[#rows + 1] = { say "waves",
                        figures.cell("vnd", found.wave1 + found.wave2) }
    layout.table("costs", { say("item", #case.all), { say "amount" } }, rows)
    layout.item(say(found.agree and "agree" or "disagree",
                    figures.vnd(found.total)))
end

local function show_extension(found, case)
    layout.item(say("extension", figures.bn(found.extension, 0),
                    figures.ha(case.phase.total_area, 0),
                    figures.bn(found.per_ha, 1), figures.bn(found.norm, 3),
                    figures.bn(found.by_norm, 1)))
    layout.item(say("above", figures.bn(found.above, 1),
                    figures.bn(found.above_per_ha, 2),
                    figures.number(found.clear_low, 1),
                    figures.number(found.clear_high, 1),
                    figures.bn(found.band_top, 1)))
end

function money.show(found, case)
    layout.heading(say "title", "money")
    show_move(found, case)
    show_extension(found, case)
    local old = found.lines.old
    layout.item(say("lines", found.lines.count,
                    figures.ha(case.phase.total_area, 0),
                    old.key:match "%d+$", found.lines.old_year,
                    figures.bn(old.amount, 0)))
    layout.item(say("open", figures.bn(found.open, 0),
                    figures.bn(found.asked, 1),
                    figures.percent(100 * found.asked / found.open, 1)))
    layout.item(say "unknown")
end

return money
