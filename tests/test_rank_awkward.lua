--- Missing, bad and extreme values: each works, or is an error that names the
-- criterion, the alternative and the way out.  The engine alone: test_rank.c,
-- test_rank_large.c.

local tests = {}

local NAN, INF = 0 / 0, 1 / 0
local NORMALS = { "minmax", "vector", "ratio", "share" }

local function near(got, expected)
    assert(math.abs(got - expected) < 1e-12,
           ("%.17g instead of %.17g"):format(got, expected))
end

local function town()
    local plan = ccn.new "Town"
    for i, held in ipairs { 10, 20, 20, false } do
        plan:add("enterprise", { key = "E" .. i, workers = 10 * i,
                                 land_held = held or nil,
                                 type = i < 3 and "new" or nil })
    end
    return plan
end

local PLAN = town()

--- A criterion on land held, E4's being unknown, with some options changed.
local function land(changed)
    local criterion = { name = "land", field = "land_held", weight = 1,
                        missing = "worst", scale = { from = 0, to = 40 } }
    for name, value in pairs(changed or {}) do
        criterion[name] = value ~= "none" and value or nil
    end
    return criterion
end

--- One on what a function gives for each number of workers.
local function made(value, changed)
    local criterion = land(changed)
    criterion.field = nil
    criterion.value = function(row)
        return value(row.workers)
    end
    return criterion
end

local function workers()
    return { name = "workers", field = "workers", weight = 1,
             missing = "refuse", scale = { from = 0, to = 50 } }
end

local function rank(criteria, options, rows)
    return ccn.rank(rows or PLAN:enterprises(), criteria, options)
end

local function refused(words, ...)
    local done, why = pcall(rank, ...)
    assert(not done, "it was taken instead of: " .. words)
    assert(tostring(why):find(words, 1, true), why)
end

local function is_sound(order)
    for entry in order do
        for _, number in ipairs { entry.score, entry.low, entry.high,
                                  entry.coverage } do
            assert(number == number and math.abs(number) < INF)
        end
        assert(entry.low <= entry.score and entry.score <= entry.high)
        assert(entry.rank_low <= entry.rank and entry.rank <= entry.rank_high)
        local sum = 0
        for _, part in pairs(entry.contributions) do
            sum = sum + part
        end
        near(sum, entry.score)
    end
end

function tests.each_policy_gives_its_score_and_the_same_bounds()
    for policy, worth in pairs { worst = 0, best = 1, interval = 0.5,
                                 ["leave out"] = false, [20] = 0.5 } do
        local missing = policy == 20 and { value = 20 } or policy
        local order = rank { workers(), land { missing = missing } }
        local entry = order:entry "E4"
        near(entry.score, worth and (0.8 + worth) / 2 or 0.8)
        near(entry.low, 0.4)
        near(entry.high, 0.9)
        near(entry.coverage, 0.5)
        assert(entry.rank_low == 1 and entry.values.land == nil)
        assert(order:entry "E1".coverage == 1)
        is_sound(order)
    end
    refused("criterion 'land', alternative 'E4': the value is not known",
            { workers(), land { missing = "refuse" } })
    refused("criterion 'land': say what an unknown value counts as",
            { workers(), land { missing = "none" } })
    refused("alternative 'E4': nothing that is known tells it from others",
            { land { missing = "leave out" } })
end

function tests.a_value_that_is_none_is_named_and_never_taken_for_unknown()
    for shown, value in pairs { NaN = NAN, many = "many", table = {} } do
        refused("criterion 'land', alternative 'E2': a number is needed, got '"
                .. shown .. "'", { made(function(count)
                    return count == 20 and value or 5
                end) })
    end
    for _, value in ipairs { INF, -INF } do
        refused("criterion 'land', alternative 'E2': the value is not a finite "
                .. "number", { workers(), made(function(count)
                    return count == 20 and value or 5
                end) })
    end
    refused("criterion 'land', alternative 'E3': tests/test_rank_awkward.lua:",
            { made(function(count)
                return count == 30 and error "no" or 5
            end) })
    refused("criterion 'land': enterprise has no field 'lend'",
            { land { field = "lend" } })
    refused("criterion 'land', alternative 'E1': a number is needed, got 'new'",
            { land { field = "type" } })
end

function tests.a_value_assumed_for_unknown_is_checked()
    for shown, value in pairs { NaN = NAN, little = "little" } do
        refused("criterion 'land': missing = { value = ... }: a value of its "
                .. "scale is needed, got '" .. shown .. "'",
                { land { missing = { value = value } } })
    end
    refused("criterion 'land': the value assumed for unknown is not a finite",
            { land { missing = { value = INF } } })
    refused("criterion 'land', alternative 'E4': a ratio needs a value that",
            { land { scale = "none", normal = "share",
                     missing = { value = -1 } } })
