--- ccn.regression(results [, output [, options]]): factors ranked by
-- standardised regression coefficients, as they are and by ranks, of any sweep.
-- Formulas and sources: docs/sensitivity.md.  Option: level (0.95).

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.sensitivity")
local called, percent, short = words.called, words.percent, words.short

local TRUSTED = 0.7 -- an R^2 below it: the coefficients say little

local function factors_of(made, plain, ranked)
    local factors = {}
    for i, name in ipairs(made.names) do
        local factor = { name = name, title = made.titles[i],
                         plain = words.estimate(plain.factor, i),
                         ranked = words.estimate(ranked.factor, i) }
        factors[i], factors[name] = factor, factor
    end
    return factors
end

--- Which of the two fits better speaks.
local function best_of(plain, ranked)
    return ranked.share > plain.share + 0.05 and "ranked" or "plain"
end

local function sentences(made, factors, order, shares, best)
    local top = factors[order[1]]
    local value = top[best].value
    if not value then
        return { say("regression_nothing", called(made.title)) }
    end
    local lines = { say(value >= 0 and "regression_up" or "regression_down",
                        called(top.title), called(made.title), short(value)) }
    local idle = {}
    for _, factor in ipairs(factors) do
        local e = factor[best]
        if e.low and e.low <= 0 and e.high >= 0 then
            idle[#idle + 1] = called(factor.title)
        end
    end
    if #idle > 0 then
        lines[#lines + 1] = say("regression_idle", words.list(idle))
    end
    lines[#lines + 1] = say("regression_share", percent(shares.plain),
                            percent(shares.ranked))
    if shares[best] < TRUSTED then
        lines[#lines + 1] = say "regression_weak"
    end
    return lines
end

local function settling_of(made, found)
    local list, k = {}, #made.names
    for s, runs in ipairs(found.steps) do
        local step = { blocks = runs }
        for i, name in ipairs(made.names) do
            step[name] = { value = found.settling[(s - 1) * k + i] or nil }
        end
        list[s] = step
    end
    return list
end

local function moved(settling, factors, best)
    local before, most = settling[#settling - 1], 0
    for _, factor in ipairs(before and factors or {}) do
        local then_, now = before[factor.name].value, factor[best].value
        most = then_ and now and math.max(most, math.abs(then_ - now)) or most
    end
    return most
end

local function rows_of(factors, order)
    local rows = {}
    for i, number in ipairs(order) do
        local f = factors[number]
        rows[i] = { f.title, f.plain.value, f.plain.low, f.plain.high,
                    f.ranked.value, f.ranked.low, f.ranked.high }
    end
    return rows
end

local function columns()
    local list = { say "factor" }
    for i, key in ipairs { "coefficient", "from", "to", "by_ranks", "from",
                           "to" } do
        list[i + 1] = { title = say(key), kind = "number", digits = 3 }
    end
    return list
end

local function ask(made, options, ranks)
    return wording.engine("regression", sample.request(made, {
        ranks = ranks, level = options.level }))
end

local function regression(results, output, options)
    options = sample.options(options, { level = "number" })
    local made = sample.of(results, output)
    local plain, ranked = ask(made, options, false), ask(made, options, true)
    local factors, sizes, notes = factors_of(made, plain, ranked), {}, {}
    local best = best_of(plain, ranked)
    local shares = { plain = plain.share, ranked = ranked.share }
    for i, factor in ipairs(factors) do
        local value = factor[best].value
        sizes[i] = value and math.abs(value) or false
    end
    local order = words.by_size(sizes)
    local settling = settling_of(made, best == "plain" and plain or ranked)
    words.failed(notes, plain.failed, "runs_left_out",
                 plain.failed + plain.runs)
    words.settled(notes, plain.steps, moved(settling, factors, best))
    return Told.make({
        kind = "regression", output = made.name, title = made.title,
        factors = factors, order = order, best = best, share = plain.share,
        ranked_share = ranked.share, runs = plain.runs,
        failed = plain.failed, steps = plain.steps, settling = settling,
    }, {
        name = "regression", columns = columns(), notes = notes,
        lines = sentences(made, factors, order, shares, best),
        rows = rows_of(factors, order),
    })
end

return function(...)
    local found = wording.run(regression, ...)
    return found
end
