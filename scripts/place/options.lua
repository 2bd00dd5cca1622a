--- The options of ccn.place, checked before anything is read from the plan;
-- what each means: scripts/place.lua.

local shape   = require "shape"
local wording = require "wording"
local work    = require "work"

local say = wording.of(require "lang.place")

local MOST_YEARS = 100

local OPTIONS = work.with {
    years = "any", mode = "any", unknown = "table",
    land = "field|function(enterprise)", clusters = "rows",
    capacity = "function(cluster, year)", uncleared = '"offer"',
    unready = '"offer"', industrial_share = "number",
    wastewater = '"capacity"|function(cluster, year)', budget = "table",
    carry = "flag", cost = "field|function(enterprise)",
    earliest = "field|function(enterprise)", pins = "table", exclude = "list",
    terms = "list", resources = "list", reserve = "list", together = "list",
    apart = "list", safety = "list", current = "any", frozen = "integer",
    change = "number", solver = '"exact"', most_changes = "integer",
    unsolved = '"tell"',
    change_cost = "table",
}

local function check_years(years)
    if type(years) ~= "table" or math.type(years[1]) ~= "integer"
        or math.type(years[2]) ~= "integer" or years[2] < years[1]
        or years[3] ~= nil then
        error(say "no_years", 0)
    elseif years[2] - years[1] >= MOST_YEARS then
        error(say("many_years", years[1], years[2], MOST_YEARS), 0)
    end
end

local function check_mode(options)
    if options.mode ~= "strict" and options.mode ~= "best" then
        error(say "no_mode", 0)
    elseif options.most_changes and options.mode == "strict" then
        error(say "few_strict", 0)
    elseif options.most_changes and not options.current then
        error(say("no_current", "most_changes"), 0)
    elseif options.terms and #options.terms == 0 and options.mode == "best"
    then
        error(say "no_terms", 0)
    end
end

return function(plan, order, options)
    shape.needed("plan", plan, "plan")
    shape.needed("order", order, "rows")
    shape.check("place", options, OPTIONS)
    check_mode(options)
    work.check(options)
    for kind, cost in pairs(options.change_cost or {}) do
        if type(cost) ~= "number" or cost < 0 or cost ~= cost then
            error(say("bad_change_cost", tostring(kind)), 0)
        end
    end
    check_years(options.years)
end
