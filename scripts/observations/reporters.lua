--- Who has to report for a period, who did, late or not, and who did not.
--
--     reporters(plan, { period = "2026-6m", on = "2026-07-01" })
--         --> { { form = "02", subject = "Âu Lâu", due = "2026-06-20",
--                 received = "2026-06-25", state = "late", days = 6 }, ... }
--
-- A form is in time when it came in before its day.  States: "in time", "late",
-- "missing", "expected" (not due yet) and "undated" (in, the day not known).
-- A correction does not make a form late: its first receipt counts.

local days    = require "rules.days"
local forms   = require "observations.forms"

--- Enterprises in clusters that have not stopped.
local function enterprises(plan, list)
    for row in plan:enterprises() do
        if row.cluster and row.operating_state ~= "stopped" then
            list[#list + 1] = { form = "01", subject = row.key }
        end
    end
end

local STARTED = { established = true, building = true, operating = true,
                  closing = true }

--- Clusters that stand, or of which a developer is known; their units; the
-- province above them.
local function clusters(plan, list)
    local units, provinces = {}, {}
    for row in plan:clusters() do
        if row.kind ~= "KCN"
            and (STARTED[row.state or ""] or row.developer) then
            list[#list + 1] = { form = "02", subject = row.key }
            local unit = row.unit
            if unit then
                units[unit.key] = unit
            end
        end
    end
    for key, unit in pairs(units) do
        list[#list + 1] = { form = "03", subject = key }
        while unit.parent do
            unit = unit.parent
        end
        if unit.level == "province" then
            provinces[unit.key] = true
        end
    end
    for key in pairs(provinces) do
        list[#list + 1] = { form = "04", subject = key }
    end
end

--- The earlier of two days of receipt; "" is a day that is not known.
local function earlier(known, received)
    if known == nil or known == "" or received == "" then
        return known == nil and received or ""
    end
    return received < known and received or known
end

--- When a subject's first figure of the period came in.
local function receipts(plan, options)
    local first = {}
    for o in plan:observations() do
        local form = o.period == options.period and o.status ~= "draft"
            and forms.of(o)
        local received = o.received or ""
        if form and (not options.on or received <= options.on) then
            local name = form .. "/"
                .. (o.enterprise or o.cluster or o.unit).key
            first[name] = earlier(first[name], received)
        end
    end
    return first
end

local function state_of(one, received, on)
    if received == nil then
        return on and on >= one.due and "missing" or "expected"
    elseif received == "" then
        return "undated"
    end
    return received < one.due and "in time" or "late"
end

return function(plan, options)
    local period, list = forms.period(options.period), {}
    local first = receipts(plan, options)
    enterprises(plan, list)
    clusters(plan, list)
    for _, one in ipairs(list) do
        local received = first[one.form .. "/" .. one.subject]
        one.due = period.due[one.form]
        one.state = state_of(one, received, options.on)
        one.received = received ~= "" and received or nil
        if one.state == "late" then
            one.days = days.between(one.due, received) + 1
        elseif one.state == "missing" then
            one.days = days.between(one.due, options.on) + 1
        end
    end
    return list
end
