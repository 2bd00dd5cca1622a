--- `ccn rank FILE.json`: a method of the literature on a plain problem, for
-- comparison with papers (docs/methods.md).
--
--     { "method": "vikor", "params": { "v": 0.5 },
--       "matrix": [[1, 3000], [2, 3750], [5, 4500]],
--       "weights": [0.5, 0.5], "directions": ["min", "max"] }
--
-- Prints JSON: what the method found, by name.

local json = require "report.json"
local try  = require "commands.try"

--- What the engine gives: every table is a list, false in it is no number.
local function listed(value)
    if type(value) ~= "table" then
        return value
    end
    local out = {}
    for i, entry in ipairs(value) do
        out[i] = entry == false and json.null or listed(entry)
    end
    return json.list(out)
end

local problem = try(ccn.json, ccn.args[1])
local found = try(ccn.method, problem)

local lines = { '  "method": ' .. json(problem.method) }
for name, value in pairs(found) do
    lines[#lines + 1] = ("  %s: %s"):format(json(name), json(listed(value)))
end
ccn.write("{\n" .. table.concat(lines, ",\n") .. "\n}\n")
