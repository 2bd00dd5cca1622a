--- report:placement(placement [, options]): who goes where and when; who waits,
-- why, and what would place them; the moves by year and cluster.
--
-- Options: name, columns: more columns, each { title =, ...,
-- value = function(move) }.

local wording = require "wording"

local say = wording.of(require "lang.report")

local function columns_of(placement, more)
    local columns = {
        { title = say "priority", kind = "number", digits = 0 },
        { title = say "who" }, { title = say "where" },
        { title = say "year" },
        { title = say "land", unit = "ha", kind = "number", digits = 4 },
    }
    if placement.job.problem.cost then
        columns[#columns + 1] = { title = say "cost", unit = "VND",
                                  kind = "money" }
    end
    for _, column in ipairs(more) do
        columns[#columns + 1] = column
    end
    columns[#columns + 1] = { title = say "reason" }
    columns[#columns + 1] = { title = say "would place" }
    return columns
end

local function row_of(placement, i, more)
    local move = placement[i]
    local row = { i, move.key, move.cluster, move.year, move.land }
    if not move.cluster then
        row[3] = { text = say "waits", value = "" }
    end
    local at = 5
    if placement.job.problem.cost then
        at = 6
        row[at] = move.cost
    end
    for k, column in ipairs(more) do
        row[at + k] = column.value(move)
    end
    at = at + #more
    row[at + 1] = move.reason or ""
    row[at + 2] = move.change and move.change.text or ""
    return row
end

--- The moves by year and cluster: { year, cluster, count, land }.
local function waves_of(placement)
    local found, list = {}, {}
    for _, move in ipairs(placement.placed) do
        local cluster = wording.key(move.cluster)
        local key = move.year .. "\0" .. cluster
        if not found[key] then
            found[key] = { year = move.year, cluster = cluster, count = 0,
                           tenths = 0 }
            list[#list + 1] = found[key]
        end
        local wave = found[key]
        wave.count = wave.count + 1
        wave.tenths = wave.tenths + math.floor(move.land * 100000 + 0.5)
    end
    table.sort(list, function(a, b)
        if a.year ~= b.year then
            return a.year < b.year
        end
        return a.cluster < b.cluster
    end)
    return list
end

local function waves_table(waves, name)
    local rows = {}
    for i, wave in ipairs(waves) do
        rows[i] = { tostring(wave.year), wave.cluster, wave.count,
                    wave.tenths / 100000 }
    end
    return { name = name .. "-waves", title = say "waves", columns = {
        { title = say "year" }, { title = say "where" },
        { title = say "moves", kind = "number", digits = 0 },
        { title = say "land", unit = "ha", kind = "number", digits = 4 },
    }, rows = rows }
end

return function(report, placement, options)
    options = options or {}
    local name, more = options.name or "placement", options.columns or {}
    local rows = {}
    for i in ipairs(placement) do
        rows[i] = row_of(placement, i, more)
    end
    report:text(say("placed of", #placement.placed, #placement))
    report:table { name = name, title = say "placement",
                   columns = columns_of(placement, more), rows = rows }
    report:table(waves_table(waves_of(placement), name))
    for _, entry in ipairs(placement.excluded or {}) do
        report:item(say("excluded", entry.key, entry.reason))
    end
    report:text(say "assumed")
    for _, line in ipairs(placement.job.unknown:lines()) do
        report:item((line:gsub("^%s+", "")))
    end
    for _, line in ipairs(placement.job.notes) do
        report:item(line)
    end
end
