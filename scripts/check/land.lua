--- Land: parcels and plots against leased land, areas against one another.

local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

--- Exact sum of the known areas, and how many are not known.
local function total(rows, field)
    local sum, unknown = 0, 0
    for row in rows do
        if row[field] then
            sum = sum + tenths(row[field])
        else
            unknown = unknown + 1
        end
    end
    return sum / 100000, unknown
end

local function plots(plan, cluster, add)
    local rows = plan:enterprises():where { cluster = cluster }
    local held, unknown = total(rows, "land_held")
    local leased = cluster.leased_area
    if not leased or #rows == 0 or (held == leased and unknown == 0) then
        return
    end
    add {
        id = "plots-and-leased", severity = "warning", object = cluster,
        field = "leased_area",
        text = {
            en = "plots sum to %.1f m² (%d not known), %.1f m² are recorded "
                .. "as leased: %+.1f m²",
            vi = "các thửa cộng lại %.1f m² (%d chưa rõ), ghi nhận cho thuê "
                .. "%.1f m²: lệch %+.1f m²",
        },
        values = { held * 10000, unknown, leased * 10000,
                   (tenths(held) - tenths(leased)) / 10 },
        terms = { plots = held, unknown = unknown, leased = leased },
        sources = { cluster.origin },
    }
end

local function parcels(plan, cluster, add)
    local rows = plan:parcels():where { cluster = cluster, status = "leased" }
    local sum = total(rows, "area")
    local leased = cluster.leased_area
    if leased and #rows > 0 and tenths(sum) ~= tenths(leased) then
        add {
            id = "parcels-and-leased", severity = "warning", object = cluster,
            field = "leased_area",
            text = {
                en = "leased parcels sum to %.4f ha, %.4f ha are recorded",
                vi = "thửa đã cho thuê cộng lại %.4f ha, ghi nhận %.4f ha",
            },
            values = { sum, leased },
            terms = { parcels = sum, leased = leased },
        }
    end
end

local function shares(cluster, add)
    local whole, industry = cluster.total_area, cluster.industrial_area
    if not whole or not industry or industry < whole then
        return
    end
    local more = industry > whole
    add {
        id = "industrial-and-total", object = cluster,
        severity = more and "error" or "warning", field = "industrial_area",
        text = {
            en = "industrial land %.4g ha of %.4g ha in all: nothing is left "
                .. "for roads, green and works",
            vi = "đất công nghiệp %.4g ha trên tổng %.4g ha: không còn đất "
                .. "giao thông, cây xanh, hạ tầng",
        },
        values = { industry, whole },
        terms = { industrial = industry, total = whole },
    }
end

local function later(cluster, add)
    local now, after = cluster.planned_area, cluster.later_area
    if now and after and after < now then
        add {
            id = "later-below-planned", severity = "warning",
            object = cluster, field = "later_area",
            text = {
                en = "the plan gives %.4g ha for 2030 and %.4g ha after 2030",
                vi = "quy hoạch %.4g ha đến 2030 nhưng %.4g ha sau 2030",
            },
            values = { now, after }, terms = { planned = now, later = after },
        }
    end
end

return function(plan, add)
    for cluster in plan:clusters() do
        plots(plan, cluster, add)
        parcels(plan, cluster, add)
        shares(cluster, add)
        later(cluster, add)
    end
end
