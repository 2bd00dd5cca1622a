--- ccn.morris(results [, output [, options]]): which factors matter at all, of
-- a sweep with the design "morris".  Formulas and sources:
-- docs/sensitivity.md.  Option: level (0.95).

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.sensitivity")
local called, short = words.called, words.short

local NOTHING = 0.05 -- of the strongest: below it a factor hardly matters
local CURVED  = 0.5  -- of its own strength: above it the effect varies

local function factors_of(made, found)
    local factors = {}
    for i, name in ipairs(made.names) do
        local factor = { name = name, title = made.titles[i],
                         mean = words.estimate(found.mean, i),
                         strength = words.estimate(found.strength, i),
                         spread = found.spread[i] or nil,
                         used = math.tointeger(found.used[i]) }
        factors[i], factors[name] = factor, factor
    end
    return factors
end

local function sentences(made, factors, order)
    local top = factors[order[1]]
    if not top.strength.value or top.strength.value == 0 then
        return { say("morris_nothing", called(made.title)) }
    end
    local idle, curved = {}, {}
    for _, factor in ipairs(factors) do
        local strength = factor.strength.value
        if strength and (factor.strength.high or strength)
            < NOTHING * top.strength.value then
            idle[#idle + 1] = called(factor.title)
        elseif strength and (factor.spread or 0) > CURVED * strength then
            curved[#curved + 1] = called(factor.title)
        end
    end
    local lines = { say("morris_first", called(top.title), called(made.title),
                        short(top.strength.value)) }
    if #curved > 0 then
        lines[#lines + 1] = say("morris_curved", words.list(curved))
    end
    if #idle > 0 then
        lines[#lines + 1] = say("morris_idle", words.list(idle))
    end
    return lines
end

local function settling_of(made, found)
    local list, k = {}, #made.names
    for s, count in ipairs(found.steps) do
        local step = { blocks = count }
        for i, name in ipairs(made.names) do
            step[name] = words.estimate(found.settling, (s - 1) * k + i)
        end
        list[s] = step
    end
    return list
end

local function moved(settling, factors)
    local before, most = settling[#settling - 1], 0
    for _, factor in ipairs(before and factors or {}) do
        local then_, now = before[factor.name].value, factor.strength.value
        most = then_ and now and math.max(most, math.abs(then_ - now)) or most
    end
    return most
end

local function rows_of(factors, order)
    local rows = {}
    for i, number in ipairs(order) do
        local factor = factors[number]
        rows[i] = { factor.title, factor.strength.value, factor.strength.low,
                    factor.strength.high, factor.mean.value, factor.spread,
                    factor.used }
    end
    return rows
end

local function columns(unit)
    local list = { say "factor" }
    for i, key in ipairs { "strength", "from", "to", "mean_effect",
                           "spread" } do
        list[i + 1] = { title = say(key), kind = "number", unit = unit }
    end
    list[#list + 1] = { title = say "effects", kind = "number" }
    return list
end

local function morris(results, output, options)
    options = sample.options(options, { level = "number" })
    local made = sample.of(results, output, "morris")
    local design = made.design
    local found = wording.engine("morris_effects", sample.request(made, {
        n = design.n or made.runs // (#made.names + 1), seed = design.seed,
        levels = design.levels, candidates = design.candidates,
        level = options.level,
    }))
    local factors = factors_of(made, found)
    local strengths, notes = {}, {}
    for i, factor in ipairs(factors) do
        strengths[i] = factor.strength.value or false
    end
    local order = words.by_size(strengths)
    local settling = settling_of(made, found)
    words.failed(notes, found.failed, "effects_left_out")
    words.settled(notes, found.steps, moved(settling, factors))
    return Told.make({
        kind = "morris", output = made.name, title = made.title,
        unit = made.unit, factors = factors, order = order,
        failed = found.failed, steps = found.steps, settling = settling,
    }, {
        name = "morris", lines = sentences(made, factors, order),
        columns = columns(made.unit), rows = rows_of(factors, order),
        notes = notes,
    })
end

return function(...)
    local found = wording.run(morris, ...)
    return found
end
