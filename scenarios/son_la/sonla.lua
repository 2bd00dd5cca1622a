--- Joins the tables of Sơn La to ours.
--
--     local plan, left_out = require "sonla" ("scenarios/son_la/data")
--
-- What the tables do not say stays unknown.  Groups of establishments and the
-- total of the province are no rows: left_out names them.

local Reader = require "reader"

local DISTRICTS = { gso_code = "text", district_vi = "text",
    district_type = "text", capital = "text", area_km2 = "number",
    n_wards = "whole", n_townships = "whole", n_communes = "whole",
    population_2019 = "whole", population_2009 = "whole",
    lat_approx = "number", lon_approx = "number", coord_note = "text",
    labour_force = "text", source_area = "text", source_population = "text",
    source_coord = "text" }

local CLUSTERS = { cluster = "text", kind = "text", district = "text",
    commune = "text", plan = "text", status_as_of = "text",
    area_planned_ha = "number", area_established_ha = "number",
    area_phase1_ha = "number", area_phase2_ha = "number",
    industrial_land_leased_ha = "number", occupancy_pct = "number",
    n_projects = "whole", registered_capital_bn_vnd = "number",
    workers = "text", water_supply_m3_day = "number",
    wastewater_plant = "text", distance_to_sonla_city_km = "number",
    industries = "text", note = "text", certainty = "text", source = "text" }

local CASES = { id = "text", kind = "text", district = "text",
    commune = "text", activity = "text", capacity = "text",
    site_area_m2 = "number", receiving_water = "text", problem = "text",
    near_residents = "text", year_of_report = "text", source = "text",
    certainty = "text" }

local PROVINCE = "Sơn La (province)"

--- "Sơn La city" of one table is "Sơn La" of the other.
local function district_of(text)
    return text and (text:gsub(" city$", ""))
end

local function words(...)
    local parts = {}
    for _, text in pairs { ... } do
        parts[#parts + 1] = text
    end
    return #parts > 0 and table.concat(parts, "; ") or nil
end

local function districts(reader, plan, path)
    plan:add("unit", { key = PROVINCE, level = "province" })
    for row in reader:rows(path, DISTRICTS) do
        local shape = row.lon_approx and ("POINT (%s %s)"):format(
            row.lon_approx, row.lat_approx)
        reader:add(plan, "unit", row, {
            key = row.district_vi, level = "district", parent = PROVINCE,
            valid_to = "2025-06-30", shape = shape, note = row.coord_note,
            origin = words(row.source_area, row.source_coord),
        })
    end
end

local function phases(reader, plan, row)
    for number, column in ipairs { "area_phase1_ha", "area_phase2_ha" } do
        if row[column] then
            reader:add(plan, "phase", row, {
                key = row.cluster .. "/" .. number, cluster = row.cluster,
                number = number, total_area = row[column],
                origin = row.source,
            })
        end
    end
end

local function clusters(reader, plan, path, left_out)
    for row in reader:rows(path, CLUSTERS) do
        if row.kind:find "total" then
            left_out[#left_out + 1] = { key = row.cluster, why = "total" }
        else
            local place = plan:unit(district_of(row.district) or "")
            reader:add(plan, "cluster", row, {
                key = row.cluster, kind = row.kind:match "^%u+",
                unit = place, planned_area = row.area_planned_ha,
                leased_area = row.industrial_land_leased_ha,
                reported_fill = row.occupancy_pct,
                projects = row.n_projects,
                water_capacity = row.water_supply_m3_day,
                note = words(row.note, row.workers
                    and "workers " .. row.workers, row.wastewater_plant),
                origin = words(row.source, row.status_as_of, row.certainty),
            })
            phases(reader, plan, row)
        end
    end
end

--- "yes ..." is yes; a distance or a blank says nothing of housing.
local function among_housing(text)
    if text and text:find "^yes" then
        return true
    end
end

local function cases(reader, plan, path, left_out)
    for row in reader:rows(path, CASES) do
        if row.kind:find "^group" then
            left_out[#left_out + 1] = { key = row.id, why = "group" }
        else
            reader:add(plan, "enterprise", row, {
                key = row.id, activity = row.activity,
                unit = plan:unit(district_of(row.district) or ""),
                form = row.kind:find "^cooperative" and "cooperative" or nil,
                in_residential = among_housing(row.near_residents),
                land_held = row.site_area_m2 and row.site_area_m2 / 10000,
                note = words(row.problem, row.near_residents),
                origin = words(row.source, row.year_of_report,
                               row.certainty),
            })
        end
    end
end

return function(folder)
    local reader, left_out = Reader.new(), {}
    local plan = ccn.new "Sơn La (illustration)"
    districts(reader, plan, folder .. "/districts.csv")
    clusters(reader, plan, folder .. "/clusters.csv", left_out)
    cases(reader, plan, folder .. "/polluting_cases_press.csv", left_out)
    reader:finish()
    return plan, left_out
end
