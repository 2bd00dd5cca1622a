--- Water demand in the plan against 22 m3 a hectare and day (WT-CCN).

-- The plan rounds to whole cubic metres.
local ROUNDING = 1

--- The area that the demand was computed from, when a record names it.
local function older(cluster, area)
    local earlier = cluster.x_earlier_area
    return earlier and math.abs(earlier - area) < 0.5
end

return function(plan, add)
    local norm = plan:observation "coefficient/WT-CCN"
    local rate = norm and norm.value
    if not rate then
        return
    end
    for cluster in plan:clusters() do
        local demand, area = cluster.water_demand, cluster.planned_area
        if demand and area and math.abs(demand - rate * area) > ROUNDING then
            local from = demand / rate
            add {
                id = "water-demand", severity = "warning", object = cluster,
                field = "water_demand",
                text = older(cluster, from) and {
                    en = "%.0f m³/day, but %.4g × %.4g ha = %.0f: it fits "
                        .. "%.4g ha, the area of the earlier plan",
                    vi = "%.0f m³/ngày, nhưng %.4g × %.4g ha = %.0f: khớp "
                        .. "với %.4g ha, diện tích của quy hoạch cũ",
                } or {
                    en = "%.0f m³/day, but %.4g × %.4g ha = %.0f: it would "
                        .. "fit %.4g ha",
                    vi = "%.0f m³/ngày, nhưng %.4g × %.4g ha = %.0f: chỉ khớp "
                        .. "với %.4g ha",
                },
                values = { demand, rate, area, rate * area, from },
                terms = { demand = demand, area = area, rate = rate,
                          fits = from },
                sources = { "plan_2030.csv", "WT-CCN" },
            }
        end
    end
end
