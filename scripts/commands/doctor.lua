--- `ccn doctor [PLAN]`: what is installed, which optional modules load and what
-- one does without them, and what a plan file holds.  Ends with an error when
-- something is broken; an optional module that is missing is not.

local say = require "wording".of(require "lang.doctor")

local args = ccn.args
local rows, broken = {}, 0

local function line(what, state, means)
    rows[#rows + 1] = { say(what), state, means or "" }
end

--- A module: there, missing (and how to get it), or broken.
local function module(name, without)
    local state = args[name]
    if state == "yes" then
        line(name, say "loads", nil)
    elseif state == "missing" then
        line(name, say "is missing", say(without))
    else
        broken = broken + 1
        line(name, say "does not load", state)
    end
end

local function charts()
    local found = ccn.beside "ccn-charts.js"
    if not found then
        line("charts", say "is missing", say "without charts")
        return
    end
    local versions = {}
    for name, version in found:gmatch "/%*! (vega[%w%-]*) ([%d.]+)" do
        versions[#versions + 1] = name .. " " .. version
    end
    line("charts", say "loads", table.concat(versions, ", "))
end

local function surroundings()
    local locale = args.locale ~= "" and args.locale or say "none"
    local utf8 = args.locale:upper():find "UTF%-?8"
    line("language", ccn.lang(), say("by locale", locale))
    line("letters", utf8 and "UTF-8" or say "not UTF-8",
         not utf8 and say "letters hint" or nil)
    line("scripts", args.scripts, nil)
    line("history", args.history ~= "" and args.history or say "none",
         args.history == "" and say "no history" or nil)
end

local function walls()
    local missing = args.missing
    line("walls", missing == "" and say "raised" or say("no wall", missing),
         missing ~= "" and say "without walls" or nil)
end

local function versions()
    local found = ccn.provenance().versions
    for _, name in ipairs { "ccn", "Lua", "SQLite" } do
        rows[#rows + 1] = { name, found[name], "" }
    end
end

local function print_rows(columns)
    print(ccn.table { columns = columns, rows = rows })
end

--- What a plan file holds; a file that does not open is broken.
local function plan_file(path)
    local done, plan = pcall(ccn.open, path)
    print ""
    if not done then
        broken = broken + 1
        print(say("plan broken", path, tostring(plan)))
        return
    end
    rows = {}
    for _, name in ipairs(ccn.tables()) do
        local own = {}
        for _, field in ipairs(plan:fields(name)) do
            if field.name:find "^x_" then
                own[#own + 1] = field.name
            end
        end
        rows[#rows + 1] = { name, #plan[name .. "s"](plan),
                            table.concat(own, ", ") }
    end
    print(say("plan", path, plan:name()))
    print_rows { say "table", { title = say "rows", align = "right" },
                 say "own fields" }
    local kept = plan:scenarios()
    print(#kept > 0 and say("kept", #kept, table.concat(kept, "; "))
        or say "kept none")
end

versions()
module("cbc", "without cbc")
module("edit", "without edit")
module("xlsx", "without xlsx")
module("mpi", "without mpi")
charts()
walls()
surroundings()
print_rows { say "what", say "state", say "means" }
if args[1] then
    plan_file(args[1])
end
if broken > 0 then
    error(say("broken", broken), 0)
end
