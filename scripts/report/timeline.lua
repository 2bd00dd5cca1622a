--- report:timeline { phases =, placement =, marks = }: what opens when and who
-- moves when, on one line of years.
--
-- phases: rows of phases (those that open in a known year are drawn; the time
-- of building only where the plan has its duration).  placement: its moves.
-- marks: { { date = "2026-12-31", text = "…" }, ... }, days that decide.
-- Others whose year is not known are named below.

local figures = require "figures"
local wording = require "wording"

local say = wording.of(require "lang.report")

local function year_begin(year)
    return ("%d-01-01"):format(year)
end

--- Years as a day: 2027.5 --> 2027-07-02, near enough for a picture.
local function day_of(years)
    local year = math.floor(years)
    local month = math.floor((years - year) * 12) + 1
    return ("%d-%02d-01"):format(year, month)
end

--- A phase opens in the course of a year: land serves from the next one.
local function add_phases(bars, phases, missing)
    for _, phase in ipairs(phases or {}) do
        if phase.opens then
            local label = say("phase", phase.key)
            if phase.duration then
                bars[#bars + 1] = { label = label, kind = say "building",
                    from = day_of(phase.opens + 1 - phase.duration),
                    to = year_begin(phase.opens + 1),
                    what = say("builds", phase.key) }
            end
            bars[#bars + 1] = { label = label, kind = say "opens",
                from = year_begin(phase.opens),
                to = year_begin(phase.opens + 1),
                what = say("opens in", phase.key, phase.opens) }
        else
            missing[#missing + 1] = say("phase", phase.key)
        end
    end
end

local function add_moves(bars, placement, missing)
    for _, move in ipairs(placement and placement.placed or {}) do
        local where = wording.key(move.cluster)
        bars[#bars + 1] = { label = move.key, kind = say "moves",
            from = year_begin(move.year), to = year_begin(move.year + 1),
            what = say("moves to", move.key, where, move.year) }
    end
    for _, move in ipairs(placement and placement.waiting or {}) do
        missing[#missing + 1] = move.key
    end
end

--- Too many to draw one by one: a line for each cluster.
local function add_waves(bars, placement)
    local waves, order = {}, {}
    for _, move in ipairs(placement.placed) do
        local key = wording.key(move.cluster) .. "\0" .. move.year
        if not waves[key] then
            order[#order + 1] = key
            waves[key] = { cluster = wording.key(move.cluster), count = 0,
                           year = move.year }
        end
        waves[key].count = waves[key].count + 1
    end
    for _, key in ipairs(order) do
        local wave = waves[key]
        bars[#bars + 1] = { label = say("to", wave.cluster),
            kind = say "moves", from = year_begin(wave.year),
            to = year_begin(wave.year + 1), count = tostring(wave.count),
            what = say("wave", wave.count, wave.cluster, wave.year) }
    end
end

local MOST = 60 -- lines of a readable picture

local function bars_of(options)
    local bars, missing = {}, {}
    add_phases(bars, options.phases, missing)
    if options.placement and #options.placement.placed > MOST then
        add_waves(bars, options.placement)
    else
        add_moves(bars, options.placement, missing)
    end
    return bars, missing
end

local function time(field)
    return { field = field, type = "temporal",
             axis = { format = "%Y", tickCount = "year", title = "" } }
end

local function bar_layer(bars, kinds)
    return { data = { values = bars }, mark = { type = "bar",
                                                cornerRadius = 2 },
        encoding = {
            y = { field = "label", type = "nominal", title = "",
                  sort = { field = "place", op = "min" } },
            x = time "from", x2 = { field = "to" },
            color = { field = "kind", type = "nominal", title = "",
                      sort = kinds, legend = { orient = "top" } },
            tooltip = { { field = "what", title = "" } },
        } }
end

local function mark_layer(marks)
    return { data = { values = marks },
        mark = { type = "rule", strokeDash = { 4, 3 }, strokeWidth = 1.5 },
        encoding = { x = time "date", tooltip = {
            { field = "text", title = "" },
            { field = "day", title = say "day" } } } }
end

local function number_layer(marks)
    return { data = { values = marks },
        mark = { type = "text", dy = -6, fontWeight = 600 },
        encoding = { x = time "date", y = { value = 0 },
                     text = { field = "number" } } }
end

--- The numbers of the marks, said below the picture.
local function marks_note(marks)
    local parts = {}
    for i, mark in ipairs(marks) do
        parts[i] = ("%s %s, %s"):format(mark.number, mark.day, mark.text)
    end
    return #parts > 0 and say("mark note", table.concat(parts, "; ")) or nil
end

local function rows_of(bars, marks)
    local rows = {}
    for _, bar in ipairs(bars) do
        rows[#rows + 1] = { bar.from:sub(1, 4), bar.label, bar.what }
    end
    for _, mark in ipairs(marks) do
        rows[#rows + 1] = { { value = mark.date,
                              text = figures.date(mark.date) },
                            say "day", mark.text }
    end
    return rows
end

return function(report, options)
    local bars, missing = bars_of(options)
    local marks = {}
    for i, mark in ipairs(options.marks or {}) do
        marks[i] = { date = mark.date, text = mark.text,
                     day = figures.date(mark.date),
                     number = ("(%d)"):format(i) }
    end
    for i, bar in ipairs(bars) do
        bar.place = i
    end
    if #bars + #marks > 0 then
        local layer = {}
        if #bars > 0 then
            layer[1] = bar_layer(bars, { say "building", say "opens",
                                         say "moves" })
        end
        if #marks > 0 then
            layer[#layer + 1] = mark_layer(marks)
            layer[#layer + 1] = number_layer(marks)
        end
        local name = options.name or "timeline"
        report:chart { name = name, title = options.title or say "timeline",
            spec = { height = { step = 16 }, layer = layer },
            alt = say("timeline alt", #bars, #marks),
            note = marks_note(marks),
            table = { name = name .. "-lines", rows = rows_of(bars, marks),
                      columns = { say "from", say "what", say "means" } } }
    end
    if #missing > 0 then
        report:text(say("no year", table.concat(missing, ", ")))
    end
end
