--- report:futures(seen [, { name = }]): the triggers of a set in the futures of
-- a sweep (ccn.triggers.futures): the share in which each has fired by each
-- cut-off, as a table and on the page as lines, and how good they would be.

local figures = require "figures"
local text    = require "triggers.futures_text"

local say = require "wording".of(require "lang.triggers")

--- A point for each trigger and cut-off.
local function points_of(titles, rows)
    local points = {}
    for _, row in ipairs(rows) do
        for k, title in ipairs(titles) do
            points[#points + 1] = { cutoff = figures.date(row[1]),
                                    trigger = title, share = row[k + 1] }
        end
    end
    return points
end

local function spec_of(points)
    return { height = 220, data = { values = points },
        mark = { type = "line", point = true },
        encoding = {
            x = { field = "cutoff", type = "ordinal", title = "",
                  sort = require "report.json".null,
                  axis = { labelAngle = 0 } },
            y = { field = "share", type = "quantitative", title = "%",
                  scale = { domain = { 0, 100 } } },
            color = { field = "trigger", type = "nominal", title = "",
                      legend = { orient = "top" } },
            tooltip = { { field = "trigger" }, { field = "cutoff" },
                        { field = "share", format = ".0f" } },
        } }
end

local function number_columns(first, titles)
    local columns = { first }
    for _, title in ipairs(titles) do
        columns[#columns + 1] = { title = title, kind = "number", digits = 0 }
    end
    return columns
end

local function chart(report, titles, rows, name)
    report:on_page(function(page)
        page:chart { name = name .. "-lines", title = say "share that fires",
            spec = spec_of(points_of(titles, rows)),
            alt = say("futures alt", #rows, table.concat(titles, ", ")),
            table = { columns = number_columns({ title = say "by cut-off",
                kind = "date" }, titles), rows = rows } }
    end)
end

return function(report, seen, options)
    local name = options and options.name or "futures"
    for _, line in ipairs(text.today(seen)) do
        report:item(line)
    end
    local titles, rows = text.fires(seen)
    report:text(say "share that fires")
    report:table { name = name, rows = rows, columns = number_columns(
        { title = say "by cut-off", kind = "date" }, titles) }
    chart(report, titles, rows, name)
    local judged = text.judged(seen)
    if #judged > 0 then
        local columns = text.titles()
        for k = 2, #text.shares + 1 do
            columns[k] = { title = columns[k], kind = "number", digits = 0 }
        end
        report:text(say "shares")
        report:table { name = name .. "-judged", columns = columns,
                       rows = judged }
    end
    if #seen.left_out > 0 then
        report:text(say("left out", table.concat(seen.left_out, ", ")))
    end
end
