--- The works of a pipeline: which phases are built when, before enterprises are
-- placed.  Options are those of ccn.schedule.

local schedule_job = require "schedule.job"
local wording      = require "wording"

local say, key_of = wording.of(require "lang.sweep"), wording.key

local works = {}

--- The job of the schedule, and a fork in which its phases open in some year,
-- so that the placement knows what land they bring.
function works.begin(plan, options)
    local job = schedule_job(plan, options)
    local fork = plan:fork(plan:name())
    for _, entry in ipairs(job.phases) do
        fork:phase(entry.key).opens = job.years[1]
    end
    return job, fork
end

local function need(job, name)
    return job or error(say("pipeline_no_works", name), 0)
end

function works.phase(job, key)
    local entry = job.by_key[key]
        or error(say("pipeline_unknown", "phase", tostring(key)), 0)
    return entry.number
end

function works.source(job, name)
    for i, source in ipairs(job.sources) do
        if source.name == name then
            return i
        end
    end
    error(say("pipeline_unknown", "source", tostring(name)), 0)
end

local function year_of(job, year)
    local number = year - job.years[1] + 1
    if math.type(year) ~= "integer" or not job.years[number] then
        error(say("pipeline_no_year", tostring(year)), 0)
    end
    return number
end

--- Effects, each given by the field of its name.
works.effects = {
    source = function(job, given, name)
        need(job, name)
        return { target = "money", at = works.source(job, given.source),
                 year = given.year and year_of(job, given.year),
                 op = given.by }
    end,
    cost_of = function(job, given, name)
        need(job, name)
        return { target = "cost", at = 1, op = given.by,
                 of = given.cost_of ~= "all"
                     and works.phase(job, given.cost_of) or nil }
    end,
    starts = function(job, given, name)
        need(job, name)
        return { target = "starts", at = 1, op = given.by,
                 of = given.starts ~= "all"
                     and works.phase(job, given.starts) or nil }
    end,
}

--- "opens A/2", "paid province", "opened", "paid" as the engine takes them; nil
-- for what is no indicator of works.
function works.indicator(job, text)
    local word, rest = text:match "^(%a+) ?(.*)$"
    if word == "opened" then
        return need(job, text) and { kind = "opened" }
    elseif word == "opens" then
        return { kind = "opens", resource = works.phase(need(job, text), rest) }
    elseif word == "paid" then
        need(job, text)
        return { kind = "paid",
                 resource = rest ~= "" and works.source(job, rest) or nil }
    end
    return nil
end

--- What the engine is told: the works, and which opening each phase is.
function works.add(job, spec, opening)
    spec.works, spec.opening = wording.engine("works", job.problem), {}
    for i, entry in ipairs(job.phases) do
        spec.opening[i] = opening[key_of(entry)] or opening[entry.key] or false
    end
end

return works
