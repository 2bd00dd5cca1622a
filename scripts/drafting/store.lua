--- Criteria sets: those that ship, those in files, and those kept in a plan.

local Told    = require "rank.told"
local problem = require "rank.problem"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.drafting")

local store = {}

--- The sets that ship, in the order of the work.
local SHIPPED = { "relocation", "places_needs_room", "places_new",
                  "developer" }

--- Text and source of a set, so that it can be kept as it stood.
local sources = {}

local function check(set, from)
    if type(set) ~= "table" or type(set.name) ~= "string"
        or type(set.version) ~= "string" or not set[1] then
        error(say("no_set", from), 0)
    end
    local good, why = pcall(problem.check, set)
    if not good then
        error(("%s: %s"):format(from, why), 0)
    end
    return set
end

--- The set that a text gives; from is what errors call it.
local function evaluate(text, from)
    local chunk, why = load(text, "=" .. from, "t")
    if not chunk then
        error(why, 0)
    end
    return check(chunk(), from)
end

--- The names of the sets that ship.
function store.shipped()
    return { table.unpack(SHIPPED) }
end

--- A set from a file, or one that ships by its name.
function store.read(name)
    if type(name) ~= "string" then
        error(say "no_name", 0)
    end
    local text, from
    for _, shipped in ipairs(SHIPPED) do
        if shipped == name then
            text, from = ccn.shipped("criteria/" .. name .. ".lua"), name
        end
    end
    if not text then
        local done, answer = pcall(ccn.text, name)
        if not done then
            error(say("no_file", answer, table.concat(SHIPPED, ", ")), 0)
        end
        text, from = answer, name
    end
    local set = evaluate(text, from)
    sources[set] = text
    return set
end

local function key_of(set)
    return set.name .. " " .. set.version
end

--- Keep a set that was read in a plan, as a draft; its row.
function store.keep(plan, set)
    local text = sources[set]
    if not text then
        error(say "not_read", 0)
    end
    return plan:add("criteria_set", {
        key = key_of(set), name = set.name, version = set.version,
        text = text, sha256 = ccn.sha256(text),
        origin = wording.text(set.ground),
    })
end

--- A set that is kept in a plan, by its row or key.
function store.load(plan, key)
    shape.needed("criteria.load: set", key, "row")
    local row = type(key) == "string" and plan:criteria_set(key) or key
    if not row or type(row) == "string" then
        error(say("no_row", tostring(key)), 0)
    elseif not row.text then
        error(say("no_text", row.key), 0)
    elseif row.sha256 and ccn.sha256(row.text) ~= row.sha256 then
        error(say("changed", row.key), 0)
    end
    local set = evaluate(row.text, row.key)
    sources[set] = row.text
    return set
end

--- Approve a set that is kept: nothing of it can be changed from then on.
function store.approve(plan, key, decision)
    shape.needed("criteria.approve: set", key, "text")
    local row = plan:criteria_set(key)
    if not row then
        error(say("no_row", tostring(key)), 0)
    elseif type(decision) ~= "table" or not (decision.by and decision.on) then
        error(say "no_decision", 0)
    end
    store.load(plan, row)
    row.approved_by, row.decision = decision.by, decision.decision
    row.approved_on = decision.on
    return row
end

--- The set of a name that is approved last up to a day; nil when there is
-- none.
function store.in_force(plan, name, on)
    local last
    for row in plan:criteria_sets() do
        if row.name == name and row.approved_on
            and (not on or row.approved_on <= on)
            and (not last or row.approved_on > last.approved_on) then
            last = row
        end
    end
    if not last then
        return nil
    end
    return store.load(plan, last)
end

--- What is kept in a plan, as a table.
function store.list(plan)
    local rows = {}
    for row in plan:criteria_sets() do
        local text = row.approved_on and say "approved" or say "draft"
        rows[#rows + 1] = { row.key, text, row.approved_on, row.approved_by,
                            row.decision, row.sha256
                                and row.sha256:sub(1, 12) }
    end
    local columns = {}
    for i, name in ipairs { "set", "status", "on", "by", "decision",
                            "hash" } do
        columns[i] = { title = say(name) }
    end
    local line = #rows > 0 and say("kept", plan:name()) or say "none_kept"
    return Told.make({}, { name = "criteria-sets", rows = rows,
                           columns = columns, lines = { line } })
end

return store
