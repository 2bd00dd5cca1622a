--- The runs of a sweep as the analyses want them.
--
--     local sample = require "sensitivity.sample".of(results, "placed")
--
-- results is what ccn.sweep and ccn.results give, or a plain table
--
--     { design = { kind = "latin", n = 3, seed = 1 },
--       inputs = { delay = { 0, 1, 2 }, cost = { 5, 9, 7 } },
--       outputs = { placed = { 21, false, 17 } } }
--
-- where false (or NaN) marks a failed run and inputs stand in the order of
-- their names, or of `order = { "delay", "cost" }`.

local wording = require "wording"

local say = wording.of(require "lang.sensitivity")

local sample = {}

--- Checks the options of a call; kinds says the type of each.
function sample.options(options, kinds)
    options = options or {}
    if type(options) ~= "table" then
        error(say "no_options", 0)
    end
    local names = {}
    for name in pairs(kinds) do
        names[#names + 1] = name
    end
    for name, value in pairs(options) do
        if not kinds[name] then
            error(say("no_option", tostring(name),
                      table.concat(names, ", ")), 0)
        elseif type(value) ~= kinds[name] then
            error(say("wrong_option", name, say("a_" .. kinds[name]),
                      type(value)), 0)
        end
    end
    return options
end

--- A list with false for what is missing, of so many entries.
local function clean(list, count, name)
    if type(list) ~= "table" then
        return list -- a column
    end
    local made = {}
    for i = 1, count do
        local value = list[i]
        if value == true or value and type(value) ~= "number" then
            error(say("not_number", name, i, tostring(value)), 0)
        end
        made[i] = value and value == value and value or false
    end
    return made
end

local function plain_names(results)
    local names = {}
    if results.order then
        table.move(results.order, 1, #results.order, 1, names)
    else
        for name in pairs(results.inputs) do
            names[#names + 1] = name
        end
    end
    for _, name in ipairs(names) do
        if not results.inputs[name] then
            error(say("no_input", tostring(name)), 0)
        end
    end
    return names
end

--- A plain table as what ccn.results gives.
local function plain(results)
    if type(results) ~= "table" or type(results.inputs) ~= "table"
        or type(results.outputs) ~= "table" then
        error(say "no_results", 0)
    end
    local names, outputs, count = plain_names(results), {}, 0
    for name in pairs(results.outputs) do
        outputs[#outputs + 1] = name
    end
    for _, list in pairs(results.inputs) do
        count = math.max(count, #list)
    end
    return {
        names = names, outputs = outputs, count = count, runs = count,
        design = results.design or {}, factor = {}, output = {},
        column = function(name)
            return clean(results.inputs[name] or results.outputs[name], count,
                         name)
        end,
    }
end

--- What ccn.results gave; runs that are not there yet are failed ones.
local function stored(results)
    local part = #results < results.runs
    return {
        names = results.inputs, outputs = results.outputs, count = #results,
        runs = part and results.runs or #results, design = results.design,
        factor = results.factor, output = results.output,
        place = part and results:numbers() or nil,
        column = function(name)
            return results:column(name)
        end,
    }
end

local function is_stored(results)
    return type(results) == "table" and type(results.column) == "function"
end

function sample.open(results)
    local made = is_stored(results) and stored(results) or plain(results)
    if #made.names == 0 or made.count == 0 then
        error(say "nothing", 0)
    end
    made.titles = {}
    for i, name in ipairs(made.names) do
        local factor = made.factor[name]
        made.titles[i] = factor and factor.title or name
    end
    return made
end

--- The output of a name, which may be left out when there is only one.
local function choose(made, output)
    if output == nil and #made.outputs == 1 then
        return made.outputs[1]
    end
    for _, name in ipairs(made.outputs) do
        if name == output then
            return name
        end
    end
    local names = table.concat(made.outputs, ", ")
    if output == nil then
        error(say("which_output", names), 0)
    end
    error(say("no_output", tostring(output), names), 0)
end

--- The sample of one output; with a design of a kind, when one is needed.
function sample.of(results, output, kind)
    local made = sample.open(results)
    if kind and made.design.kind ~= kind then
        error(say("wrong_design", kind, tostring(made.design.kind)), 0)
    end
    made.name = choose(made, output)
    local found = made.output[made.name]
    made.title = found and found.title or made.name
    made.unit = found and found.unit ~= "" and found.unit or nil
    made.y = made.column(made.name)
    return made
end

--- The request for the engine; more are the fields that it asks besides.
function sample.request(made, more)
    more.y, more.names, more.count = made.y, made.names, made.count
    more.runs, more.place, more.x = made.runs, made.place, {}
    for _, name in ipairs(made.names) do
        more.x[name] = made.column(name)
    end
    return more
end

--- What the values of a factor are called that are no numbers, or nil.
function sample.labels(made, name)
    local factor = made.factor[name]
    local list = factor and (factor.what or ""):match "^choice (.*)$"
    local labels, worded = {}, false
    for word in (list or ""):gmatch "[^|]+" do
        labels[#labels + 1] = word
        worded = worded or tonumber(word) == nil
    end
    return worded and labels or nil
end

--- A value of a factor as people know it.
function sample.value(made, name, value)
    local labels = sample.labels(made, name)
    return labels and labels[value] or wording.number(value, "%.6g")
end

--- A seed that is said, that of the design, or 1.
function sample.seed(made, options)
    return options.seed or made.design.seed or 1
end

return sample
