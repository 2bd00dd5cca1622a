--- Papers on choosing sites, with several methods on one table
-- (tests/cases/papers, each with its source).  Scores agree to the digits that
-- the papers print.

local function read(name)
    local case = ccn.json("tests/cases/papers/" .. name .. ".json")
    case.directions = {}
    for j, sign in ipairs(case.types) do
        case.directions[j] = sign < 0 and "min" or "max"
    end
    return case
end

local function run(case, method, params, weights)
    return ccn.method { method = method, params = params or {},
                        matrix = case.matrix, directions = case.directions,
                        weights = weights or case.weights }
end

local function all(count, value)
    local list = {}
    for j = 1, count do
        list[j] = value
    end
    return list
end

local function near(got, expected, tolerance)
    assert(#got == #expected)
    for i = 1, #expected do
        assert(math.abs(got[i] - expected[i]) <= tolerance,
               ("%d: %.6g instead of %.6g"):format(i, got[i], expected[i]))
    end
end

local function same_ranks(got, expected)
    assert(table.concat(got, " ") == table.concat(expected, " "))
end

local tests = {}

function tests.codas_of_a_desalination_plant()
    local case = read "badi_2018_desalination_site_codas"
    local found = run(case, "codas", { tau = 0.02 })
    near(found.scores, case.published.CODAS.score, 5e-5)
    same_ranks(found.ranks, case.published.CODAS.rank)
end

function tests.entropy_topsis_and_edas_of_equipment()
    local case = read "ersoy_2021_entropy_topsis_edas"
    local published = case.published
    near(run(case, "weights_entropy").scores,
         published.ENTROPY_WEIGHTS.weights, 0.0006)
    local topsis = run(case, "topsis", { normalization = "vector" })
    near(topsis.scores, published.TOPSIS.closeness, 0.0008)
    same_ranks(topsis.ranks, published.TOPSIS.rank)
    local edas = run(case, "edas")
    same_ranks(edas.ranks, published.EDAS.rank)
    near(edas.scores, published.EDAS.score, 0.0012)
end

local facility = read "papathanasiou_ploskas_2018_facility_location"

function tests.vikor_of_a_facility()
    local found = run(facility, "vikor", { v = 0.625 })
    near(found.Q, facility.published.VIKOR.Q, 0.0005)
    same_ranks(found.ranks, facility.published.VIKOR.rank)
end

local function facility_flows()
    return run(facility, "promethee", { functions = all(4, "linear"),
                                        q = all(4, 1), p = all(4, 2) })
end

function tests.promethee_of_a_facility()
    local found = facility_flows()
    near(found.scores, facility.published.PROMETHEE_II.net_flow, 1e-9)
    same_ranks(found.ranks, facility.published.PROMETHEE_II.rank)
end

function tests.topsis_of_a_facility()
    near(run(facility, "topsis").scores,
         facility.recomputed.TOPSIS_closeness_exact, 0.00005)
end

function tests.ahp_of_a_facility()
    local given = facility.published.AHP
    local found = ccn.method {
        method = "ahp_hierarchy", matrix = given.criteria_pairwise,
        params = { alternatives = given.alternatives_pairwise,
                   priority = "eigenvector" },
    }
    near(found.scores, given.priorities, 0.0006)
    same_ranks(found.ranks, given.rank)
    near(found.criteria_weights, facility.recomputed.AHP_criteria_weights,
         0.00005)
    local ahp = ccn.method { method = "ahp", matrix = given.criteria_pairwise }
    near({ ahp.lambda_max }, { facility.recomputed.AHP_criteria_lambda_max },
         0.00005)
end

--- Three sites, not both 1 and 4, not both 2 and 4, sum of C1 up to 18.
function tests.the_portfolio_of_a_facility()
    local flows, best, chosen = facility_flows().scores, -math.huge, nil
    for a = 1, 4 do
        for b = a + 1, 5 do
            for c = b + 1, 6 do
                local has = { [a] = true, [b] = true, [c] = true }
                local sum = facility.matrix[a][1] + facility.matrix[b][1]
                    + facility.matrix[c][1]
                local flow = flows[a] + flows[b] + flows[c]
                if sum <= 18 and not (has[4] and (has[1] or has[2]))
                    and flow > best then
                    best, chosen = flow, { a, b, c }
                end
            end
        end
    end
    local expected =
        facility.promethee_v_portfolio.recomputed_feasible_sets_best_first[1]
    near({ best }, { expected[1] }, 1e-9)
    for i, site in ipairs(chosen) do
        assert("Site " .. site == expected[2][i])
    end
end

function tests.promethee_of_wind_farms()
    local case = read "ziemba_2017_offshore_wind_location"
    local found = run(case, "promethee", { functions = all(12, "vshape"),
                                           p = case.p })
    near(found.scores, case.published.PROMETHEE_II.net_flow, 0.00006)
    same_ranks(found.ranks, case.published.PROMETHEE_II.rank)
end

local energy = read "ziemba_2019_promethee_prosa"

local function energy_flows(weights)
    return run(energy, "promethee", { functions = all(12, "linear"),
                                      q = energy.q, p = energy.p }, weights)
end

function tests.promethee_of_nine_with_twelve_criteria()
    local found = energy_flows()
    near(found.scores, energy.published.PROMETHEE_II.net_flow, 0.00006)
    same_ranks(found.ranks, energy.published.PROMETHEE_II.rank)
end

--- PROSA-C: what a criterion stands out from the whole is taken off, times
-- its coefficient.
function tests.flows_by_criterion_give_prosa()
    local net, sum, score = energy_flows().scores, 0, {}
    for _, weight in ipairs(energy.weights) do
        sum = sum + weight
    end
    for i = 1, #net do
        score[i] = 0
    end
    for j, weight in ipairs(energy.weights) do
        local one = {}
        for k = 1, #energy.weights do
            one[k] = k == j and 1 or 0
        end
        for i, flow in ipairs(energy_flows(one).scores) do
            score[i] = score[i] + weight / sum
                * (flow - energy.prosa_s[j] * math.abs(flow - net[i]))
        end
    end
    near(score, energy.published.PROSA_C.score, 0.0002)
end

return tests
