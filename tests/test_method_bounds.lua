--- What a method of the literature cannot take is refused, and says so: each of
-- a problem that would be sound without it.

local tests = {}

local JUDGED = { { 1, 2 }, { 0.5, 1 } }

--- A sound problem of three alternatives and two criteria, but for some parts.
local function problem(method, params, parts)
    local made = {
        method = method,
        matrix = { { 1, 2 }, { 3, 1 }, { 2, 3 } },
        directions = { "max", "min" },
        weights = { 1, 1 },
        params = params,
    }
    for name, value in pairs(parts or {}) do made[name] = value end
    return made
end

local function taken(...)
    return ccn.method(problem(...))
end

local function refused(words, ...)
    local good, message = pcall(ccn.method, problem(...))
    assert(not good, "it was taken, and not: " .. words)
    assert(message:find(words, 1, true), message)
end

local function near(list, ...)
    for i, wanted in ipairs { ... } do
        assert(math.abs(list[i] - wanted) < 1e-9,
               ("%d: %.15g instead of %.15g"):format(i, list[i], wanted))
    end
end

function tests.weights_add_up_to_a_number()
    refused("the weights add up to nothing", "saw", {}, { weights = { 0, 0 } })
    refused("the weights add up to nothing", "saw", {},
            { weights = { 1e308, 1e308 } })
    refused("there is no method 'no such'", "no such")
end

function tests.every_normalization_has_its_formula()
    -- distances by hand: criterion 1 is 1, 3, 2 and criterion 2 2, 1, 3
    near(taken("topsis", { normalization = "none" }).d_plus,
         math.sqrt(1 + 1 / 4), 0, math.sqrt(1 / 4 + 1))
    local sum = taken("topsis", { normalization = "sum" })
    near(sum.d_plus, math.sqrt((1 / 6) ^ 2 + (3 / 22) ^ 2), 0)
    local fixed = taken("topsis", { normalization = "fixed",
                                    bounds = { { 0, 4 }, { 0, 4 } } })
    near(fixed.d_plus, math.sqrt((1 / 4) ^ 2 + (1 / 8) ^ 2), 0)
    refused("criterion 1 is the same for all", "topsis",
            { normalization = "vector" }, { matrix = { { 0, 1 }, { 0, 2 } } })
    refused("criterion 1 is the same for all", "topsis",
            { normalization = "minmax" }, { matrix = { { 1, 1 }, { 1, 2 } } })
end

function tests.a_ratio_needs_values_above_nought()
    local words = "alternative 1, criterion 1: a ratio needs a value above 0"
    refused(words, "aras", {}, { matrix = { { -1, 2 }, { 3, 1 } } })
    refused("alternative 1, criterion 2: a ratio", "aras", {},
            { matrix = { { 1, 0 }, { 3, 1 } } })
    refused(words, "moora", { kind = "multiplicative" },
            { matrix = { { 0, 2 }, { 3, 1 } } })
    refused("MEREC needs values above 0, got 0", "weights_merec", {},
            { matrix = { { 0, 1 }, { 1, 1 } } })
    refused("CoCoSo divides by its score of 0", "cocoso", {},
            { matrix = { { 1, 3 }, { 3, 1 }, { 2, 2 } } })
end

function tests.moora_is_of_three_kinds()
    near(taken("moora", { kind = "multiplicative" }).scores, math.sqrt(1 / 2),
         math.sqrt(3), math.sqrt(2 / 3))
    local inside = taken("moora", { kind = "reference_point" })
    local outside = taken("moora", { kind = "reference_point",
                                     weights_inside = false })
    near(outside.scores, 2 * inside.scores[1], 0, 2 * inside.scores[3])
    refused("kind must be ratio, reference_point or multiplicative", "moora",
            { kind = "product" })
end

function tests.a_list_has_a_number_for_each_criterion()
    local bounds = { { 0, 4 }, { 0, 4 } }
    local words = "'esp' must have a number for each criterion"
    refused(words, "spotis", { bounds = bounds, esp = { 1 } })
    refused(words, "spotis", { bounds = bounds, esp = "x" })
    refused(words, "aras", { esp = { 1, 2, 3 } })
    refused("'bounds' must have a row for each criterion", "spotis",
            { bounds = { { 0, 4 } } })
    refused("'range' must be rows of 2 numbers", "rim")
    near(taken("spotis", { bounds = bounds, esp = { 4, 0 } }).scores, 0.625,
         0.25, 0.625)
end

