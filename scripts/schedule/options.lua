--- The options of ccn.schedule, checked before anything is read from the plan;
-- what each means: scripts/schedule.lua.

local shape   = require "shape"
local wording = require "wording"
local work    = require "work"

local say = wording.of(require "lang.schedule")

local OPTIONS = work.with {
    years = "any", phases = "rows", budget = '"plan"|list', rules = "table",
    unknown = "table", cost = "function(phase)", spread = "function(phase)",
    lessons = "any", area = "field|function(phase)",
    demand = "function(cluster, year)", fill = "table", terms = "list",
    after = "list", pilots = "list", pilot_lag = "integer",
    earliest = "field|function(phase)", latest = "field|function(phase)",
    must = "field|function(phase)", limits = "list", fair = "table",
    unsolved = '"tell"', place = "table", order = "rows", rounds = "integer",
    discount = "number",
}

local RULE = { share = "number", pays = "list", carry = "flag",
               article = "any" }

local FILL = { above = "number", article = "any" }

--- What only means something beside another option.
local BESIDE = { pilot_lag = "pilots", order = "place", rounds = "place" }

local MOST_YEARS = 60

local function check_beside(options)
    for name, other in pairs(BESIDE) do
        if options[name] and not options[other] then
            error(say("beside", name, other), 0)
        end
    end
    if options.place and options.terms then
        error(say "joint_terms", 0)
    elseif options.rules and options.budget ~= "plan" then
        error(say("beside", "rules", 'budget = "plan"'), 0)
    end
end

local function check_years(years)
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1]
        or years[3] ~= nil then
        error(say "no_years", 0)
    elseif years[2] - years[1] >= MOST_YEARS then
        error(say("many_years", years[1], years[2], MOST_YEARS), 0)
    end
end

local function check_fill(fill, demand)
    shape.check("fill", fill, FILL)
    if not fill.above or not fill.article or not demand then
        error(say "bad_fill", 0)
    elseif fill.above < 0 or fill.above > 1 then
        error(say("bad_share", "fill.above", wording.value(fill.above)), 0)
    end
end

return function(plan, options)
    shape.needed("plan", plan, "plan")
    shape.check("schedule", options, OPTIONS)
    check_years(options.years)
    check_beside(options)
    work.check(options)
    if options.fill then
        check_fill(options.fill, options.demand)
    end
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
