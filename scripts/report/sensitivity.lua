--- report:sensitivity(found [, options]): what drives a result, in words, as a
-- table and in pictures; found is what ccn.sobol, morris, pawn, regression,
-- tornado, prim or robustness gave.  Option: name (of the blocks).

local wording = require "wording"

local say = wording.of(require "lang.sensitivity")

local charts = {}

local function quantitative(field, name, more)
    local made = { field = field, type = "quantitative", title = name }
    for key, value in pairs(more or {}) do
        made[key] = value
    end
    return made
end

--- The factors from above, in the order of the finding.
local function nominal(found)
    local titles = {}
    for i, number in ipairs(found.order) do
        titles[i] = found.factors[number].title
    end
    return { field = "factor", type = "nominal", title = "", sort = titles,
             axis = { labelLimit = 400 } }
end

--- Bars from a field, with lines from low to high upon them.
local function bars(values, found, title, more)
    local y = nominal(found)
    local encoding = { y = y, x = quantitative("value", title),
                       color = more.color, yOffset = more.offset }
    local layer = {
        { mark = { type = "bar" }, encoding = encoding },
        { mark = { type = "rule", color = "black" }, encoding = {
            y = y, yOffset = more.offset, x = quantitative("low", title),
            x2 = { field = "high" } } },
        more.rule,
    }
    return { data = { values = values }, height = { step = more.step or 24 },
             layer = layer }
end

function charts.sobol(found)
    local values = {}
    for _, factor in ipairs(found.factors) do
        for _, which in ipairs { "first", "total" } do
            local e = factor[which]
            values[#values + 1] = {
                factor = factor.title, value = e.value, low = e.low or e.value,
                high = e.high or e.value,
                which = say(which == "first" and "alone" or "with_others"),
            }
        end
    end
    local sort = { say "alone", say "with_others" }
    return { title = say("sobol_chart", found.title),
             alt = say("bars_alt", found.factors[found.order[1]].title),
             spec = bars(values, found, say "variation", {
                 step = 18,
                 color = { field = "which", type = "nominal", sort = sort,
                           title = say "which" },
                 offset = { field = "which", type = "nominal", sort = sort },
             }) }
end

function charts.pawn(found)
    local values = {}
    for i, factor in ipairs(found.factors) do
        values[i] = { factor = factor.title, value = factor.median,
                      low = factor.median, high = factor.median }
    end
    local rule = { data = { values = { { value = found.dummy.most } } },
                   mark = { type = "rule", strokeDash = { 4, 4 } },
                   encoding = { x = quantitative("value", say "distance") } }
    return { title = say("pawn_chart", found.title),
             alt = say("bars_alt", found.factors[found.order[1]].title),
             spec = bars(values, found, say "distance", { rule = rule }) }
end

function charts.regression(found)
    local values = {}
    for _, factor in ipairs(found.factors) do
        local e = factor[found.best]
        values[#values + 1] = e.value and {
            factor = factor.title, value = e.value, low = e.low or e.value,
            high = e.high or e.value } or nil
    end
    local key = found.best == "plain" and "coefficient" or "by_ranks"
    return { title = say("regression_chart", found.title),
             alt = say("bars_alt", found.factors[found.order[1]].title),
             spec = bars(values, found, say(key), {}) }
end

function charts.morris(found)
    local values = {}
    for _, factor in ipairs(found.factors) do
        if factor.strength.value then
            values[#values + 1] = { factor = factor.title,
                                    strength = factor.strength.value,
                                    spread = factor.spread or 0 }
        end
    end
    local encoding = { x = quantitative("strength", say "strength"),
                       y = quantitative("spread", say "spread") }
    local named = { x = encoding.x, y = encoding.y,
                    text = { field = "factor", type = "nominal" } }
    return { title = say("morris_chart", found.title),
             alt = say("morris_alt", found.factors[found.order[1]].title),
             spec = { data = { values = values }, height = 280, layer = {
                 { mark = { type = "point", filled = true, size = 60 },
                   encoding = encoding },
                 { mark = { type = "text", align = "left", dx = 7 },
                   encoding = named } } } }
