--- ccn.sobol(results [, output [, options]]): how much of the variation of a
-- result each factor explains, alone and with the others; of a sweep with the
-- design "saltelli".  Formulas and sources: docs/sensitivity.md.
--
-- Options: resamples (100) for the intervals, level (0.95), seed.

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.sensitivity")
local called, percent = words.called, words.percent

local KINDS = { resamples = "number", level = "number", seed = "number" }

local SMALL = 0.05 -- a factor whose total index stays below it can be fixed
local LITTLE = 0.02 -- less than that a factor hardly explains alone
local WIDE  = 0.1  -- an interval that goes further asks for more runs

local function factors_of(made, found)
    local factors = {}
    for i, name in ipairs(made.names) do
        local factor = { name = name, title = made.titles[i],
                         first = words.estimate(found.first, i),
                         total = words.estimate(found.total, i) }
        factors[i], factors[name] = factor, factor
    end
    return factors
end

--- Pairs, the strongest first.
local function pairs_of(made, found)
    local list, i = {}, 0
    for a = 1, #made.names do
        for b = a + 1, #made.names do
            i = i + 1
            local pair = words.estimate(found.second, i)
            pair.a, pair.b = made.names[a], made.names[b]
            pair.titles = { made.titles[a], made.titles[b] }
            list[i] = pair
        end
    end
    table.sort(list, function(p, q)
        if p.value ~= q.value then
            return p.value > q.value
        end
        return (p.a .. "\0" .. p.b) < (q.a .. "\0" .. q.b)
    end)
    return list
end

--- { { blocks =, [name] = { first =, total = } }, ... }
local function settling_of(made, found)
    local list, k = {}, #made.names
    for s, blocks in ipairs(found.steps) do
        local step = { blocks = blocks }
        for i, name in ipairs(made.names) do
            local at = (s - 1) * 2 * k + i
            step[name] = { first = words.estimate(found.settling, at),
                           total = words.estimate(found.settling, at + k) }
        end
        list[s] = step
    end
    return list
end

local function interval(estimate)
    return estimate.low and say("from_to", percent(estimate.low),
                                percent(estimate.high)) or ""
end

--- Factors that could be given any value.
local function negligible(factors)
    local names, most = {}, 0
    for _, factor in ipairs(factors) do
        if (factor.total.high or factor.total.value) < SMALL then
            names[#names + 1] = called(factor.title)
            most = math.max(most, factor.total.high or factor.total.value)
        end
    end
    return names, most
end

--- The factor that most depends on, with all its interplay.
local function strongest(factors)
    local best = factors[1]
    for _, factor in ipairs(factors) do
        best = factor.total.value > best.total.value and factor or best
    end
    return called(best.title), percent(best.total.value)
end

local function sentences(made, factors, order, found)
    local top, alone = factors[order[1]], 0
    for _, factor in ipairs(factors) do
        alone = alone + factor.first.value
    end
    if top.first.value < LITTLE then
        return { say("sobol_none", percent(LITTLE), called(made.title)),
                 say("sobol_most", strongest(factors)) }
    end
    local lines = { say("sobol_first", called(top.title),
                        percent(top.first.value), called(made.title),
                        interval(top.first)) }
    if top.total.value - top.first.value > 0.02 then
        lines[#lines + 1] = say("sobol_total", percent(top.total.value))
    end
    local second = factors[order[2]]
    if second and second.first.value > 0.01 then
        lines[#lines + 1] = say("sobol_next", called(second.title),
                                percent(second.first.value))
    end
    lines[#lines + 1] = 1 - alone > 0.02
        and say("sobol_together", percent(1 - alone)) or say "sobol_additive"
    local fixed, most = negligible(factors)
    if #fixed > 0 and #fixed < #factors then
        lines[#lines + 1] = say("sobol_fix", words.list(fixed), percent(most))
    end
    local pair = found.pairs and found.pairs[1]
    if pair and (pair.low or pair.value) > 0.02 then
        lines[#lines + 1] = say("sobol_pair", called(pair.titles[1]),
                                called(pair.titles[2]),
                                percent(pair.value))
    end
    return lines
end

local function moved(found, factors)
    local steps, most = found.settling, 0
    local before = steps[#steps - 1]
    for _, factor in ipairs(before and factors or {}) do
        for _, which in ipairs { "first", "total" } do
            most = math.max(most, math.abs(before[factor.name][which].value
                                           - factor[which].value))
        end
    end
    return most
end

local function notes_of(made, found, factors)
    local notes, wide = {}, 0
    words.failed(notes, found.left_out, "blocks_left_out",
                 found.left_out + found.blocks)
    for _, factor in ipairs(factors) do
        wide = math.max(wide, (factor.first.high or 0) - factor.first.value,
                        (factor.total.high or 0) - factor.total.value)
    end
    if wide > WIDE then
        notes[#notes + 1] = say("wide", percent(wide))
    end
    words.settled(notes, found.steps, 100 * moved(found, factors),
                  "settled_points")
    local n = math.tointeger(made.design.n)
    if n and n & (n - 1) ~= 0 then
        notes[#notes + 1] = say("no_power", n)
    end
    return notes
end

local function row(factor)
    local first, total = factor.first, factor.total
    local function share(value)
        return value and 100 * value
    end
    return { factor.title, share(first.value), share(first.low),
             share(first.high), share(total.value), share(total.low),
             share(total.high) }
end

local function columns()
    local list = { say "factor" }
    for _, key in ipairs { "alone", "from", "to", "with_others", "from",
                           "to" } do
        list[#list + 1] = { title = say(key), kind = "percent", digits = 1 }
    end
    return list
end

local function sobol(results, output, options)
    options = sample.options(options, KINDS)
    local made = sample.of(results, output, "saltelli")
    local found = wording.engine("sobol_indices", sample.request(made, {
        second = made.design.second or false, resamples = options.resamples,
        level = options.level, seed = sample.seed(made, options),
    }))
    local factors = factors_of(made, found)
    local data = { kind = "sobol", output = made.name, title = made.title,
                   factors = factors, mean = found.mean,
                   variance = found.variance, blocks = found.blocks,
                   left_out = found.left_out, steps = found.steps,
                   pairs = found.second and pairs_of(made, found),
                   settling = settling_of(made, found) }
    local firsts, rows = {}, {}
    for i, factor in ipairs(factors) do
        firsts[i] = factor.first.value
    end
    data.order = words.by_size(firsts)
    for i, number in ipairs(data.order) do
        rows[i] = row(factors[number])
    end
    return Told.make(data, {
        name = "sobol", rows = rows, columns = columns(),
        lines = sentences(made, factors, data.order, data),
        notes = notes_of(made, data, factors),
    })
end

return function(...)
    local found = wording.run(sobol, ...)
    return found
end
