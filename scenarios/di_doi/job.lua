--- The job: order, waves, notice list, and the two lists for placing.
--
--     local found = require("job").compute(plan, tables, "low")
--
-- "low" counts what readings prove, "high" what they leave possible.

local criteria  = require "criteria"
local pollution = require "pollution"

local job = {}

job.YEARS = { 2027, 2030 }

-- Ours: support not known waits for a figure, and so does land.
job.UNKNOWN = { land = "leave out", capacity = "leave out", trade = "allow",
                cost = "leave out" }

--- Support for relocation by year, from the budget lines.
function job.budget(plan)
    local budget = {}
    for line in plan:budgets():where { purpose = "relocation" } do
        budget[line.year] = (budget[line.year] or 0) + line.amount
    end
    return budget
end

--- What the readings leave open, for the acceptability.
local function open_classes(classes)
    local open = {}
    for key, c in pairs(classes) do
        if c.low < c.high then
            open[key] = { from = c.low, to = c.high }
        end
    end
    return open
end

local function place(plan, order, options)
    options.years, options.mode = job.YEARS, "strict"
    options.unknown = job.UNKNOWN
    return ccn.place(plan, order, options)
end

--- One list behind the other, as something to loop over.
local function chain(...)
    local all, at = {}, 0
    for _, list in ipairs { ... } do
        for _, entry in ipairs(list) do
            all[#all + 1] = entry
        end
    end
    return function()
        at = at + 1
        return all[at]
    end
end

--- Those that are placed already keep their place and year.
local function pins_of(placement)
    local pins = {}
    for _, move in ipairs(placement.placed) do
        pins[move.key] = { cluster = move.cluster.key, year = move.year }
    end
    return pins
end

--- What must be known or mended before the notice goes out.
local function open_points(row, class)
    local points = {}
    for _, parameter in ipairs(class.missing) do
        points[#points + 1] = { "reading", parameter }
    end
    if class.flow_unknown then
        points[#points + 1] = { "flow" }
    end
    if row.legal_state == nil then
        points[#points + 1] = { "papers unknown" }
    elseif row.legal_state ~= "complete" then
        points[#points + 1] = { "papers" }
    end
    return points
end

local function notices(placement, classes)
    local list = {}
    for _, move in ipairs(placement.placed) do
        local class = classes[move.key]
        list[#list + 1] = {
            move = move, row = move.row, class = class,
            by = ("%d-12-31"):format(move.year - 1), -- ours
            open = open_points(move.row, class),
        }
    end
    table.sort(list, function(a, b)
        if a.move.year ~= b.move.year then
            return a.move.year < b.move.year
        end
        return a.move.key < b.move.key
    end)
    return list
end

--- Support by year: what there is, what is used, what is left for later.
local function waves(placement, budget)
    local list, left = {}, 0
    for year = job.YEARS[1], job.YEARS[2] do
        local wave = { year = year, budget = budget[year] or 0, count = 0,
                       used = 0, land = 0 }
        for _, move in ipairs(placement.placed) do
            if move.year == year then
                wave.count = wave.count + 1
                wave.used = wave.used + move.cost
                wave.land = wave.land + move.land
            end
        end
        left = left + wave.budget - wave.used
        wave.left = left
        list[#list + 1] = wave
    end
    return list
end

function job.compute(plan, tables, count)
    local classes = pollution.classes(plan, tables)
    local function of(kind)
        return plan:enterprises():where { type = kind }
    end
    local order = ccn.rank(of "polluting",
                           criteria.relocation(classes, count))
    local budget = job.budget(plan)
    local placement = place(plan, order, { budget = budget, carry = true })
    local room = ccn.rank(of "needs_room", criteria.needs_room)
    local new = ccn.rank(of "new", criteria.new)
    local rest = place(plan, chain(placement.placed, room, new), {
        pins = pins_of(placement),
    })
    local asked = { samples = 10000, seed = 1, top = 10,
                    constraints = { around = 0.3 },
                    uncertain = { pollution = open_classes(classes) } }
    return {
        plan = plan, tables = tables, count = count, classes = classes,
        order = order, asked = asked,
        acceptability = order:acceptability(asked),
        budget = budget, placement = placement,
        waves = waves(placement, budget),
        notices = notices(placement, classes),
        lists = { needs_room = room, new = new }, rest = rest,
    }
end

return job
