--- The figures everything hangs on: value, day, reporter, certainty.

local figures = require "figures"
local layout  = require "layout"
local say     = require "words" "sure"

local sure = {}

local KEYS = { "fill/Âu Lâu/2026-10", "F21", "F02", "F19", "F20", "F26",
               "F14", "F15", "F16", "F30", "F31" }

local function value_of(o)
    if o.note and o.note:find '^"over' then
        return "> " .. figures.percent(o.value, 0)
    elseif not o.value then
        return say(o.words)
    elseif o.measure == "VND" or o.measure == "VND/ha" then
        return figures.vnd(o.value)
    elseif o.measure == "m2" then
        return figures.number(o.value) .. " m²"
    elseif not o.measure then
        return ("%d"):format(o.value)
    end
    return ("%s %s"):format(figures.number(o.value,
        o.value % 1 == 0 and 0 or 2), o.measure)
end

function sure.show(case)
    layout.heading(say "title", "sure")
    local rows = {}
    for i, key in ipairs(KEYS) do
        local o = case.plan:observation(key)
        rows[i] = {
            key:match "^F%d+$" or "", say(key),
            { text = value_of(o), value = o.value or "" },
            o.date and figures.date(o.date) or figures.month(o.period),
            say(o.reporter), say(o.certainty or "not said"),
        }
    end
    layout.table("figures", {
        say "id", say "figure", { say "value" }, say "as of", say "who",
        say "certainty",
    }, rows)
end

return sure
