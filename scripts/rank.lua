--- Ranks rows by criteria: ccn.rank(selection, criteria [, options]) -> order.
--
--     local order = ccn.rank(plan:enterprises(), {
--         name = "test", version = "1", status = "draft",
--         { name = "workers", en = "Workers", vi = "Lao động",
--           field = "workers", scale = { from = 0, to = 200 }, weight = 2,
--           missing = "worst", ground = "ours" },
--         { name = "type", en = "Type", vi = "Loại", field = "type",
--           scale = { values = { polluting = 2, needs_room = 1 }, other = 0 },
--           weight = 3, missing = "leave out", ground = "ours" },
--         gates = { { name = "moves", en = "It does not move",
--                     vi = "Không di dời", field = "plan",
--                     values = { move = true }, unknown = "pass" } },
--     })
--     order:print()
--
-- A criterion takes a field, or value = function(row) that gives the value or
-- nil for unknown.  Its scale is described in rank/scales.lua; without one,
-- normal = "minmax", "vector", "ratio" or "share" takes it from the data (with
-- lower = true where less is better).  `missing` must be stated: "refuse" (an
-- error), "worst", "best", "leave out" (the other weights count more) or
-- { value = ... }.  A gate keeps out who does not pass (values, least, most,
-- or a function that gives true or false); its `unknown` is "refuse", "pass"
-- or "exclude", and its title is the reason.
--
-- A criterion may hold others instead: rank/tree.lua.  `classes` beside `gates`
-- sorts by thresholds of the score: rank/classes.lua.
--
-- Options: method = "sum" (weighted mean, the default) or "topsis"; normal =
-- for all criteria without a scale.

local classes = require "rank.classes"
local Order   = require "rank.order"
local problem = require "rank.problem"
local sound   = require "rank.sound"
local tree    = require "rank.tree"
local wording = require "wording"

local function rank(selection, criteria, options)
    sound.arguments(selection, criteria, options)
    if criteria.classes ~= nil then
        classes.check(criteria.classes)
    end
    local leaves, tops, groups = tree.flatten(criteria)
    local made = problem.make(selection, leaves, options or {})
    return Order.make(wording.engine("rank", made), leaves, made, tops, groups)
end

return function(selection, criteria, options)
    local order = wording.run(rank, selection, criteria, options)
    return order
end
