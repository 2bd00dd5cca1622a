--- The observations in force: a correction supersedes what it corrects and
-- leaves it where it is; what came later than a day is not known on it.
--
--     current(plan, { on = "2026-07-01", period = "2026-6m", form = "02" })
--         --> a list of rows in the order of the plan
--
-- Without `on` everything received counts.  Drafts count only with
-- draft = true.

local forms = require "observations.forms"

local function known(observation, options)
    local received = observation.received
    if observation.status == "draft" and not options.draft then
        return false
    end
    return not options.on or not received or received <= options.on
end

local function wanted(observation, options)
    return (not options.indicator
            or observation.indicator == options.indicator)
        and (not options.form or forms.of(observation) == options.form)
end

return function(plan, options)
    options = options or {}
    local superseded, found = {}, {}
    for observation in plan:observations() do
        -- A correction is of the period it corrects.
        if (not options.period or observation.period == options.period)
            and known(observation, options) then
            local earlier = observation.supersedes
            if earlier then
                superseded[earlier.key] = true
            end
            found[#found + 1] = observation
        end
    end
    local list = {}
    for _, observation in ipairs(found) do
        if not superseded[observation.key] and wanted(observation, options) then
            list[#list + 1] = observation
        end
    end
    return list
end
