--- Criteria inside of criteria, at any depth.
--
--     { name = "environment", weight = 60, en = "Environment",
--       { name = "water", weight = 2, field = ..., scale = ... },
--       { name = "air", weight = 1, field = ..., scale = ... } }
--
-- The weight of a part is its share of the whole: here water counts 40 and air
-- 20.  The engine gets the leaves alone; nodes(criteria) are what people see.

local names   = require "names"
local sound   = require "rank.sound"
local wording = require "wording"

local say = wording.of(require "lang.tree")
local wrong = wording.of(require "lang.sound")

local tree = {}

local DEEPEST = 32
local OPTIONS = { name = true, en = true, vi = true, doc = true,
                  weight = true, ground = true, article = true }

local function is_group(criterion)
    return criterion[1] ~= nil
end

local function is_weight(weight)
    return type(weight) == "number" and weight >= 0 -- not for NaN
        and weight < math.huge
end

local function check_group(group)
    for option in pairs(group) do
        if math.type(option) ~= "integer" and not OPTIONS[option] then
            error(say("no_option", group.name, tostring(option))
                  .. names.hint(option, OPTIONS), 0)
        end
    end
    if not is_weight(group.weight) then
        error(say("no_weight", group.name), 0)
    end
end

--- The sum of the weights of the parts of a group.
local function total_of(group)
    local total = 0
    sound.list(group, group.name)
    for i, part in ipairs(group) do
        sound.named(part, "criterion", wrong("place_in", i, group.name))
        if not is_weight(part.weight) then
            error(say("no_weight", part.name), 0)
        end
        total = total + part.weight
    end
    if total <= 0 and group.weight > 0 then
        error(say("no_weights", group.name), 0)
    end
    return total > 0 and total or 1
end

local function copy_of(criterion, weight)
    local copy = {}
    for key, value in pairs(criterion) do
        copy[key] = value
    end
    copy.weight = weight
    return copy
end

local add

local function add_group(into, group, weight, depth)
    if depth > DEEPEST then
        error(say("too_deep", group.name), 0)
    end
    check_group(group)
    local node = copy_of({ name = group.name, en = group.en, vi = group.vi,
                           ground = group.ground,
                           article = group.article }, weight)
    local total = total_of(group)
    node.parts = {}
    for _, part in ipairs(group) do
        node.parts[#node.parts + 1] =
            add(into, part, weight * (part.weight / total), depth + 1)
    end
    into.groups[#into.groups + 1] = node
    return node
end

--- One criterion into the leaves and names; its node.
function add(into, criterion, weight, depth)
    local name = criterion.name
    if into.seen[name] then
        error(say("twice", name), 0)
    end
    into.seen[name] = true
    if is_group(criterion) then
        return add_group(into, criterion, weight, depth)
    end
    local leaf = depth > 1 and copy_of(criterion, weight) or criterion
    into.leaves[#into.leaves + 1] = leaf
    return leaf
end

--- The leaves with what is said of all criteria, as ccn.rank takes them; as
-- `tops` the nodes of the first level, and as `groups` those that have parts,
-- the inner ones first.
function tree.flatten(criteria)
    local into = { leaves = {}, groups = {}, seen = {} }
    local tops = {}
    sound.list(criteria, wrong "criteria")
    for i, criterion in ipairs(criteria) do
        sound.named(criterion, "criterion", tostring(i))
        tops[i] = add(into, criterion, criterion.weight, 1)
    end
    if #into.groups == 0 then
        return criteria, tops, into.groups
    end
    for key, value in pairs(criteria) do
        if math.type(key) ~= "integer" then
            into.leaves[key] = value
        end
    end
    return into.leaves, tops, into.groups
end

--- What groups add to a score, from what their parts add.
function tree.sum(groups, contributions)
    for _, group in ipairs(groups) do
        local sum = 0
        for _, part in ipairs(group.parts) do
            sum = sum + contributions[part.name]
        end
        contributions[group.name] = sum
    end
end

return tree