end

function charts.tornado(found)
    local values = {}
    for i, factor in ipairs(found.factors) do
        values[i] = { factor = factor.title, low = factor.low.output,
                      high = factor.high.output }
    end
    local y, title = nominal(found), found.title
    local scale = { scale = { zero = false } }
    return { title = say("tornado_chart", found.title),
             alt = say("tornado_alt", found.factors[found.order[1]].title),
             spec = { data = { values = values }, height = { step = 24 },
                      layer = {
        { mark = { type = "bar" }, encoding = {
            y = y, x = quantitative("low", title, scale),
            x2 = { field = "high" } } },
        { data = { values = { { base = found.base } } },
          mark = { type = "rule", color = "black" },
          encoding = { x = quantitative("base", title, scale) } },
    } } }
end

--- The figure that a curve of convergence shows, and its interval.
local function figure(step, name)
    local at = step[name]
    return at.first or at
end

local function settling(found)
    local values = {}
    for _, step in ipairs(found.settling or {}) do
        for _, factor in ipairs(found.factors) do
            local e = figure(step, factor.name)
            if e.value then
                values[#values + 1] = {
                    factor = factor.title, size = step.blocks,
                    value = e.value, low = e.low or e.value,
                    high = e.high or e.value }
            end
        end
    end
    if #(found.settling or {}) < 2 or #values == 0 then
        return nil
    end
    local x = quantitative("size", say "size", {
        scale = { type = "log", nice = false } })
    local color = { field = "factor", type = "nominal", title = "" }
    return { title = say "settling_chart", alt = say "settling_alt",
             table = { columns = { say "factor",
                                   { title = say "size", kind = "number" },
                                   { title = say "which", kind = "number" } },
                       rows = {} },
             values = values,
             spec = { data = { values = values }, height = 220, layer = {
        { mark = { type = "area", opacity = 0.15 }, encoding = {
            x = x, color = color, y = quantitative("low", say "which"),
            y2 = { field = "high" } } },
        { mark = { type = "line", point = true }, encoding = {
            x = x, color = color, y = quantitative("value", say "which") } },
    } } }
end

local function settling_block(report, found, name)
    local block = settling(found)
    if not block then
        return
    end
    for i, value in ipairs(block.values) do
        block.table.rows[i] = { value.factor, value.size, value.value }
    end
    block.values, block.name = nil, name .. "-settling"
    report:chart(block)
end

local function pairs_table(report, found, name)
    if not found.pairs then
        return
    end
    local rows = {}
    for i = 1, math.min(#found.pairs, 20) do
        local pair = found.pairs[i]
        rows[i] = { table.concat(pair.titles, " × "), 100 * pair.value,
                    pair.low and 100 * pair.low,
                    pair.high and 100 * pair.high }
    end
    local function share(key)
        return { title = say(key), kind = "percent", digits = 1 }
    end
    report:table { name = name .. "-pairs", title = say "pairs", rows = rows,
                   columns = { say "pair", share "variation", share "from",
                               share "to" } }
end

local function described(found, name)
    local made = found:table()
    made.name, made.title = name, nil
    made.note = #found.notes > 0 and table.concat(found.notes, " ") or nil
    return made
end

return function(report, found, options)
    local kind = type(found) == "table" and found.kind
    if kind == "prim" or kind == "robustness" then
        require "report.discovery"(report, found, options)
        return
    elseif not charts[kind] then
        error(say "not_a_finding", 3)
    end
    local name = options and options.name or kind .. "-" .. found.output
    report:text(table.concat(found.lines, " "))
    report:table(described(found, name))
    local numbers = report.blocks[#report.blocks].name
    pairs_table(report, found, name)
    report:on_page(function()
        local chart = charts[kind](found)
        chart.name, chart.beside = name .. "-chart", numbers
        report:chart(chart)
        settling_block(report, found, name)
    end)
end
