--- Proposals that a plan keeps: what they were computed from, and what came of
-- it, so that ccn verify computes them again.
--
--     local options = ccn.proposals.read("second_wave.lua", plan,
--                                        { period = "2028-6m" })
--     local proposal = ccn.propose(plan, options)
--     local number = proposal:draft("balanced", { as = "SCT:NVA" })
--     ccn.proposals.record(plan, proposal, { as = "SCT:NVA" })
--
-- The file returns the options of ccn.propose, or function(plan, parameters)
-- that gives them; parameters are texts.  What fired must be recorded before
-- (ccn.triggers.record).  docs/adjustment.md

local bundle  = require "bundle"
local names   = require "names"
local outcome = require "proposals.outcome"
local wording = require "wording"
local worth   = require "propose.worth"

local say = wording.of(require "lang.proposals")

local proposals = { say = say }

--- Where options come from: { script = function -> text, parameters = }.
local sources = {}

local function lines_of(parameters)
    local lines = {}
    for name, value in pairs(parameters or {}) do
        lines[#lines + 1] = ("%s=%s"):format(name, tostring(value))
    end
    return table.concat(lines, "\n")
end

--- The parameters, and the names that were asked for.
local function watched(parameters)
    local asked = {}
    return setmetatable({}, {
        __index = function(_, name)
            asked[name] = true
            return parameters[name]
        end,
        __pairs = function()
            for name in pairs(parameters) do
                asked[name] = true
            end
            return pairs(parameters)
        end,
    }), asked
end

--- What nothing asked for was misspelt.
local function check_asked(parameters, asked, from)
    local list = {}
    for name in pairs(asked) do
        list[#list + 1] = tostring(name)
    end
    table.sort(list)
    for name in pairs(parameters) do
        if #list == 0 then
            error(say("takes none", from, name), 0)
        end
        names.known(from, name, list)
    end
end

local function options_of(made, plan, parameters, from)
    local options, seen, asked = made.value, watched(parameters)
    if type(options) == "function" then
        options = options(plan, seen)
    end
    check_asked(parameters, asked, from)
    if type(options) ~= "table"
        or options.triggers == nil or options.order == nil then
        error(say("no options", from), 0)
    end
    sources[options] = { script = made.text, parameters = parameters }
    return options
end

--- The options that a file gives for a plan.
function proposals.read(path, plan, parameters)
    local texts = {}
    for name, value in pairs(parameters or {}) do
        texts[name] = tostring(value)
    end
    return options_of(bundle.read(path), plan, texts, path)
end

--- The keys of the firings that allowed it, all recorded.
local function firings_of(plan, proposal)
    local keys, set = {}, proposal.options.triggers
    if not (set.name and set.version) then
        error(say "no set kept", 0)
    end
    for i, one in ipairs(proposal.fired) do
        local key = ("%s %s/%s/%s/%s"):format(set.name, set.version,
            one.entry.trigger.id, one.entry.subject, proposal.options.to)
        if not plan:firing(key) then
            error(say("not recorded", key), 0)
        end
        keys[i] = key
    end
    return keys
end

local function hash(script, parameters, seed)
    return ccn.sha256(("%d\n%s\n\n%s"):format(seed, parameters, script))
end

local function versions()
    local made = ccn.provenance().versions
    return ("ccn %s, Lua %s, SQLite %s"):format(made.ccn, made.Lua, made.SQLite)
end

--- What a search found when its time was up is not found again.
local function check_clock(proposal)
    local place = worth.place(proposal.world, proposal.options)
    for _, found in ipairs(proposal.alternatives) do
        if (place.seconds or place.solver == "exact")
            and found.gap and found.gap > 1e-9 then
            error(say("by the clock", found.id), 0)
        end
    end
end

--- The row that a proposal makes.
local function row_of(plan, proposal, key)
    local source = sources[proposal.options]
    if not source then
        error(say "not read", 0)
    elseif proposal.base:digest() ~= plan:digest() then
        error(say "other plan", 0)
    end
    check_clock(proposal)
    local script, parameters = source.script(), lines_of(source.parameters)
    local seed = ccn.provenance().seed
    return {
        key = key or proposal.day, firings = firings_of(plan, proposal),
        day = proposal.day, script = script,
        parameters = parameters ~= "" and parameters or nil,
        seed = seed, sha256 = hash(script, parameters, seed),
        base = proposal.base:digest(), reason = tostring(proposal),
        outcome = outcome(proposal), versions = versions(),
    }
end

--- Records a proposal as a version of kind record; its key, and the number of
-- the version.  A draft of one of its alternatives is made before.
function proposals.record(plan, proposal, options)
    names.only("ccn.proposals.record", options, { "as", "on", "key", "title" })
    local row = row_of(plan, proposal, options.key)
    local title = options.title or say("title", row.key)
    local fork = plan:fork(title)
    fork:add("proposal", row)
    return row.key, plan:record(fork, { as = options.as, on = options.on,
                                        title = title })
end

-- Verifying

local function parameters_of(text)
    local parameters = {}
    for name, value in (text or ""):gmatch "([^\n=]+)=([^\n]*)" do
        parameters[name] = value
    end
    return parameters
end

--- The outcome once more, on the plan as it was.
local function again(plan, row)
    local seed = ccn.provenance().seed
    local script, parameters = row.script or "", row.parameters or ""
    if hash(script, parameters, row.seed or 0) ~= row.sha256 then
        error(say("changed", row.key), 0)
    elseif row.seed ~= seed then
        error(say("seed", row.seed), 0)
    end
    local made = bundle.run(script, row.key)
    local options = options_of(made, plan, parameters_of(parameters), row.key)
    return outcome(ccn.propose(plan, options))
end

--- The first line in which two texts differ: was, is.
local function first_difference(was, is)
    local rest = (is .. "\n"):gmatch "([^\n]*)\n"
    for line in (was .. "\n"):gmatch "([^\n]*)\n" do
        local other = rest() or "–"
        if line ~= other then
            return line, other
        end
    end
    return "–", rest()
end

--- Nil, or in words what of a proposal does not follow from the plan on which
-- it was made.
function proposals.wrong(plan, row)
    if plan:digest() ~= row.base then
        return say("other base", row.key)
    end
    local done, made = pcall(again, plan, row)
    if not done then
        return say("not recomputed", row.key, tostring(made))
    elseif made ~= row.outcome then
        return say("does not follow", row.key,
                   first_difference(row.outcome or "", made))
    end
end

return proposals
