--- Trigger sets in files, and those kept in a plan: ccn.triggers.read, keep,
-- load, approve, in_force, and what of it is in force on a day.
--
-- The text of a set has to stand alone: of modules it may only require those
-- that ship.

local kept    = require "kept"
local set_of  = require "triggers.set"
local wording = require "wording"

local say = wording.of(require "lang.triggers")

--- What a kept text may require.
local function shipped_only(name)
    if not ccn.shipped(tostring(name):gsub("%.", "/") .. ".lua") then
        error(say("not alone", tostring(name)), 0)
    end
    return require(name)
end

local function evaluate(text, from)
    local globals = setmetatable({ require = shipped_only }, { __index = _G })
    local chunk, problem = load(text, "=" .. from, "t", globals)
    if not chunk then
        error(problem, 0)
    end
    local set = set_of(chunk())
    if type(set.name) ~= "string" or type(set.version) ~= "string" then
        error(say("no version", from), 0)
    end
    return set
end

local sets = kept { table = "trigger_set", say = say, evaluate = evaluate }

--- A set from a file.
function sets.read(path)
    return sets.take(ccn.text(path), path)
end

--- The sets in force on a day, in the order of their names: { row =, set = }.
function sets.all_in_force(plan, on)
    local list = {}
    for _, row in pairs(sets.rows_in_force(plan, on)) do
        list[#list + 1] = { row = row, set = sets.load(plan, row) }
    end
    return list
end

return sets
