--- The whole pipeline of Đầm Hồng: order, placement, indicators.
ccn.dofile "tests/at_home.lua" "scenarios/dam_hong"

local case    = require "case"
local success = require "success"

local DATA = "scenarios/dam_hong/data"
local plan = ccn.open "build/laocai.gpkg"
local base = success.base(plan, case.read(plan, { data = DATA,
                                                  on = "2026-10-05" }))
local n = math.tointeger(tonumber(ccn.args.n))

-- The weights of the criteria as well, so that the order is made anew.
local factors, pipeline = success.factors(base), success.pipeline(base)
for _, criterion in ipairs(base.order.criteria) do
    local name = "w_" .. criterion.name
    factors[#factors + 1] = { name = name, 0.5, 2 }
    pipeline.effects[name] = { { weight = criterion.name, by = "times" } }
end
local results = ccn.sweep { name = "bench_dam_hong", design = "sobol", n = n,
                            factors = factors, run = pipeline }
assert(results.finished and results.failed == 0)
