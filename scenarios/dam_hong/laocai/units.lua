--- Communes and wards of the records.
--
--     units.keys "Xã Yên Bình, Phường Văn Phú"
--         --> { "X. Yên Bình", "P. Văn Phú" }

local units = {}

units.PROVINCE = "Tỉnh Lào Cai"

-- Districts ended and the two provinces became one on this day.
units.SINCE = "2025-07-01"

local LEVEL = {
    ["Xã"] = "X.", ["xã"] = "X.", ["X."] = "X.",
    ["Phường"] = "P.", ["phường"] = "P.", ["P."] = "P.",
}

--- The keys of all units named in a text, in its order; nothing and the part
-- that is not understood when there is one.
function units.keys(text)
    local keys = {}
    local list = text:gsub("^Các phường: ", ""):gsub("^Các xã: ", "")
    local shared = text:match "^Các phường: " and "P."
        or text:match "^Các xã: " and "X."
    for part in list:gmatch "[^,]+" do
        part = part:match "^%s*(.-)%s*$"
        local word, name = part:match "^(%S+)%s+(.+)$"
        local level = shared or LEVEL[word]
        if not level then
            return nil, part
        end
        keys[#keys + 1] = level .. " " .. (shared and part or name)
    end
    return keys
end

--- Adds a unit the first time it is named.  The former province is known
-- where the state table names it.
function units.add(plan, key, former, origin)
    local unit = plan:unit(key)
    if not unit then
        unit = plan:add("unit", {
            key = key,
            level = key:sub(1, 2) == "P." and "ward" or "commune",
            parent = units.PROVINCE,
            valid_from = units.SINCE,
            origin = origin,
        })
    end
    if former and not unit.former_province then
        unit.former_province = former
    end
    return unit
end

function units.add_province(plan)
    plan:add("unit", {
        key = units.PROVINCE, level = "province", valid_from = units.SINCE,
        note = "former Lào Cai and Yên Bái",
    })
end

--- The keys in a cell, each added to the plan; refuses what is not understood.
function units.take(reader, plan, row, column, former)
    local text = row[column]
    if not text then
        return {}
    end
    local keys, wrong = units.keys(text)
    if not keys then
        reader:refuse(row.file, row.line, column, wrong, "is no unit")
        return {}
    end
    for _, key in ipairs(keys) do
        units.add(plan, key, former, row.source or row.source_area)
    end
    return keys
end

return units