end

function tests.weights_need_not_sum_and_wrong_ones_are_named()
    for wrong, words in pairs {
        ["3"] = "it needs a weight, a number of 0 or more; got '3'",
        none = "it needs a weight, a number of 0 or more; got 'nil'",
        [-1] = "weight must not be negative, got -1",
        [INF] = "weight is not a finite number",
    } do
        refused("criterion 'land': " .. words,
                { workers(), land { weight = wrong } })
    end
    refused("criterion 'land': weight is not a finite number",
            { workers(), land { weight = NAN } })
    refused("the weights sum to 0", { land { weight = 0 } })
    local one = rank { workers(), land {} }
    for _, size in ipairs { 1e-300, 7, 1e300 } do
        local many, few = workers(), land { weight = size }
        many.weight = size
        local other = rank { many, few }
        for place = 1, #one do
            assert(one[place].key == other[place].key)
            near(other[place].score, one[place].score)
        end
    end
end

--- Whatever its values, a criterion of weight 0 says nothing.
function tests.weight_0_switches_a_criterion_off()
    local plain = rank { workers() }
    for _, normal in ipairs(NORMALS) do
        for _, value in ipairs { 0, 7, -7 } do
            local order = rank { workers(), made(function(count)
                return count > 20 and value or nil
            end, { weight = 0, scale = "none", normal = normal,
                   missing = "refuse" }) }
            is_sound(order)
            near(order[1].score, plain[1].score)
            assert(order[1].coverage == 1)
        end
    end
end

local function from_data(normal, value, lower)
    return made(value, { scale = "none", normal = normal, lower = lower })
end

function tests.constant_columns_and_zeros_work_or_say_what_to_do()
    local function constant(number)
        return function() return number end
    end
    for _, lower in ipairs { false, true } do
        refused("criterion 'land': from 7 to 7 there is nothing to spread "
                .. "between worst and best; give it a scale, or weight 0",
                { from_data("minmax", constant(7), lower) })
        for _, normal in ipairs { "vector", "ratio", "share" } do
            is_sound(rank { workers(), from_data(normal, constant(7), lower) })
        end
        refused("criterion 'land': all values are 0, so no ratio can be taken",
                { from_data("vector", constant(0), lower) })
    end
    for _, normal in ipairs { "ratio", "share" } do
        refused("criterion 'land': all values are 0, so no ratio can be taken",
                { from_data(normal, constant(0), false) })
        refused("criterion 'land', alternative 'E1': a ratio needs a value "
                .. "above 0, got 0", { from_data(normal, function(count)
                    return count - 10
                end, true) })
        refused("criterion 'land', alternative 'E1': a ratio needs a value "
                .. "that is not negative, got -15",
                { from_data(normal, function(count) return count - 25 end) })
    end
    for _, normal in ipairs(NORMALS) do
        refused("criterion 'land': no value is known",
                { workers(), from_data(normal, function() end) })
    end
end

--- Nothing beyond what a number holds passes for an order.
function tests.sizes_that_cannot_be_compared_are_named()
    for normal, values in pairs { minmax = { -1.7e308, 1.7e308 },
                                  vector = { 1.7e308, 1.6e308 },
                                  share = { 1.7e308, 1.6e308 } } do
        refused("criterion 'land': the values are too large or too small",
                { from_data(normal, function(count)
                    return values[count > 20 and 1 or 2]
                end) })
    end
    for _, normal in ipairs(NORMALS) do
        for _, size in ipairs { 1e-250, 1, 1e250 } do
            is_sound(rank { from_data(normal, function(count)
                return count * size
            end, true) })
        end
    end
end

