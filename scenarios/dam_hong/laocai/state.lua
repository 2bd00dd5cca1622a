--- The state table: 25 clusters with what stands there, and two fill rates.

local terms = require "laocai.terms"
local units = require "laocai.units"

local state = {}

local COLUMNS = {
    cluster = "text", commune_ward = "text", former_province = "text",
    total_area_ha = "number", industrial_land_ha = "number",
    occupancy_pct_may2026 = "number", occupancy_pct_oct2026 = "number",
    n_projects = "whole", n_operating = "whole", n_implementing = "whole",
    n_stopped = "whole", registered_capital_bn_vnd = "number",
    infra_invested_bn_vnd = "number", infra_total_investment_bn_vnd = "number",
    developer_type = "text", year_established_or_plan = "whole",
    establishment_status = "text", central_wwtp = "whole",
    plan_status_2030 = "text", industries = "text", problems = "text",
    source = "text",
}

--- Billions as written to whole VND.
local function from_bn(value)
    return value and math.floor(value * 1e9 + 0.5)
end

--- operating where something works, building where something is being built,
-- established where a decision stands and nothing more is known.
local function state_of(row, established)
    if (row.n_operating or 0) > 0 then
        return "operating"
    elseif (row.n_implementing or 0) > 0
        or (row.problems or ""):find "ground broken" then
        return "building"
    end
    return established and "established" or nil
end

--- The clause that names the decision: the rest speaks of other days.
local function decision_of(row)
    local text = row.establishment_status or ""
    local words, decision = text:match "^([^(]*)%(([^)]*)%)"
    local none = text:find("no establishment decision", 1, true) ~= nil
    return {
        text = decision, rest = text:match "%);%s*(.+)$",
        on = decision and terms.only_date(decision),
        established = words ~= nil and not none,
        known = text ~= "",
    }
end

local function set_decision(cluster, row)
    local decision = decision_of(row)
    if decision.known then
        cluster.has_decision = decision.established
    end
    cluster.decision = decision.text
    cluster.note = terms.joined(cluster.note, decision.rest)
    cluster.formed = row.year_established_or_plan
    if decision.established then
        cluster.established = decision.on
    else
        cluster.formed_on = decision.on
    end
    cluster.state = state_of(row, decision.established)
end

local function set_state(cluster, row)
    cluster.x_state_row = true
    cluster.total_area = row.total_area_ha
    cluster.industrial_area = row.industrial_land_ha
    cluster.reported_fill = row.occupancy_pct_oct2026
        or row.occupancy_pct_may2026
    cluster.projects = row.n_projects
    cluster.operating = row.n_operating
    cluster.implementing = row.n_implementing
    cluster.stopped = row.n_stopped
    cluster.registered_capital = from_bn(row.registered_capital_bn_vnd)
    cluster.infrastructure_spent = from_bn(row.infra_invested_bn_vnd)
    cluster.infrastructure_cost = from_bn(row.infra_total_investment_bn_vnd)
    cluster.developer = terms.developer[row.developer_type or ""]
    if row.central_wwtp then
        cluster.wastewater_plant = row.central_wwtp ~= 0
    end
    if terms.find(terms.uncleared, row.problems) then
        cluster.uncleared = true
    end
    cluster.industries = row.industries
    cluster.problems = row.problems
    cluster.note = terms.joined(cluster.note, row.plan_status_2030)
    cluster.origin = terms.joined(cluster.origin, row.source)
    set_decision(cluster, row)
end

--- Both dates of the fill rate, each an observation of its own.
local function add_fill(reader, plan, row)
    local columns = {
        ["2026-05"] = row.occupancy_pct_may2026,
        ["2026-10"] = row.occupancy_pct_oct2026,
    }
    for period, value in pairs(columns) do
        reader:add(plan, "observation", row, {
            key = ("fill/%s/%s"):format(row.cluster, period),
            subject = "CCN " .. row.cluster, cluster = row.cluster,
            indicator = "fill_rate", value = value, measure = "%",
            period = period, reporter = "department of industry and trade",
            origin = row.source,
        })
    end
end

--- Reads the table into the clusters that the plan list has named.
function state.import(reader, plan, path)
    for row in reader:rows(path, COLUMNS) do
        local cluster = reader:find(plan, row)
        units.take(reader, plan, row, "commune_ward", row.former_province)
        if cluster then
            reader:try(row, function() set_state(cluster, row) end)
            add_fill(reader, plan, row)
        end
    end
end

return state
