--- Places enterprises into clusters and years:
-- ccn.place(plan, order, options) -> placement.
--
--     local placement = ccn.place(plan, order, {
--         years = { 2027, 2030 }, mode = "strict",
--         unknown = { land = "leave out", capacity = "leave out",
--                     trade = "allow" },
--     })
--     placement:print()
--
-- order is what ccn.rank gives, or a selection of enterprises as it stands.
-- Those whom the order excludes are not placed.
--
--   years       { first, last }
--   mode        "strict": one after the other, nobody takes what one before
--               could have used; "best": the least sum of the terms, proved
--   unknown     what a value that is not known counts as: land, capacity (and
--               phase), trade; cost with a budget; wastewater and treatment
--               with wastewater = "capacity".  "refuse" (an error), "leave
--               out", { assume = value }; for trade "refuse", "leave out",
--               "allow".  There is no default.
--   land        field or function(enterprise) -> ha; else land_wanted, and
--               land_held where that is not known
--   clusters    selection; else all of the plan
--   capacity    function(cluster, year) -> ha free in all until the end of the
--               year, or nil to leave it to the record
--   uncleared   "offer": also land the record calls uncleared
--   unready     "offer": also land of clusters where nothing works yet
--   industrial_share  of phases whose industrial land is not known
--   wastewater  "capacity", or function(cluster, year) -> whether anyone may
--               move there then, nil for unknown
--   budget      { [2028] = VND, ... }, 0 for other years; carry = true lets
--               money that is left serve later years
--   cost        field or function(enterprise) -> VND; else moving_cost
--   earliest    field or function(enterprise) -> year
--   pins        { DH14 = "Âu Lâu", DH02 = { cluster =, year = } }
--   exclude     { { enterprise =, cluster = }, ... }; either may be missing
--   resources   water, power, workers, land of a unit: place/resources.lua
--   reserve     shares of the land kept for a class: place/resources.lua
--   together    { { "E1", "E2" }, ... }: one cluster and year, or not at all
--   apart       { { "E3", "E4" }, ... }: no two of them in one cluster
--   safety      { { least = function(enterprise) -> km, distance =
--               function(enterprise, cluster) -> km, article = }, ... }
--   current     the plan in force: a placement, "plan" (destination and
--               move_year), or { [key] = { cluster =, year = } }
--   frozen      year until which the plan in force stays as it is
--   change      weight of each change against the plan in force
--   terms       of the goal: place/terms.lua; else the years waited and those
--               left out, by priority
--   seconds, steps  for "best"; when neither is said 20000 steps up to 100
--               enterprises and 4000 above, and half a minute for a large case.
--               With steps alone the answer is the same on every machine
--   gap         enough, as a share of the total; seed; threads
--   watch       "print", or function({ seconds =, total =, bound =, steps = }),
--               told now and then; false stops, and so does ^C: the best so far
--               is the answer
--   most_changes  at most so many changes against the plan in force
--   change_cost { land = VND per ha, wastewater = VND per m³/day, budget = 1,
--               shut = VND, ... }: what a change that makes room costs; then
--               the cheapest comes first
--   unsolved    "tell": pins that cannot be kept are no error, but an answer {
--               unsolved = true, words =, release =, more = }: place/relax.lua
--   solver      "exact": CBC instead of the own engine, for small cases

local Placement = require "place.placement"
local job_of    = require "place.job"
local limited   = require "place.limited"
local relax     = require "place.relax"
local wording   = require "wording"

local function place(plan, order, options)
    local job = job_of(plan, order, options)
    local watch = Placement.watch_of(options.watch)
    local handle, unsolved = relax.engine(job, watch, options.unsolved)
    if unsolved then
        return unsolved
    end
    local placement = Placement.make(handle, job, options)
    placement.excluded = type(order) == "table" and order.excluded or {}
    return options.most_changes
        and limited.changes(placement, options.most_changes) or placement
end

return function(plan, order, options)
    local placement = wording.run(place, plan, order, options or {})
    return placement
end
