--- Decisions: what the plan calls established, and the deadline of the law.

--- "CCN đã thành lập" in the plan, "no establishment decision" in the record.
local function called(plan, add)
    local keys = {}
    for cluster in plan:clusters() do
        local group = cluster.x_plan_group or ""
        if group:find "CCN đã thành lập" and cluster.has_decision == false then
            keys[#keys + 1] = cluster.key
        end
    end
    if #keys > 0 then
        add {
            id = "established-without-decision", severity = "warning",
            object = "clusters", field = "has_decision",
            text = {
                en = "%d are called established in the plan, but the record "
                    .. "says no establishment decision: %s",
                vi = "%d cụm quy hoạch ghi \"đã thành lập\" nhưng hồ sơ ghi "
                    .. "chưa có quyết định thành lập: %s",
            },
            values = { #keys, table.concat(keys, ", ") },
            terms = { keys = keys },
            sources = { "plan_2030.csv", "clusters_status_2026.csv" },
        }
    end
end

--- Called established, though its decision was taken back.
local function revoked(cluster, add)
    local group, note = cluster.x_plan_group or "", cluster.note or ""
    if group:find "CCN đã thành lập"
        and note:find "bãi bỏ QĐ thành lập" then
        add {
            id = "established-but-revoked", severity = "warning",
            object = cluster, field = "has_decision",
            text = {
                en = "is called established in the plan, whose own remark "
                    .. "says the decision was revoked: %s",
                vi = "quy hoạch xếp vào nhóm đã thành lập, nhưng ghi chú nêu "
                    .. "quyết định đã bị bãi bỏ: %s",
            },
            values = { note }, sources = { "plan_2030.csv" },
        }
    end
end

--- The record applies the deadline to a cluster formed after the day.
local function misapplied(cluster, before, add)
    local note = cluster.note or ""
    if note:find "must be established before" and cluster.formed_on
        and cluster.formed_on >= before then
        add {
            id = "deadline-misapplied", severity = "warning",
            object = cluster, field = "established",
            text = {
                en = "the record says it must be established before "
                    .. "31/12/2026, but its plan is of %s: the rule is for "
                    .. "clusters formed before %s",
                vi = "hồ sơ ghi phải thành lập trước 31/12/2026, nhưng quy "
                    .. "hoạch ngày %s: quy định chỉ áp dụng cho cụm hình "
                    .. "thành trước %s",
            },
            values = { cluster.formed_on, before },
            terms = { formed = cluster.formed_on, before = before },
            sources = { "clusters_status_2026.csv", "N32-PRE105-DEADLINE" },
        }
    end
end

--- The day a rule names.
local function day(plan, id)
    local rule = plan:observation("rule/" .. id)
    return rule and rule.date
end

--- Formed before Decision 105/2009 and still without a decision.
local function deadline(plan, add)
    local before, by = day(plan, "N303-EXP-INFRA-EXEMPT"),
        day(plan, "N32-PRE105-DEADLINE")
    if not (before and by) then
        return
    end
    local keys = {}
    for cluster in plan:clusters() do
        local formed = cluster.formed_on
        if cluster.has_decision == false and formed and formed < before then
            keys[#keys + 1] = cluster.key
        end
        misapplied(cluster, before, add)
        revoked(cluster, add)
    end
    add {
        id = "decision-deadline", severity = "warning", object = "clusters",
        field = "established",
        text = {
            en = "%d formed before %s must have an establishment decision by "
                .. "%s and have none: %s",
            vi = "%d cụm hình thành trước %s phải có quyết định thành lập "
                .. "trước %s mà chưa có: %s",
        },
        values = { #keys, before, by, table.concat(keys, ", ") },
        terms = { keys = keys, before = before, by = by },
        sources = { "N32-PRE105-DEADLINE" },
    }
end

return function(plan, add)
    called(plan, add)
    deadline(plan, add)
end
