--- The values of a signpost for one subject, cut-off by cut-off.
--
--     series(plan, signpost, "Âu Lâu", { from = "2024", to = "2026-6m" })
--         --> { { cutoff = "2024-12-31", period = "2024", value = 61.5,
--                 observations = { keys } }, ... }
--
-- The cut-off of a period is the day before which form 04 of it is due.  A
-- value is what was known on that day (known = "then"), so that a back-test
-- sees what would have been seen; known = "now" takes later corrections in.

local current = require "observations.current"
local forms   = require "observations.forms"

local say = require "wording".of(require "lang.triggers")

local series = {}

local function period_of(name)
    local period = forms.period(name)
    if not period then
        error(say("no period", tostring(name)), 0)
    end
    return period
end

--- The periods from one to another, both included.
function series.periods(from, to)
    local first, last = period_of(from), period_of(to)
    local list = {}
    while last.to >= first.to do
        table.insert(list, 1, last)
        last = forms.before(last)
    end
    return list
end

--- The first period of which the plan holds a form, and the last.
function series.span(plan)
    local first, last
    for o in plan:observations() do
        local period = forms.of(o) and forms.period(o.period)
        if period then
            first = (not first or period.to < first.to) and period or first
            last = (not last or period.to > last.to) and period or last
        end
    end
    return first, last
end

--- What is in force of a period on a day, by subject and indicator.
local function seen(plan, of, period, on)
    local by = {}
    for _, o in ipairs(current(plan, { on = on, period = period.name })) do
        local subject = o[of]
        if subject and o.indicator then
            by[subject.key .. "/" .. o.indicator] = o
        end
    end
    return by
end

--- Reads each period's observations once, whatever asks for them.
function series.reader(plan, options)
    local read = {}
    return function(of, period)
        local on = options.known ~= "now" and period.due["04"] or options.on
        if options.on and on > options.on then
            on = options.on
        end
        local name = of .. "/" .. period.name
        read[name] = read[name] or seen(plan, of, period, on)
        return read[name]
    end
end

--- What a signpost makes of the values of its n indicators: nil where one is
-- not known, or where the result is no figure, as 0 / 0.  at: { plan =,
-- subject =, period =, cutoff = }.
function series.value(signpost, values, n, at)
    for i = 1, n do
        if values[i] == nil then
            return nil
        end
    end
    if not signpost.value then
        return values[1]
    end
    local given = table.move(values, 1, n, 1, {})
    given[n + 1] = at
    local value = signpost.value(table.unpack(given))
    local finite = value and value == value and math.abs(value) < math.huge
    return finite and value or nil
end

--- The value of a signpost, and the keys of the observations it follows from.
local function value_of(signpost, by, at)
    local values, keys = {}, {}
    for i, indicator in ipairs(signpost.indicators) do
        local o = by[at.subject .. "/" .. indicator]
        if o and o.value ~= nil then
            values[i], keys[#keys + 1] = o.value, o.key
        end
    end
    return series.value(signpost, values, #signpost.indicators, at), keys
end

--- The series of a subject over periods; read is a reader.
function series.of(plan, signpost, subject, periods, read)
    local list = {}
    for i, period in ipairs(periods) do
        local value, keys = value_of(signpost, read(signpost.of, period),
            { plan = plan, subject = subject, period = period,
              cutoff = period.due["04"] })
        list[i] = { cutoff = period.due["04"], period = period.name,
                    value = value, observations = keys }
    end
    return list
end

return series
