--- The schedule as people read it.

local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key
local number = wording.number

local function opened_table(schedule)
    local columns, rows = {}, {}
    for i, name in ipairs { "phase", "cluster", "year", "land", "cost" } do
        columns[i] = { title = say(name), align = i < 3 and "left" or "right" }
    end
    local list = table.move(schedule.opened, 1, #schedule.opened, 1, {})
    table.sort(list, function(a, b)
        if a.year ~= b.year then
            return a.year < b.year
        end
        return a.key < b.key
    end)
    for i, entry in ipairs(list) do
        rows[i] = { entry.key, entry.cluster and key_of(entry.cluster),
                    tostring(entry.year), number(entry.area, "%.4g"),
                    wording.money(entry.cost) }
    end
    return tostring(ccn.table { columns = columns, rows = rows })
end

local function money_table(schedule)
    local columns, rows = { { title = say "source" } }, {}
    for i, year in ipairs(schedule.job.years) do
        columns[i + 1] = { title = tostring(year), align = "right" }
    end
    local years = #schedule.job.years
    for i, cell in ipairs(schedule:paid()) do
        local row = (i - 1) // years + 1
        rows[row] = rows[row] or { cell.source }
        rows[row][(i - 1) % years + 2] = wording.money(cell.amount)
    end
    columns[years + 2] = { title = say "left", align = "right" }
    for s, source in ipairs(schedule.job.sources) do
        local last = schedule:paid()[s * years]
        rows[s][years + 2] = source.carry and wording.money(last.left) or "–"
    end
    return tostring(ccn.table { columns = columns, rows = rows, width = 120 })
end

local function add_waiting(lines, schedule)
    if #schedule.waiting > 0 then
        lines[#lines + 1] = say "waits"
    end
    for _, entry in ipairs(schedule.waiting) do
        lines[#lines + 1] = "  " .. schedule:why(entry.key)
    end
    if #schedule.excluded > 0 then
        lines[#lines + 1] = say "excluded"
    end
    for _, entry in ipairs(schedule.excluded) do
        lines[#lines + 1] = say("line", entry.key, entry.reason)
    end
end

local function add_total(lines, schedule)
    local sum = wording.sum
    lines[#lines + 1] = say("total", sum(schedule.total), sum(schedule.bound),
                            wording.gap(schedule.gap))
    for _, term in ipairs(schedule.terms) do
        lines[#lines + 1] = say("term", term.title,
                                number(term.weight, "%.6g"),
                                sum(term.total, schedule.total),
                                term.unit or "")
    end
    if schedule.money ~= 0 then
        lines[#lines + 1] = say("term_money", sum(-schedule.money))
    end
end

local function add_prices(lines, schedule)
    for _, source in ipairs(schedule.job.sources) do
        local best, most = nil, 0
        for _, year in ipairs(schedule.job.years) do
            local price = schedule.prices[source.name][year]
            if price > most then
                best, most = year, price
            end
        end
        if best then
            lines[#lines + 1] = say("price", source.name, best,
                                    number(most * 1e9, "%.3g"))
        end
    end
end

local function add_fair(lines, schedule)
    if not schedule.fair then
        return
    end
    lines[#lines + 1] = say "fair"
    for _, group in ipairs(schedule.fair) do
        lines[#lines + 1] = say("fair_line", group.group,
                                number(100 * group.share, "%.3g"))
    end
end

local function add_joint(lines, schedule)
    local joint = schedule.joint
    if joint then
        lines[#lines + 1] = say("joint_title", joint.rounds,
                                wording.sum(joint.total))
        lines[#lines + 1] = say(joint.money and "joint_money" or "joint_bound",
                                wording.sum(joint.bound),
                                wording.gap(joint.gap))
        lines[#lines + 1] = tostring(schedule.placement)
    end
end

local function add_assumptions(lines, schedule)
    lines[#lines + 1] = say "assumes"
    for _, line in ipairs(schedule.job.unknown:lines()) do
        lines[#lines + 1] = line
    end
    for _, source in ipairs(schedule.job.sources) do
        if source.share then
            lines[#lines + 1] = say("share_note", source.name,
                                    number(100 * source.share, "%.4g"),
                                    wording.text(source.article))
        end
    end
    for _, note in ipairs(schedule.job.notes) do
        lines[#lines + 1] = "  " .. note
    end
end

return function(schedule)
    local years = schedule.job.years
    local lines = { say("title", years[1], years[#years]) }
    lines[2] = #schedule.opened > 0 and opened_table(schedule)
        or say "nothing"
    lines[3] = say("counts", #schedule.opened, #schedule)
    if #schedule.job.sources > 0 then
        lines[#lines + 1] = say "who_pays"
        lines[#lines + 1] = money_table(schedule)
    end
    add_waiting(lines, schedule)
    add_total(lines, schedule)
    add_prices(lines, schedule)
    add_fair(lines, schedule)
    add_assumptions(lines, schedule)
    add_joint(lines, schedule)
    return table.concat(lines, "\n")
end
