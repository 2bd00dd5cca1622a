--- Wastewater: does the extension end the exemption from a central plant?

local case_of = require "case"
local figures = require "figures"
local layout  = require "layout"
local plant   = require "rules.wastewater"
local say     = require "words" "wastewater"

local wastewater = {}

local SHARES = { 0.50, 0.55, 0.60, 0.65, 0.70, 0.75 }

--- Fill rates in per cent at one industrial share of the extension.
local function at(case, share, need, fill)
    local land = case.target.industrial_area
    local leased = land * (fill or case.latest.value) / 100
    local all = land + case.phase.total_area * share
    return { share = share, opened = case.phase.total_area * share,
             opening = 100 * leased / all,
             moved = 100 * (leased + need) / all }
end

--- What the other reports of today's fill would make of it.
local function by_reports(case)
    local list = {}
    for _, fill in ipairs(case.fills) do
        if fill ~= case.latest then
            local row = at(case, case.share, case.need.known, fill.value)
            row.fill = fill.value
            list[#list + 1] = row
        end
    end
    return list
end

--- The share at which all known moves bring the fill exactly to a limit.
local function break_even(case, limit)
    local land = case.target.industrial_area
    local leased = land * case.latest.value / 100
    return ((leased + case.need.known) / (limit / 100) - land)
        / case.phase.total_area
end

--- The movers that are not stopped: group 4 of the scheme would end those.
local function working(case)
    local rows = {}
    for _, e in ipairs(case.movers) do
        if e.operating_state ~= "stopped" then
            rows[#rows + 1] = e
        end
    end
    return rows
end

--- Wastewater of the whole cluster by its water demand in the plan.
local function planned_flow(case)
    local demand = case.target.water_demand
    return demand and demand * case.coefficients["WW-SHARE"].value / 100
end

function wastewater.compute(case)
    local limit = case.book:rule("N48-CCN-NO-WWTP-FILL").limit
    local left = working(case)
    local without = case_of.land(left).known
    local found = { limit = limit, rows = {},
                    own = at(case, case.share, case.need.known),
                    stopped = #case.movers - #left,
                    own_without_stopped = at(case, case.share, without),
                    reports = by_reports(case),
                    annex2 = at(case, case.share, case.need_annex2.known),
                    break_even = break_even(case, limit),
                    planned_flow = planned_flow(case),
                    flow_limit = case.book:rule("N48-CCN-NO-WWTP-FLOW").limit }
    for i, share in ipairs(SHARES) do
        found.rows[i] = at(case, share, case.need.known)
    end
    table.insert(found.rows, 4, found.own)
    found.plant = plant(case.book, { on = case.on, fill = found.own.opening,
                                     flow = case.target.wastewater_flow })
    return found
end

local function rows_of(found)
    local rows = {}
    for i, r in ipairs(found.rows) do
        rows[i] = {
            { value = 100 * r.share, text = figures.percent(100 * r.share)
                  .. (r == found.own and " *" or "") },
            figures.cell("ha", r.opened), figures.cell("percent", r.opening),
            figures.cell("percent", r.moved),
            say(r.moved > found.limit and "above" or "below",
                figures.percent(found.limit, 0)),
        }
    end
    return rows
end

function wastewater.show(found, case)
    layout.heading(say "title", "wastewater")
    local limit = figures.percent(found.limit, 0)
    layout.item(say("rule", limit,
                    figures.number(found.flow_limit) .. " m³",
                    figures.percent(case.latest.value, 2)))
    layout.table("fill-after", {
        { say "share" }, { say "opened" }, { say "opening" },
        { say "moved" }, say "result",
    }, rows_of(found))
    layout.text("* " .. say("own",
        figures.ha(case.target.industrial_area, 1),
        figures.ha(case.target.total_area, 0)))
    layout.item(say("opening text", figures.percent(found.own.opening),
                    limit))
    layout.item(say("after", figures.percent(found.own.moved),
                    figures.percent(100 * found.break_even), limit,
                    found.stopped,
                    figures.percent(found.own_without_stopped.moved)))
    local parts = {}
    for i, row in ipairs(found.reports) do
        parts[i] = say("report", figures.percent(row.fill),
                       figures.percent(row.opening),
                       figures.percent(row.moved))
    end
    layout.item(say("reports", table.concat(parts, "; ")))
    layout.item(say("flow", figures.number(case.target.water_demand),
                    figures.ha(case.target.planned_area, 0),
                    figures.number(found.planned_flow),
                    figures.percent(
                        case.coefficients["WW-SHARE"].value, 0),
                    figures.number(found.flow_limit)))
    layout.item(say "unknown")
end

return wastewater
