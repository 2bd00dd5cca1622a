--- What order:acceptability{} is asked, for the engine.
--
--     constraints = { around = 0.25,                 each weight +- 25 %
--                     order = { "type", "land" },    falling weights
--                     share = { type = { 0.3, 0.5 } },   of all weights
--                     ratio = { { "type", "land", 2 } } }  at least twice
--     uncertain = { land = { E1 = { from = 0.2, to = 0.5 } } }
--     uncertain = { land = function(row) return { mean = 1, sd = 0.1 } end }

local wording = require "wording"

local say, key_of = wording.of(require "lang.robust"), wording.key
local number = wording.number

local uncertain = {}

local function place_of(order, name)
    for j, criterion in ipairs(order.criteria) do
        if criterion.name == name then
            return j
        end
    end
    error(say("no_criterion", tostring(name)), 0)
end

local function shares_of(order)
    local total, shares = 0, {}
    for _, criterion in ipairs(order.criteria) do
        total = total + criterion.weight
    end
    for j, criterion in ipairs(order.criteria) do
        shares[j] = criterion.weight / total
    end
    return shares
end

local CONSTRAIN = {}

local function titles(order, names)
    local list = {}
    for i, name in ipairs(names) do
        list[i] = wording.title(order.criteria[place_of(order, name)])
    end
    return list
end

function CONSTRAIN.around(order, asked, part)
    for j, share in ipairs(shares_of(order)) do
        asked.low[j] = math.max(asked.low[j], share * (1 - part))
        asked.high[j] = math.min(asked.high[j], share * (1 + part), 1)
    end
    return say("around", number(100 * part, "%.4g") .. " %")
end

function CONSTRAIN.order(order, asked, names)
    for i = 1, #names - 1 do
        asked.more[#asked.more + 1] = place_of(order, names[i])
        asked.less[#asked.less + 1] = place_of(order, names[i + 1])
        asked.factor[#asked.factor + 1] = 1
    end
    return say("order", table.concat(titles(order, names), " > "))
end

function CONSTRAIN.share(order, asked, shares)
    local words = {}
    for name, bounds in pairs(shares) do
        local j = place_of(order, name)
        asked.low[j] = math.max(asked.low[j], bounds[1])
        asked.high[j] = math.min(asked.high[j], bounds[2])
        words[#words + 1] = say("share", titles(order, { name })[1],
                                number(bounds[1], "%.4g"),
                                number(bounds[2], "%.4g"))
    end
    return table.concat(words, "; ")
end

function CONSTRAIN.ratio(order, asked, ratios)
    local words = {}
    for i, ratio in ipairs(ratios) do
        asked.more[#asked.more + 1] = place_of(order, ratio[1])
        asked.less[#asked.less + 1] = place_of(order, ratio[2])
        asked.factor[#asked.factor + 1] = ratio[3] or 1
        local names = titles(order, { ratio[1], ratio[2] })
        words[i] = say("ratio", names[1], number(ratio[3] or 1, "%.4g"),
                       names[2])
    end
    return table.concat(words, "; ")
end

--- Put the constraints into what is asked; gives them in words.
local function constrain(order, asked, constraints)
    local words = {}
    for j in ipairs(order.criteria) do
        asked.low[j], asked.high[j] = 0, 1
    end
    for name, value in pairs(constraints) do
        local put = CONSTRAIN[name]
            or error(say("no_constraint", tostring(name)), 0)
        words[#words + 1] = put(order, asked, value)
    end
    return #words > 0 and table.concat(words, "; ") or nil
end

local function discrete(encode, values)
    local made = { kind = "discrete", values = {}, chances = {} }
    for i, pair in ipairs(values) do
        made.values[i], made.chances[i] = encode(pair[1]), pair[2]
        if not (made.values[i] and pair[2]) then
            return nil
        end
    end
    return made
end

--- The distribution of one value, for the engine; nil when it is none.
local function distribution(encode, is_named, value)
    if value.values then
        return discrete(encode, value.values)
    elseif is_named then
        return nil
    elseif value.mean and value.sd then
        return { kind = "normal", a = value.mean, b = value.sd }
    elseif value.from and value.likely and value.to then
        return { kind = "triangular", a = value.from, b = value.likely,
                 c = value.to }
    elseif value.from and value.to then
        return { kind = "uniform", a = value.from, b = value.to }
    end
end

local function add_values(order, spreads, name, values)
    local j = place_of(order, name)
    local made, keys = order.problem.criteria[j], order.rows
    for i = 1, #keys do
        local row = keys:row(i)
        local value
        if type(values) == "function" then
            value = values(row)
        else
            value = values[key_of(row)]
        end
        if value then
            local spread = distribution(made.encode, made.names, value)
                or error(say(made.names and "no_uncertain"
                             or "no_distribution", name, key_of(row)), 0)
            spread.who, spread.criterion = i, j
            spreads[#spreads + 1] = spread
            spreads[i .. " " .. j] = true
        end
    end
end

--- What is not known is drawn between worst and best where the criterion says
-- so, or for all criteria.
local function add_unknown(order, spreads, all)
    for j, criterion in ipairs(order.problem.criteria) do
        if all or criterion.missing == "interval" then
            for i = 1, #order.rows do
                if order.values[j][i] == nil
                    and not spreads[i .. " " .. j] then
                    spreads[#spreads + 1] = { kind = "worth", who = i,
                                              criterion = j }
                end
            end
        end
    end
end

local OPTIONS = { samples = true, seed = true, ranks = true, top = true,
                  constraints = true, uncertain = true, unknown = true }

local function check(options)
    for name in pairs(options) do
        if not OPTIONS[name] then
            error(say("no_option", tostring(name)), 0)
        end
    end
    for _, name in ipairs { "samples", "ranks", "top" } do
        local value = options[name]
        if value and not (math.tointeger(value) and value > 0) then
            error(say("no_whole", name), 0)
        end
    end
    local unknown = options.unknown
    if unknown and unknown ~= "stated" and unknown ~= "interval" then
        error(say("no_unknown", tostring(unknown)), 0)
    end
end

--- What the engine is asked, and the constraints in words.
function uncertain.ask(order, options)
    check(options)
    local asked = { samples = options.samples or 10000,
                    seed = options.seed or 1, ranks = options.ranks,
                    low = {}, high = {}, more = {}, less = {}, factor = {},
                    spreads = {} }
    local words = constrain(order, asked, options.constraints or {})
    for name, values in pairs(options.uncertain or {}) do
        add_values(order, asked.spreads, name, values)
    end
    add_unknown(order, asked.spreads, options.unknown == "interval")
    if #order > 200 and not asked.ranks then
        asked.ranks = 20
    end
    return asked, words
end

return uncertain
