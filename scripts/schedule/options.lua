--- The options of ccn.schedule, checked before anything is read from the plan;
-- what each means: scripts/schedule.lua.

local shape   = require "shape"
local wording = require "wording"

local say = wording.of(require "lang.schedule")

local OPTIONS = {
    years = "any", phases = "rows", budget = '"plan"|list', rules = "table",
    unknown = "table", cost = "function(phase)", spread = "function(phase)",
    lessons = "any", area = "field|function(phase)",
    demand = "function(cluster, year)", fill = "table", terms = "list",
    after = "list", pilots = "list", pilot_lag = "integer",
    earliest = "field|function(phase)", latest = "field|function(phase)",
    must = "field|function(phase)", limits = "list", fair = "table",
    place = "table", order = "rows", rounds = "integer", discount = "number",
    seconds = "number", steps = "number", gap = "number", seed = "number",
    threads = "integer", watch = "function(progress)",
}

local RULE = { share = "number", pays = "list", carry = "flag",
               article = "any" }

local FILL = { above = "number", article = "any" }

local function check_years(years)
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1]
        or years[3] ~= nil then
        error(say "no_years", 0)
    end
end

return function(plan, options)
    shape.needed("plan", plan, "plan")
    shape.check("schedule", options, OPTIONS)
    check_years(options.years)
    shape.check("fill", options.fill or {}, FILL)
    for source, rule in pairs(options.rules or {}) do
        shape.check(("rules, %s"):format(source), rule, RULE)
    end
    if options.discount and options.discount < 0 then
        error(say("bad_discount", tostring(options.discount)), 0)
    end
    local lessons = options.lessons
    if lessons and not (type(lessons) == "table" and lessons.apply) then
        error(say("bad_lessons", shape.shown(lessons)), 0)
    end
end
