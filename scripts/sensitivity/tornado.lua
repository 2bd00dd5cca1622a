--- ccn.tornado(results [, output]): how far a result goes when one factor at a
-- time leaves its base; of a sweep with the design "one".

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.sensitivity")
local called, short = words.called, words.short

--- The only factor in which a run differs from the base, or nil.
local function changed(x, names, run)
    local found
    for _, name in ipairs(names) do
        if x[name][run] ~= x[name][1] then
            if found then
                error(say("tornado_two", run, found, name), 0)
            end
            found = name
        end
    end
    return found
end

local function widen(factor, input, output)
    local point = { input = input, output = output }
    if not factor.low or output < factor.low.output then
        factor.low = point
    end
    if not factor.high or output > factor.high.output then
        factor.high = point
    end
end

--- Every run put to the factor that it changes.
local function collect(made, x, y, factors)
    local failed = 0
    for run = 1, made.count do
        local name = run > 1 and changed(x, made.names, run)
        local output = y[run] or nil
        failed = output and failed or failed + 1
        if name and output then
            local factor = factors[name]
            factor.runs = factor.runs + 1
            widen(factor, x[name][run], output)
        end
    end
    return failed
end

local function factors_of(made, base, x)
    local factors = {}
    for i, name in ipairs(made.names) do
        local factor = { name = name, title = made.titles[i], runs = 0,
                         base = x[name][1] }
        widen(factor, x[name][1], base)
        factors[i], factors[name] = factor, factor
    end
    return factors
end

local function sentences(made, factors, order, base)
    local top, idle = factors[order[1]], {}
    if top.swing == 0 then
        return { say("tornado_nothing", called(made.title)) }
    end
    for _, factor in ipairs(factors) do
        if factor.swing == 0 then
            idle[#idle + 1] = called(factor.title)
        end
    end
    local lines = { say("tornado_first", called(top.title), called(made.title),
                        short(top.low.output), short(top.high.output),
                        short(base)) }
    if #idle > 0 then
        lines[#lines + 1] = say("tornado_idle", words.list(idle))
    end
    return lines
end

local function rows_of(made, factors, order)
    local rows = {}
    for i, number in ipairs(order) do
        local f = factors[number]
        local function at(input)
            return sample.labels(made, f.name)
                and { text = sample.value(made, f.name, input), value = input }
                or input
        end
        rows[i] = { f.title, f.low.output, at(f.low.input), f.high.output,
                    at(f.high.input), f.swing }
    end
    return rows
end

local function columns(unit)
    local function figure(key, of)
        return { title = say(key), kind = "number", unit = of }
    end
    return { say "factor", figure("least", unit), figure "at_value",
             figure("most_of_all", unit), figure "at_value",
             figure("swing", unit) }
end

local function tornado(results, output)
    local made = sample.of(results, output, "one")
    local x, y = {}, made.y
    for _, name in ipairs(made.names) do
        x[name] = made.column(name)
    end
    local base = y[1] or nil
    if made.place or not base then
        error(say(made.place and "tornado_part" or "tornado_no_base"), 0)
    end
    local factors, swings, notes = factors_of(made, base, x), {}, {}
    local failed = collect(made, x, y, factors)
    for i, factor in ipairs(factors) do
        factor.swing = factor.high.output - factor.low.output
        swings[i] = factor.swing
    end
    local order = words.by_size(swings)
    words.failed(notes, failed, "runs_left_out", made.count)
    notes[#notes + 1] = say "tornado_alone"
    return Told.make({
        kind = "tornado", output = made.name, title = made.title,
        unit = made.unit, base = base, factors = factors, order = order,
        failed = failed,
    }, {
        name = "tornado", lines = sentences(made, factors, order, base),
        columns = columns(made.unit), rows = rows_of(made, factors, order),
        notes = notes,
    })
end

return function(...)
    local found = wording.run(tornado, ...)
    return found
end
