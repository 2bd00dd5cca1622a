--- Form 04 of Circular 14/2024 for a period, filled from the observations and
-- the plan.
--
--     local form = form04(plan, { period = "2026-6m", on = "2026-07-01" })
--     print(form)                     -- on the terminal
--     form:save "form04.csv"          -- or .xlsx, .html
--     form[17].value                  -- industrial land of operating clusters
--
-- A cell is what forms 01 and 02 and the plan give when every part of it is
-- known; else the sum of the units' forms 03 when all of them reported; else
-- what the department reported itself; else it is blank, and the remark says
-- what is known and of whom it is not.

local compare   = require "observations.compare"
local current   = require "observations.current"
local figures   = require "figures"
local Form      = require "observations.form04_shown"
local forms     = require "observations.forms"
local reporters = require "observations.reporters"
local rollup    = require "observations.rollup"
local wording   = require "wording"

local say = wording.of(require "lang.observations")

local SHOWN = 4

local DIGITS = { ha = 2, ["bn VND"] = 3, ["%"] = 2 }

local function names(keys)
    local list = table.concat(keys, ", ", 1, math.min(#keys, SHOWN))
    return #keys > SHOWN and list .. ", ..." or list
end

local function remark(sum, digits)
    if not sum.known then
        return say "follows"
    elseif sum.count == 0 then
        return say "no source"
    elseif #sum.unknown == sum.count then
        return say("of none", sum.count, names(sum.unknown))
    end
    return say("partly", figures.number(sum.known, digits), #sum.unknown,
               sum.count, names(sum.unknown))
end

--- Where the parts of a computed cell come from.
local function ground(sum)
    local parts = {}
    for _, name in ipairs { "observation", "plan" } do
        if sum.from[name] > 0 then
            parts[#parts + 1] = say("from " .. name, sum.from[name])
        end
    end
    return table.concat(parts, ", ")
end

--- What the department reported itself, by indicator.
local function own(plan, options)
    local by = {}
    for _, o in ipairs(current(plan, { form = "04", on = options.on,
                                       period = options.period })) do
        by[o.indicator] = o.value
    end
    return by
end

local function fill(self, i, indicator, sum, state)
    local cell = { number = i, key = indicator.key, unit = indicator.unit,
                   name = indicator[ccn.lang()], kind = indicator.kind }
    local units = state.units[indicator.key]
    if sum.value then
        cell.value = sum.value
        cell.from = indicator.kind == "ratio" and say "follows" or ground(sum)
    elseif units and indicator.kind ~= "ratio" then
        cell.value, cell.from = units, say "from units"
    elseif state.own[indicator.key] then
        cell.value, cell.from = state.own[indicator.key], say "from own"
    else
        cell.from = remark(sum, DIGITS[indicator.unit] or 0)
    end
    self[i] = cell
end

return function(plan, options)
    local period = forms.period(options.period)
    if not period then
        error(say("no period", tostring(options.period)), 0)
    end
    local self = setmetatable({ period = period, filled = 0 }, Form)
    local sums = rollup.sums(plan, options)
    local state = { units = compare.units(plan, options),
                    own = own(plan, options) }
    for i, indicator in ipairs(forms.asks["04"]) do
        fill(self, i, indicator, sums[indicator.key], state)
        self.filled = self.filled + (self[i].value and 1 or 0)
    end
    self.reporters = reporters(plan, options)
    self.cells = compare.cells(plan, options)
    return self
end
