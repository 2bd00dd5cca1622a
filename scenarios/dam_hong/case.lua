--- What the case of Đầm Hồng is about, read from the plan.
--
--     local case = require("case").read(plan, {
--         data = "scenarios/dam_hong/data", on = "2026-10-05" })
--     case.need.known        --> 9.79316 (ha)
--     case.need.unknown      --> { "DH09" }
--
-- Nothing here is a figure of ours: clusters, movers, fill rates and facts
-- come from the plan, rules from the book.

local figures = require "figures"
local rules   = require "rules.book"

local case = {}

--- Land of a list of enterprises: exact sum of the known, keys of the unknown.
function case.land(rows, field)
    local sum, unknown = 0, {}
    for _, row in ipairs(rows) do
        local area = row[field or "land_held"]
        if field and area == nil then
            area = row.land_held
        end
        if area then
            sum = sum + figures.tenths(area)
        else
            unknown[#unknown + 1] = row.key
        end
    end
    return { known = sum / 100000, unknown = unknown, tenths = sum }
end

local function list(selection)
    local rows = {}
    for row in selection do
        rows[#rows + 1] = row
    end
    return rows
end

--- All fill rates of a cluster, as reported, oldest first.
function case.fills(plan, cluster)
    local fills = list(plan:observations():where(function(o)
        return o.cluster == cluster and o.indicator == "fill_rate"
    end))
    local function day(o)
        return o.date or (o.period .. "-32")
    end
    table.sort(fills, function(a, b)
        if day(a) ~= day(b) then
            return day(a) < day(b)
        end
        return a.key < b.key
    end)
    return fills
end

--- The value of a dated fact, and the observation itself.
function case.fact(plan, key)
    local fact = plan:observation(key)
        or error(("the plan has no fact %s"):format(key), 2)
    return fact.value, fact
end

--- Every row that the fork or plan says moves to the target.
local function movers_of(plan, from, target)
    return list(plan:enterprises():where(function(e)
        return e.cluster == from and e.plan == "move"
            and e.destination == target
    end))
end

--- Planning coefficients by id: value, low, high (numbers or nil), unit.
function case.coefficients(path)
    local csv, place, found = ccn.csv(path), {}, {}
    for i, heading in ipairs(csv.headings) do
        place[heading] = i
    end
    for _, cells in ipairs(csv.rows) do
        local row = { id = cells[place.id], unit = cells[place.unit] }
        for _, name in ipairs { "value", "low", "high" } do
            local cell = cells[place[name]]
            row[name] = cell and ccn.number(cell, "point")
        end
        found[row.id] = row
    end
    return found
end

--- Reads the case; options: data (folder of the CSV files), on (day).
function case.read(plan, options)
    local from, target = plan:cluster "Đầm Hồng", plan:cluster "Âu Lâu"
    if not (from and target and plan:phase "Âu Lâu/2") then
        error("the plan is not that of import.lua: it lacks Đầm Hồng, Âu Lâu "
              .. "or its extension", 0)
    end
    local movers = movers_of(plan, from, target)
    return {
        plan = plan, on = options.on,
        book = rules.read(options.data .. "/regulations.csv"),
        coefficients =
            case.coefficients(options.data .. "/coefficients.csv"),
        from = from, target = target,
        phase = plan:phase "Âu Lâu/2",
        all = list(plan:enterprises():where(function(e)
            return e.cluster == from
        end)),
        movers = movers,
        need = case.land(movers),
        need_annex2 = case.land(movers, "x_land_annex2"),
        fills = case.fills(plan, target),
        latest = case.latest(plan, target),
        share = target.industrial_area / target.total_area,
    }
end

--- The latest fill rate the department reported; the ward says "over 95 %".
function case.latest(plan, cluster)
    local best
    for _, o in ipairs(case.fills(plan, cluster)) do
        if o.reporter == "department of industry and trade" then
            best = o
        end
    end
    return best
end

--- Industrial land free by a fill rate: a ceiling, not land on offer.
function case.free(cluster, fill)
    return cluster.industrial_area * (1 - fill / 100)
end

return case
