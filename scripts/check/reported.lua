--- Where a later form says otherwise than the plan's own figure, and where two
-- figures of one day contradict each other.  Needs a day: what was known on it.

local figures  = require "figures"
local reported = require "rules.reported"
local wording  = require "wording"

local say = wording.of(require "lang.rules")

-- Rates within this many per cent points are taken as rounded alike.
local ROUNDING = 0.1

local function percent(value)
    return wording.number(value, "%.4g") .. " %"
end

local function differ(a, b)
    return a and b and math.abs(a - b) > ROUNDING
end

--- The rate of the plan's row, when a form gives another one.
local function behind_fill(row, known, add)
    local own = row.fill_rate or row.reported_fill
    local form = known.form
    local day = row.reported_fill_on
    if not form or not differ(own, form.value)
        or not row.fill_rate and day and day >= form.day then
        return
    end
    add { id = "plan-behind-form", severity = "note", object = row,
          field = row.fill_rate and "leased_area" or "reported_fill",
          text = say("fill behind", percent(own), percent(form.value),
                     form.leased.o.key),
          terms = { own = own, form = form.value },
          sources = { form.leased.o.key } }
end

local function behind_plant(row, known, add)
    local own, said = row.wastewater_plant, known.works or known.any
    if own == nil or not said or known.plant == own then
        return
    end
    add { id = "plan-behind-form", severity = "note", object = row,
          field = "wastewater_plant",
          text = say("plant behind", say(own and "yes" or "no"),
                     known.because.plant, said.o.key),
          terms = { own = own }, sources = { said.o.key } }
end

--- Two rates of one day.
local function same_day(row, known, add)
    local form, rate = known.form, known.rate
    local function tell(day, a, b, key)
        add { id = "same-day-differs", severity = "warning", object = row,
              field = "reported_fill",
              text = say("same day", figures.date(day), percent(a),
                         percent(b), key),
              terms = { values = { a, b } }, sources = { key } }
    end
    if form and rate and form.day == rate.day
        and differ(form.value, rate.value) then
        tell(form.day, form.value, rate.value, rate.o.key)
    end
    local own = row.reported_fill_on and row.reported_fill
    for _, one in ipairs { form or false, rate or false } do
        if one and own and one.day == row.reported_fill_on
            and differ(own, one.value) then
            tell(one.day, own, one.value, (one.leased or one).o.key)
        end
    end
end

return function(plan, add, options)
    if not options.on then
        return
    end
    local known_of = reported(plan, options.on)
    for row in plan:clusters() do
        local known = known_of(row)
        behind_fill(row, known, add)
        behind_plant(row, known, add)
        same_day(row, known, add)
    end
end
