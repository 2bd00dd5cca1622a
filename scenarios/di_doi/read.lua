--- From the tables of a folder to a plan.
--
--     local plan, tables = require "read" "scenarios/di_doi/data"
--
-- tables.limits and tables.classes are lists of rows as they stand there.

local Reader = require "reader"

local TABLES = {
    { "units", "unit" }, { "trades", "trade" }, { "clusters", "cluster" },
    { "phases", "phase" }, { "enterprises", "enterprise" },
    { "inspections", "inspection" }, { "budgets", "budget" },
}

local LIMITS = { medium = "text", parameter = "text", measure = "text",
                 limit = "number", required = "text", standard = "text",
                 certainty = "text" }
local CLASSES = { medium = "text", over = "number", flow_from = "number",
                  class = "whole" }

local function list_of(reader, path, columns)
    local list = {}
    for row in reader:rows(path, columns) do
        list[#list + 1] = row
    end
    return list
end

--- Give each reading the limit of its medium and parameter, in its measure.
local function add_limits(plan, limits)
    local by = {}
    for _, limit in ipairs(limits) do
        by[limit.medium .. "/" .. limit.parameter] = limit
    end
    for reading in plan:inspections() do
        local limit = by[(reading.medium or "") .. "/"
            .. (reading.parameter or "")]
        if limit and limit.measure == reading.measure then
            reading.limit_value = limit.limit
            reading.standard = limit.standard
        end
    end
end

return function(folder)
    local plan = ccn.new "Di dời"
    plan:define("enterprise", {
        name = "x_above_intake", kind = "flag", unit = "",
        en = "Above a drinking-water intake",
        vi = "Thượng nguồn điểm lấy nước sinh hoạt",
        doc = "Whether it discharges above a place that takes drinking water",
    })
    for _, names in ipairs(TABLES) do
        plan:import(("%s/%s.csv"):format(folder, names[1]), names[2],
                    { decimal = "point" })
    end
    local reader = Reader.new()
    local limits = list_of(reader, folder .. "/limits.csv", LIMITS)
    local classes = list_of(reader, folder .. "/classes.csv", CLASSES)
    reader:finish()
    add_limits(plan, limits)
    return plan, { limits = limits, classes = classes }
end
