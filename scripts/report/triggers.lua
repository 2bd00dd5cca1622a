--- report:triggers(found [, { name = }]): what has fired and what is watched
-- (ccn.triggers.evaluate), and for each that has fired its values over the
-- cut-offs with level and clear level.

local figures = require "figures"
local json    = require "report.json"

local say = require "wording".of(require "lang.triggers")

local function rows_of(found)
    local rows = {}
    for _, state in ipairs { "fired", "watch" } do
        for _, entry in ipairs(found:of(state)) do
            local trigger = entry.trigger
            rows[#rows + 1] = { say(state), trigger.id, entry.subject,
                entry.since, found.why(entry), trigger[ccn.lang()],
                trigger.ground and trigger.ground[ccn.lang()] }
        end
    end
    return rows
end

--- Values of one entry; a gap breaks the line.
local function values_of(entry)
    local points, rows = {}, {}
    for i, state in ipairs(entry.states) do
        rows[i] = { state.cutoff, state.value, say(state.state) }
        points[i] = { cutoff = figures.date(state.cutoff),
                      value = state.value or json.null,
                      state = say(state.state) }
    end
    return points, rows
end

local function line(value, dash, title)
    return { data = { values = { { level = value, title = title } } },
             mark = { type = "rule", strokeDash = dash },
             encoding = { y = { field = "level", type = "quantitative" },
                          tooltip = { { field = "title" },
                                      { field = "level" } } } }
end

local function spec_of(entry, points)
    local trigger = entry.trigger
    local x = { field = "cutoff", type = "ordinal", title = "",
                sort = json.null, axis = { labelAngle = 0 } }
    local y = { field = "value", type = "quantitative",
                title = trigger.watched.unit or "",
                scale = { zero = false } }
    local layers = {
        { data = { values = points }, mark = { type = "line" },
          encoding = { x = x, y = y } },
        { data = { values = points },
          mark = { type = "circle", size = 110, opacity = 1 },
          encoding = { x = x, y = y, color = { field = "state",
              type = "nominal", title = "", legend = { orient = "top" } },
              tooltip = { { field = "cutoff" }, { field = "value" },
                          { field = "state" } } } },
        line(trigger.level, { 6, 3 }, say "level"),
    }
    if trigger.clear then
        layers[#layers + 1] = line(trigger.clear, { 2, 3 }, say "clear")
    end
    return { height = 220, layer = layers }
end

local function chart(report, entry, name)
    local points, rows = values_of(entry)
    local trigger = entry.trigger
    local title = ("%s: %s"):format(entry.subject,
                                    trigger.watched[ccn.lang()])
    report:chart { name = name .. "-" .. trigger.id, title = title,
        spec = spec_of(entry, points),
        alt = say("chart alt", title, #points, trigger.level,
                  figures.date(entry.since)),
        note = trigger.clear and say("chart levels", trigger.level,
                                     trigger.clear)
            or say("chart level", trigger.level),
        table = { columns = { { title = say "cutoff", kind = "date" },
            { title = trigger.watched[ccn.lang()],
              unit = trigger.watched.unit, kind = "number" },
            say "state" }, rows = rows } }
end

return function(report, found, options)
    local name = options and options.name or "triggers"
    report:text(say("total", #found:of "fired", #found:of "watch",
                    #found:of "quiet", found:stale()))
    local rows = rows_of(found)
    if #rows > 0 then
        report:table { name = name, columns = { say "state", say "trigger",
            say "subject", { title = say "since", kind = "date" }, say "why",
            say "action", { title = say "ground", page = true } },
            rows = rows }
    end
    report:on_page(function(page)
        for _, entry in ipairs(found:of "fired") do
            chart(page, entry, name)
        end
    end)
end
