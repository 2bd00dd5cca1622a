--- ccn.robustness(table, options): which plan does well enough whatever the
-- future brings.  Formulas and sources: docs/sensitivity.md.
--
--     ccn.robustness { plans = { "A", "B" },
--                      values = { a:column "placed", b:column "placed" } }
--     ccn.robustness(results, { plan = "rule", output = "placed" })
--
-- The first form has a list or a column of results for each plan, future by
-- future; the second takes one factor of a sweep for the plans and each
-- combination of the others for a future.  Options: lower = true where less is
-- better, alpha (0.5) of Hurwicz, at_least or at_most for satisficing.

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.discovery")
local called, percent, short = words.called, words.percent, words.short

local KINDS = { plan = "string", output = "string", lower = "boolean",
                alpha = "number", at_least = "number", at_most = "number" }

--- What a value of the plan factor is called.
local function label(made, value)
    local text = sample.value(made, made.plan, value)
    return sample.labels(made, made.plan) and text
        or ("%s = %s"):format(made.plan, text)
end

--- The number of something in a list, added when new.
local function number_of(list, key)
    if not list[key] then
        list[#list + 1] = key
        list[key] = #list
    end
    return list[key]
end

--- A row of results for each plan, a column for each future.
local function from_results(results, options)
    local made = sample.of(results, options.output)
    made.plan = options.plan
    local plan, others = nil, {}
    for _, name in ipairs(made.names) do
        if name == options.plan then
            plan = made.column(name)
        else
            others[#others + 1] = made.column(name)
        end
    end
    if not plan then
        error(say("no_plan_factor", tostring(options.plan)), 0)
    end
    local plans, futures, values, titles = {}, {}, {}, {}
    for run = 1, made.count do
        local parts = {}
        for i, column in ipairs(others) do
            parts[i] = ("%.17g"):format(column[run])
        end
        local p = number_of(plans, "p" .. ("%.17g"):format(plan[run]))
        local f = number_of(futures, "f" .. table.concat(parts, " "))
        titles[p] = titles[p] or label(made, plan[run])
        values[p] = values[p] or {}
        values[p][f] = made.y[run] or false
    end
    for p = 1, #plans do
        for f = 1, #futures do
            values[p][f] = values[p][f] or false
        end
    end
    return { plans = titles, values = values, futures = #futures,
             title = made.title, called = called(made.title),
             unit = made.unit }
end

local function from_table(given)
    local plans, values = given.plans, given.values
    if type(plans) ~= "table" or type(values) ~= "table" or #plans == 0
        or #plans ~= #values then
        error(say "no_plans", 0)
    end
    local futures = 0
    for _, row in ipairs(values) do
        futures = math.max(futures, #row)
    end
    local rows = {}
    for p, row in ipairs(values) do
        if #row ~= futures and type(row) ~= "table" then
            error(say("other_futures", plans[p], #row, futures), 0)
        end
        rows[p] = row
        if type(row) == "table" then
            rows[p] = {}
            for f = 1, futures do
                local value = row[f]
                rows[p][f] = value == value and value or false
            end
        end
    end
    return { plans = plans, values = rows, futures = futures,
             title = given.title or say "the_result", unit = given.unit,
             called = given.title and called(given.title) or say "the_result" }
end

--- The plan that a measure prefers: the most, or the least.
local function winner(plans, key, lower)
    local best
    for _, plan in ipairs(plans) do
        local value = plan[key]
        if value and (not best or lower and value < best[key]
                      or not lower and value > best[key]) then
            best = plan
        end
    end
    return best
end

local MEASURES = { { "worst", true }, { "hurwicz", true }, { "mean", true },
                   { "most_regret", false }, { "satisfied", false, true } }

--- { worst = plan, ... }: which plan each measure prefers.
local function choices_of(plans, lower)
    local choices = {}
    for _, measure in ipairs(MEASURES) do
        local name, of_result, high = table.unpack(measure)
        local less = of_result and lower or not of_result and not high
        choices[name] = winner(plans, name, less or false)
    end
    return choices
end

local function sentences(made, choices, options)
    local safe = choices.most_regret
    local lines = { say("robust_regret", called(safe.plan), made.called,
                        short(safe.most_regret)) }
    local same = choices.worst == safe and choices.mean == safe
        and choices.hurwicz == safe
    lines[#lines + 1] = same and say("robust_all", called(safe.plan))
        or say("robust_differ", called(choices.worst.plan),
               short(choices.worst.worst), called(choices.mean.plan),
               short(choices.mean.mean))
    local fit = choices.satisfied
    if fit then
        local wanted = options.at_least and say("at_least",
            short(options.at_least)) or say("at_most", short(options.at_most))
        lines[#lines + 1] = say("robust_satisfied", called(fit.plan),
                                made.called,
                                wanted, percent(fit.satisfied))
    end
    return lines
end

local function rows_of(plans)
    local rows = {}
    for i, plan in ipairs(plans) do
        rows[i] = { plan.plan, plan.worst, plan.hurwicz, plan.mean,
                    plan.most_regret, plan.mean_regret,
                    plan.satisfied and 100 * plan.satisfied }
    end
    return rows
end

local function columns(made, options)
    local list = { say "plan" }
    for i, key in ipairs { "worst", "hurwicz", "mean", "most_regret",
                           "mean_regret" } do
        list[i + 1] = { title = say(key), kind = "number", unit = made.unit }
    end
    if options.at_least or options.at_most then
        list[#list + 1] = { title = say "satisfied", kind = "percent",
                            digits = 1 }
    end
    return list
end

local function robustness(given, options)
    options = sample.options(options, KINDS)
    local made = options.plan and from_results(given, options)
        or from_table(type(given) == "table" and given or {})
    if options.at_least and options.at_most then
        error(say "one_threshold", 0)
    end
    local lower = options.lower or false
    local threshold = options.at_least or options.at_most
    if threshold and (options.at_most ~= nil) ~= lower then
        error(say "threshold_side", 0)
    end
    local found = wording.engine("regret", {
        values = made.values, futures = made.futures, lower = lower,
        alpha = options.alpha, threshold = threshold,
    })
    local plans, notes = {}, {}
    for i, plan in ipairs(found) do
        plan.plan = made.plans[i]
        plans[i], plans[plan.plan] = plan, plan
    end
    local choices = choices_of(plans, lower)
    if found.left_out > 0 then
        notes[1] = say("futures_left_out", found.left_out, made.futures)
    end
    notes[#notes + 1] = say("robust_how", wording.number(options.alpha or 0.5,
                                                         "%.2g"))
    return Told.make({
        kind = "robustness", title = made.title, unit = made.unit,
        plans = plans, choices = choices, lower = lower,
        futures = found.futures, left_out = found.left_out, used = found.used,
    }, {
        name = "robustness", lines = sentences(made, choices, options),
        columns = columns(made, options), rows = rows_of(plans),
        notes = notes,
    })
end

return function(...)
    local found = wording.run(robustness, ...)
    return found
end
