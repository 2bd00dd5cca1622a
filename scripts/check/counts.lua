--- Counts of projects and enterprises that should agree.

local function projects(cluster, add)
    local n, works = cluster.projects, cluster.operating
    local builds, stopped = cluster.implementing, cluster.stopped
    if not (n and works and builds and stopped)
        or n == works + builds + stopped then
        return
    end
    add {
        id = "projects-sum", severity = "warning", object = cluster,
        field = "projects",
        text = {
            en = "%d projects, but %d operate + %d being built + %d stopped",
            vi = "%d dự án nhưng %d hoạt động + %d triển khai + %d dừng",
        },
        values = { n, works, builds, stopped },
    }
end

local function listed(plan, cluster, add)
    local rows = plan:enterprises():where { cluster = cluster }
    if #rows == 0 then
        return
    end
    local stopped = #rows:where { operating_state = "stopped" }
    local function differ(field, said, found, text)
        if said and said ~= found then
            add { id = "enterprises-counted", severity = "warning",
                  object = cluster, field = field, text = text,
                  values = { said, found } }
        end
    end
    differ("projects", cluster.projects, #rows, {
        en = "%d projects recorded, %d enterprises listed",
        vi = "ghi nhận %d dự án, liệt kê %d cơ sở",
    })
    differ("stopped", cluster.stopped, stopped, {
        en = "%d recorded as stopped, %d listed so",
        vi = "ghi nhận %d đã dừng, liệt kê %d",
    })
end

return function(plan, add)
    for cluster in plan:clusters() do
        projects(cluster, add)
        listed(plan, cluster, add)
    end
end
