--- Plots of Đầm Hồng: Annex 1, Annex 2 and the stated sum.

local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

--- Whole tenths of a square metre by Annex 1 and, where it differs, Annex 2.
local function read(plan)
    local first, second, keys, blank = {}, {}, {}, {}
    for e in plan:enterprises():where { cluster = "Đầm Hồng" } do
        local key = e.key
        if e.land_held then
            first[key] = tenths(e.land_held)
        else
            blank[#blank + 1] = key
        end
        if e.x_land_annex2 and e.land_held then
            second[key] = tenths(e.x_land_annex2)
            keys[#keys + 1] = key
        end
    end
    return first, second, keys, blank
end

local function sum(values)
    local total = 0
    for _, value in pairs(values) do
        total = total + value
    end
    return total
end

--- Every choice of Annex 2 values that gives the stated sum, fewest first.
local function matches(first, second, keys, stated)
    local found, base = {}, sum(first)
    for bits = 0, (1 << #keys) - 1 do
        local total, chosen = base, {}
        for i, key in ipairs(keys) do
            if bits & (1 << (i - 1)) ~= 0 then
                total = total + second[key] - first[key]
                chosen[#chosen + 1] = key
            end
        end
        if total == stated then
            found[#found + 1] = chosen
        end
    end
    table.sort(found, function(a, b) return #a < #b end)
    return found
end

local function chain(first, second, chosen)
    local parts = {}
    for i, key in ipairs(chosen) do
        parts[i] = ("%s %+.1f"):format(key, (second[key] - first[key]) / 10)
    end
    return table.concat(parts, ", ")
end

local function explain(add, first, second, found, stated, blank)
    local most, least = found[#found], found[1]
    add {
        id = "plots-annexes", severity = "warning", object = "cluster Đầm Hồng",
        field = "land_held",
        text = {
            en = "Annex 1 sums to %.1f m² (%s blank), %.1f m² are stated: "
                .. "exactly Annex 1 with %d Annex 2 values (m²: %s). %d of "
                .. "them alone (%s) give the same sum",
            vi = "Phụ lục 01 cộng lại %.1f m² (%s trống), nêu %.1f m²: đúng "
                .. "bằng Phụ lục 01 với %d giá trị Phụ lục 02 (m²: %s). Chỉ "
                .. "%d giá trị (%s) cũng cho cùng tổng",
        },
        values = { sum(first) / 10, table.concat(blank, ", "), stated / 10,
                   #most, chain(first, second, most), #least,
                   table.concat(least, ", ") },
        terms = { annex1 = sum(first) / 10, stated = stated / 10,
                  chosen = most, fewest = least, ways = #found },
        sources = { "establishments_dam_hong.csv", "F02" },
    }
end

--- The values that change hands inside a group without changing its sum.
local function swapped(add, first, second, most, least)
    local few, keys, before, after = {}, {}, 0, 0
    for _, key in ipairs(least) do
        few[key] = true
    end
    for _, key in ipairs(most) do
        if not few[key] then
            keys[#keys + 1] = key
            before, after = before + first[key], after + second[key]
        end
    end
    if #keys == 0 or before ~= after then
        return
    end
    add {
        id = "plots-swapped", severity = "warning",
        object = "cluster Đầm Hồng", field = "land_held",
        text = {
            en = "%s are %.1f m² in both annexes, divided differently: the "
                .. "land is sure, who holds how much is not",
            vi = "%s cộng lại %.1f m² ở cả hai phụ lục nhưng chia khác nhau: "
                .. "tổng đất chắc chắn, ai dùng bao nhiêu thì chưa",
        },
        values = { table.concat(keys, " + "), before / 10 },
        terms = { keys = keys, annex1 = before / 10, annex2 = after / 10 },
        sources = { "establishments_dam_hong.csv" },
    }
end

--- "must take about 10.44 ha" is the land of all 23, but 21 go there.
local function asked(plan, add)
    local fact = plan:observation "F22"
    local about = fact and fact.words
        and tonumber(fact.words:match "must take about ([%d.]+) ha")
    local movers, unknown = 0, 0
    for e in plan:enterprises():where { cluster = "Đầm Hồng",
                                        plan = "move" } do
        if e.land_held then
            movers = movers + tenths(e.land_held)
        else
            unknown = unknown + 1
        end
    end
    if about and movers / 100000 < about then
        add {
            id = "extension-takes-all", severity = "note",
            object = "phase Âu Lâu/2", field = "industrial_area",
            text = {
                en = "must take about %.2f ha: that is the land of all 23; "
                    .. "those named for it hold %.2f ha (%d not known)",
                vi = "phải nhận khoảng %.2f ha: đó là đất của cả 23 cơ sở; "
                    .. "các cơ sở dự kiến về đây dùng %.2f ha (%d chưa rõ)",
            },
            values = { about, movers / 100000, unknown },
            terms = { about = about, movers = movers / 100000 },
            sources = { "F22" },
        }
    end
end

return function(plan, add)
    local first, second, keys, blank = read(plan)
    local stated = tenths(plan:cluster("Đầm Hồng").leased_area)
    local found = matches(first, second, keys, stated)
    if #found > 0 then
        explain(add, first, second, found, stated, blank)
        swapped(add, first, second, found[#found], found[1])
    end
    asked(plan, add)
end
