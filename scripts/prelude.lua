-- luacheck: globals ccn
--- What every script finds in `ccn` besides what C gives: the library in
-- scripts/, loaded when first used.

local modules = { "check", "compare", "ledger", "lessons", "method",
                  "parameters", "pilots", "pipeline", "place", "propose",
                  "rank", "report", "results", "scenario", "schedule", "sweep",
                  "table" }

for _, name in ipairs(modules) do
    ccn[name] = function(...)
        local f = require(name)
        ccn[name] = f
        return f(...)
    end
end

-- What the runs of a sweep tell.
for _, name in ipairs { "morris", "pawn", "prim", "regression", "robustness",
                        "sobol", "tornado" } do
    ccn[name] = function(...)
        local f = require("sensitivity." .. name)
        ccn[name] = f
        return f(...)
    end
end

for name, module in pairs { weights = "weights", criteria = "drafting",
                            rules = "rules.api",
                            observations = "observations.api",
                            triggers = "triggers.api",
                            proposals = "proposals" } do
    ccn[name] = setmetatable({}, { __index = function(_, key)
        return require(module)[key]
    end })
end

return ccn