function tests.one_alternative_one_criterion_or_none()
    local one, none = PLAN:enterprises():where { key = "E1" },
        PLAN:enterprises():where { key = "nobody" }
    for _, method in ipairs { "sum", "topsis" } do
        local order = rank({ workers() }, { method = method }, one)
        assert(#order == 1 and order[1].rank == 1)
        near(order[1].score, 0.2)
        assert(#tostring(order) > 0)
    end
    refused("alternative 'E1': nothing that is known tells it from others",
            { land { scale = "none", normal = "ratio" } },
            { method = "topsis" }, one)
    refused("no alternatives to rank", { workers() }, nil, none)
    refused("no criteria to rank by", {})
    refused("no alternatives to rank", {}, nil, none)
end

function tests.a_scale_that_is_none_is_named()
    for words, scale in pairs {
        ["it must be a table, such as { from = 0, to = 10 }, got '5'"] = 5,
        ["it needs from and to, or points"] = { out_of = 3 },
        ["it has from and points; a scale is of one kind"] =
            { from = 0, to = 1, points = { { 0, 0 } } },
        ["with from there is no 'too'"] = { from = 0, to = 1, too = 2 },
        ["to must be a number that is not infinite, got 'nil'"] = { from = 0 },
        ["from must be a number that is not infinite, got 'NaN'"] =
            { from = NAN, to = 1 },
        ["its values must rise, got 1 after 1"] = { from = 1, to = 1 },
        ["points[2][2] must be a number"] = { points = { { 0, 0 }, { 5 } } },
        ["points is a list of { value, points }, got '7'"] =
            { points = { 7 } },
        ["bands[1][1] must be a number"] = { bands = { { INF, 1 } } },
        ["values['new'] must be a number"] = { values = { new = "x" } },
        ["a category in values is a text"] = { values = { [true] = 1 } },
        ["points must be from 0 to 10, got -1"] = { deduct = -1, out_of = 10 },
    } do
        refused("criterion 'land': scale: " .. words,
                { land { scale = scale } })
    end
    refused("criterion 'land': it has a scale and normal; leave out one",
            { land { normal = "minmax" } })
    refused("criterion 'land': lower goes with normal",
            { land { lower = true } })
    refused("criterion 'land': no normal 'max': minmax, vector, ratio or share",
            { land { scale = "none", normal = "max" } })
end

function tests.what_is_misspelt_or_lost_is_refused()
    refused("there is no option 'metod'", { workers() }, { metod = "topsis" })
    refused("no normal 'max'", { workers() }, { normal = "max" })
    refused("options are a table", { workers() }, 5)
    refused("criteria are needed", nil)
    refused("criteria: number 2 is nil", { workers(), nil, land() })
    refused("criterion 2 must be { name = ..., ... }, got '5'",
            { workers(), 5 })
    refused("criterion 1 has no name", { land { name = "" } })
    refused("there are two criteria 'land'", { land(), land() })
    refused("'land': it has field and value", { land { value = print } })
    refused("rows are needed first", { workers() }, nil, {})
end

local function gated(gate)
    gate.name, gate.unknown = gate.name or "g", gate.unknown or "pass"
    return { workers(), gates = { gate } }
end

function tests.a_gate_keeps_out_nobody_by_mistake()
    local function is(value)
        return function() return value end
    end
    refused("gate 'g', alternative 'E1': 'NaN' cannot be compared with '1'",
            gated { value = is(NAN), least = 1 })
    refused("gate 'g', alternative 'E1': 'new' cannot be compared with '1'",
            gated { field = "type", least = 1 })
    refused("gate 'g', alternative 'E1': it has no values, least or most",
            gated { field = "workers" })
    refused("gate 'g': least must be a number or a text, got 'NaN'",
            gated { field = "workers", least = NAN })
    refused("gate 'g': nothing is from 5 to 1",
            gated { field = "workers", least = 5, most = 1 })
    refused("gate 'g': enterprise has no field 'workes'",
            gated { field = "workes", least = 5 })
    refused("gate 'g', alternative 'E4': the value is not known",
            gated { field = "land_held", least = 5, unknown = "refuse" })
    refused("gates: number 1 is nil", { workers(), gates = { nil, {} } })
    refused("gates are a list", { workers(), gates = true })
    assert(#rank(gated { value = is(INF), least = 1 }) == 4)
    assert(#rank(gated { value = is(false) }) == 0)
end

--- share: what is worth to the last bit what the formula says.
function tests.shares_are_the_distributive_mode()
    local order = rank({ { name = "workers", field = "workers", weight = 3,
                           missing = "refuse" },
                         { name = "wait", field = "workers", weight = 1,
                           missing = "refuse", lower = true } },
                       { normal = "share" })
    local inverse = 1 / 10 + 1 / 20 + 1 / 30 + 1 / 40
    for entry in order do
        local count = entry.row.workers
        near(entry.contributions.workers, 0.75 * count / 100)
        near(entry.contributions.wait, 0.25 / count / inverse)
    end
    assert(order.from_data)
    local sum = 0
    for entry in order do
        sum = sum + entry.score
    end
    near(sum, 1)
end

function tests.shares_count_what_is_assumed_and_bound_what_is_unknown()
    local order = rank { land { scale = "none", normal = "share",
                                missing = { value = 30 } } }
    near(order:entry "E4".score, 30 / 80)
    order = rank { land { scale = "none", normal = "share" } }
    near(order:entry "E4".score, 10 / 50)
    near(order:entry "E4".high, 20 / 50)
    assert(order:entry "E4".rank_low == 1)
end

return tests
