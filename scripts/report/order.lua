--- report:order(order [, options]): who goes before whom, with what each
-- criterion adds drawn as a bar.
--
-- Options: name, title, most (entries in the chart, 40 if not said), columns:
-- more columns, each { title =, ..., value = function(entry) }.

local wording = require "wording"

local say   = wording.of(require "lang.report")
local title = wording.title

local MOST = 40

local function parts_of(order, entry)
    local parts = {}
    for i, criterion in ipairs(order.tops) do
        parts[i] = entry.contributions[criterion.name]
    end
    return parts
end

local function rank_text(entry)
    return { value = entry.rank, text = entry.tie and entry.rank .. "="
        or tostring(entry.rank) }
end

local function columns_of(order, more)
    local columns = {
        { title = say "rank", kind = "number", digits = 0 },
        { title = say "who" },
        { title = say "score", kind = "bar", digits = 3 },
        { title = say "range", align = "right" },
        { title = say "known", kind = "percent", digits = 0 },
        { title = say "mostly" },
    }
    for _, column in ipairs(more) do
        table.insert(columns, column)
    end
    for _, criterion in ipairs(order.tops) do
        columns[#columns + 1] = { title = title(criterion), kind = "number",
                                  digits = 3, page = true }
    end
    return columns
end

local function row_of(order, entry, more)
    local parts = parts_of(order, entry)
    local row = { rank_text(entry), entry.key,
                  { value = entry.score, parts = parts },
                  ("%d–%d"):format(entry.rank_low, entry.rank_high),
                  100 * entry.coverage, order:mostly(entry) }
    local at = #row
    for i, column in ipairs(more) do
        row[at + i] = column.value(entry)
    end
    at = at + #more
    for i, part in ipairs(parts) do
        row[at + i] = part
    end
    return row
end

--- One line of data for each part of each bar.
local function values_of(order, most)
    local values = {}
    for i = 1, math.min(#order, most) do
        local entry = order[i]
        for j, criterion in ipairs(order.tops) do
            values[#values + 1] = {
                who = entry.key, place = i, order = j,
                criterion = title(criterion),
                points = entry.contributions[criterion.name],
            }
        end
    end
    return values
end

local function spec_of(order, most)
    local names = {}
    for i, criterion in ipairs(order.tops) do
        names[i] = title(criterion)
    end
    return {
        data = { values = values_of(order, most) }, mark = "bar",
        height = { step = 18 },
        encoding = {
            y = { field = "who", type = "nominal", title = "",
                  sort = { field = "place", op = "min" } },
            x = { field = "points", type = "quantitative", aggregate = "sum",
                  title = say "score" },
            color = { field = "criterion", type = "nominal", title = "",
                      sort = names, legend = { orient = "top", columns = 2,
                                               labelLimit = 400 } },
            order = { field = "order", type = "quantitative" },
            tooltip = {
                { field = "who", title = say "who" },
                { field = "criterion", title = say "criterion" },
                { field = "points", title = say "points", format = ".3f" },
            },
        },
    }
end

local function heading(order)
    local criteria = order.criteria
    if not criteria.name then
        return nil
    end
    local status = criteria.status
    status = type(status) == "table" and title(status) or status
    return say("criteria line", title(criteria),
               tostring(criteria.version or "–"), status or "–")
end

local function notes(report, order)
    local tied = 0
    for entry in order do
        tied = tied + (entry.tie and 1 or 0)
    end
    if tied > 0 then
        report:item(say("tied", tied))
    end
    if order.from_data then
        report:item(say "from data")
    end
    for _, line in ipairs(order:sure()) do
        report:item(line)
    end
    for _, entry in ipairs(order.excluded) do
        report:item(say("excluded", entry.key, entry.reason))
    end
end

--- More columns: the class where there are classes, and those asked for.
local function more_of(order, asked)
    local more = { table.unpack(asked or {}) }
    if order.criteria.classes then
        table.insert(more, 1, { title = say "class", value = function(entry)
            return order:class_text(entry)
        end })
    end
    return more
end

return function(report, order, options)
    options = options or {}
    local name, most = options.name or "order", options.most or MOST
    local more, rows = more_of(order, options.columns), {}
    for i, entry in ipairs(order) do
        rows[i] = row_of(order, entry, more)
    end
    local described = { name = name, columns = columns_of(order, more),
                        rows = rows, title = options.title or heading(order) }
    if #order > 1 then
        report:chart {
            name = name .. "-chart", spec = spec_of(order, most),
            title = #order > most and say("first of", most, #order)
                or say "points by criterion",
            alt = say("order alt", order[1].key, #order),
            beside = name,
        }
    end
    report:table(described)
    notes(report, order)
end
