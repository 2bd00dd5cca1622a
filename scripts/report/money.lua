--- report:money { needs =, money = }: what is needed by year against what
-- there is, by source.
--
-- needs: { { year =, amount = VND, what = "…" }, ... }; money: the same with
-- source = "…"; a source that is not known stays so.  Without them the budget
-- lines of options.plan are taken: status "need" are needs, all others money,
-- but for those of every purpose at once, which are no money of a cluster.

local wording = require "wording"

local say = wording.of(require "lang.report")

local function from_plan(plan)
    local needs, money = {}, {}
    for line in plan:budgets() do
        local entry = { year = line.year, amount = line.amount,
                        what = line.name or line.key,
                        source = line.source and line:label "source" }
        if line.status == "need" then
            needs[#needs + 1] = entry
        elseif line.purpose ~= "all" then
            entry.what = ("%s (%s)"):format(entry.what, line:label "status")
            money[#money + 1] = entry
        end
    end
    return needs, money
end

local function years_of(...)
    local seen, years = {}, {}
    for _, list in ipairs { ... } do
        for _, entry in ipairs(list) do
            if entry.year and not seen[entry.year] then
                seen[entry.year] = true
                years[#years + 1] = entry.year
            end
        end
    end
    table.sort(years)
    return years
end

local function sum_of(list, year)
    local sum = 0
    for _, entry in ipairs(list) do
        if entry.year == year and entry.amount then
            sum = sum + entry.amount
        end
    end
    return sum
end

local function year_table(needs, money, name)
    local rows = {}
    for i, year in ipairs(years_of(needs, money)) do
        local need, there = sum_of(needs, year), sum_of(money, year)
        rows[i] = { tostring(year), need, there, math.max(0, need - there) }
    end
    return { name = name, title = say "money by year", columns = {
        { title = say "year" },
        { title = say "need", unit = "VND", kind = "money" },
        { title = say "money", unit = "VND", kind = "money" },
        { title = say "short", unit = "VND", kind = "money" },
    }, rows = rows }
end

local function add_bars(values, list, kind, by_source)
    for _, entry in ipairs(list) do
        if entry.year and entry.amount then
            values[#values + 1] = {
                year = tostring(entry.year), kind = kind,
                billion = entry.amount / 1e9, what = entry.what or "",
                source = by_source and (entry.source or say "no source")
                    or kind,
            }
        end
    end
end

local function spec_of(needs, money)
    local values = {}
    add_bars(values, needs, say "need", false)
    add_bars(values, money, say "money", true)
    return {
        data = { values = values }, mark = "bar", height = 260,
        encoding = {
            x = { field = "year", type = "ordinal", title = "",
                  axis = { labelAngle = 0 } },
            xOffset = { field = "kind", sort = { say "need", say "money" } },
            y = { field = "billion", type = "quantitative",
                  aggregate = "sum", title = say "billion" },
            color = { field = "source", type = "nominal", title = "",
                      legend = { orient = "top" } },
            tooltip = { { field = "what", title = "" },
                        { field = "source", title = say "source" },
                        { field = "billion", title = say "billion",
                          format = ".3f" } },
        },
    }
end

local function unplaced(list)
    local keys = {}
    for _, entry in ipairs(list) do
        if not entry.year or not entry.amount then
            keys[#keys + 1] = entry.what or "–"
        end
    end
    return keys
end

return function(report, options)
    local needs, money = options.needs, options.money
    if options.plan and not needs and not money then
        needs, money = from_plan(options.plan)
    end
    needs, money = needs or {}, money or {}
    local name = options.name or "money"
    local described = year_table(needs, money, name)
    if #described.rows == 0 then
        report:text(say "no money")
        return
    end
    report:chart { name = name .. "-chart", title = options.title
                       or say "need and money",
                   spec = spec_of(needs, money), beside = name,
                   alt = say("money alt", #described.rows),
                   note = options.note }
    report:table(described)
    local left = unplaced(needs)
    for _, key in ipairs(unplaced(money)) do
        left[#left + 1] = key
    end
    if #left > 0 then
        report:text(say("no amount", table.concat(left, "; ")))
    end
end