function tests.shares_are_from_nought_to_one()
    refused("lambda must be from 0 to 1", "waspas", { lambda = 2 })
    refused("lambda must be from 0 to 1", "waspas", { lambda = -1 })
    refused("v must be from 0 to 1", "vikor", { v = 2 })
    refused("v must be from 0 to 1", "vikor", { v = -1 })
    local outside = { { 1.6, 0.3 }, { -1, 0.3 }, { 0.6, 2 }, { 0.6, -2 } }
    for _, cuts in ipairs(outside) do
        refused("'c_cut' and 'd_cut' must be from 0 to 1", "electre1",
                { c_cut = cuts[1], d_cut = cuts[2] })
    end
    refused("'c_cut' and 'd_cut' must be from 0 to 1", "electre1",
            { c_cut = 0.6 })
end

--- Each with one part of the sound parameters in another way.
local function with(sound, changed)
    local params = {}
    for name, value in pairs(sound) do params[name] = value end
    for name, value in pairs(changed) do params[name] = value end
    return params
end

function tests.classes_have_profiles_in_order()
    local sound = { profiles = { { 1, 2 }, { 2, 1 } }, lambda = 0.7,
                    q = { 0, 0 }, p = { 1, 1 }, veto = { 5, 5 } }
    local best = taken("electre_tri", sound).pessimistic
    assert(best[1] == 1 and best[2] == 2 and best[3] == 0)
    local order = "profile 1, criterion %d: profiles go from the worst to the"
    refused(order:format(1), "electre_tri",
            with(sound, { profiles = { { 1, 2 }, { 0, 1 } } }))
    refused(order:format(2), "mrsort",
            { profiles = { { 1, 1 }, { 2, 2 } }, majority = 1 })
    refused(order:format(1), "mrsort",
            { profiles = { { 1 / 0, 1 } }, majority = 1 })
    for _, lambda in ipairs { 0.3, 1.3 } do
        refused("'lambda' must be from 0.5 to 1", "electre_tri",
                with(sound, { lambda = lambda }))
    end
    for _, name in ipairs { "q", "p", "veto" } do
        refused("'" .. name .. "' must have a number for each criterion",
                "electre_tri", with(sound, { [name] = { 1 } }))
    end
    local limits = "q must be 0 or more, p not below q, and the veto not below"
    refused(limits, "electre_tri", with(sound, { q = { -1, 0 } }))
    refused(limits, "electre_tri", with(sound, { q = { 2, 0 } }))
    refused(limits, "electre_tri", with(sound, { veto = { 0.5, 5 } }))
    refused("'q' must have a number for each criterion", "electre3",
            { q = { 1 } })
end

function tests.a_majority_and_its_vetos_fit_the_profiles()
    local profiles = { { 1, 2 }, { 2, 1 } }
    local function sort(changed)
        return with({ profiles = profiles, majority = 1 }, changed)
    end
    local class = taken("mrsort", sort {}).categories
    assert(class[1] == 1 and class[2] == 2 and class[3] == 2)
    local veto = taken("mrsort", sort { vetos = { { 0, 9 }, { 2, 8 } } })
    assert(veto.categories[3] == 1, "a veto is not heard")
    refused("'majority' must be above 0, in the unit of the weights", "mrsort",
            sort { majority = 0 })
    refused("'vetos' must have a row for each profile", "mrsort",
            sort { vetos = { { 0, 9 } } })
    refused("'vetos' must be rows of 2 numbers", "mrsort",
            sort { vetos = { { 0 } } })
end

function tests.concordance_divides_by_what_is_not_nought()
    local function electre(how, matrix)
        return "electre1", { c_cut = 0.6, d_cut = 0.3, normalization = how },
               { matrix = matrix }
    end
    refused("normalization must be sum_plain, minmax or none", electre "x")
    refused("criterion 1: its values add up to 0", electre("sum_plain",
            { { 1, 2 }, { -1, 1 } }))
    assert(taken(electre("minmax", { { 1, 2 }, { 1, 1 } })).kernel[1] == 1)
    local words = "a credibility is from 0 to 1"
    for _, bad in ipairs { 1.5, -0.2 } do
        refused(words, "electre3_distillation", {},
                { matrix = { { 1, 0.5 }, { bad, 1 } } })
    end
    refused("the matrix must have as many columns as rows",
            "electre3_distillation", {}, { matrix = { { 1, 0.5 } } })
end

