--- Phases: order, precedence, and what the plan allows in all.

local function order(a, b, add)
    if a.opens and b.opens and b.opens < a.opens then
        add {
            id = "phase-order", severity = "error", object = b,
            field = "opens",
            text = { en = "opens in %d, before phase %s in %d",
                     vi = "mở năm %d, trước giai đoạn %s năm %d" },
            values = { b.opens, a.key, a.opens },
            terms = { opens = b.opens, before = a.opens },
        }
    end
end

local function numbers(phases, add)
    for i = 2, #phases do
        local a, b = phases[i - 1], phases[i]
        if a.number == b.number then
            add {
                id = "phase-number", severity = "error", object = b,
                field = "number",
                text = { en = "has the same number as %s",
                         vi = "trùng số với %s" },
                values = { a.key },
            }
        end
        order(a, b, add)
    end
end

local function room(cluster, phases, add)
    local sum = cluster.total_area
    for _, phase in ipairs(phases) do
        if not sum or not phase.total_area then
            return
        end
        if phase.state ~= "open" then
            sum = sum + phase.total_area
        end
    end
    local planned = cluster.planned_area
    if planned and sum > planned + 1e-9 then
        add {
            id = "phases-over-plan", severity = "warning", object = cluster,
            field = "planned_area",
            text = {
                en = "%.4g ha with its phases, the plan has %.4g ha",
                vi = "%.4g ha gồm các giai đoạn, quy hoạch chỉ %.4g ha",
            },
            values = { sum, planned },
            terms = { sum = sum, planned = planned },
        }
    end
end

return function(plan, add)
    for phase in plan:phases() do
        if phase.after then
            order(phase.after, phase, add)
        end
    end
    for cluster in plan:clusters() do
        local phases = {}
        for phase in plan:phases():where { cluster = cluster } do
            phases[#phases + 1] = phase
        end
        table.sort(phases, function(a, b)
            return (a.number or 0) < (b.number or 0)
        end)
        numbers(phases, add)
        if #phases > 0 then
            room(cluster, phases, add)
        end
    end
end
