--- The 23 establishments of Đầm Hồng, their trades, and the extension.

local terms = require "laocai.terms"

local enterprises = {}

local COLUMNS = {
    id = "text", kind = "text", activity_vi = "text", sector_group = "text",
    leased_area_m2_annex01 = "number",
    leased_area_m2_annex02_if_different = "number",
    legal_issue_flag = "text", operating_flag = "text",
    planned_destination = "text", remark = "text", source = "text",
}

local ANNEX2 = {
    name = "x_land_annex2", kind = "area", unit = "ha",
    en = "Land by Annex 2", vi = "Diện tích theo Phụ lục 02",
    doc = "Plot area in Annex 2 of the scheme where it differs from Annex 1",
}

local function hectares(m2)
    return m2 and m2 / 10000
end

--- The word of a table, or a refusal: no word passes without a meaning.
local function meaning(reader, row, column, list)
    local word = row[column]
    if word and list[word] == nil then
        reader:refuse(row.file, row.line, column, word,
                      "has no meaning in laocai/terms.lua")
    end
    return word and list[word]
end

local function add_trade(plan, row)
    local key = row.activity_vi
    if key and not plan:trade(key) then
        plan:add("trade", { key = key, groups = { row.sector_group },
                            origin = row.source })
    end
end

--- "owes 212.4 million VND" --> 212400000
local function debt_of(words)
    local millions = words and words:match "owes ([%d.]+) million VND"
    return millions and math.floor(ccn.number(millions, "point") * 1e6 + 0.5)
end

local function add(reader, plan, row)
    local goes = meaning(reader, row, "planned_destination",
                         terms.destination) or {}
    add_trade(plan, row)
    reader:add(plan, "enterprise", row, {
        key = row.id, form = meaning(reader, row, "kind", terms.form),
        trade = row.activity_vi, activity = row.activity_vi,
        cluster = "Đầm Hồng",
        land_held = hectares(row.leased_area_m2_annex01),
        x_land_annex2 = hectares(row.leased_area_m2_annex02_if_different),
        legal_state = meaning(reader, row, "legal_issue_flag",
                              terms.legal_state),
        legal_note = row.legal_issue_flag,
        operating_state = meaning(reader, row, "operating_flag",
                                  terms.operating_state),
        debt = debt_of(row.legal_issue_flag),
        plan = goes.plan, destination = goes.destination,
        note = row.remark, origin = row.source,
    })
end

function enterprises.import(reader, plan, folder)
    plan:define("enterprise", ANNEX2)
    for row in reader:rows(folder .. "/establishments_dam_hong.csv",
                           COLUMNS) do
        add(reader, plan, row)
    end
end

return enterprises
