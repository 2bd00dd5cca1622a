--- QCVN 01:2021/BXD, construction planning: land-use balance and distances of
-- industrial zones.

local is = require "rules.logic"

--- Table 2.22 for plants that treat by mechanical, physico-chemical and
-- biological ways: metres from the works to housing, by capacity in m3/day.
local DISTANCES = {
    { above = 50000, open = 350, enclosed = 40 },
    { above = 5000,  open = 250, enclosed = 30 },
    { from = 200,    open = 100, enclosed = 15 },
    { from = 0,      open = 80,  enclosed = 10 },
}

-- 2.11.3: a plant that must lie upstream or upwind.
local UPWIND = 1.5

local function row_of(capacity)
    for _, row in ipairs(DISTANCES) do
        if row.above and capacity > row.above
            or row.from and capacity >= row.from then
            return row
        end
    end
end

--- One of the four cases: enclosed or open, upwind or not.  What is not known
-- is tried both ways.
local function far_enough(case)
    if case.plant_capacity == nil then
        return is.open "plant_capacity"
    end
    local row, parts = row_of(case.plant_capacity), {}
    for _, kind in ipairs { "open", "enclosed" } do
        for _, upwind in ipairs { true, false } do
            local enclosed = kind == "enclosed"
            local least = row[kind] * (upwind and UPWIND or 1)
            local holds = is.compare("plant_distance", case.plant_distance,
                                     ">=", least, "m")
            if (case.plant_enclosed == nil or case.plant_enclosed == enclosed)
                and (case.upwind == nil or case.upwind == upwind) then
                holds.reading = {
                    en = (enclosed and "enclosed" or "open")
                        .. (upwind and ", upwind" or ""),
                    vi = (enclosed and "công trình kín" or "công trình hở")
                        .. (upwind and ", đầu hướng gió" or ""),
                }
                parts[#parts + 1] = holds
            end
        end
    end
    local found = is.readings(parts)
    if found.missing[1] == "reading" then
        table.remove(found.missing, 1)
        for _, fact in ipairs { "plant_enclosed", "upwind" } do
            if case[fact] == nil then
                table.insert(found.missing, fact)
            end
        end
    end
    return found
end

local function share(id, fact, least, en, vi)
    return {
        id = id, article = { en = "Table 2.6", vi = "Bảng 2.6" },
        figures = { [fact] = { ">=", least, "%" } },
        applies = function(case) return case[fact] ~= nil end,
        title = {
            en = ("%s take at least %d %% of the zone"):format(en, least),
            vi = ("%s chiếm ít nhất %d %% diện tích khu"):format(vi, least),
        },
        examples = {
            { case = { [fact] = { low = least, high = least + 20 } },
              gives = "true" },
            { case = { [fact] = { low = 0, high = least - 0.1 } },
              gives = "false" },
            { case = { [fact] = { low = 0, high = 100 } },
              gives = "unknown" },
            { case = {}, gives = "not asked" },
        },
    }
end

return require "rules.pack" {
    id = "vn.qcvn_01_2021",
    document = { en = "QCVN 01:2021/BXD", vi = "QCVN 01:2021/BXD" },
    -- It came into force in 2021; the day was not seen.
    valid_from = "2022-01-01",
    certainty = {
        en = "high (text read; repository copy of the standard)",
        vi = "cao (đã đọc, bản sao của quy chuẩn)",
    },
    source = "https://github.com/vvChu/ccba-legal-knowledge/blob/"
        .. "0c6ac2340e97d995b55dc048bc000e4b90e914d6/legal_docs/02_qcvn/"
        .. "qcvn_01_2021_bxd/qcvn_01_2021_bxd.md",
    missing = {
        { asks = "standing",
          en = "QCVN 01:2025/BTNMT, safety distances by trade: table not seen",
          vi = "QCVN 01:2025/BTNMT, khoảng cách an toàn theo ngành: chưa có "
              .. "bảng" },
    },
    rules = {
        share("Q01-ROAD", "road_share", 10, "roads", "đất giao thông"),
        share("Q01-GREEN", "green_share", 10, "green areas",
              "đất cây xanh"),
        share("Q01-TECH", "technical_share", 1, "technical areas",
              "đất hạ tầng kỹ thuật"),
        {
            id = "Q01-BELT", article = "2.5.2",
            figures = { green_belt = { ">=", 10, "m" } },
            applies = function(case) return case.green_belt ~= nil end,
            title = { en = "a green belt of at least 10 m around the cluster",
                      vi = "dải cây xanh cách ly quanh cụm rộng ít nhất "
                          .. "10 m" },
            examples = {
                { case = { green_belt = 10 }, gives = "true" },
                { case = { green_belt = 9 }, gives = "false" },
            },
        },
        {
            id = "Q01-PLANT-DISTANCE",
            article = { en = "2.11.3, Table 2.22", vi = "2.11.3, Bảng 2.22" },
            applies = function(case)
                return case.plant_capacity ~= nil
                    or case.plant_distance ~= nil
            end,
            test = far_enough,
            title = {
                en = "a wastewater plant keeps its distance to housing, by "
                    .. "capacity and kind",
                vi = "nhà máy xử lý nước thải bảo đảm khoảng cách đến nhà ở "
                    .. "theo công suất và loại công trình",
            },
            examples = {
                { case = { plant_capacity = 199, plant_distance = 120 },
                  gives = "true" },
                { case = { plant_capacity = 200, plant_distance = 120 },
                  gives = "unknown" },
                { case = { plant_capacity = 200, plant_distance = 120,
                           upwind = false }, gives = "true" },
                { case = { plant_capacity = 200, plant_distance = 120,
                           upwind = true, plant_enclosed = false },
                  gives = "false" },
                { case = { plant_capacity = 5000, plant_distance = 99,
                           plant_enclosed = false }, gives = "false" },
                { case = { plant_capacity = 5001, plant_distance = 29 },
                  gives = "false" },
                { case = { plant_distance = 29 }, gives = "unknown" },
                { case = {}, gives = "not asked" },
            },
        },
    },
}
