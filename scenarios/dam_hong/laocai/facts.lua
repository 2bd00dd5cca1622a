--- The dated facts F01 to F31, and the extension of Âu Lâu that they describe.

local terms = require "laocai.terms"

local facts = {}

local COLUMNS = {
    fact_id = "text", subject = "text", item = "text", value = "text",
    unit = "text", as_of = "text", note = "text", certainty = "text",
    source = "text",
}

local function add(reader, plan, row)
    local day = row.as_of and row.as_of:match "^%d+%-%d+%-%d+$"
    reader:add(plan, "observation", row, {
        key = row.fact_id, subject = row.subject,
        cluster = terms.subject[row.subject or ""], indicator = row.item,
        value = row.value and ccn.number(row.value, "point") or nil,
        words = row.value, measure = row.unit,
        date = day, period = not day and row.as_of or nil,
        reporter = terms.find(terms.reporter, row.source),
        certainty = terms.certainty[row.certainty or ""],
        note = row.note, origin = row.source,
    })
end

--- What Đầm Hồng leases, by F02: stated, not summed.
local function set_leased(plan)
    local leased = plan:observation "F02"
    if leased and leased.value then
        plan:cluster("Đầm Hồng").leased_area = leased.value / 10000
    end
end

--- The extension: 25 ha, about 340 bn, first part of the works in 2027.  Its
-- industrial land is not known; a scenario states the share it assumes.
local function add_extension(reader, plan, row)
    local area, cost = plan:observation "F19", plan:observation "F20"
    local works = plan:observation "F26"
    if not (area and cost and works) then
        return
    end
    reader:add(plan, "phase", row, {
        key = "Âu Lâu/2", cluster = "Âu Lâu", number = 2,
        total_area = area.value, opens = math.tointeger(works.value),
        cost = math.tointeger(cost.value), state = "proposed",
        condition = "investment policy; forest land to check; wastewater "
            .. "plant (F20, F22)",
        note = "2027 is the first part of clearance and infrastructure (F26)",
        origin = area.origin,
    })
end

function facts.import(reader, plan, folder)
    local path = folder .. "/dam_hong_facts.csv"
    for row in reader:rows(path, COLUMNS) do
        add(reader, plan, row)
    end
    set_leased(plan)
    add_extension(reader, plan, { file = path, line = 1 })
end

return facts
