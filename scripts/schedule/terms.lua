--- What a phase is worth by the year it opens: declared terms, or the land
-- that serves, which follows the demand.

local phases  = require "schedule.phases"
local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.schedule"), wording.key

local terms = {}

--- The land of a phase in ha; nil where it is left out.
local function area_of(job, options, row)
    local area
    if options.area then
        area = shape.read(options.area, row)
    else
        area = row.industrial_area
    end
    if area == nil then
        area = job.unknown:meet("area", key_of(row))
    end
    if area and not (type(area) == "number" and area >= 0
                     and area < math.huge) then
        error(say("bad_area", key_of(row), tostring(area)), 0)
    end
    return area
end

--- Land in the cluster before a phase: what is open, and phases that come
-- before it by number.
local function add_before(job, options)
    local sum, lists, order = {}, {}, {}
    for _, entry in ipairs(job.phases) do
        local key = entry.cluster and key_of(entry.cluster)
        if key and not lists[key] then
            lists[key] = {}
            order[#order + 1] = key
            local cluster = entry.cluster
            sum[key] = cluster.industrial_area or 0
        end
        if key then
            table.insert(lists[key], entry)
        end
    end
    for _, key in ipairs(order) do
        table.sort(lists[key], function(a, b)
            local x, y = a.row.number or 0, b.row.number or 0
            if x ~= y then
                return x < y
            end
            return a.number < b.number
        end)
        for _, entry in ipairs(lists[key]) do
            entry.before = sum[key]
            sum[key] = sum[key] + (area_of(job, options, entry.row) or 0)
        end
    end
end

--- ha wanted in a cluster by the end of a year.
local function demand_in(job, options, entry, year)
    if not entry.cluster then
        return 0
    end
    year = math.min(year, job.years[#job.years])
    local wanted = options.demand(entry.cluster, year)
    local what = say("demand_of", key_of(entry.cluster), year)
    shape.value(what, wanted, "number")
    if wanted and wanted < 0 then
        error(say("bad_demand", what, wording.value(wanted)), 0)
    elseif wanted == nil then
        wanted = job.unknown:meet("demand", ("%s %d"):format(
            key_of(entry.cluster), year))
    end
    return wanted or 0
end

--- Land that serves in a year: what opened before, as far as it is wanted.
local function serves(job, options, entry, year)
    if not options.demand then
        return entry.area
    end
    local left = demand_in(job, options, entry, year) - entry.before
    return math.max(0, math.min(entry.area, left))
end

--- ha x years from the year after it opens to the year after the last.
local function served(job, options)
    local discount = options.discount or 0
    local list = {}
    for i, entry in ipairs(job.phases) do
        local sum, last = 0, job.years[#job.years]
        for t = #job.years, 1, -1 do
            local year = job.years[t] + 1
            sum = sum + serves(job, options, entry, year)
                / (1 + discount) ^ (year - job.years[1])
            list[(i - 1) * #job.years + t] = sum
        end
        entry.last = last
    end
    return list
end

local function declared(job, term)
    local list = {}
    for i, entry in ipairs(job.phases) do
        for t, year in ipairs(job.years) do
            local value = term.value(entry.row, year)
            if type(value) ~= "number" or value ~= value then
                error(say("bad_value", tostring(term.name), entry.key, year,
                          shape.shown(value)), 0)
            end
            list[(i - 1) * #job.years + t] = value
        end
    end
    return list
end

--- The next phase only above a fill rate: not before the year after the one
-- in which enough of what was there before is wanted.
local function add_fill(job, options)
    local fill = options.fill
    if not fill then
        return
    end
    for _, entry in ipairs(job.phases) do
        if entry.before and entry.before > 0 then
            local number = #job.years + 1
            for t = #job.years, 1, -1 do
                local wanted = demand_in(job, options, entry,
                                         job.years[t] - 1)
                if math.min(wanted, entry.before) < fill.above * entry.before
                then
                    break
                end
                number = t
            end
            phases.not_before(entry, number)
            entry.fill_from = number
        end
    end
    job.notes[#job.notes + 1] = say("fill_note",
                                    wording.number(100 * fill.above, "%.4g"),
                                    wording.text(fill.article))
end

local FIELDS = { name = "text", en = "text", vi = "text", weight = "number",
                 unit = "text", value = "function(phase, year)" }

local function check(list)
    local named = {}
    for i, term in ipairs(list) do
        local where = ("terms, %d"):format(i)
        shape.check(where, term, FIELDS)
        shape.needed(where .. ": name", term.name, FIELDS.name)
        shape.needed(where .. ": value", term.value, FIELDS.value)
        if named[term.name] then
            error(say("term_twice", term.name), 0)
        end
        named[term.name] = true
    end
end

function terms.add(job, options)
    local list = {}
    for i, entry in ipairs(job.phases) do
        if not options.terms or options.area or options.demand then
            entry.area = area_of(job, options, entry.row)
        else
            entry.area = entry.row.industrial_area
        end
        if entry.area == nil and not options.terms then
            job.problem.closed[i] = true
            entry.no_area = true
        end
        entry.known_area = entry.area
        entry.area = entry.area or 0
    end
    if options.demand or options.fill then
        add_before(job, options)
    end
    add_fill(job, options)
    phases.close(job)
    check(options.terms or {})
    for i, term in ipairs(options.terms or {}) do
        list[i] = { id = term.name, name = wording.title(term),
                    weight = term.weight or 1, unit = term.unit,
                    value = declared(job, term) }
    end
    if not options.terms then
        list[1] = { id = "served", name = say "term_served", weight = 1,
                    unit = say "unit_served", value = served(job, options) }
    end
    job.problem.terms = list
end

return terms
