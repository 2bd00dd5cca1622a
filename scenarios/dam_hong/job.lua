--- The whole job: everything computed from a plan, then put into a report in
-- the order in which a director reads.
--
--     local job = require "job"
--     print(job.show(job.compute(plan, { data = folder,
--                                        on = "2026-10-05" })))

local case_of  = require "case"
local decision = require "decision"
local forks    = require "forks"
local layout   = require "layout"
local moves    = require "moves"
local pictures = require "pictures"
local plans    = require "plans"
local whatif   = require "whatif"

local job = {}

local PARTS = { "land", "wastewater", "elsewhere", "money", "law", "waves",
                "trades" }

function job.compute(plan, options)
    local case = case_of.read(plan, options)
    local close = forks.close(plan, case)
    local found = { case = case, close = close, options = options }
    for _, part in ipairs(PARTS) do
        found[part] = require(part).compute(case, found.money)
    end
    found.days   = decision.days(case)
    found.moves  = moves.compute(case, close)
    found.best   = moves.place(close, case, { mode = "best" })
    found.whatif = whatif.compute(case, close)
    found.plans  = plans.compute(case, found.whatif.elsewhere,
                                 found.whatif.together.placements[1])
    found.faults = ccn.check(plan, { on = options.on })
    return found
end

function job.show(found)
    local case = found.case
    decision.show(case, found)
    moves.show(found.moves, case)
    pictures.timeline(found)
    require("sure").show(case)
    for _, part in ipairs(PARTS) do
        require(part).show(found[part], case)
        if pictures[part] then
            pictures[part](found)
        end
    end
    whatif.show(found.whatif, found.land.now.fit,
                found.money.waves[1].count)
    plans.show(found.plans)
    require("scores").show(found)
    require("doubts").show(found.faults)
    pictures.last(found)
    return layout.report
end

return job
