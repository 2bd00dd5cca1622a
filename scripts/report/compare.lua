--- report:compare(comparison [, options]): plans side by side, each line of
-- numbers as a small picture of its own, a map of what differs from the first
-- plan (on the page), and who gains and who loses against it (where the
-- comparison has placements).
--
-- Options: name, title, pictures (keys of the lines to draw; else every line
-- of numbers that is not the same in all plans).

local differences = require "report.differences"
local wording = require "wording"

local say = wording.of(require "lang.report")

local function comparison_table(together, name, title)
    local columns, rows = { { title = say "line" } }, {}
    for i, plan in ipairs(together.plans) do
        columns[i + 1] = { title = plan:name(), align = "right" }
    end
    for i, row in ipairs(together.rows) do
        rows[i] = { row.title }
        for j in ipairs(together.plans) do
            local value = row.cells[j]
            rows[i][j + 1] = value ~= nil
                and { value = value, text = together.text(row, j) } or nil
        end
    end
    return { name = name, title = title, columns = columns, rows = rows }
end

--- Whether a line is all numbers, and not the same one everywhere.
local function varies(together, row)
    local first, differs = nil, false
    for i in ipairs(together.plans) do
        local value = row.cells[i]
        if value ~= nil and type(value) ~= "number" then
            return false
        end
        first = first or value
        differs = differs or value ~= first
    end
    return differs
end

local function drawn(together, pictures)
    local wanted
    if pictures then
        wanted = {}
        for _, key in ipairs(pictures) do
            wanted[key] = true
        end
    end
    local rows = {}
    for _, row in ipairs(together.rows) do
        if (not wanted or wanted[row.key]) and varies(together, row) then
            rows[#rows + 1] = row
        end
    end
    return rows
end

local function values_of(together, rows)
    local values = {}
    for _, row in ipairs(rows) do
        for i, plan in ipairs(together.plans) do
            if row.cells[i] ~= nil then
                values[#values + 1] = { line = row.title, order = i,
                                        plan = plan:name(),
                                        value = row.cells[i],
                                        text = together.text(row, i) }
            end
        end
    end
    return values
end

local function multiples(together, rows)
    local titles, encoding = {}, {
        y = { field = "plan", type = "nominal", title = "",
              sort = { field = "order", op = "min" },
              axis = { labelLimit = 160 } },
        x = { field = "value", type = "quantitative", title = "",
              axis = { tickCount = 3 } },
    }
    for i, row in ipairs(rows) do
        titles[i] = row.title
    end
    return {
        data = { values = values_of(together, rows) }, columns = 2,
        facet = { field = "line", type = "nominal", title = "",
                  sort = titles },
        resolve = { scale = { x = "independent" } },
        spec = { width = 210, height = { step = 17 }, encoding = encoding,
                 layer = {
                     { mark = "bar" },
                     { mark = { type = "text", align = "left", dx = 3 },
                       encoding = { text = { field = "text" } } },
                 } },
    }
end

--- Year of each enterprise in a placement; false: it waits.
local function years_of(placement)
    local years = {}
    for _, move in ipairs(placement) do
        years[move.key] = move.cluster and move.year or false
    end
    return years
end

--- "gains", "loses" or nil: placed beats waiting, early beats late.
local function change(first, now)
    if first == now or first == nil or now == nil then
        return nil
    elseif not first then
        return "gains"
    elseif not now then
        return "loses"
    end
    return now < first and "gains" or "loses"
end

local function outcome(first, now)
    if now == nil then
        return nil
    elseif not now then
        return { text = first and say "waits -" or say "waits", value = "",
                 tone = first and "bad" or nil }
    elseif first == nil or first == now then
        return tostring(now)
    elseif not first then
        return { text = now .. " (+)", value = now, tone = "good" }
    end
    return { text = ("%d (%+d)"):format(now, now - first), value = now,
             tone = now < first and "good" or "bad" }
end

local function gains_rows(together)
    local all, rows = {}, {}
    for i in ipairs(together.plans) do
        all[i] = years_of(together.placements[i])
    end
    local counts = {}
    for _, move in ipairs(together.placements[1]) do
        local row, changed = { move.key }, false
        for i in ipairs(together.plans) do
            local first, now = all[1][move.key], all[i][move.key]
            row[i + 1] = outcome(first, now)
            local how = change(first, now)
            changed = changed or how ~= nil
            if how then
                counts[i] = counts[i] or { gains = 0, loses = 0 }
                counts[i][how] = counts[i][how] + 1
            end
        end
        if changed then
            rows[#rows + 1] = row
        end
    end
    return rows, counts
end

local function gains(report, together, name)
    local rows, counts = gains_rows(together)
    local columns = { { title = say "who" } }
    report:subsection(say "gains and loses")
    for i, plan in ipairs(together.plans) do
        columns[i + 1] = { title = plan:name(), align = "right" }
        local count = counts[i]
        if i > 1 then
            report:item(say("changes", plan:name(), count and count.gains or 0,
                            count and count.loses or 0))
        end
    end
    if #rows > 0 then
        report:table { name = name .. "-who", columns = columns, rows = rows,
                       note = say("gains note", together.plans[1]:name()) }
    end
end

local function all_placed(together)
    for i in ipairs(together.plans) do
        local placement = together.placements[i]
        if not placement or #placement == 0 or not placement[1].key then
            return false
        end
    end
    return #together.plans > 1
end

return function(report, together, options)
    options = options or {}
    local name = options.name or "scenarios"
    report:table(comparison_table(together, name, options.title))
    local rows = drawn(together, options.pictures)
    if #rows > 0 then
        report:chart { name = name .. "-chart", title = say "side by side",
                       spec = multiples(together, rows), beside = name,
                       alt = say("compare alt", #rows, #together.plans) }
    end
    if #together.plans > 1 then
        report:on_page(function()
            differences(report, together, name)
        end)
    end
    if all_placed(together) then
        gains(report, together, name)
    end
end
