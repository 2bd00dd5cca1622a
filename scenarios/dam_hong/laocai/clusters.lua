--- Clusters: 68 rows of the plan, 25 rows of the state table, 23 centroids.

local state = require "laocai.state"
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

local function plan_name(row)
    local parts = terms.joined(row.group_name, row.subgroup_name)
    return parts and (row.subgroup or row.group) .. ": " .. parts
end

--- "Bảo Thắng (QH 316 là CCN thị trấn Phố Lu)": the name, and what the list
-- says of it in brackets.
local function name_of(row)
    local name, words = (row.cluster or ""):match "^(.-)%s*%((.*)%)$"
    return name or row.cluster, words
end

local function add_planned(reader, plan, row)
    local name, words = name_of(row)
    local keys = units.take(reader, plan, row, "commune_ward")
    local status = terms.plan_status[row.subgroup or ""]
        or terms.plan_status[row.group or ""]
    if not status then
        reader:refuse(row.file, row.line, "group", row.group,
                      "has no plan status in laocai/terms.lua")
    end
    reader:add(plan, "cluster", row, {
        key = name, kind = "CCN", unit = keys[1], units = keys,
        plan_status = status,
        planned_area = row.area_adjusted_2030_ha,
        later_area = row.area_after_2030_ha,
        water_demand = row.water_demand_m3_per_day,
        x_earlier_area = row.area_prev_plan_2030_ha,
        x_plan_group = plan_name(row), x_state_row = false,
        note = terms.joined(row.note, words),
        origin = terms.joined(row.source_area, row.source_water),
    })
end

function clusters.import(reader, plan, folder)
    for _, field in ipairs(FIELDS) do
        plan:define("cluster", field)
    end
    units.add_province(plan)
    for row in reader:rows(folder .. "/plan_2030.csv", PLAN) do
        add_planned(reader, plan, row)
    end
    state.import(reader, plan, folder .. "/clusters_status_2026.csv")
    for row in reader:rows(folder .. "/coordinates.csv", POINTS) do
        local cluster = reader:find(plan, row)
        if cluster and row.lon and row.lat then
            reader:try(row, function()
                cluster.shape = ("POINT(%s %s)"):format(row.lon, row.lat)
            end)
        end
    end
end

return clusters
