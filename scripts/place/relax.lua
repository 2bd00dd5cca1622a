--- When pins cannot be kept: beside the fewest pins to release, what more of a
-- single resource would be enough.

local reasons = require "place.reasons"
local wording = require "wording"

local say, key_of = wording.of(require "lang.place"), wording.key

local relax = {}

local function with(table, fields)
    local copy = {}
    for name, value in pairs(table) do
        copy[name] = value
    end
    for name, value in pairs(fields) do
        copy[name] = value
    end
    return copy
end

local function is_pinned(problem, e)
    return problem.pin_cluster[e] or problem.pin_year[e]
end

--- Everyone out of it who is not pinned, nor moves with one who is.
local function out_of(problem)
    local out, group = {}, {}
    for e = 1, #problem.enterprises do
        local number = problem.together and problem.together[e]
        if number and is_pinned(problem, e) then
            group[number] = true
        end
    end
    for e = 1, #problem.enterprises do
        local number = problem.together and problem.together[e]
        local stays = is_pinned(problem, e) or number and group[number]
        out[e] = not stays and 1 or problem.out and problem.out[e] or 0
    end
    return out
end

--- The problem of the pinned alone, with no limit on resource r.
local function pinned_only(problem, r)
    local list, free = {}, {}
    for at = 1, #problem.resources[r].supply do
        free[at] = false
    end
    for k, resource in ipairs(problem.resources) do
        list[k] = k == r and with(resource, { supply = free }) or resource
    end
    return with(problem, { mode = "strict", resources = list,
                           out = out_of(problem) })
end

--- What the pinned take of a resource in a group until a year, or in it.
local function taken(resource, result, g, t)
    local sum = 0
    for e, c in ipairs(result.cluster) do
        local group = c > 0 and (resource.group and resource.group[c] or c)
        local year = result.year[e]
        if group == g and (year == t
            or year < t and resource.kind ~= "spent") then
            sum = sum + resource.need[e]
        end
    end
    return sum
end

--- What comes in until a year, or in it; nil for no limit.
local function there(resource, years, g, t)
    local sum = 0
    for y = resource.kind == "carried" and 1 or t, t do
        local amount = resource.supply[(g - 1) * years + y]
        if not amount then
            return nil
        end
        sum = sum + amount
    end
    return sum
end

local function more_text(resource, amount, name, year)
    local text = reasons.amount_text(resource, amount)
    if resource.name == "budget" then
        return say("relax_budget", text, year)
    end
    local unit, where = wording.unit(resource.unit), name or say "everywhere"
    if resource.title then
        return say("change_other", resource.title, text, unit, where, year)
    end
    return say("relax_more", text, unit, say("resource_" .. resource.name),
               where, year)
end

local function more(job, resource, g, amount, year)
    local name = resource.names and key_of(resource.names[g])
        or not resource.group and key_of(job.clusters[g]) or nil
    return { resource = resource.name, key = name, year = year,
             unit = resource.unit, amount = resource.per == 1 and amount
                 or amount / resource.per,
             text = more_text(resource, amount, name, year) }
end

--- The most that is short in each group, in words.
local function shortages(job, resource, result)
    local list, years = {}, #job.years
    for g = 1, #resource.supply // years do
        local most, when = 0, nil
        for t = 1, years do
            local has = there(resource, years, g, t)
            local short = has and taken(resource, result, g, t) - has or 0
            if short > most then
                most, when = short, t
            end
        end
        if when then
            list[#list + 1] = more(job, resource, g, most, job.years[when])
        end
    end
    return list
end

local function ways(job)
    local list = {}
    for r, resource in ipairs(job.resources) do
        local done, handle = pcall(ccn.engine.place,
                                   pinned_only(job.problem, r))
        if done then
            local found = shortages(job, resource,
                                    ccn.engine.placed(handle))
            list[#list + 1] = #found > 0 and found or nil
        end
    end
    return list
end

local function words_of(ways_more)
    local list = {}
    for i, way in ipairs(ways_more) do
        local texts = {}
        for k, one in ipairs(way) do
            texts[k] = one.text
        end
        list[i] = table.concat(texts, ", ")
    end
    return table.concat(list, " | ")
end

local function any_pinned(problem)
    for e = 1, #problem.enterprises do
        if is_pinned(problem, e) then
            return true
        end
    end
    return false
end

--- The pins to release, as keys.
local function to_release(job)
    local keys = {}
    for i, e in ipairs(ccn.engine.pins_to_release(job.problem) or {}) do
        keys[i] = key_of(job.enterprises[e])
    end
    return keys
end

local Unsolved = { __tostring = function(self) return self.words end }
Unsolved.__index = { print = function(self) print(self.words) end }

--- Place, and when the pins are at fault say what else would do: as an error,
-- or, where the script asks for it, as nil and { unsolved = true, words =,
-- release = { keys }, more = { { { resource =, key =, year =, amount =, unit =,
-- text = }, ... }, ... } }, each of which is enough by itself.
function relax.engine(job, watch, tell)
    local done, result = pcall(ccn.engine.place, job.problem, watch)
    if done then
        return result
    elseif type(result) ~= "string" or not any_pinned(job.problem) then
        error(result, 0)
    end
    local list = ways(job)
    if #list > 0 then
        result = result .. "; " .. say("relax", words_of(list))
    end
    local release = tell and to_release(job)
    if not release or #release == 0 then
        error(result, 0)
    end
    return nil, setmetatable({ unsolved = true, words = result,
                               release = release, more = list }, Unsolved)
end

return relax
