--- A method of the literature on a plain problem: ccn.method(problem) -> table.
--
--     local found = ccn.method {
--         method = "vikor", params = { v = 0.5 },
--         matrix = { { 1, 3000 }, { 2, 3750 }, { 5, 4500 } },
--         weights = { 0.5, 0.5 }, directions = { "min", "max" },
--     }
--     print(found.ranks[1], found.compromise_set[1])
--
-- matrix has a row for each alternative.  What is found goes by the names of
-- docs/methods.md; places in the matrix are counted from 0, as in papers'
-- files.  An order of a plan by another method: order:by (rank/by.lua).

local wording = require "wording"

local say = wording.of(require "lang.method")

local KNOWN = { method = "string", matrix = "table", params = "table",
                weights = "table", directions = "table" }

--- What is nearly the name of something that is missing is that, misspelt.
local function check_names(problem, plain)
    local missing = {}
    for name in pairs(KNOWN) do
        missing[#missing + 1] = not plain[name] and name or nil
    end
    for name in pairs(problem) do
        local near = not KNOWN[name]
            and ccn.nearest(tostring(name), missing)
        if near then
            error(say("misspelt", tostring(name), near), 0)
        end
    end
end

--- What files say beside the problem, and null in place of a list, is nobody's
-- fault; a wrong kind is.
local function check(problem)
    if type(problem) ~= "table" then
        error(say "no_problem", 0)
    end
    local plain = {}
    for name, kind in pairs(KNOWN) do
        local value = problem[name]
        if value and type(value) ~= kind then
            error(say("wrong_kind", name, say(kind)), 0)
        end
        plain[name] = value or nil
    end
    check_names(problem, plain)
    return plain
end

local function method(problem)
    return wording.engine("method", check(problem))
end

return function(problem)
    local found = wording.run(method, problem)
    return found
end
