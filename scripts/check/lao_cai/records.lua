--- Words of a record against its own figures.

local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

--- "7.3 ha not cleared" of 12 ha, of which 78.87 % is leased.
local function not_cleared(cluster, add)
    local words = cluster.problems or ""
    local open = tonumber(words:match "([%d.]+) ha not cleared")
    local land, fill = cluster.industrial_area, cluster.reported_fill
    if not open or not land or not fill then
        return
    end
    local leased = land * fill / 100
    if leased + open > land then
        add {
            id = "leased-and-not-cleared", severity = "warning",
            object = cluster, field = "reported_fill",
            text = {
                en = "%.2f ha leased + %.2f ha not cleared is more than its "
                    .. "%.2f ha: land is leased before it is cleared",
                vi = "%.2f ha đã cho thuê + %.2f ha chưa giải phóng vượt %.2f "
                    .. "ha: đất được cho thuê trước khi giải phóng mặt bằng",
            },
            values = { leased, open, land },
            terms = { leased = leased, not_cleared = open, land = land },
            sources = { "clusters_status_2026.csv" },
        }
    end
end

--- "10 projects waiting for 27.18 ha": more than is free.
local function waiting(cluster, add)
    local words = cluster.problems or ""
    local wanted = tonumber(words:match "waiting for ([%d.]+) ha")
    local land, fill = cluster.industrial_area, cluster.reported_fill
    if wanted and land and fill and wanted > land * (1 - fill / 100) then
        add {
            id = "waiting-over-free", severity = "note", object = cluster,
            field = "reported_fill",
            text = {
                en = "projects wait for %.2f ha, at most %.2f ha is free",
                vi = "các dự án chờ %.2f ha, trống nhiều nhất %.2f ha",
            },
            values = { wanted, land * (1 - fill / 100) },
            terms = { wanted = wanted, free = land * (1 - fill / 100) },
            sources = { "clusters_status_2026.csv" },
        }
    end
end

--- "Oct 2026: 105 establishments" beside a count of 104.
local function establishments(cluster, add)
    local said = tonumber((cluster.problems or ""):match "(%d+) establishments")
    if said and cluster.projects and said ~= cluster.projects then
        add {
            id = "establishments-counted", severity = "warning",
            object = cluster, field = "projects",
            text = { en = "%d projects in the table, %d in its own remark",
                     vi = "bảng ghi %d dự án, ghi chú ghi %d" },
            values = { cluster.projects, said },
            terms = { table = cluster.projects, remark = said },
            sources = { "clusters_status_2026.csv" },
        }
    end
end

--- Three establishments with about 3.18 ha lie in ward Yên Bái; which ones is
-- not given, but few triples have that sum.
local function three_in_ward(plan, add)
    local list = {}
    for e in plan:enterprises():where { cluster = "Đầm Hồng" } do
        if e.land_held then
            list[#list + 1] = { e.key, tenths(e.land_held) }
        end
    end
    local found = {}
    for i = 1, #list do
        for j = i + 1, #list do
            for k = j + 1, #list do
                local sum = list[i][2] + list[j][2] + list[k][2]
                if sum >= 317500 and sum < 318500 then
                    found[#found + 1] = list[i][1] .. " + " .. list[j][1]
                        .. " + " .. list[k][1]
                end
            end
        end
    end
    add {
        id = "three-in-ward", severity = "note", object = "ward Yên Bái",
        field = "unit",
        text = {
            en = "three plots of about 3.18 ha in all lie here, which ones "
                .. "is not given; by Annex 1 only %d triples sum to it: %s",
            vi = "ba thửa tổng khoảng 3,18 ha nằm ở đây, chưa rõ thửa nào; "
                .. "theo Phụ lục 01 chỉ %d bộ ba có tổng này: %s",
        },
        values = { #found, table.concat(found, "; ") },
        terms = { triples = found }, sources = { "F05" },
    }
end

return function(plan, add)
    for cluster in plan:clusters() do
        not_cleared(cluster, add)
        waiting(cluster, add)
        establishments(cluster, add)
    end
    three_in_ward(plan, add)
end
