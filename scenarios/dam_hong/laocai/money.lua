--- Money: the two waves, cost items, investment lines, sources.

local terms = require "laocai.terms"
local units = require "laocai.units"

local money = {}

local COSTS = { item = "text", amount_vnd = "whole", note = "text",
                source = "text" }

local LINES = {
    line = "text", project = "text", cluster = "text", place = "text",
    decision = "text", total_million_vnd = "number",
    spent_to_2025_million_vnd = "number",
    allotted_2026_2030_million_vnd = "number",
    of_it_concentrated_million_vnd = "number",
    of_it_land_revenue_million_vnd = "number", note = "text", source = "text",
}

local SOURCES = {
    budget_source = "text", plan_2026_2030_million_vnd = "number",
    allotted_million_vnd = "number", not_yet_allotted_million_vnd = "number",
    note = "text", source = "text",
}

--- The items of the cost table that are needs of a year, without a source.
local WAVES = {
    wave_1_14_units = { key = "relocation/wave 1", year = 2028 },
    wave_2_9_units  = { key = "relocation/wave 2", year = 2029 },
}

local function from_million(value)
    return value and math.floor(value * 1e6 + 0.5)
end

local function add_cost(reader, plan, row)
    reader:add(plan, "observation", row, {
        key = "cost/" .. row.item, subject = "relocation",
        cluster = "Đầm Hồng", indicator = "cost_" .. row.item,
        value = row.amount_vnd, measure = "VND", period = "2026-07",
        reporter = "relocation scheme 7/2026", certainty = "high",
        note = row.note, origin = row.source,
    })
    local wave = WAVES[row.item]
    if wave then
        reader:add(plan, "budget", row, {
            key = wave.key, name = row.item, year = wave.year,
            purpose = "relocation", status = "need", cluster = "Đầm Hồng",
            amount = row.amount_vnd, note = row.note, origin = row.source,
        })
    end
end

local function fund_of(row)
    local parts = {}
    local function part(name, amount)
        if (amount or 0) > 0 then
            parts[#parts + 1] = ("%s %d"):format(name, amount)
        end
    end
    part("concentrated", row.of_it_concentrated_million_vnd)
    part("land use revenue", row.of_it_land_revenue_million_vnd)
    return table.concat(parts, " + ") .. " million VND"
end

--- The cluster when the cell names exactly one; "Phú Thịnh 1-3" names three.
local function one_cluster(plan, row)
    return row.cluster and plan:cluster(row.cluster) and row.cluster or nil
end

local function add_line(reader, plan, row)
    local cluster = one_cluster(plan, row)
    local keys = units.take(reader, plan, row, "place")
    local note = row.note
    if row.cluster and not cluster then
        note = note and row.cluster .. "; " .. note or row.cluster
    end
    reader:add(plan, "budget", row, {
        key = "investment/" .. row.line, name = row.project,
        year = 2026, year_to = 2030, source = "province",
        fund = fund_of(row), status = "allotted",
        purpose = terms.find(terms.purpose, row.project),
        unit = keys[1], cluster = cluster,
        amount = from_million(row.allotted_2026_2030_million_vnd),
        total_cost = from_million(row.total_million_vnd),
        spent = from_million(row.spent_to_2025_million_vnd),
        decision = row.decision, note = note, origin = row.source,
    })
end

local function add_source(reader, plan, row)
    local function part(name, status, amount)
        reader:add(plan, "budget", row, {
            key = ("sources/%s/%s"):format(row.budget_source, name),
            name = row.budget_source, year = 2026, year_to = 2030,
            source = terms.fund_source[row.budget_source] or "province",
            fund = row.budget_source, purpose = "all", status = status,
            unit = units.PROVINCE, amount = from_million(amount),
            total_cost = from_million(row.plan_2026_2030_million_vnd),
            note = row.note, origin = row.source,
        })
    end
    part("allotted", "allotted", row.allotted_million_vnd)
    part("open", "planned", row.not_yet_allotted_million_vnd)
end

function money.import(reader, plan, folder)
    for row in reader:rows(folder .. "/relocation_costs_dam_hong.csv",
                           COSTS) do
        add_cost(reader, plan, row)
    end
    for row in reader:rows(folder .. "/public_investment_2026_2030.csv",
                           LINES) do
        add_line(reader, plan, row)
    end
    for row in reader:rows(folder .. "/budget_sources_2026_2030.csv",
                           SOURCES) do
        add_source(reader, plan, row)
    end
end

return money
