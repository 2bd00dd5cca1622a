--- From what was observed to a change: proposal:chain(change).
--
--     { fired = { 1 },            which of proposal.fired it goes back to
--       direct = true,            they changed its cluster, phase or itself
--       observations = { "o1" },  keys of the reports
--       triggers = { "slips" }, actions = { "later" },
--       world = { "Near/2: Opening year 2027 → 2030" },
--       constraint = "Near in 2030: land is short by 0.5 ha" }
--
-- What an action changes in a place that the change leaves or goes to is taken
-- to be why; where none does, the change follows from those of others, and all
-- that fired stand behind it.

local wording = require "wording"

local chain = {}

local function label_of(world, change)
    for _, field in ipairs(world:fields(change.table)) do
        if field.name == change.field then
            return field[ccn.lang()], field.unit
        end
    end
    return change.field, ""
end

--- A list of changes in words, a line each: a row that comes or goes is one.
local function lines_of(world, list)
    local lines, whole = {}, {}
    for i = 1, #list do
        local change = list[i]
        if change.op == "add" or change.op == "remove" then
            whole[change.table .. "/" .. change.key] = true
            lines[#lines + 1] = (change.op == "add" and "+ " or "− ")
                .. change.key
        end
    end
    for i = 1, #list do
        local change = list[i]
        if change.op == "set"
            and not whole[change.table .. "/" .. change.key] then
            local label, unit = label_of(world, change)
            lines[#lines + 1] = ("%s: %s %s → %s %s"):format(change.key, label,
                wording.value(change.old), wording.value(change.new), unit)
                :gsub(" $", "")
        end
    end
    return lines
end

--- Lets an action change the world, and keeps what that is.
function chain.act(world, one)
    local before = world:fork "before"
    one.action.change(world, one.entry)
    local list = before:diff(world)
    one.places, one.enterprises, one.world = {}, {}, lines_of(world, list)
    for i = 1, #list do
        local change = list[i]
        if change.table == "enterprise" then
            one.enterprises[change.key] = true
        elseif change.table == "cluster" then
            one.places[change.key] = true
        elseif change.table == "phase" then
            local phase = world:phase(change.key) or before:phase(change.key)
            local cluster = phase.cluster
            one.places[cluster and cluster.key or ""] = true
        end
    end
end

local function concerns(one, change)
    local from, to = change.from, change.to
    return one.enterprises[change.key] or from and one.places[from.cluster]
        or to and one.places[to.cluster] or false
end

local function add(list, more)
    for _, one in ipairs(more) do
        list[#list + 1] = one
    end
end

function chain.of(self, change)
    local found = { fired = {}, observations = {}, triggers = {},
                    actions = {}, world = {}, direct = false }
    for i, one in ipairs(self.fired) do
        if concerns(one, change) then
            found.fired[#found.fired + 1], found.direct = i, true
        end
    end
    if not found.direct then
        for i in ipairs(self.fired) do
            found.fired[i] = i
        end
    end
    for _, i in ipairs(found.fired) do
        local one = self.fired[i]
        local states = one.entry.states
        add(found.observations, states[#states].observations or {})
        add(found.triggers, { one.entry.trigger.id })
        add(found.actions, { one.action.id })
        add(found.world, one.world)
    end
    found.constraint = self:why(change)
    return found
end

return chain
