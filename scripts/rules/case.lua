--- The facts of one cluster on a day, as rules ask for them (rules/facts.lua).
--
--     local case = require "rules.case"(plan, plan:cluster "Âu Lâu",
--                                       { on = "2026-09-15" })
--     case.fill                --> 91.19
--     case.because.fill        --> where it comes from
--
-- A fact that the plan does not have is nil.  `facts` of the options are what
-- a script knows beside the plan, and come before it.  Fields of one's own
-- (x_...) are facts by their names, and x_NAME is the fact NAME as well.  Who
-- asks for many clusters hands in `around` (rules/around.lua), made once.

local around = require "rules.around"

local say = require "wording".of(require "lang.rules")

local USES = { industry = "industry_share", road = "road_share",
               green = "green_share", technical = "technical_share",
               service = "service_share" }

--- Leased land in per cent of industrial land, as Article 2.6 defines it.
-- A rate that is only reported needs the industrial land to be known as well.
local function fill_of(case, known)
    if known.land == nil then
        case.asks.fill = { "industrial_area" }
        return
    elseif known.fill == nil then
        case.asks.fill = { "leased" }
    end
    case.because.fill = known.because.fill
    return known.fill
end

--- A day, or what bounds it: the year of forming, or the day of the decision,
-- which says nothing of what was there before.
local function formed_of(row)
    if row.formed_on then
        return row.formed_on
    elseif row.formed and row.has_decision == false then
        return { low = ("%d-01-01"):format(row.formed),
                 high = ("%d-12-31"):format(row.formed) }
    elseif row.established then
        return { high = row.established }
    end
end

--- An extension adds land: more than there is today, how much is open.
local function area_after(case, row)
    local now = row.total_area
    if row.plan_status == "expand" and row.planned_area then
        case.because.area_after = say "planned"
        return row.planned_area
    elseif now then
        case.because.area_after = say "more than now"
        return { low = now, above = true }
    end
end

--- No plant at work: wastewater treatment is not in use.  A plant alone does
-- not say that roads and water are.
local function infrastructure_of(case, known)
    local because = known.because.plant
    case.because.plant, case.because.infrastructure = because, because
    if known.plant == false then
        case.because.infrastructure = because or say "no plant"
        return false
    end
end

--- Whether a decision established it by the day.
local function decided(row, on)
    if row.established then
        return row.established <= on
    end
    return row.has_decision
end

local function listed(row)
    if row.plan_status == nil then
        return nil
    end
    return row.plan_status ~= "withdraw"
end

--- Shares of the land uses, with what is not yet measured as the upper end.
local function shares(case, plan, row)
    local total, known, sums = row.total_area, 0, {}
    if not total or total == 0 or (row.parcels or 0) == 0 then
        return
    end
    for parcel in plan:parcels():where { cluster = row.key } do
        local name = parcel.use and USES[parcel.use]
        if parcel.area and parcel.use then
            known = known + parcel.area
            sums[name or ""] = (sums[name or ""] or 0) + parcel.area
        end
    end
    local rest = math.max(total - known, 0)
    for _, name in pairs(USES) do
        local sum = sums[name] or 0
        case[name] = { low = 100 * sum / total,
                       high = math.min(100 * (sum + rest) / total, 100) }
    end
end

--- Fields of one's own: under their names, and without x_ as facts.
local function own(case, plan, row)
    for _, field in ipairs(plan:fields "cluster") do
        if field.name:sub(1, 2) == "x_" then
            local value, name = row[field.name], field.name:sub(3)
            case[field.name] = value
            if case[name] == nil then
                case[name] = value
            end
        end
    end
end

local function from_plan(case, plan, row, known)
    case.area = row.total_area or row.planned_area
    case.area_after = area_after(case, row)
    case.industrial_area = known.land
    case.because.industrial_area = known.because.industrial_area
    case.fill = fill_of(case, known)
    case.formed_on = formed_of(row)
    case.decision = decided(row, case.on)
    case.in_list = listed(row)
    case.plant = known.plant
    case.plant_capacity = row.wastewater_capacity
    case.flow = row.wastewater_flow
    case.infrastructure = infrastructure_of(case, known)
    case.being_built = row.implementing
    case.operating = row.state and row.state == "operating" or nil
    shares(case, plan, row)
    own(case, plan, row)
    case.high_tech_or_eco = case.cluster_type == "high_tech"
        or case.cluster_type == "eco" or nil
end

return function(plan, row, options)
    local case = { on = options.on, because = {}, asks = {} }
    local look = options.around or around(plan, options.on)
    from_plan(case, plan, row, look.known(row))
    for _, level in ipairs { "commune", "district" } do
        case[level] = look.units(row, level)
    end
    for name, value in pairs(options.facts or {}) do
        case[name] = value
        case.because[name], case.asks[name] = nil, nil
    end
    return case
end
