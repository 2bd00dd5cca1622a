--- ccn.pawn(results [, output [, options]]): how much knowing a factor moves
-- the distribution of a result, of any sweep.  Formulas and sources:
-- docs/sensitivity.md.  Options: slices (10), seed (of the dummy).

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.sensitivity")
local called, short = words.called, words.short

local KINDS = { slices = "number", seed = "number" }

local function factors_of(made, found)
    local factors = {}
    for i, name in ipairs(made.names) do
        local factor = found[i]
        factor.name, factor.title = name, made.titles[i]
        factor.matters = factor.median > found.dummy.most
        factors[i], factors[name] = factor, factor
    end
    return factors
end

local function settling_of(made, found)
    local list, k = {}, #made.names + 1
    for s, runs in ipairs(found.steps) do
        local step = { blocks = runs, dummy = found.settling[s * k] }
        for i, name in ipairs(made.names) do
            step[name] = { value = found.settling[(s - 1) * k + i] }
        end
        list[s] = step
    end
    return list
end

local function sentences(made, factors, order, dummy)
    local top, idle = factors[order[1]], {}
    for _, number in ipairs(order) do
        if not factors[number].matters then
            idle[#idle + 1] = called(factors[number].title)
        end
    end
    if not top.matters then
        return { say("pawn_nothing", called(made.title), short(dummy.most)) }
    end
    local lines = { say("pawn_first", called(top.title), called(made.title),
                        short(top.median)) }
    if #idle > 0 then
        lines[#lines + 1] = say("pawn_idle", words.list(idle),
                                short(dummy.most))
    end
    return lines
end

local function rows_of(factors, order, dummy)
    local rows = {}
    for i, number in ipairs(order) do
        local factor = factors[number]
        rows[i] = { factor.title, factor.median, factor.mean, factor.most,
                    say(factor.matters and "yes" or "no_more") }
    end
    rows[#rows + 1] = { say "dummy", dummy.median, dummy.mean, dummy.most, "" }
    return rows
end

local function columns()
    local list = { say "factor" }
    for i, key in ipairs { "median", "mean", "most" } do
        list[i + 1] = { title = say(key), kind = "number", digits = 3 }
    end
    list[#list + 1] = say "matters"
    return list
end

local function moved(settling, factors)
    local before, most = settling[#settling - 1], 0
    for _, factor in ipairs(before and factors or {}) do
        most = math.max(most, math.abs(before[factor.name].value
                                       - factor.median))
    end
    return most
end

local function pawn(results, output, options)
    options = sample.options(options, KINDS)
    local made = sample.of(results, output)
    local found = wording.engine("pawn", sample.request(made, {
        slices = options.slices, seed = sample.seed(made, options),
    }))
    local factors = factors_of(made, found)
    local medians, notes = {}, {}
    for i, factor in ipairs(factors) do
        medians[i] = factor.median
    end
    local order = words.by_size(medians)
    local settling = settling_of(made, found)
    words.failed(notes, found.failed, "runs_left_out",
                 found.failed + found.runs)
    words.settled(notes, found.steps, moved(settling, factors))
    return Told.make({
        kind = "pawn", output = made.name, title = made.title,
        factors = factors, order = order, dummy = found.dummy,
        runs = found.runs, failed = found.failed, steps = found.steps,
        settling = settling,
    }, {
        name = "pawn", columns = columns(), notes = notes,
        lines = sentences(made, factors, order, found.dummy),
        rows = rows_of(factors, order, found.dummy),
    })
end

return function(...)
    local found = wording.run(pawn, ...)
    return found
end
