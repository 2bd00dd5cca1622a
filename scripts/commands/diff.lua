--- `ccn diff PLAN [SCENARIO] OTHER`: what turns one into the other, a line for
-- each object and field, and what that does to results.  OTHER is a plan file
-- or the name of a scenario kept in PLAN; with SCENARIO it is that which is
-- compared, not the plan.
--
--     ccn diff laocai.gpkg laocai-2027.gpkg
--     ccn diff laocai.gpkg "Close Đầm Hồng"
--     ccn diff laocai.gpkg v3 v4
--     ccn diff laocai.gpkg "Close Đầm Hồng" "A year late" results=results.lua
--
-- results.lua returns the options of ccn.compare: lines = { { key, title,
-- function(plan) } }, place = function(plan).  Without it the usual lines are
-- compared.  Results that are the same are left out.

local figures = require "figures"
local json    = require "report.json"
local try     = require "commands.try"
local wording = require "wording"

local say = wording.of(require "lang.diff")

local args = ccn.args
local plan = try(ccn.open, args[1])

--- A plan file, a scenario of the plan, or one of its versions (v3).
local function side(name)
    if ccn.exists(name) then
        return try(ccn.open, name)
    end
    local names = plan:scenarios()
    for _, kept in ipairs(names) do
        if kept == name then
            return try(plan.scenario, plan, name)
        end
    end
    local version = name:match "^v(%d+)$"
    if version then
        return try(plan.version, plan, math.tointeger(tonumber(version)))
    end
    local near = ccn.nearest(name, names)
    error(near and say("near", name, near) or say("neither", name, args[1]), 0)
end

local from = args[3] and side(args[2]) or plan
local to   = side(args[3] or args[2])
local changes = try(from.diff, from, to)

--- Lines of the comparison that are not the same on both sides.
local function effects()
    local options = args.results and try(ccn.dofile, args.results) or {}
    if type(options) ~= "table" then
        error(say("no options", args.results), 0)
    end
    local together = try(ccn.compare, { from, to }, options)
    local rows = {}
    for _, row in ipairs(together.rows) do
        if row.cells[1] ~= row.cells[2] then
            rows[#rows + 1] = row
        end
    end
    return rows, together
end

--- The second less the first, with its sign; nil where they are no numbers.
local function difference(row)
    local a, b = row.cells[1], row.cells[2]
    if type(a) ~= "number" or type(b) ~= "number" then
        return nil
    end
    local sign = b > a and "+" or ""
    return sign .. (row.digits and figures.number(b - a, row.digits)
                    or wording.value(b - a))
end

local function print_effects(rows, together)
    local cells = {}
    for i, row in ipairs(rows) do
        cells[i] = { row.title, together.text(row, 1), together.text(row, 2),
                     difference(row) or "" }
    end
    print()
    print(ccn.table { columns = {
        say "results", { title = from:name(), align = "right" },
        { title = to:name(), align = "right" },
        { title = say "difference", align = "right" },
    }, rows = cells })
end

local function plain(value)
    return type(value) == "userdata" and value.key or value
end

local function print_json(rows)
    local list, results = json.list {}, json.list {}
    for i = 1, #changes do
        local c = changes[i]
        list[i] = { op = c.op, table = c.table, key = c.key, field = c.field,
                    old = plain(c.old), new = plain(c.new) }
    end
    for i, row in ipairs(rows) do
        results[i] = { key = row.key, title = row.title, from = row.cells[1],
                       to = row.cells[2] }
    end
    print(json { from = from:name(), to = to:name(), changes = list,
                 results = results })
end

local rows, together = effects()
if args.json == "yes" then
    print_json(rows)
    return
end
if #changes == 0 then
    print(say "same")
else
    print(changes)
    print(say("total", #changes))
end
if #rows > 0 then
    print_effects(rows, together)
elseif #changes > 0 then
    print(say "no effect")
end
