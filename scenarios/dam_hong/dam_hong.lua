--- Close Đầm Hồng, extend Âu Lâu by 25 ha first, settle 23 establishments.
--
--     build/ccn run scenarios/dam_hong/dam_hong.lua [plan=build/laocai.gpkg]
--         [data=scenarios/dam_hong/data] [on=2026-10-05]
--
-- The decision asked and what blocks it come first; then who, where, when and
-- how sure; then the reckoning; scores and faults of the data last.

local args = ccn.args or {}
local data = args.data or "scenarios/dam_hong/data"

-- The last day of the records: the default, so that a run repeats itself.
local on = args.on or "2026-10-05"

local case_of  = require "case"
local decision = require "decision"
local forks    = require "forks"
local moves    = require "moves"
local whatif   = require "whatif"

local plan  = ccn.open(args.plan or "build/laocai.gpkg")
local case  = case_of.read(plan, { data = data, on = on })
local close = forks.close(plan, case)

local found = {}
for _, part in ipairs { "land", "wastewater", "elsewhere", "money", "law",
                        "trades" } do
    found[part] = require(part).compute(case)
end
found.waves  = require("waves").compute(case, found.money)
found.days   = decision.days(case)
found.moves  = moves.compute(case, close)
found.whatif = whatif.compute(case, close)

decision.show(case, found)
moves.show(found.moves)
for _, part in ipairs { "land", "wastewater", "elsewhere", "money", "law",
                        "waves", "trades" } do
    require(part).show(found[part], case)
end
whatif.show(found.whatif)
require("scores").show(case, close)
require("doubts").show(plan, data, on)
