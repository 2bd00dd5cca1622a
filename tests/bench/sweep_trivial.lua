--- An experiment that does nothing, with 4 factors and 6 results.
local results = ccn.sweep {
    name = "bench_trivial", n = math.tointeger(tonumber(ccn.args.n)),
    design = "sobol",
    factors = { a = { 0, 1 }, b = { 0, 1 }, c = { 0, 1 }, d = { 0, 1 } },
    outputs = { "p", "q", "r", "s", "t", "u" },
    run = function(x)
        return x.a, x.b, x.c, x.d, x.a + x.b, x.c * x.d
    end,
}
assert(results.finished)
