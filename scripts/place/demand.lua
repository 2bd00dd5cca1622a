--- What each enterprise needs: land, money, treatment, its first year.

local shape   = require "shape"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local demand = {}

--- Hectares to tenths of a square metre, and cubic metres to litres.
local function tenths(ha)
    return math.floor(ha * 100000 + 0.5)
end

local function litres(m3)
    return math.floor(m3 * 1000 + 0.5)
end

local function reader(given, default)
    local what = given or default
    return function(...)
        return shape.read(what, ...)
    end
end

--- The land an enterprise wants, or else the land it holds.
local function wanted_or_held(row)
    local wanted = row.land_wanted
    if wanted == nil then
        return row.land_held
    end
    return wanted
end

--- More than any enterprise needs of anything, so that sums stay exact.
local MOST, MOST_LAND = 1e12, 1e9
local USUAL = { land = true, cost = true, wastewater = true }

local function checked(row, kind, value)
    local most = kind == "land" and MOST_LAND or MOST
    if type(value) ~= "number" or not (value >= 0 and value <= most) then
        error(say("bad_need", key_of(row), USUAL[kind]
                      and say("what_" .. kind) or kind,
                  wording.money(most), shape.shown(value)), 0)
    end
    return value
end

--- A list for the problem: the values of the rows in whole units.  Who is
-- left out gets a code and counts with 0.
function demand.read(job, kind, code, read, whole)
    local list = {}
    for i, row in ipairs(job.enterprises) do
        local value = read(row)
        if value == nil and not job.out[i] then
            value = job.unknown:meet(kind, key_of(row))
            if value == nil then
                job.out[i] = code
            end
        end
        list[i] = value and whole(checked(row, kind, value)) or 0
    end
    return list
end

local function add_earliest(job, given)
    local read, list = reader(given), {}
    for i, row in ipairs(job.enterprises) do
        local year = read(row)
        shape.value(say("earliest_of", key_of(row)), year, "integer")
        local number = year and year - job.years[1] + 1 or 1
        list[i] = math.max(1, number)
        if number > #job.years then
            job.out[i] = job.out[i] or "out_late"
            list[i] = #job.years
        end
    end
    job.problem.earliest = list
end

--- Fill the needs of the job and job.out.
function demand.add(job, options)
    job.unknown:policy "land"
    job.need.land = demand.read(job, "land", "out_land",
                                reader(options.land, wanted_or_held), tenths)
    if options.budget then
        job.unknown:policy "cost"
        job.need.cost = demand.read(job, "cost", "out_cost",
                                    reader(options.cost, "moving_cost"),
                                    math.floor)
    end
    if options.wastewater == "capacity" then
        job.unknown:policy "wastewater"
        job.need.wastewater = demand.read(job, "wastewater", "out_wastewater",
                                          reader("wastewater"), litres)
    end
    if options.earliest then
        add_earliest(job, options.earliest)
    end
end

demand.tenths, demand.litres, demand.reader = tenths, litres, reader

return demand
