--- ccn.prim(results, output, options): in which ranges of the factors does it
-- succeed (or fail)?  Of any sweep; formulas and sources: docs/sensitivity.md.
--
--     ccn.prim(results, "placed", { at_least = 21 })
--
-- Options: at_least or at_most (of the output) or success = function(value),
-- else the output is 1 or 0 itself; alpha (0.05) and least (0.05) of the
-- peeling; box = number of a box of the trajectory, or density = 0.9 for the
-- first that is as dense, else the one with the best balance of coverage and
-- density; paste = false.

local Told    = require "rank.told"
local sample  = require "sensitivity.sample"
local wording = require "wording"
local words   = require "sensitivity.words"

local say = wording.of(require "lang.discovery")
local called, percent, short = words.called, words.percent, words.short

local KINDS = { at_least = "number", at_most = "number", success = "function",
                alpha = "number", least = "number", box = "number",
                density = "number", paste = "boolean" }

local DOUBT = 0.05 -- a limit as likely as this by chance is doubtful

--- 1 for success, 0 for failure, false for a run without result.
local function judge(made, options)
    local success = options.success or function(value)
        if options.at_least or options.at_most then
            return (not options.at_least or value >= options.at_least)
                and (not options.at_most or value <= options.at_most)
        elseif value ~= 0 and value ~= 1 then
            error(say("prim_what", made.title), 0)
        end
        return value == 1
    end
    local flags = {}
    for i = 1, made.count do
        local value = made.y[i]
        flags[i] = value and (success(value) and 1 or 0) or false
    end
    return flags
end

--- The harmonic mean of coverage and density.
local function balance(box)
    local sum = box.coverage + box.density
    return sum > 0 and 2 * box.coverage * box.density / sum or 0
end

local function choose(boxes, options)
    if options.box then
        local box = boxes[options.box]
        if not box then
            error(say("prim_no_box", tostring(options.box), #boxes), 0)
        end
        return options.box
    end
    local best = 1
    for i, box in ipairs(boxes) do
        if options.density and box.density >= options.density then
            return i
        elseif balance(box) > balance(boxes[best]) then
            best = i
        end
    end
    return options.density and #boxes or best
end

local function range_of(column, count)
    local low, high = math.huge, -math.huge
    for i = 1, count do
        local value = column[i] or nil
        if value then
            low, high = math.min(low, value), math.max(high, value)
        end
    end
    return low, high
end

--- The limits of a box in words: "2 to 3", "at least 2".
local function bounds_text(limit)
    if limit.low and limit.high then
        if limit.low == limit.high then
            return say("exactly", short(limit.low))
        end
        return say("between", short(limit.low), short(limit.high))
    elseif limit.low then
        return say("at_least", short(limit.low))
    end
    return say("at_most", short(limit.high))
end

--- The same with the unit of the factor, or the names of its values: "strict".
local function limit_text(limit, labels, factor)
    if labels then
        local low, high = limit.low or 1, limit.high or #labels
        return table.concat(labels, " / ", math.ceil(low), math.floor(high))
    end
    local unit = factor and factor.unit or ""
    return bounds_text(limit)
        .. (unit ~= "" and " " .. wording.unit(unit) or "")
end

--- How likely by chance; below a thousandth it does not matter how much.
local function chance_text(chance)
    if chance and chance < 0.001 then
        return { value = chance, text = wording.number(0.001, "< %.3f") }
    end
    return chance
end

--- The limits of the box, by name and in a list, the surest first.
local function limits_of(made, box)
    local limits = {}
    for i, name in ipairs(made.names) do
        local low, high = box.low[i], box.high[i]
        low = low > -math.huge and low or nil
        high = high < math.huge and high or nil
        if low or high then
            local from, to = range_of(made.column(name), made.count)
            local limit = { name = name, title = made.titles[i], low = low,
                            high = high, from = from, to = to,
                            chance = box.chances[i], number = i }
            limit.text = limit_text(limit, sample.labels(made, name),
                                    made.factor[name])
            limits[#limits + 1], limits[name] = limit, limit
        end
    end
    table.sort(limits, function(a, b)
        if a.chance ~= b.chance then
            return a.chance < b.chance
        end
        return a.number < b.number
    end)
    return limits
end

local function sentences(made, found, box, limits)
    local share = found.sum / found.runs
    local head = say("prim_all", percent(share), found.runs,
                     called(made.title))
    if found.sum == 0 then
        return { say("prim_never", found.runs, called(made.title)) }
    elseif #limits == 0 then
        return { head, say "prim_no_limits" }
    end
    local parts, doubtful = {}, {}
    for i, limit in ipairs(limits) do
        parts[i] = ("%s %s"):format(called(limit.title), limit.text)
        if limit.chance > DOUBT then
            doubtful[#doubtful + 1] = called(limit.title)
        end
    end
    local lines = { head, say("prim_box", words.list(parts),
                              percent(box.density)),
                    say("prim_coverage", percent(box.coverage),
                        percent(box.mass)) }
    if #doubtful > 0 then
        lines[#lines + 1] = say("prim_doubt", words.list(doubtful))
    end
    return lines
end

local function rows_of(limits)
    local rows = {}
    for i, limit in ipairs(limits) do
        rows[i] = { limit.title, limit.text, limit.from, limit.to,
                    chance_text(limit.chance) }
    end
    return rows
end

--- The trajectory as a finding of its own.
local function trajectory(boxes, chosen, titles)
    local rows = {}
    for i, box in ipairs(boxes) do
        rows[i] = { i == chosen and i .. " *" or tostring(i),
                    100 * (box.coverage or 0), 100 * box.density,
                    100 * box.mass, box.restricted,
                    box.peeled and titles[box.peeled] or "" }
    end
    local function part(key)
        return { title = say(key), kind = "percent", digits = 1 }
    end
    return Told.make({ boxes = boxes, chosen = chosen }, {
        name = "trajectory", lines = { say("prim_trajectory", chosen) },
        columns = { say "box", part "coverage", part "density", part "mass",
                    { title = say "limited", kind = "number" },
                    say "peeled" },
        rows = rows,
    })
end

local function ask_box(request, options, box)
    request.low, request.high = box.low, box.high
    request.paste = options.paste ~= false and options.box == nil
    return wording.engine("prim_box", request)
end

local function prim(results, output, options)
    options = sample.options(options, KINDS)
    local made = sample.of(results, output)
    made.y = judge(made, options)
    local request = sample.request(made, { alpha = options.alpha,
                                           least = options.least })
    local found = wording.engine("prim", request)
    local chosen = found.sum > 0 and choose(found, options) or 1
    local box = ask_box(request, options, found[chosen])
    local limits, notes = limits_of(made, box), {}
    words.failed(notes, found.failed, "runs_left_out",
                 found.failed + found.runs)
    if box.pastes > 0 then
        notes[#notes + 1] = say("prim_pasted", box.pastes)
    end
    local boxes = table.move(found, 1, #found, 1, {})
    return Told.make({
        kind = "prim", output = made.name, title = made.title,
        factors = made.names, box = box, limits = limits, boxes = boxes,
        chosen = chosen, runs = found.runs, failed = found.failed,
        successes = found.sum,
        trajectory = trajectory(boxes, chosen, made.titles),
    }, {
        name = "prim", lines = sentences(made, found, box, limits),
        columns = { say "factor", say "must_be",
                    { title = say "sampled_from", kind = "number" },
                    { title = say "sampled_to", kind = "number" },
                    { title = say "chance", kind = "number" } },
        rows = rows_of(limits), notes = notes,
    })
end

return function(...)
    local found = wording.run(prim, ...)
    return found
end
