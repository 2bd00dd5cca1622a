--- Takes the forms into a fork of the plan, looks at every cut-off, and tests
-- the trigger on what happened.

local signposts = require "signposts"

local PERIODS = { "2027-6m", "2027", "2028-6m", "2028", "2029-6m", "2029" }

local watch = { periods = PERIODS, set = signposts }

--- The forms of a period into a fork, a correction behind its form.
local function take(fork, period, folder)
    for _, ending in ipairs { "", "_corrected" } do
        local path = ("%s/form02_%s%s.csv"):format(folder, period, ending)
        if ccn.exists(path) then
            ccn.observations.take(fork, path, { form = "02",
                                                period = period })
        end
    end
    return fork
end

--- Keeps the set of triggers in a plan, approved.
function watch.keep(plan, home)
    local row = ccn.triggers.keep(plan,
                                  ccn.triggers.read(home .. "/signposts.lua"))
    return ccn.triggers.approve(plan, row.key, {
        by = "UBND tỉnh", on = "2027-01-05" })
end

function watch.take_one(plan, period, folder)
    return take(plan:fork(period), period, folder)
end

--- All forms, in the order in which they came.
function watch.take(plan, folder)
    local fork = plan:fork "Observed"
    for _, period in ipairs(PERIODS) do
        take(fork, period, folder)
    end
    return fork
end

--- What was known at each cut-off.
function watch.look(plan)
    local list = {}
    for i, period in ipairs(PERIODS) do
        list[i] = ccn.triggers.evaluate(plan, signposts, {
            from = PERIODS[1], to = period, subjects = { "Âu Lâu" } })
    end
    return list
end

--- The trigger of lateness on the whole series, for a hold of one and of two:
-- the second wave is planned for a year, and its land is needed on its first
-- day.
function watch.test(plan, wave)
    local trigger, list = signposts.triggers[1], {}
    local series = ccn.triggers.series(plan, trigger.watched, "Âu Lâu",
        { from = PERIODS[1], to = PERIODS[#PERIODS] })
    for hold = 1, 2 do
        local changed = {}
        for name, value in pairs(trigger) do
            changed[name] = value
        end
        changed.hold = hold
        list[hold] = ccn.triggers.backtest(changed, series,
            { events = { ("%d-01-01"):format(wave) } })
        list[hold].hold = hold
    end
    return list
end

return watch
