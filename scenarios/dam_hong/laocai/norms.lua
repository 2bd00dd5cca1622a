--- Planning coefficients, and the days that rules of the law name, as
-- observations: so the plan file carries what its figures are judged by.

local norms = {}

local COEFFICIENTS = {
    id = "text", group = "text", quantity = "text", value = "number",
    low = "number", high = "number", unit = "text", year = "text",
    note = "text", certainty = "text", source = "text",
}

local RULES = {
    rule_id = "text", document = "text", article = "text",
    valid_from = "text", valid_to = "text", topic = "text",
    parameter = "text", operator = "text", threshold = "text", unit = "text",
    summary = "text", certainty = "text", source = "text",
}

local CERTAIN = { low = true, medium = true, high = true }

--- "medium-high (derived)" counts as the lower of the two.
local function known(words)
    local certainty = words and words:match "^%a+"
    return CERTAIN[certainty or ""] and certainty or nil
end

local function add_coefficient(reader, plan, row)
    local band = row.low and row.high
        and ("%s to %s"):format(row.low, row.high) or nil
    reader:add(plan, "observation", row, {
        key = "coefficient/" .. row.id, subject = row.quantity,
        indicator = "coefficient", value = row.value, words = band,
        measure = row.unit, period = row.year,
        certainty = known(row.certainty), note = row.note,
        origin = row.source,
    })
end

local function add_day(reader, plan, row)
    reader:add(plan, "observation", row, {
        key = "rule/" .. row.rule_id, subject = row.document,
        indicator = "rule", date = row.threshold, words = row.threshold,
        certainty = known(row.certainty), note = row.summary,
        origin = row.source,
    })
end

function norms.import(reader, plan, folder)
    for row in reader:rows(folder .. "/coefficients.csv", COEFFICIENTS) do
        add_coefficient(reader, plan, row)
    end
    for row in reader:rows(folder .. "/regulations.csv", RULES) do
        if (row.threshold or ""):find "^%d+%-%d+%-%d+$" then
            add_day(reader, plan, row)
        end
    end
end

return norms
