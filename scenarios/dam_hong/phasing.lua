--- Projects at clusters of Lào Cai under the money allotted for 2026-2030: what
-- can be finished when, by which fund, and what is missing.
--
--     build/ccn run scenarios/dam_hong/phasing.lua [report=phasing.html]
--
-- Lines and figures: data/public_investment_2026_2030.csv.  What a line does
-- not say stays unknown, and is said.

local say     = require "words" "phasing"
local wording = require "wording"

local FUNDS = { "concentrated", "land use revenue" }
local FIRST, LAST = 2026, 2030

local plan = require "laocai" "scenarios/dam_hong/data"
local fork = plan:fork "phasing"

--- A line as a phase: what is left to pay.
local function add_project(line)
    local number = line.key:match "^investment/(.+)$"
    local left = number and line.total_cost and line.spent
        and line.total_cost - line.spent
    if left then
        return fork:add("phase", { key = number .. " " .. line.name,
                                   cluster = line.cluster
                                       and line.cluster.key, cost = left,
                                   state = "building", origin = line.origin })
    end
    return nil
end

--- What a fund brings by year, evenly; its parts stand in the line's text.
local function fund_of(name, lines)
    local sum, years = 0, LAST - FIRST + 1
    for _, line in ipairs(lines) do
        local million = line.fund:match(name .. " (%d+)")
        sum = sum + (million and math.tointeger(million) * 1000000 or 0)
    end
    local fund = { source = name, carry = true }
    for i = 1, years do
        fund[FIRST + i - 1] = sum * i // years - sum * (i - 1) // years
    end
    return fund, sum
end

local lines, needed, allotted, funds = {}, 0, 0, {}
for line in plan:budgets() do
    if line.key:find "^investment/" then
        lines[#lines + 1] = line
    end
end
for _, line in ipairs(lines) do
    local phase = add_project(line)
    needed = needed + (phase and phase.cost or 0)
end
for i, name in ipairs(FUNDS) do
    local sum
    funds[i], sum = fund_of(name, lines)
    allotted = allotted + sum
end

local schedule = ccn.schedule(fork, {
    years = { FIRST, LAST }, budget = funds,
    unknown = { cost = "leave out", duration = { assume = 1 } },
    terms = { { name = say "finished", unit = say "unit",
                value = function(_, year) return LAST + 1 - year end } },
})

local extension = schedule.by_key["Âu Lâu/2"]
local report = ccn.report {
    title = say "title", question = say "question",
    answer = { say("answer", #schedule.opened, #schedule - 1,
                   wording.money(allotted), wording.money(needed)),
               say("no_money", extension.key, wording.money(extension.cost)) },
}
report:section(say "section"):text(say "pooled"):text(say "blank")
    :schedule(schedule)
print(report)
if ccn.args and ccn.args.report then
    report:save(ccn.args.report)
end
