--- Areas and money of one place in several records.

local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

local function value(plan, key)
    local fact = plan:observation(key)
    return fact and fact.value
end

--- 16 ha in the plan, 16.46 ha cleared.
local function whole(plan, add, cluster)
    local cleared = value(plan, "F01")
    if cleared and cluster.total_area and cleared ~= cluster.total_area then
        add {
            id = "area-and-cleared", severity = "warning", object = cluster,
            field = "total_area",
            text = {
                en = "%.4g ha in the plan list, %.4g ha cleared: %+.2f ha",
                vi = "danh mục quy hoạch %.4g ha, đã giải phóng mặt bằng %.4g "
                    .. "ha: lệch %+.2f ha",
            },
            values = { cluster.total_area, cleared,
                       cleared - cluster.total_area },
            terms = { plan = cluster.total_area, cleared = cleared },
            sources = { "plan_2030.csv", "F01" },
        }
    end
end

--- "100 %" over 11.99 ha of industrial land, with 10.63 ha of plots.
local function full(plan, add, cluster)
    local plots, unknown = 0, 0
    for e in plan:enterprises():where { cluster = cluster } do
        if e.land_held then
            plots = plots + tenths(e.land_held)
        else
            unknown = unknown + 1
        end
    end
    local ha, land = plots / 100000, cluster.industrial_area
    if cluster.reported_fill == 100 and ha < land then
        add {
            id = "full-with-room", severity = "warning", object = cluster,
            field = "reported_fill",
            text = {
                en = "\"100 %%\" over %.2f ha of industrial land, but known "
                    .. "plots are %.2f ha (%.1f %%; %d not known): by Art. "
                    .. "2.6 the whole industrial land counts",
                vi = "\"100 %%\" trên %.2f ha đất công nghiệp, nhưng các thửa "
                    .. "đã biết %.2f ha (%.1f %%; %d chưa rõ): theo Điều 2.6 "
                    .. "phải tính trên toàn bộ đất công nghiệp",
            },
            values = { land, ha, 100 * ha / land, unknown },
            terms = { plots = ha, industrial = land },
            sources = { "clusters_status_2026.csv", "F04" },
        }
    end
end

--- The parts of F03: what they sum to, and what they call industrial.
local function parts(plan, add, cluster)
    local fact = plan:observation "F03"
    if not fact then
        return
    end
    local sum, industrial = 0, nil
    for number in fact.words:gmatch "%d+%.%d+" do
        sum = sum + math.floor(tonumber(number) * 100 + 0.5)
        industrial = industrial or tonumber(number)
    end
    if cluster.industrial_area and industrial ~= cluster.industrial_area then
        add {
            id = "industrial-by-record", severity = "warning",
            object = cluster, field = "industrial_area",
            text = {
                en = "%.2f ha of industrial land in the state table, %.2f ha "
                    .. "in the ward's breakdown (its parts sum to %.2f ha)",
                vi = "bảng hiện trạng ghi %.2f ha đất công nghiệp, bảng của "
                    .. "phường ghi %.2f ha (các phần cộng lại %.2f ha)",
            },
            values = { cluster.industrial_area, industrial, sum / 100 },
            terms = { state = cluster.industrial_area, ward = industrial,
                      sum = sum / 100 },
            sources = { "clusters_status_2026.csv", "F03" },
        }
    end
end

local function spent(plan, add, cluster)
    local said = value(plan, "F09")
    if said and cluster.infrastructure_spent
        and said ~= cluster.infrastructure_spent then
        add {
            id = "infrastructure-spent", severity = "warning",
            object = cluster, field = "infrastructure_spent",
            text = {
                en = "%.2f bn VND in the state table, %.4f bn VND in the "
                    .. "ward report (2003-2009)",
                vi = "bảng hiện trạng %.2f tỷ đồng, báo cáo của phường %.4f "
                    .. "tỷ đồng (2003-2009)",
            },
            values = { cluster.infrastructure_spent / 1e9, said / 1e9 },
            terms = { state = cluster.infrastructure_spent, ward = said },
            sources = { "clusters_status_2026.csv", "F09" },
        }
    end
end

return function(plan, add)
    local cluster = plan:cluster "Đầm Hồng"
    whole(plan, add, cluster)
    full(plan, add, cluster)
    parts(plan, add, cluster)
    spent(plan, add, cluster)
end
