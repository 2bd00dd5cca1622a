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

--- Walks over the versions; each plan is made when it is needed.
local Walk = {}
Walk.__index = Walk

function Walk:at(number)
    local made = self.made[number]
    if not made then
        made = self.plan:version(number)
        made = self.outside and observed(made, self.plan) or made
        self.made[number] = made
    end
    return made
end

--- Calls check(plan of then, row of today) for each row that v added.
function Walk:each(v, name, number, check)
    local before = self.seen[name]
    for _, row in ipairs(added(self:at(v.id)[name .. "s"](self:at(v.id)),
                               before)) do
        local now = self.plan[name](self.plan, row.key)
        local wrong = now and check(self:at(number), now, self.plan)
            or not now and say("gone", name, row.key) or nil
        self.counts[name .. "s"] = self.counts[name .. "s"] + 1
        if wrong then
            return wrong
        end
    end
end

return function(plan, outside)
    local walk = setmetatable({ plan = plan, outside = outside, made = {},
        seen = { firing = {}, proposal = {} },
        counts = { firings = 0, proposals = 0 } }, Walk)
    if #plan:firings() == 0 and #plan:proposals() == 0 and not outside then
        return nil, walk.counts
    end
    for _, v in ipairs(plan:versions()) do
        if history.since(v) then
            local wrong = walk:each(v, "firing", v.id, firings.wrong)
                or walk:each(v, "proposal", v.parent or v.id, proposals.wrong)
            if wrong then
                return wrong, walk.counts
            end
        end
    end
    return nil, walk.counts
end
