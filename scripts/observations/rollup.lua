--- Sums of the forms: the 27 indicators of forms 03 and 04, computed from what
-- clusters and enterprises reported for a period, else from the plan.
--
--     local found = rollup.sums(plan, { period = "2026-6m",
--                                       unit = "P. Âu Lâu" })
--     found.area_plan.value       --> ha, or nil when a part is not known
--     found.area_plan.known       --> the sum of what is known
--     found.area_plan.unknown     --> keys of clusters whose part is not known
--     found.area_plan.from        --> { plan = 3, observation = 1 }
--
-- A part that is not known is never a zero.  Options: period, unit (nil for
-- all), on (only what was received by that day), seen (what rollup.seen gives
-- for them, when many units are asked for).

local current = require "observations.current"
local forms   = require "observations.forms"

local BN = 1e9

--- Whether a cluster is established, by the end of the period.
local function established(row, period)
    if row.established then
        return row.established <= period.to
    end
    return row.has_decision
end

local function during(row, period)
    if row.established then
        return row.established >= period.from
            and row.established <= period.to
    elseif row.has_decision == false then
        return false
    end
end

local function operating(row)
    if row.state then
        return row.state == "operating"
    end
end

local function planned(row)
    return row.planned_area ~= nil and row.planned_area > 0
end

local function by_enterprise(row)
    if row.developer then
        return row.developer == "enterprise"
    end
end

--- Both must hold; false where one does not.
local function both(a, b)
    if a == false or b == false then
        return false
    elseif a and b then
        return true
    end
end

local function billions(value)
    return value and value / BN
end

local function leased(row)
    if row.leased_area then
        return row.leased_area
    end
    return row.industrial_area and row.reported_fill
        and row.industrial_area * row.reported_fill / 100
end

-- Which clusters an indicator is about, by name.
local ABOUT = {
    planned = planned,
    established = established,
    during = during,
    operating = operating,
    developer = function(row, period)
        return both(established(row, period), by_enterprise(row))
    end,
}

-- How each indicator follows from clusters.  `about`: which; `count` or
-- `field` of the plan; `form`: indicator of form 02 that comes before the
-- plan.
local PARTS = {
    n_plan = { about = "planned" },
    area_plan = { about = "planned",
                  plan = function(row) return row.planned_area end },
    n_established = { about = "established" },
    area_established = { about = "established",
                         plan = function(row) return row.total_area end },
    n_established_period = { about = "during" },
    area_established_period = { about = "during",
        plan = function(row) return row.total_area end },
    n_enterprise_developer = { about = "developer" },
    area_enterprise_developer = { about = "developer",
        plan = function(row) return row.total_area end },
    capital_total = { form = "capital_total", about = "established",
        plan = function(row) return billions(row.infrastructure_cost) end },
    capital_spent = { form = "capital_spent", about = "established",
        plan = function(row) return billions(row.infrastructure_spent) end },
    n_operating = { about = "operating" },
    area_operating = { about = "operating",
                       plan = function(row) return row.total_area end },
    industrial_land = { about = "operating",
        plan = function(row) return row.industrial_area end },
    industrial_land_leased = { about = "operating",
        form = "industrial_land_leased", plan = leased },
    n_projects = { about = "operating", form = "n_projects",
                   plan = function(row) return row.projects end },
    n_projects_fdi = { about = "operating", form = "n_projects_fdi" },
    n_projects_operating = { about = "operating",
        form = "n_projects_operating",
        plan = function(row) return row.operating end },
    n_wwtp_any = { about = "operating", form = "wwtp_any",
        -- None at work may still be one that is being built.
        plan = function(row) return row.wastewater_plant and 1 or nil end },
    n_wwtp_ok = { about = "operating", form = "wwtp_ok",
        plan = function(row)
            return row.wastewater_plant == false and 0 or nil
        end },
}

-- Sums over the enterprises of form 01.
local OF_ENTERPRISES = { revenue = true, budget = true, workers = true }

local function lies_in(row, unit)
    if not unit then
        return true
    end
    return row.unit ~= nil and row.unit.key == unit
end

--- Observations of clusters and enterprises by subject and indicator.
local function seen(plan, options)
    local by = {}
    for _, o in ipairs(current(plan, { on = options.on,
                                       period = options.period })) do
        local form = forms.of(o)
        if form == "01" or form == "02" then
            local subject = form == "01" and o.enterprise or o.cluster
            by[form .. "/" .. subject.key .. "/" .. o.indicator] = o.value
        end
    end
    return by
end

local function empty()
    return { known = 0, unknown = {}, from = { plan = 0, observation = 0 },
             count = 0 }
end

local function add(sum, key, value, from)
    sum.count = sum.count + 1
    if value == nil then
        sum.unknown[#sum.unknown + 1] = key
    else
        sum.known = sum.known + value
        sum.from[from] = sum.from[from] + 1
    end
end

local function part(sum, row, how, state)
    local about = ABOUT[how.about](row, state.period)
    if about == false then
        return
    end
    local said = how.form and state.seen["02/" .. row.key .. "/" .. how.form]
    if said then
        add(sum, row.key, said, "observation")
    elseif about == nil then
        add(sum, row.key, nil)
    elseif how.plan then
        add(sum, row.key, how.plan(row), "plan")
    else
        add(sum, row.key, not how.form and 1 or nil, "plan")
    end
end

local function enterprises(found, plan, unit, state)
    for row in plan:enterprises() do
        local cluster = row.cluster
        if cluster and lies_in(cluster, unit)
            and row.operating_state ~= "stopped" then
            for name in pairs(OF_ENTERPRISES) do
                add(found[name], row.key,
                    state.seen["01/" .. row.key .. "/" .. name],
                    "observation")
            end
        end
    end
end

local function settle(found)
    for _, sum in pairs(found) do
        if #sum.unknown == 0 and sum.count > 0 then
            sum.value = sum.known
        elseif sum.count == 0 and sum.always then
            sum.value = 0
        end
    end
    local land, taken = found.industrial_land, found.industrial_land_leased
    if land.value and taken.value and land.value > 0 then
        found.fill_rate.value = 100 * taken.value / land.value
    end
    found.fill_rate.known = nil
end

local function rollup(plan, options)
    local period = forms.period(options.period)
    local state = { period = period,
                    seen = options.seen or seen(plan, options) }
    local found = {}
    for _, indicator in ipairs(forms.asks["04"]) do
        local how = PARTS[indicator.key]
        local sum = empty()
        -- Nothing counted among known clusters is a zero that is known.
        sum.always = how ~= nil
        found[indicator.key] = sum
    end
    for row in plan:clusters() do
        if row.kind ~= "KCN" and lies_in(row, options.unit) then
            for name, how in pairs(PARTS) do
                part(found[name], row, how, state)
            end
        end
    end
    enterprises(found, plan, options.unit, state)
    settle(found)
    return found
end

return { sums = rollup, seen = seen }
