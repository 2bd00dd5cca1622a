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

--- A new plan file with the plan in force, the offices and the first version.
function play.begin(source, path, folder)
    if ccn.exists(path) then
        error(path .. ": " .. require "words" "there", 0)
    end
    local plan = ccn.open(source):fork "plan"
    plan:import(folder .. "/offices.csv", "office", {})
    replan.in_force(plan)
    plan:save(path)
    plan = ccn.open(path)
    plan:draft { kind = "base", as = "SCT:NVA", title = "2027",
                 on = "2027-01-05" }
    return plan
end

--- The forms of a period, recorded on the day of the cut-off.
function play.record(plan, period, folder)
    local fork = watch.take_one(plan, period, folder)
    plan:adopt(fork)
    plan:save()
    return plan:draft { kind = "record", as = "SCT:NVA", title = period,
                        on = ccn.observations.period(period).due["04"] }
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
function play.all(source, path, folder, futures)
    local plan = play.begin(source, path, folder)
    local found = { plan = plan }
    for _, period in ipairs(watch.periods) do
        play.record(plan, period, folder)
        local state = ccn.triggers.evaluate(plan, watch.set, {
            from = watch.periods[1], to = period,
            subjects = { "Âu Lâu" } })[1]
        if not found.proposal and state.states[#state.states].fires then
            found.period = period
            found.proposal = replan.propose(plan, period, futures)
            local _, head = plan:versions()
            found.before = head
            found.after = found.proposal:draft("balanced", {
                as = "SCT:NVA", on = "2028-07-05" })
            play.publish(plan, found.after)
            found.undone = play.undo(plan, found.after)
        end
    end
    return found
end

return play