function tests.doubt_is_about_worths_and_weights_that_there_are()
    local function smaa(changed)
        return with({ normalization = "minmax" }, changed)
    end
    assert(taken("smaa2", smaa { order = { 1, 0 } }).exact)
    local words = "normalization must be none, minmax, vector or max_ratio"
    refused(words, "smaa2", { normalization = "x" })
    refused(words, "saw_weight_stability", { normalization = "x" })
    refused("alternative 1, criterion 2: without a normalization values are",
            "smaa2")
    refused("alternative 1, criterion 1: without a normalization values are",
            "smaa2", {}, { matrix = { { -0.1, 0.5 }, { 0.9, 0.2 } } })
    refused("'low' must have a number", "smaa2", smaa { low = { 0.1 } })
    refused("'high' must have a number", "smaa2", smaa { high = { 0.1 } })
    refused("no weights meet the constraints", "smaa2",
            smaa { low = { 0.6, 0.6 } })
    refused("'order' must have a number", "smaa2", smaa { order = { 1 } })
    for _, order in ipairs { { 0, 2 }, { -1, 0 } } do
        refused("'order' must be criteria, counted from 0", "smaa2",
                smaa { order = order })
    end
    refused("samples must be from 1 to", "smaa2", smaa { samples = 0 })
    local wide, directions, weights = { {}, {} }, {}, {}
    for j = 1, 65 do
        wide[1][j], wide[2][j] = j, 101 - j
        directions[j], weights[j] = "max", 1
    end
    refused("at most 64 criteria", "smaa2", smaa {},
            { matrix = wide, directions = directions, weights = weights })
end

function tests.judgements_are_square_and_above_nought()
    local function ahp(matrix, params)
        return "ahp", params or {}, { matrix = matrix }
    end
    refused("the matrix must have as many columns as rows", ahp { { 1, 2 } })
    local words = "against '%s': a judgement is a ratio above 0, got 2 and -1"
    local bad = { { 1, 2 }, { -1, 1 } }
    refused(words:format "b", ahp(bad, { names = { "a", "b" } }))
    refused(words:format "2", ahp(bad, { names = { "a" } }))
    refused(words:format "2", ahp(bad, { names = 3 }))
    local many, directions, weights = {}, {}, {}
    for i = 1, 31 do
        many[i], directions[i], weights[i] = {}, "max", 1
        for j = 1, 31 do many[i][j] = 1 end
    end
    refused("more than 30 criteria", "ahp", {},
            { matrix = many, directions = directions, weights = weights })
end

function tests.a_hierarchy_has_judgements_for_each_criterion()
    local function hierarchy(alternatives, matrix)
        return "ahp_hierarchy", { alternatives = alternatives },
               { matrix = matrix or JUDGED }
    end
    near(taken(hierarchy { JUDGED, JUDGED }).scores, 2 / 3, 1 / 3)
    local words = "'alternatives' must be a square matrix of judgements"
    refused(words, hierarchy(nil))
    refused(words, hierarchy { JUDGED })
    refused(words, hierarchy { 1, 2 })
    refused(words, hierarchy({ JUDGED, JUDGED }, { { 1, 2 } }))
    refused("criterion '2': judgement of '1' against '2'",
            hierarchy { JUDGED, { { 1, 0 }, { 3, 1 } } })
    refused("judgement of '1' against '2': a judgement is a ratio above 0",
            hierarchy({ JUDGED, JUDGED }, { { 1, 2 }, { 0, 1 } }))
end

function tests.the_best_and_the_worst_are_compared_with_all()
    local function bwm(over, under)
        return "bwm_linear", { best_to_others = over, others_to_worst = under }
    end
    near(taken(bwm({ 1, 2, 4 }, { 4, 2, 1 })).scores, 4 / 7, 2 / 7, 1 / 7)
    refused("'best_to_others' must be a list of numbers", bwm(nil, nil))
    refused("'others_to_worst' must be a list of numbers", bwm({ 1, 2 }, nil))
    refused("'others_to_worst' must have a number for each criterion",
            bwm({ 1, 2, 4 }, { 4, 2 }))
    refused("two criteria at least are compared", bwm({ 1 }, { 1 }))
    refused("best over others: none is compared with itself (1)",
            bwm({ 2, 2, 4 }, { 4, 2, 1 }))
    refused("others over worst: none is compared with itself (1)",
            bwm({ 1, 2, 4 }, { 4, 2, 2 }))
    for bad, words in pairs { [0.5] = "1 or more", [-2] = "1 or more",
                              [1 / 0] = "at most 1000000" } do
        refused("criterion '2': a comparison is " .. words,
                bwm({ 1, bad, 4 }, { 4, 2, 1 }))
        refused("criterion '2': a comparison is " .. words,
                bwm({ 1, 2, 4 }, { 4, bad, 1 }))
    end
    refused("criterion '1' cannot be the best and the worst",
            bwm({ 1, 1, 1 }, { 1, 1, 1 }))
    local over, under = { 1 }, { 2 }
    for j = 2, 31 do over[j], under[j] = 2, 2 end
    under[31] = 1
    refused("more than 30 criteria", bwm(over, under))
