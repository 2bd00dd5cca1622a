--- Clusters: 68 rows of the plan, 25 rows of the state table, 23 centroids.

local terms = require "laocai.terms"
local units = require "laocai.units"

local clusters = {}

local PLAN = {
    group = "text", group_name = "text", subgroup = "text",
    subgroup_name = "text", cluster = "text", commune_ward = "text",
    area_prev_plan_2030_ha = "number", area_adjusted_2030_ha = "number",
    area_after_2030_ha = "number", water_demand_m3_per_day = "number",
    note = "text", source_area = "text", source_water = "text",
}

local STATE = {
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

local POINTS = {
    cluster = "text", lat = "number", lon = "number", kind = "text",
    note = "text", source = "text",
}

local FIELDS = {
    { name = "x_earlier_area", kind = "area", unit = "ha",
      en = "Area in the earlier plan", vi = "Diện tích theo quy hoạch cũ",
      doc = "Area for 2030 in the plan before the adjustment" },
    { name = "x_plan_group", kind = "text", en = "Group in the plan",
      vi = "Nhóm trong quy hoạch", doc = "Group and subgroup of the list" },
    { name = "x_state_row", kind = "flag", en = "In the state table",
      vi = "Có trong bảng hiện trạng",
      doc = "Whether the table of 25 clusters with their state names it" },
}

--- Billions as written to whole VND.
local function from_bn(value)
    return value and math.floor(value * 1e9 + 0.5)
end

local function joined(a, b)
    if a and b then
        return a .. "; " .. b
    end
    return a or b
end

local function plan_name(row)
    local parts = joined(row.group_name, row.subgroup_name)
    return parts and (row.subgroup or row.group) .. ": " .. parts
end

local function add_planned(reader, plan, row)
    local keys = units.take(reader, plan, row, "commune_ward")
    local status = terms.plan_status[row.subgroup or ""]
        or terms.plan_status[row.group or ""]
    if not status then
        reader:refuse(row.file, row.line, "group", row.group,
                      "has no plan status in laocai/terms.lua")
    end
    reader:add(plan, "cluster", row, {
        key = row.cluster, kind = "CCN", unit = keys[1], units = keys,
        plan_status = status,
        planned_area = row.area_adjusted_2030_ha,
        later_area = row.area_after_2030_ha,
        water_demand = row.water_demand_m3_per_day,
        x_earlier_area = row.area_prev_plan_2030_ha,
        x_plan_group = plan_name(row), x_state_row = false,
        note = row.note, origin = joined(row.source_area, row.source_water),
    })
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
    cluster.note = joined(cluster.note, decision.rest)
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
    cluster.note = joined(cluster.note, row.plan_status_2030)
    cluster.origin = joined(cluster.origin, row.source)
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

local function find(reader, plan, row)
    local cluster = plan:cluster(row.cluster or "")
    if not cluster then
        reader:refuse(row.file, row.line, "cluster", row.cluster or "",
                      "is not in plan_2030.csv")
    end
    return cluster
end

--- Runs a change of a row; what the plan refuses is noted with its line.
local function try(reader, row, change)
    local ok, reason = pcall(change)
    if not ok then
        reader:refuse(row.file, row.line, "cluster", row.cluster, reason)
    end
end

function clusters.import(reader, plan, folder)
    for _, field in ipairs(FIELDS) do
        plan:define("cluster", field)
    end
    units.add_province(plan)
    for row in reader:rows(folder .. "/plan_2030.csv", PLAN) do
        add_planned(reader, plan, row)
    end
    for row in reader:rows(folder .. "/clusters_status_2026.csv", STATE) do
        local cluster = find(reader, plan, row)
        units.take(reader, plan, row, "commune_ward", row.former_province)
        if cluster then
            try(reader, row, function() set_state(cluster, row) end)
            add_fill(reader, plan, row)
        end
    end
    for row in reader:rows(folder .. "/coordinates.csv", POINTS) do
        local cluster = find(reader, plan, row)
        if cluster and row.lon and row.lat then
            try(reader, row, function()
                cluster.shape = ("POINT(%s %s)"):format(row.lon, row.lat)
            end)
        end
    end
end

return clusters
