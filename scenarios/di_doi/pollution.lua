--- Pollution classes: readings against limits, by a table that can be edited.
--
--     local classes = pollution.classes(plan, tables)
--     local c = classes.GD01
--     c.class            nil when the readings leave it open
--     c.low, c.high      what it is at least and at most
--     c.read             whether anything was measured
--     c.worst            { parameter =, times = } or nil
--     c.missing          required parameters without a reading
--
-- A line of the table applies when a reading is over so many times its limit
-- and the flow is at least so large.  An unknown flow may be any; a required
-- reading that is missing may be any.

local pollution = {}

--- The highest class of a medium at this exceedance and flow.
local function class_at(classes, medium, times, flow)
    local class = 0
    for _, line in ipairs(classes) do
        if line.medium == medium and times > line.over
            and flow >= line.flow_from then
            class = math.max(class, line.class)
        end
    end
    return class
end

--- The largest exceedance of each medium, and what was measured.
local function exceedances(plan, enterprise)
    local times, measured, worst = {}, {}, nil
    local readings = plan:inspections():where { enterprise = enterprise }
    for reading in readings do
        local over = reading.exceedance
        if over then
            local medium = reading.medium
            measured[medium .. "/" .. reading.parameter] = true
            times[medium] = math.max(times[medium] or 0, over)
            if not worst or over > worst.times then
                worst = { parameter = reading.parameter, times = over,
                          medium = medium }
            end
        end
    end
    return times, measured, worst
end

local function missing_of(limits, measured)
    local missing, media = {}, {}
    for _, limit in ipairs(limits) do
        if limit.required == "yes"
            and not measured[limit.medium .. "/" .. limit.parameter] then
            missing[#missing + 1] = limit.parameter
            media[limit.medium] = true
        end
    end
    return missing, media
end

local function class_of(plan, tables, enterprise)
    local times, measured, worst = exceedances(plan, enterprise)
    local missing, open = missing_of(tables.limits, measured)
    local flow, low, high = enterprise.wastewater, 0, 0
    for medium, over in pairs(times) do
        low = math.max(low, class_at(tables.classes, medium, over, flow or 0))
        high = math.max(high, class_at(tables.classes, medium, over,
                                       flow or math.huge))
    end
    for medium in pairs(open) do
        high = math.max(high, class_at(tables.classes, medium, math.huge,
                                       flow or math.huge))
    end
    return { low = low, high = high, class = low == high and low or nil,
             read = worst ~= nil, worst = worst, missing = missing,
             flow_unknown = flow == nil }
end

function pollution.classes(plan, tables)
    local found = {}
    for enterprise in plan:enterprises():where { type = "polluting" } do
        found[enterprise.key] = class_of(plan, tables, enterprise)
    end
    return found
end

return pollution