end

function tests.an_order_and_points_are_lists()
    local function order(params)
        return "weights_rank_order", with({ kind = "roc" }, params)
    end
    near(taken(order { criteria = 3 }).scores, 11 / 18, 5 / 18, 2 / 18)
    near(taken(order { order = { 2, 1, 3 } }).scores, 5 / 18, 11 / 18, 2 / 18)
    refused("there is no kind 'x'", order { kind = "x", criteria = 3 })
    for _, count in ipairs { 0, 2000 } do
        refused("'criteria' must be from 1 to 1000", order { criteria = count })
    end
    refused("'criteria' must be from 1 to 1000", order {})
    refused("'order' must be a list of numbers", order { order = {} })
    refused("'order' must be a list of numbers", order { order = "x" })
    local function points(kind, list)
        return "weights_points", { kind = kind, points = list }
    end
    near(taken(points("smart", { 10, 20 })).scores, 1 / 3, 2 / 3)
    refused("there is no kind 'x'", points("x", { 1 }))
    refused("'points' must be a list of numbers", points("direct", nil))
    refused("the weights sum to", points("direct", { 1e308, 1e308 }))
    refused("the least important has 10 points, got 5",
            points("smart", { 5, 20 }))
    refused("points must not be negative, got -5", points("direct", { -5, 1 }))
    refused("the weights sum to 0", points("direct", { 0, 0 }))
    refused("a swing is 0 to 100, got 120", points("swing", { 120, 0 }))
    refused("points are not a finite number", points("direct", { 1 / 0, 1 }))
    refused("the largest swing has 100 points, here it has 50",
            points("swing", { 50, 10 }))
end

function tests.experts_have_voices()
    local words = "'voices' must have a row for each expert"
    for _, voices in ipairs { { 1 }, "x" } do
        refused(words, "group_weights", { voices = voices })
        refused(words, "group_ranks", { voices = voices })
    end
    refused("no expert counts", "group_weights", { voices = { 0, 0, 0 } })
    for _, bad in ipairs { -1, 1 / 0 } do
        refused("expert '1': what the expert counts must not be negative",
                "group_weights", { voices = { bad, 2, 3 } })
    end
    refused("the weights add up to nothing", "group_weights", {},
            { matrix = { { 0, 0 }, { 1, 1 } } })
    local both = { { 1, 2 }, { 0.5, 1 }, { 1, 8 }, { 0.125, 1 } }
    local alike = taken("group_judgements", {}, { matrix = both })
    near(alike.judgements[1], 1, 4)
    local one = taken("group_judgements", { voices = { 1, 0 } },
                      { matrix = both })
    near(one.judgements[1], 1, 2)
    refused(words, "group_judgements", { voices = { 1 } }, { matrix = both })
    refused("the square judgements of each expert", "group_judgements", {},
            { matrix = { { 1, 2 }, { 0.5, 1 }, { 1, 4 } } })
    for _, bad in ipairs { -2, 1 / 0 } do
        refused("expert '1': a judgement is a ratio above 0",
                "group_judgements", {}, { matrix = { { 1, bad }, { 0.5, 1 } } })
    end
end

function tests.a_preference_function_has_its_thresholds()
    local function promethee(functions, params)
        return "promethee", with({ functions = functions }, params or {})
    end
    taken(promethee({ "ushape", "level" }, { q = { 1, 1 }, p = { 0, 3 } }))
    local words = "'functions' must have a name for each criterion"
    refused(words, promethee { "usual" })
    refused(words, promethee "usual")
    refused("criterion 2: there is no preference function 'what'",
            promethee { "usual", "what" })
    local linear = { "linear", "usual" }
    refused("criterion 1: its preference function needs 'p'",
            promethee(linear, { q = { 0, 0 } }))
    refused("'q' must have a number for each criterion",
            promethee(linear, { q = { 0 }, p = { 1, 1 } }))
    for _, q in ipairs { 2, -1 } do
        refused("criterion 1: q must be 0 or more, and p not below q",
                promethee(linear, { q = { q, 0 }, p = { 1, 1 } }))
    end
    refused("criterion 1: s of a Gaussian preference must be above 0",
            promethee({ "gaussian", "usual" }, { s = { 0, 1 } }))
    refused("criterion 1: its preference function needs 's'",
            promethee { "gaussian", "usual" })
    for _, name in ipairs { "q", "p", "s" } do
        refused("'" .. name .. "' must have a number for each criterion",
                promethee({ "gaussian", "usual" },
                          with({ s = { 1, 1 } }, { [name] = { 1 } })))
    end
end

return tests
