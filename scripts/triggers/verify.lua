--- Whether the firings and proposals that a plan keeps follow from its
-- observations and triggers, each on the plan as it was when it was recorded.
--
--     local wrong, counts = verify(plan, outside)
--     wrong       -- nil, or the first that does not agree, in words
--     counts      -- { firings =, proposals = } computed again
--
-- outside: the tables of the file are not what the versions say, so that the
-- observations of today are put into the plan of then.

local firings   = require "triggers.firings"
local history   = require "history"
local proposals = require "proposals"

local say = require "wording".of(require "lang.triggers")

local FIELDS = { "value", "indicator", "period", "received", "status" }

--- A plan with what its observations say now.
local function observed(plan, now)
    local fork = plan:fork "observed"
    for o in fork:observations() do
        local other = now:observation(o.key)
        for _, field in ipairs(FIELDS) do
            local value = other and other[field]
            if o[field] ~= value then
                o[field] = value
            end
        end
    end
    return fork
end

--- The rows of a table that a version has and none before had.
local function added(rows, seen)
    local list = {}
    for row in rows do
        if not seen[row.key] then
            seen[row.key], list[#list + 1] = true, row
        end
    end
    return list
end

--- Whether a version adds firings or proposals; a base is not looked through,
-- since it is all of a plan.
local function adds(plan, v)
    if v.kind == "base" then
        return true
    end
    local list = plan:version_changes(v.id)
    for i = 1, #list do
        local name = list[i].table
        if name == "firing" or name == "proposal" then
            return true
        end
    end
    return false
end

--- The plan as a version had it; with outside, with the observations of today.
local function plan_at(walk, number)
    local made = walk.plan:version(number)
    return walk.outside and observed(made, walk.plan) or made
end

--- The first of the rows that a version added which is not as check(plan of
-- then, row of today, plan of today, cache) wants it.
local function each(walk, name, rows, before, check)
    local cache = {}
    for _, row in ipairs(added(rows, walk.seen[name])) do
        local now = walk.plan[name](walk.plan, row.key)
        local wrong = now and check(before, now, walk.plan, cache)
            or not now and say("gone", name, row.key) or nil
        walk.counts[name .. "s"] = walk.counts[name .. "s"] + 1
        if wrong then
            return wrong
        end
    end
end

--- What v recorded: firings on the plan with it, proposals on that before.
local function look(walk, v)
    local after = plan_at(walk, v.id)
    local wrong = each(walk, "firing", after:firings(), after, firings.wrong)
    if wrong or #after:proposals() == 0 then
        return wrong
    end
    return each(walk, "proposal", after:proposals(),
                plan_at(walk, v.parent or v.id), proposals.wrong)
end

return function(plan, outside)
    local walk = { plan = plan, outside = outside,
                   seen = { firing = {}, proposal = {} },
                   counts = { firings = 0, proposals = 0 } }
    for _, v in ipairs(plan:versions()) do
        local wrong = history.since(v) and adds(plan, v) and look(walk, v)
        if wrong then
            return wrong, walk.counts
        end
    end
    return nil, walk.counts
end
