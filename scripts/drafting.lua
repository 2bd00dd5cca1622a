--- Drafting priority criteria: ccn.criteria.
--
--     local set = ccn.criteria.read "criteria.lua"      -- or a set that ships
--     ccn.criteria.annex(set):print()
--     local trial = ccn.criteria.try(plan:enterprises(), set,
--                                    { against = old, experts = { ... } })
--     trial:print()
--     ccn.criteria.keep(plan, set)
--     ccn.criteria.approve(plan, "relocation 0.1",
--                          { by = "UBND tỉnh", on = "2026-12-01",
--                            decision = "..." })
--     local now = ccn.criteria.in_force(plan, "relocation", "2027-01-01")
--
-- A set is what ccn.rank takes, with name, version, status, and a ground for
-- each criterion.  docs/criteria.md

local annex   = require "drafting.annex"
local shape   = require "shape"
local store   = require "drafting.store"
local try     = require "drafting.try"
local wording = require "wording"

local drafting = {}

--- What goes wrong below is the script's: its error says no line of here.
local function plain(call)
    return function(...)
        local answers = table.pack(pcall(call, ...))
        if not answers[1] then
            local message = answers[2]
            error(type(message) == "string" and message:gsub(
                      "^[^\n]-/drafting/%w+%.lua:%d+: ", "") or message, 0)
        end
        return table.unpack(answers, 2, answers.n)
    end
end

--- The same of a plan, which comes first.
local function of_plan(name, call)
    return function(plan, ...)
        shape.needed("criteria." .. name .. ": plan", plan, "plan")
        return call(plan, ...)
    end
end

local calls = {}
for _, name in ipairs { "keep", "approve", "in_force", "load", "list" } do
    calls[name] = of_plan(name, store[name])
end
for name, call in pairs { annex = annex, try = try, read = store.read,
                          shipped = store.shipped } do
    calls[name] = call
end

for name, call in pairs(calls) do
    local own = plain(call)
    drafting[name] = function(...)
        local found = wording.run(own, ...)
        return found
    end
end

return drafting
