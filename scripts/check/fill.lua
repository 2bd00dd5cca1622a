--- Fill rates: reported against computed, and reports against one another.

local current = require "observations.current"
local forms   = require "observations.forms"

-- Reports within this many per cent points are taken as rounded alike.
local ROUNDING = 0.1

local function reported(cluster, add)
    local said, computed = cluster.reported_fill, cluster.fill_rate
    if not said or not computed or math.abs(said - computed) <= ROUNDING then
        return
    end
    add {
        id = "fill-reported-and-computed", severity = "warning",
        object = cluster, field = "reported_fill",
        text = {
            en = "%.4g %% reported; leased %.4f ÷ industrial land %.4g ha = "
                .. "%.2f %%",
            vi = "báo cáo %.4g %%; đất cho thuê %.4f ÷ đất công nghiệp %.4g "
                .. "ha = %.2f %%",
        },
        values = { said, cluster.leased_area, cluster.industrial_area,
                   computed },
        terms = { reported = said, computed = computed },
    }
end

local function when(o)
    return o.date or o.period or "?"
end

--- Groups of values of one indicator for one cluster, in order of the plan.
-- Half-yearly forms are a series: they are held against one another within a
-- period.
local function groups(plan)
    local order, by = {}, {}
    for _, o in ipairs(current(plan)) do
        if o.cluster and o.value and o.indicator then
            local name = o.cluster.key .. "/" .. o.indicator
                .. (forms.of(o) and "/" .. o.period or "")
            if not by[name] then
                by[name] = { cluster = o.cluster, indicator = o.indicator }
                order[#order + 1] = by[name]
            end
            table.insert(by[name], o)
        end
    end
    return order
end

local function number(value)
    local text = ("%.6g"):format(value)
    return ccn.lang() == "vi" and (text:gsub("%.", ",")) or text
end

local function describe(group)
    local parts = {}
    for i, o in ipairs(group) do
        parts[i] = ("%s %s (%s, %s)"):format(number(o.value), o.measure or "",
                                             when(o), o.reporter or "?")
    end
    return table.concat(parts, "; ")
end

--- The label of a field of clusters, or the indicator as it stands.
local function label(indicator)
    for _, field in ipairs(ccn.fields "cluster") do
        if field.name == indicator then
            return (field[ccn.lang()]:lower():gsub("^Đ", "đ"))
        end
    end
    return indicator
end

local function spread(group)
    local low, high = group[1].value, group[1].value
    for _, o in ipairs(group) do
        low, high = math.min(low, o.value), math.max(high, o.value)
    end
    return low, high
end

--- A fill rate of one reporter that falls means land given back, or another
-- denominator.
local function fell(group)
    local last = {}
    for _, o in ipairs(group) do
        local who = o.reporter or "?"
        if last[who] and o.value < last[who] - ROUNDING then
            return true
        end
        last[who] = o.value
    end
    return false
end

local function observed(group, add)
    local low, high = spread(group)
    if high - low <= ROUNDING then
        return
    end
    table.sort(group, function(a, b)
        if when(a) ~= when(b) then
            return when(a) < when(b)
        end
        return a.key < b.key
    end)
    local values = {}
    for i, o in ipairs(group) do
        values[i] = o.value
    end
    local falls = group.indicator == "fill_rate" and fell(group)
    add {
        id = "reports-differ", severity = "warning", object = group.cluster,
        field = group.indicator,
        text = falls and {
            en = "%s differs by date or reporter, and falls: %s",
            vi = "%s khác nhau theo ngày hoặc nơi báo cáo, và giảm: %s",
        } or {
            en = "%s differs by date or reporter: %s",
            vi = "%s khác nhau theo ngày hoặc nơi báo cáo: %s",
        },
        values = { label(group.indicator), describe(group) },
        terms = { values = values, low = low, high = high },
    }
end

return function(plan, add)
    for cluster in plan:clusters() do
        reported(cluster, add)
    end
    for _, group in ipairs(groups(plan)) do
        observed(group, add)
    end
end
