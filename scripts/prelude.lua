-- luacheck: globals ccn
--- What every script finds in `ccn` besides what C gives: the library in
-- scripts/, loaded when first used.

local modules = { "check", "compare", "ledger", "lessons", "method", "pilots",
                  "place", "rank", "schedule",
                  "report", "table" }

for _, name in ipairs(modules) do
    ccn[name] = function(...)
        local f = require(name)
        ccn[name] = f
        return f(...)
    end
end

for name, module in pairs { weights = "weights", criteria = "drafting" } do
    ccn[name] = setmetatable({}, { __index = function(_, key)
        return require(module)[key]
    end })
end

return ccn
