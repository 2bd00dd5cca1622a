--- Plays the three years: forms are recorded, the trigger fires, the proposal
-- is drafted, decided on and published.

local history = require "history"
local replan  = require "replan"
local watch   = require "watch"

local play = {}

--- A version from draft to published.
local STEPS = {
    { "check", "STC:LTB", "2028-07-10" },
    { "submit", "SCT:NVA", "2028-07-12" },
    { "consult", "SNNMT:DVE", "2028-08-01" },
    { "approve", "UBND:PVC", "2028-08-20" },
    { "publish", "SCT:NVA", "2028-09-01" },
}

--- A new plan file with the plan in force, the offices, the triggers and the
-- first version.
function play.begin(source, path, home, data)
    if ccn.exists(path) then
        error(path .. ": " .. require "words" "there", 0)
    end
    local plan = ccn.open(source):fork "plan"
    plan:import(data .. "/offices.csv", "office", {})
    replan.in_force(plan)
    watch.keep(plan, home)
    plan:save(path)
    plan = ccn.open(path)
    plan:draft { kind = "base", as = "SCT:NVA", title = "2027",
                 on = "2027-01-05", ahead = true }
    return plan
end

--- The forms of a period, recorded on the day of the cut-off, and what they
-- make of the triggers.
function play.record(plan, period, data)
    local day = ccn.observations.period(period).due["04"]
    plan:record(watch.take_one(plan, period, data),
                { as = "SCT:NVA", title = period, on = day })
    ccn.triggers.record(plan, { as = "SCT:NVA", on = day,
                                subjects = { "Âu Lâu" } })
end

--- Whether the trigger of lateness fires at the cut-off of a period.
function play.fires(plan, period)
    local day = ccn.observations.period(period).due["04"]
    local row = plan:firing("extension 1/extension-late/Âu Lâu/" .. period)
    return row ~= nil and row.state == "fired" and row.since == day
end

--- The proposal at the cut-off, a draft of it, and the proposal recorded.
function play.propose(plan, period, home, futures)
    local options = ccn.proposals.read(home .. "/second_wave.lua", plan,
                                       { period = period, futures = futures })
    local proposal = ccn.propose(plan, options)
    local number = proposal:draft("balanced", { as = "SCT:NVA",
                                                on = "2028-07-05" })
    ccn.proposals.record(plan, proposal, { as = "SCT:NVA", on = "2028-07-05" })
    return proposal, number
end

function play.publish(plan, number)
    for _, step in ipairs(STEPS) do
        plan:decide(number, step[1], {
            as = step[2], on = step[3],
            comment = step[1] == "check" and history.check(plan, number)
                or nil })
    end
end

--- An undo is a draft with the very contents of before; it is not wanted here,
-- so it stays one.
function play.undo(plan, number)
    return plan:undo(number, { as = "SCT:NVA", on = "2028-09-02" })
end

--- All of it: { plan, proposal, before, after, undone (numbers), ... }.
function play.all(source, path, home, data, futures)
    local plan = play.begin(source, path, home, data)
    local found = { plan = plan }
    for _, period in ipairs(watch.periods) do
        play.record(plan, period, data)
        if not found.proposal and play.fires(plan, period) then
            found.period = period
            found.proposal, found.after = play.propose(plan, period, home,
                                                       futures)
            local _, head = plan:versions()
            found.before = head
            play.publish(plan, found.after)
            found.undone = play.undo(plan, found.after)
        end
    end
    return found
end

return play
