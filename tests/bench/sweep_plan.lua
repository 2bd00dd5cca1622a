--- A plan of 30 clusters and 15 years, with a rule for each in Lua.

local function rule(fill, growth, most)
    local want = fill * growth
    if want > most then
        return most, want - most
    end
    return want, 0
end

local results = ccn.sweep {
    name = "bench_plan", n = math.tointeger(tonumber(ccn.args.n)),
    design = "sobol",
    factors = { growth = { 0.01, 0.1 }, cost = { 0.8, 1.8 },
                most = { 0.5, 1 }, area = { 20, 30 } },
    outputs = { "filled", "spent", "late" },
    run = function(x)
        local filled, spent, late = 0, 0, 0
        local growth, cost, most = 1 + x.growth, x.cost, x.most
        for cluster = 1, 30 do
            local fill, area = 0.5, x.area + cluster
            for _ = 1, 15 do
                local next_fill, over = rule(fill, growth, most)
                late = late + over
                spent = spent + (next_fill - fill) * area * cost
                fill = next_fill
            end
            filled = filled + fill * area
        end
        return filled, spent, late
    end,
}
assert(results.finished)
