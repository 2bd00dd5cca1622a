--- The report of what the job has found.

local figures = require "figures"
local say     = require "words"

local function percent(share)
    return figures.percent(100 * share, 0)
end

--- "2" or "1–4".
local function class_text(class)
    return { value = class.low, text = class.class and tostring(class.class)
        or ("%d–%d"):format(class.low, class.high) }
end

local function key_of(row)
    return row and row.key or nil
end

local function classes_rows(found)
    local rows = {}
    for e in found.plan:enterprises():where { type = "polluting" } do
        local class, open = found.classes[e.key], {}
        for i, parameter in ipairs(class.missing) do
            open[i] = parameter
        end
        open[#open + 1] = class.flow_unknown and say "flow" or nil
        rows[#rows + 1] = {
            e.key, key_of(e.unit), key_of(e.trade),
            class.worst and class.worst.parameter,
            class.worst and class.worst.times, class_text(class),
            table.concat(open, ", "),
        }
    end
    return rows
end

local function classes(report, found)
    report:section(say "classes", "classes")
    report:table { name = "classes", note = say "class note",
        rows = classes_rows(found), columns = {
            say "who", say "commune", say "trade", say "worst",
            { title = say "times", kind = "number", digits = 1 },
            { title = say "class", align = "right" }, say "missing" } }
end

local function waves(report, found)
    local rows = {}
    for i, wave in ipairs(found.waves) do
        rows[i] = { { value = wave.year, text = tostring(wave.year) },
                    wave.count, wave.land, wave.budget, wave.used, wave.left }
    end
    report:section(say "waves", "waves")
    report:table { name = "waves", rows = rows, columns = {
        { title = say "year", align = "right" },
        { title = say "count", kind = "number", digits = 0 },
        { title = say "land", unit = "ha", kind = "number", digits = 2 },
        { title = say "budget", unit = "VND", kind = "money" },
        { title = say "used", unit = "VND", kind = "money" },
        { title = say "left", unit = "VND", kind = "money" } } }
    local waiting = {}
    for i, move in ipairs(found.placement.waiting) do
        waiting[i] = { move.key, move.reason,
                       move.change and move.change.text }
    end
    if #waiting > 0 then
        report:table { name = "waiting", rows = waiting, columns = {
            say "who", say "waiting", say "would place" } }
    end
end

local function first_text(points)
    local words = {}
    for i, point in ipairs(points) do
        words[i] = point[1] == "flow" and say "flow first"
            or say(point[1], point[2])
    end
    return table.concat(words, ", ")
end

local function notices(report, found)
    local rows = {}
    for i, notice in ipairs(found.notices) do
        local row, move = notice.row, notice.move
        rows[i] = { notice.by, row.key, key_of(row.unit), key_of(row.trade),
                    class_text(notice.class), tostring(move.year),
                    move.cluster.key, move.cost, first_text(notice.open) }
    end
    report:section(say "notices", "notices")
    report:table { name = "notices", note = say "notice note", rows = rows,
        columns = {
            { title = say "by", kind = "date" }, say "who", say "commune",
            say "trade", { title = say "class", align = "right" },
            { title = say "year", align = "right" }, say "where",
            { title = say "support", unit = "VND", kind = "money" },
            say "first do" } }
end

--- One of the two lists: its order, and who gets what of the land left.
local function list(report, found, kind)
    local by_key, placed = {}, 0
    for _, move in ipairs(found.rest) do
        by_key[move.key] = move
    end
    local function of(name)
        return function(entry)
            local move = by_key[entry.key]
            return move.cluster and (name == "year" and tostring(move.year)
                or move.cluster.key) or nil
        end
    end
    for entry in found.lists[kind] do
        placed = placed + (by_key[entry.key].cluster and 1 or 0)
    end
    report:section(say(kind), kind)
    report:text(say("placed of", placed, #found.lists[kind]) .. " "
        .. say "list note")
    report:order(found.lists[kind], { name = kind, columns = {
        { title = say "where", value = of "where" },
        { title = say "year", align = "right", value = of "year" } } })
end

local function limits(report, found)
    local rows, bands = {}, {}
    for i, line in ipairs(found.tables.limits) do
        rows[i] = { say(line.medium), line.parameter, line.limit, line.measure,
                    line.standard, line.certainty }
    end
    for i, line in ipairs(found.tables.classes) do
        bands[i] = { say(line.medium), line.over, line.flow_from, line.class }
    end
    report:section(say "limits", "limits")
    report:text(say "limit remark")
    report:table { name = "limits", rows = rows, columns = {
        say "medium", say "parameter",
        { title = say "limit", kind = "number" }, say "measure",
        say "standard", say "certainty" } }
    report:text(say "class remark")
    report:table { name = "bands", rows = bands, columns = {
        say "medium", { title = say "over", kind = "number" },
        { title = say "flow_from", unit = "m³/day", kind = "number" },
        { title = say "class", kind = "number", digits = 0 } } }
end

local function answer(found)
    local placement, used, all = found.placement, 0, 0
    for _, wave in ipairs(found.waves) do
        used, all = used + wave.used, all + wave.budget
    end
    local first = found.acceptability[1]
    local lines = {
        say("answer", #placement.placed, #found.order,
            found.waves[#found.waves].year, figures.bn(used), figures.bn(all)),
        say("answer first", first.key, percent(first.first)),
        say(found.count == "low" and "answer proven" or "answer possible"),
    }
    if #placement.waiting > 0 then
        local keys = {}
        for i, move in ipairs(placement.waiting) do
            keys[i] = move.key
        end
        table.insert(lines, 2, say("answer waiting", #keys,
                                   table.concat(keys, ", ")))
    end
    return lines
end

return function(found)
    local report = ccn.report { title = say "title", kicker = say "kicker",
                                question = say "question",
                                answer = answer(found) }
    classes(report, found)
    report:section(say "order", "order"):order(found.order)
    report:section(say "sure", "sure")
    report:robustness(found.order, found.asked)
    waves(report, found)
    notices(report, found)
    list(report, found, "needs_room")
    list(report, found, "new")
    limits(report, found)
    return report
end
