--- How many clusters of the state table have a point at all.

return function(plan, add)
    local with, all, points = {}, 0, 0
    for cluster in plan:clusters() do
        if cluster.shape then
            points = points + 1
        end
        if cluster.x_state_row then
            all = all + 1
            if cluster.shape then
                with[#with + 1] = cluster.key
            end
        end
    end
    if #with < all then
        add {
            id = "points-of-state-table", severity = "warning",
            object = "clusters", field = "shape",
            text = {
                en = "%d points, but only %d of the %d clusters of the state "
                    .. "table have one: %s; neither Đầm Hồng nor Âu Lâu",
                vi = "có %d tọa độ, nhưng chỉ %d trong %d cụm của bảng hiện "
                    .. "trạng có tọa độ: %s; không có Đầm Hồng và Âu Lâu",
            },
            values = { points, #with, all, table.concat(with, ", ") },
            terms = { points = points, with = #with, all = all },
            sources = { "coordinates.csv", "clusters_status_2026.csv" },
        }
    end
end
