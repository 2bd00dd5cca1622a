--- From a trigger that has fired to alternatives that somebody can decide on:
-- ccn.propose(plan, options) -> proposal.
--
--     local proposal = ccn.propose(plan, {
--         triggers = set, from = "2027-6m", to = "2028-6m",
--         actions = { { id = "later", trigger = "extension-late",
--                       en = "…", vi = "…",
--                       change = function(world, entry) … end } },
--         order = function(world) return world:enterprises() end,
--         place = { years = { 2028, 2031 }, unknown = { … } },
--         windows = { closed = 2028, published = 2029 }, tax = 0.5,
--         futures = { n = 40, factors = { … } },
--     })
--     print(proposal)
--     proposal:draft("balanced", { as = "SCT:NVA" })
--
-- The plan in force is destination and move_year of its enterprises.  What the
-- fired actions change is the world that every alternative has to live in.
-- docs/adjustment.md

local asked   = require "propose.asked"
local chain   = require "propose.chain"
local figures = require "figures"
local solve   = require "propose.solve"
local wording = require "wording"
local worth   = require "propose.worth"

local say = wording.of(require "lang.propose")

local Proposal = {}
Proposal.__index = Proposal

--- The actions that what has fired allows: { { action =, entry = }, ... }.
local function allowed(found, actions)
    local list = {}
    for _, entry in ipairs(found:of "fired") do
        for _, action in ipairs(actions) do
            if action.trigger == entry.trigger.id then
                list[#list + 1] = { action = action, entry = entry }
            end
        end
    end
    return list
end

--- The key of a firing that is recorded and would allow an action.
local function recorded_key(plan, options)
    for row in plan:firings() do
        if row.state == "fired" and row.period == options.to then
            for _, action in ipairs(options.actions) do
                if action.trigger == row.trigger then
                    return row.key
                end
            end
        end
    end
end

--- What goes behind "not fired" when it had fired in the plan of another day.
local function recorded(plan, options)
    local key = recorded_key(plan, options)
    local in_file, versions = pcall(plan.versions, plan)
    for _, v in ipairs(key and in_file and versions or {}) do
        if plan:version(v.id):firing(key) then
            return say("fired then", key, v.id)
        end
    end
    return ""
end

--- Why an alternative moves one: what keeps it from where the plan has it.
function Proposal:why(change)
    if not change.from then
        return say "prefers"
    end
    local nothing = self.alternatives[1].placement
    local move = nothing.by_key[change.key]
    if move and move.cluster then
        return say "prefers"
    end
    return nothing:why_not(change.key, change.from.cluster, change.from.year)
end

--- From what was observed to a change (propose/chain.lua).
function Proposal:chain(change)
    return chain.of(self, change)
end

--- The difference of an alternative to the plan in force.
function Proposal:diff(id)
    return self.base:diff(self:alternative(id).fork)
end

--- Whom an alternative gives a place that doing nothing does not, who moves
-- later or elsewhere than planned or no more, and who moves earlier.
function Proposal:touched(found)
    local nothing, gains, loses = self.alternatives[1].moves, {}, {}
    local sooner = {}
    for key in pairs(found.moves) do
        if not nothing[key] then
            gains[#gains + 1] = key
        end
    end
    for _, change in ipairs(found.changes) do
        if change.from and (not change.to or change.to.year > change.from.year
            or change.to.cluster ~= change.from.cluster) then
            loses[#loses + 1] = change.key
        elseif change.from then
            sooner[#sooner + 1] = change.key
        end
    end
    table.sort(gains)
    return gains, loses, sooner
end

--- Who has a place in the plan in force and none when nothing is done.
function Proposal:left_out()
    local keys = {}
    for key in pairs(self.in_force) do
        if not self.alternatives[1].moves[key] then
            keys[#keys + 1] = key
        end
    end
    table.sort(keys)
    return keys
end

function Proposal:alternative(id)
    local ids = {}
    for _, found in ipairs(self.alternatives) do
        for _, name in ipairs { found.id, table.unpack(found.also or {}) } do
            ids[#ids + 1] = name
            if name == id then
                return found
            end
        end
    end
    error(say("no alternative", tostring(id), table.concat(ids, ", ")), 2)
end

--- Makes a draft of an alternative (plan:draft); the reasons are its reason.
function Proposal:draft(id, about)
    local found, version = self:alternative(id), {}
    for name, value in pairs(about) do
        version[name] = value
    end
    version.title = version.title
        or say("title", figures.date(self.day)) .. ": " .. say(id)
    version.reason = version.reason
        or require "propose.text".reason(self, found)
    return wording.run(found.fork.draft, found.fork, version)
end

--- As a page with its tables: proposal:report():save "proposal.html".
function Proposal:report()
    return require "propose.page".report(self)
end

Proposal.__tostring = function(self)
    return require "propose.text".whole(self)
end

return function(plan, options)
    asked.check(options)
    local found = ccn.triggers.evaluate(plan, options.triggers, {
        from = options.from, to = options.to, subjects = options.subjects })
    local fired = allowed(found, options.actions)
    if #fired == 0 then
        error(say("not fired", options.to) .. recorded(plan, options), 0)
    end
    local states = fired[1].entry.states
    local self = setmetatable({ options = options, fired = fired, base = plan,
                                evaluated = found,
                                day = states[#states].cutoff,
                                in_force = worth.in_force(plan) }, Proposal)
    self.world = plan:fork "observed"
    for _, one in ipairs(fired) do
        chain.act(self.world, one)
        asked.closed(self, one)
    end
    self.fixed, self.window = asked.fixed(options.windows, fired)
    solve.all(self)
    if options.futures and not self.infeasible then
        require "propose.futures" (self)
    end
    return self
end
