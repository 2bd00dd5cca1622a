--- References that lead to something odd.

local function enterprise(e, add)
    local function say(id, severity, text, values)
        add { id = id, severity = severity, object = e, field = "destination",
              text = text, values = values }
    end
    local to = e.destination
    if e.plan == "move" and not to then
        say("move-without-destination", "warning",
            { en = "is to move, but nowhere is named",
              vi = "phải di dời nhưng chưa có nơi đến" })
    elseif to and to == e.cluster then
        say("moves-to-itself", "error",
            { en = "is to move to %s, where it is",
              vi = "di dời đến %s là nơi đang ở" }, { to.key })
    elseif to and (to.plan_status == "withdraw" or to.state == "closed") then
        say("destination-withdrawn", "warning",
            { en = "is to move to %s, which the plan withdraws",
              vi = "di dời đến %s là cụm rút khỏi quy hoạch" }, { to.key })
    end
    if e.plan == "move" and e.operating_state == "stopped" then
        say("stopped-but-moves", "warning",
            { en = "is stopped, yet planned to move",
              vi = "đã dừng hoạt động nhưng vẫn trong diện di dời" })
    end
end

local function inside(cluster, unit)
    for _, key in ipairs(cluster.units or {}) do
        if key == unit.key then
            return true
        end
    end
    return cluster.unit == unit
end

local function budget(b, add)
    if b.cluster and b.unit and not inside(b.cluster, b.unit)
        and b.unit.level ~= "province" then
        add {
            id = "budget-unit", severity = "warning", object = b,
            field = "unit",
            text = {
                en = "is for %s but in %s; the cluster lies in %s",
                vi = "cho cụm %s nhưng ghi tại %s; cụm nằm ở %s",
            },
            values = { b.cluster.key, b.unit.key,
                       b.cluster.unit and b.cluster.unit.key or "?" },
        }
    end
    if b.total_cost and b.spent and b.amount
        and b.spent + b.amount > b.total_cost then
        add {
            id = "budget-over-cost", severity = "error", object = b,
            field = "amount",
            text = { en = "spent %d + %d VND is more than the cost %d VND",
                     vi = "đã bố trí %d + %d đồng vượt tổng mức %d đồng" },
            values = { b.spent, b.amount, b.total_cost },
        }
    end
end

--- A line of infrastructure cannot have spent more than the cluster has had.
local function spent(b, add)
    local cluster = b.cluster
    local had = cluster and cluster.infrastructure_spent
    if b.purpose == "infrastructure" and b.spent and had and b.spent > had then
        add {
            id = "spent-over-recorded", severity = "warning",
            object = cluster, field = "infrastructure_spent",
            text = {
                en = "%.4g bn VND spent on infrastructure are recorded, but "
                    .. "line %s alone has spent %.4g bn VND",
                vi = "ghi nhận đã đầu tư hạ tầng %.4g tỷ đồng, nhưng riêng "
                    .. "dòng %s đã bố trí %.4g tỷ đồng",
            },
            values = { had / 1e9, b.key, b.spent / 1e9 },
            terms = { recorded = had, line = b.spent },
            sources = { cluster.origin, b.origin },
        }
    end
end

return function(plan, add)
    for e in plan:enterprises() do
        enterprise(e, add)
    end
    for b in plan:budgets() do
        budget(b, add)
        spent(b, add)
    end
end
