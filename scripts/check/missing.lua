--- Key figures that are missing, one note for each field.

local names = require "names"

local TABLE = { clusters = "cluster", enterprises = "enterprise",
                phases = "phase" }

local KEY = {
    { "clusters", "total_area" }, { "clusters", "industrial_area" },
    { "clusters", "cleared_area" }, { "clusters", "reported_fill" },
    { "clusters", "trades_allowed" }, { "clusters", "shape" },
    { "clusters", "wastewater_flow" },
    { "enterprises", "land_held" }, { "enterprises", "land_wanted" },
    { "enterprises", "trade" }, { "enterprises", "workers" },
    { "enterprises", "wastewater" }, { "enterprises", "moving_cost" },
    { "enterprises", "legal_state" }, { "enterprises", "operating_state" },
    { "phases", "industrial_area" }, { "phases", "wastewater_capacity" },
}

--- The label of a field in the language of the user.
local function label(name, field)
    for _, described in ipairs(ccn.fields(TABLE[name])) do
        if described.name == field then
            return (described[ccn.lang()]:lower():gsub("^Đ", "đ"))
        end
    end
    return field
end

return function(plan, add)
    for _, pair in ipairs(KEY) do
        local name, field = pair[1], pair[2]
        local keys, all = {}, 0
        for row in plan[name](plan) do
            all = all + 1
            if row[field] == nil then
                keys[#keys + 1] = row.key
            end
        end
        if #keys > 0 then
            add {
                id = "missing", severity = "note", object = name,
                field = field,
                text = { en = "%s is not known for %d of %d: %s",
                         vi = "%s chưa có ở %d trên %d: %s" },
                values = { label(name, field), #keys, all, names.all(keys) },
                terms = { missing = #keys, all = all },
            }
        end
    end
end
