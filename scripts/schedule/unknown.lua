--- What a script says about values that are not known: as for placing, each
-- kind that is needed has its policy in options.unknown, or it is an error.

local names   = require "names"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.schedule")

local Unknown = {}
Unknown.__index = Unknown

local KINDS = { "cost", "duration", "area", "demand", "source", "split",
                "amount" }

function Unknown.new(policies)
    names.only("unknown", policies or {}, KINDS)
    return setmetatable({ policies = policies or {}, count = {} }, Unknown)
end

local MOST = 1e15

--- "even" is how a line is split; all else are amounts.
local function check_assumed(kind, policy)
    names.only("unknown, " .. kind, policy, { "assume" })
    local value = policy.assume
    local is_word = kind == "split" or kind == "source"
    local fits = is_word and type(value) == "string"
        or not is_word and type(value) == "number"
            and value >= 0 and value <= MOST
    if not fits then
        error(say(is_word and "bad_assumed_word" or "bad_assumed", kind,
                  shape.shown(value)), 0)
    end
end

function Unknown:policy(kind)
    local policy = self.policies[kind]
    if type(policy) == "table" then
        check_assumed(kind, policy)
    end
    if policy == "refuse" or policy == "leave out"
        or type(policy) == "table" then
        self.count[kind] = self.count[kind] or 0
        return policy
    end
    error(say("no_policy", kind), 0)
end

--- A value is not known: the value to take, or nil to leave out.
function Unknown:meet(kind, who)
    local policy = self:policy(kind)
    if policy == "refuse" then
        error(say("refused", who, say("what_" .. kind)), 0)
    end
    self.count[kind] = self.count[kind] + 1
    return type(policy) == "table" and policy.assume or nil
end

local function words(policy, count)
    if policy == "refuse" then
        return say "policy_refuse"
    elseif policy == "leave out" then
        return say("policy_out", count)
    end
    local value = policy.assume
    return say("policy_assume", value == "even" and say "even"
                   or type(value) == "number" and wording.sum(value)
                   or wording.value(value), count)
end

--- The policies that were asked for, as lines.
function Unknown:lines()
    local lines = {}
    for _, kind in ipairs(KINDS) do
        if self.count[kind] then
            lines[#lines + 1] = say("line", say("what_" .. kind),
                                    words(self.policies[kind],
                                          self.count[kind]))
        end
    end
    return lines
end

return Unknown
