--- What a script says about values that are not known.
--
-- There is no default: each kind of value that is needed has its policy in
-- options.unknown, or placing is refused.

local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.place")

local Unknown = {}
Unknown.__index = Unknown

local KINDS = { "land", "capacity", "phase", "trade", "cost", "wastewater",
                "treatment", "distance" }

--- The policies of a script.  Phases follow "capacity" when it is a word.
function Unknown.new(policies)
    local own = {}
    names.only("unknown", policies or own, KINDS)
    for kind, policy in pairs(policies or {}) do
        own[kind] = policy
    end
    if own.phase == nil and type(own.capacity) == "string" then
        own.phase = own.capacity
    end
    return setmetatable({ policies = own, count = {}, title = {}, added = {} },
                        Unknown)
end

--- The policy of a resource of the script, for its need or its supply.
function Unknown:add(kind, policy, title, part)
    self.policies[kind] = policy
    self.added[#self.added + 1] = kind
    self.title[kind] = say("what_" .. part, title)
    self:policy(kind, part == "supply")
end

--- What a kind of value is called.
function Unknown:what(kind)
    return self.title[kind] or say("what_" .. kind)
end

--- What is assumed is an amount, of land in ha; more than there can be.
local MOST, MOST_LAND = 1e12, { land = 1e9, capacity = 1e9, phase = 1e9 }

local function check_assumed(kind, policy)
    names.only("unknown, " .. kind, policy, { "assume" })
    local value = policy.assume
    local most = MOST_LAND[kind] or MOST
    if type(value) ~= "number" or not (value >= 0 and value <= most) then
        error(say("bad_assumed", kind, wording.money(most),
                  shape.shown(value)), 0)
    end
end

--- The policy for a kind: "refuse", "leave out", "allow" (if it may be) or
-- { assume = value }.
function Unknown:policy(kind, may_allow)
    local policy = self.policies[kind]
    local assumes = type(policy) == "table" and not may_allow
    if assumes then
        check_assumed(kind, policy)
    end
    if policy == "refuse" or policy == "leave out"
        or (may_allow and policy == "allow") or assumes then
        self.count[kind] = self.count[kind] or 0
        return policy
    end
    local choices = may_allow and "'refuse', 'leave out', 'allow'"
        or "'refuse', 'leave out', { assume = ... }"
    error(say("no_policy", kind, choices), 0)
end

--- A value is not known: the value to take, or nil to leave out.
function Unknown:meet(kind, who, may_allow)
    local policy = self:policy(kind, may_allow)
    if policy == "refuse" then
        error(say("refused", who, self:what(kind)), 0)
    end
    self.count[kind] = self.count[kind] + 1
    if type(policy) == "table" then
        return policy.assume
    end
    return policy == "allow" or nil
end

local function words(policy, count)
    if policy == "refuse" then
        return say "policy_refuse"
    elseif policy == "leave out" then
        return say("policy_out", count)
    elseif policy == "allow" then
        return say("policy_allow", count)
    end
    return say("policy_assume", wording.sum(policy.assume), count)
end

--- The policies that were asked for, as lines.
function Unknown:lines()
    local lines = {}
    local function add(kind)
        if self.count[kind] then
            lines[#lines + 1] = say("assumes_line", self:what(kind),
                                    words(self.policies[kind],
                                          self.count[kind]))
        end
    end
    for _, kind in ipairs(KINDS) do
        add(kind)
    end
    for _, kind in ipairs(self.added) do
        add(kind)
    end
    return lines
end

return Unknown
