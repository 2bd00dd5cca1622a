--- The pictures of the page: land, wastewater, time, money and map.  Each has
-- its numbers in a table of the part it stands in, or below it.

local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "pictures"

local pictures = {}

local function on_page(call)
    layout.report:on_page(call)
end

--- What is free and what opens, against what is needed.
function pictures.land(found)
    local land = found.land
    local rows = {
        { say "free", land.now.free }, { say "opens", land.opened },
        { say "need", land.need.known }, { say "left", land.left },
    }
    local values = {}
    for i, row in ipairs(rows) do
        values[i] = { what = row[1], ha = row[2], order = i,
                      kind = i < 3 and say "there" or i == 3 and say "needed"
                          or say "remains" }
    end
    on_page(function(report)
        report:chart { name = "land-balance", title = say "land title",
            alt = say("land alt", figures.ha(land.now.free),
                      figures.ha(land.opened, 1),
                      figures.ha(land.need.known), figures.ha(land.left)),
            spec = { data = { values = values }, mark = "bar",
                     height = { step = 30 }, encoding = {
                y = { field = "what", type = "nominal", title = "",
                      sort = { field = "order", op = "min" },
                      axis = { labelLimit = 260 } },
                x = { field = "ha", type = "quantitative", title = "ha" },
                color = { field = "kind", type = "nominal", legend = false },
                tooltip = { { field = "what", title = "" },
                            { field = "ha", format = ".4f" } },
            } },
            table = { name = "land-balance-numbers", rows = rows, columns = {
                say "what", { title = say "area", unit = "ha",
                              kind = "number", digits = 4 } } } }
    end)
end

--- The fill after opening and after the moves, by the share that is not known.
function pictures.wastewater(found)
    local water, values = found.wastewater, {}
    for _, row in ipairs(water.rows) do
        for _, name in ipairs { "opening", "moved" } do
            values[#values + 1] = { share = 100 * row.share, fill = row[name],
                                    when = say(name) }
        end
    end
    local limit = { { fill = water.limit } }
    on_page(function(report)
        report:chart { name = "fill-share", title = say "fill title",
            beside = "fill-after",
            alt = say("fill alt", figures.percent(water.limit, 0),
                      figures.percent(100 * water.break_even)),
            spec = { height = 260, layer = {
                { data = { values = values },
                  mark = { type = "line", point = true }, encoding = {
                      x = { field = "share", type = "quantitative",
                            title = say "share",
                            scale = { zero = false } },
                      y = { field = "fill", type = "quantitative",
                            title = say "fill", scale = { zero = false } },
                      color = { field = "when", type = "nominal", title = "",
                                legend = { orient = "top" } },
                      tooltip = { { field = "share", title = say "share",
                                    format = ".1f" },
                                  { field = "fill", title = say "fill",
                                    format = ".1f" } } } },
                { data = { values = limit },
                  mark = { type = "rule", strokeDash = { 6, 4 } },
                  encoding = { y = { field = "fill",
                                     type = "quantitative" } } },
            } } }
    end)
end

--- What opens, who moves, and the days that decide.
function pictures.timeline(found)
    local days = found.days
    on_page(function(report)
        report:timeline { phases = { found.close:phase(found.case.phase.key) },
            placement = found.moves.placement, marks = {
                { date = found.options.on, text = say "records" },
                { date = found.law.start_new, text = say "procedure" },
                { date = days.funds, text = say "funds" },
                { date = days.first, text = say "first wave" },
            } }
    end)
end

--- The move and the extension in their years; nobody pays for any of it yet.
function pictures.money(found)
    local money, phase = found.money, found.case.phase
    local needs = { { year = phase.opens, amount = money.extension,
                      what = say "extension" } }
    for i, wave in ipairs(money.waves) do
        needs[i + 1] = { year = wave.year, amount = wave.amount,
                         what = say("wave", i) }
    end
    on_page(function(report)
        report:money { needs = needs, money = {}, name = "money-years",
                       note = say "money note" }
    end)
end

function pictures.elsewhere(found)
    on_page(function(report)
        report:map(found.case.plan)
    end)
end

--- Behind everything: all findings, and where the figures come from.
function pictures.last(found)
    on_page(function(report)
        report:findings(found.faults, { title = say "all findings" })
        report:section(say "provenance", "provenance")
        report:provenance()
    end)
end

return pictures
