--- The lesson sheet of pilots: what was planned for each of their phases and
-- kinds of work, and beside it what was measured; from it come lessons.
--
--     local sheet = pilots[1]:sheet(plan)          -- measured is still blank
--     sheet:fill("C1/1", "infrastructure", { spent = 12000000000, took = 3,
--                source = "final account" })
--     sheet:print()
--     ccn.schedule(plan, { ..., lessons = ccn.lessons(sheet) })
--
-- A line has phase, work, planned (VND), years (of building), and when filled
-- spent (VND), took (years), source; size and built are the amounts planned and
-- built (ha, m, m³/day), where they differ: then unit costs are compared.

local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.lessons"), wording.key

local Sheet = {}
Sheet.__index = Sheet

local MEASURED = { spent = "number", took = "number", size = "number",
                   built = "number", source = "any" }

local function check_measured(where, measured)
    shape.check(where, measured, MEASURED)
    for _, name in ipairs { "spent", "took", "size", "built" } do
        local value = measured[name]
        if value and value <= 0 then
            error(say("not_above_0", where, name, wording.value(value)), 0)
        end
    end
    if not measured.source then
        error(say("no_source", where), 0)
    elseif (measured.size == nil) ~= (measured.built == nil) then
        error(say("both_sizes", where), 0)
    end
end

local function line_of(self, phase, work)
    local phases, works = {}, {}
    for _, line in ipairs(self) do
        phases[#phases + 1] = line.phase
        works[#works + 1] = line.phase == phase and line.work or nil
        if line.phase == phase and line.work == work then
            return line
        end
    end
    names.known("lesson sheet", phase, phases)
    return names.known("lesson sheet, " .. phase, work, works)
end

local function fill(self, phase, work, measured)
    local key = key_of(phase)
    local line = line_of(self, key, work)
    check_measured(("%s, %s"):format(key, work), measured)
    for name, value in pairs(measured) do
        line[name] = value
    end
end

--- Write what was measured into a line.
function Sheet:fill(phase, work, measured)
    wording.run(fill, self, phase, work, measured)
end

Sheet.__tostring = function(self)
    local columns, rows = {}, {}
    for i, name in ipairs { "phase", "work", "planned", "spent", "years",
                            "took", "source" } do
        local right = i > 2 and i < 7
        columns[i] = { title = say(name), align = right and "right" or "left" }
    end
    for i, line in ipairs(self) do
        rows[i] = { line.phase, wording.work(line.work),
                    line.planned and wording.money(line.planned) or "–",
                    line.spent and wording.money(line.spent) or "……",
                    wording.number(line.years, "%.4g"),
                    line.took and wording.number(line.took, "%.4g") or "……",
                    wording.text(line.source) or "……" }
    end
    return say "title" .. "\n" .. tostring(ccn.table { columns = columns,
                                                       rows = rows })
end

function Sheet:print()
    print(tostring(self))
end

local function add_phase(self, phase, cost)
    local costs = shape.read(cost or "cost", phase)
    if type(costs) ~= "table" then
        costs = { infrastructure = costs or false }
    end
    for work, amount in pairs(costs) do
        shape.value(say("cost_of", key_of(phase)), amount, "number")
        self[#self + 1] = { phase = key_of(phase), work = work,
                            planned = amount or nil, years = phase.duration }
    end
end

local function sheet_of(plan, clusters, cost)
    shape.needed("sheet: plan", plan, "plan")
    shape.value("sheet: cost", cost, "field|function(phase)")
    local self, chosen = setmetatable({}, Sheet), {}
    for _, key in ipairs(clusters) do
        chosen[key] = true
    end
    for phase in plan:phases() do
        if phase.cluster and chosen[key_of(phase.cluster)] then
            add_phase(self, phase, cost)
        end
    end
    return self
end

local lesson_sheet = {}

--- The sheet of clusters (keys), with nothing measured yet; cost is that of
-- ccn.schedule.
function lesson_sheet.of(plan, clusters, cost)
    local sheet = wording.run(sheet_of, plan, clusters, cost)
    return sheet
end

-- From what was measured to lessons

--- What the work would have cost at the planned size.
local function spent_of(line)
    return line.spent * (line.built and line.size / line.built or 1)
end

local function add(sums, line)
    local sum = sums[line.work]
    if not sum then
        sum = { work = line.work, planned = 0, spent = 0, years = 0, took = 0,
                sources = {}, own = {} }
        sums[line.work] = sum
        sums[#sums + 1] = sum
    end
    if line.spent and line.planned and line.planned > 0 then
        sum.planned = sum.planned + line.planned
        sum.spent = sum.spent + spent_of(line)
    end
    if line.took and line.years and line.years > 0 then
        sum.years, sum.took = sum.years + line.years, sum.took + line.took
    end
    local source = wording.text(line.source)
    if not sum.sources[source] then
        sum.sources[source] = true
        sum.sources[#sum.sources + 1] = source
    end
    sum.own[line.phase] = true
end

local function lesson_of(sum)
    return { work = sum.work, own = sum.own,
             cost = sum.planned > 0 and sum.spent / sum.planned or nil,
             duration = sum.years > 0 and sum.took / sum.years or nil,
             source = table.concat(sum.sources, "; ") }
end

--- Whether a list is a sheet.
function lesson_sheet.is(list)
    return getmetatable(list) == Sheet
end

--- One lesson for each kind of work: all that was spent, or took, over all that
-- was planned, of the lines that are filled.  own are the phases themselves,
-- which their lesson does not change.
function lesson_sheet.lessons(sheet)
    local sums, list = {}, {}
    for _, line in ipairs(sheet) do
        if line.source then
            add(sums, line)
        end
    end
    for _, sum in ipairs(sums) do
        local lesson = lesson_of(sum)
        if lesson.cost or lesson.duration then
            list[#list + 1] = lesson
        end
    end
    return list
end

return lesson_sheet
