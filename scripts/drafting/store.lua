--- Criteria sets: those that ship, those in files, and those kept in a plan.

local kept    = require "kept"
local Told    = require "rank.told"
local problem = require "rank.problem"
local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.drafting")

local store = {}

--- The sets that ship, in the order of the work.
local SHIPPED = { "relocation", "places_needs_room", "places_new",
                  "developer" }

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

local sets = kept { table = "criteria_set", say = say, evaluate = evaluate }

store.keep, store.in_force = sets.keep, sets.in_force

--- A set that is kept in a plan, by its row or key.
function store.load(plan, key)
    shape.needed("criteria.load: set", key, "row")
    return sets.load(plan, key)
end

--- Approve a set that is kept: nothing of it can be changed from then on.
function store.approve(plan, key, decision)
    shape.needed("criteria.approve: set", key, "text")
    return sets.approve(plan, key, decision)
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
    return sets.take(text, from)
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
