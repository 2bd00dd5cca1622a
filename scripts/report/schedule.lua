--- report:schedule(schedule [, options]): what opens when, why what waits; a
-- line of years; the money by year and source.  Options: name.

local wording = require "wording"

local say = wording.of(require "lang.schedule")

local function phases_table(schedule, name)
    local rows = {}
    for i, entry in ipairs(schedule) do
        rows[i] = { entry.key, entry.cluster,
                    entry.year or { text = "–", value = "" }, entry.area,
                    entry.cost, schedule:why(entry.key) }
    end
    return { name = name, title = say("title", schedule.job.years[1],
                                      schedule.job.years
                                          [#schedule.job.years]),
             rows = rows, columns = {
                 { title = say "phase" }, { title = say "cluster" },
                 { title = say "year" },
                 { title = say "land", kind = "number", digits = 4 },
                 { title = say "cost", kind = "money" },
                 { title = say "reason" } } }
end

--- The phases as the timeline draws them: with the years of the schedule.
local function drawn(schedule)
    local list = {}
    for i, entry in ipairs(schedule.opened) do
        list[i] = { key = entry.key, opens = entry.year,
                    duration = entry.built > 1 and entry.built or nil }
    end
    table.sort(list, function(a, b)
        if a.opens ~= b.opens then
            return a.opens < b.opens
        end
        return a.key < b.key
    end)
    return list
end

local function money_chart(report, schedule, name)
    local values, rows = {}, {}
    for _, cell in ipairs(schedule:paid()) do
        values[#values + 1] = { source = cell.source,
                                year = tostring(cell.year),
                                amount = cell.amount }
        rows[#rows + 1] = { cell.source, tostring(cell.year), cell.amount,
                            cell.left }
    end
    report:chart { name = name .. "-money", title = say "paid_by_year",
        alt = say("paid alt", #schedule.job.sources, #schedule.job.years),
        spec = { data = { values = values }, mark = "bar", encoding = {
            x = { field = "year", type = "ordinal", title = "" },
            y = { field = "amount", type = "quantitative",
                  title = say "source" },
            color = { field = "source", type = "nominal", title = "" } } },
        table = { name = name .. "-paid", rows = rows, columns = {
            { title = say "who" }, { title = say "when" },
            { title = say "amount", unit = "VND", kind = "money" },
            { title = say "left", unit = "VND", kind = "money" } } } }
end

return function(report, schedule, options)
    local name = options and options.name or "schedule"
    report:text(say("counts", #schedule.opened, #schedule))
    report:table(phases_table(schedule, name))
    if #schedule.opened > 0 then
        report:timeline { phases = drawn(schedule), name = name .. "-years" }
    end
    if #schedule.job.sources > 0 then
        money_chart(report, schedule, name)
    end
    report:text(say("total", wording.sum(schedule.total),
                    wording.sum(schedule.bound), wording.gap(schedule.gap)))
    for _, entry in ipairs(schedule.excluded) do
        report:text(say("line", entry.key, entry.reason))
    end
    for _, line in ipairs(schedule.job.unknown:lines()) do
        report:text(line)
    end
    for _, note in ipairs(schedule.job.notes) do
        report:text(note)
    end
end
