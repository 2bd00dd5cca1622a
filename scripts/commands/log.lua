--- `ccn log [PLAN] [NAME=VALUE ...]`: what was run, and of a plan its versions
-- and the decisions on them.
--
--     ccn log                          runs without a plan
--     ccn log laocai.gpkg              runs on this plan
--     ccn log laocai.gpkg run=12       one of them, with all it read and made
--     ccn log laocai.gpkg version=v4   its reason, and the decisions on it
--     ccn log laocai.gpkg script=dam_hong state=failed last=5 json=yes
--
-- docs/runs.md

local history = require "history"
local json    = require "report.json"
local try     = require "commands.try"
local wording = require "wording"

local say = wording.of(require "lang.runs")

local args = ccn.args
local path = args[1]

--- A number from 0, or of a run from 1.
local function count(name, value, least)
    local number = math.tointeger(tonumber(value))
    if not number or number < least then
        ccn.engine.usage(say("no count", name, value))
    end
    return number
end

local function short(hash)
    return hash and hash:sub(1, 12) or "–"
end

--- {"delay":2,"plan":"x"} as delay=2 plan=x, for people.
local function words(run)
    local text = run.parameters or run.arguments
    text = text:sub(2, -2)
    if run.parameters then
        text = text:gsub('"([%w_]+)":', "%1=")
    end
    return (text:gsub('"([^"]*)"', "%1"):gsub(",", " "))
end

local function wanted(run)
    return (not args.script or run.script:find(args.script, 1, true))
        and (not args.state or run.state == args.state)
end

local function chosen()
    local all, last = {}, count("last", args.last or 20, 0)
    for _, run in ipairs(try(ccn.engine.runs, path)) do
        if wanted(run) then
            all[#all + 1] = run
        end
    end
    return last > 0 and table.move(all, math.max(1, #all - last + 1), #all, 1,
                                   {}) or all
end

local function print_list(list)
    local rows = {}
    for i, run in ipairs(list) do
        rows[i] = { run.id, run.started, say(run.state), run.script,
                    words(run), short(run.result),
                    wording.number(run.seconds, "%.2f") }
    end
    print(ccn.table { columns = {
        { title = say "run", align = "right" }, say "started", say "state",
        { title = say "script", width = 40 },
        { title = say "parameters", width = 40 },
        say "result", { title = say "seconds", align = "right" },
    }, rows = rows, width = 160 })
end

local FACTS = { "started", "seconds", "state", "error", "script", "folder",
                "arguments", "parameters", "options", "seed", "versions",
                "result" }

local function print_run(run)
    local rows = {}
    for _, name in ipairs(FACTS) do
        rows[#rows + 1] = { say(name), name == "state" and say(run.state)
            or run[name] }
    end
    print(ccn.table { columns = { say "run", tostring(run.id) }, rows = rows,
                      width = 160 })
    rows = {}
    for i, part in ipairs(run.parts) do
        rows[i] = { say(part.side), part.kind, part.name, short(part.sha256) }
    end
    print()
    print(ccn.table { columns = { "", say "what", say "name", "SHA-256" },
                      rows = rows, width = 160 })
end

--- As JSON: what is JSON in the log stands as it is.
local function json_of(run)
    local parts = {}
    for _, name in ipairs { "arguments", "parameters", "options",
                            "versions" } do
        if run[name] then
            parts[#parts + 1] = ('"%s":%s'):format(name, run[name])
            run[name] = nil
        end
    end
    return json(run):gsub("}$", "") .. "," .. table.concat(parts, ",") .. "}"
end

if args.run then
    local run = try(ccn.engine.run, path, count("run", args.run, 1))
    if args.json == "yes" then
        print(json_of(run))
    else
        print_run(run)
    end
    return
end

if args.version then
    local plan = try(history.open, path)
    print(history.one(plan, try(history.number, args.version)))
    return
end

if not ccn.exists(path) then
    print(say "none")
    return
end
--- Versions and decisions of a plan file, which a journal has not; none when
-- runs are picked out.  Runs are shown of a damaged file too: what is wrong
-- with it is then the last word.
local function entries_of()
    if not path:find "%.gpkg$" or args.script or args.state then
        return nil
    end
    local good, plan, why = pcall(history.open, path)
    return good and plan or nil, not good and plan or why
end

local function print_versions(plan)
    local log, n = history.log(plan)
    if n > 0 then
        print(log)
        print()
    end
end

--- One list: entries of the plan by their number, then runs.
local function print_json(plan, list)
    local parts = {}
    for i, entry in ipairs(plan and history.entries(plan) or {}) do
        parts[i] = json(entry)
    end
    for _, run in ipairs(list) do
        run.what = "run"
        parts[#parts + 1] = json_of(run)
    end
    print("[" .. table.concat(parts, ",\n") .. "]")
end

local list = chosen()
local plan, damage = entries_of()
if args.json == "yes" then
    print_json(plan, list)
else
    if plan then
        print_versions(plan)
    end
    if #list == 0 then
        print(say "none")
    else
        print_list(list)
    end
end
if damage then
    error(damage, 0)
end
