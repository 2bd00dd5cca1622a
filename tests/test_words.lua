-- What is said of mistakes: each names what was given, what is expected, and
-- the nearest name that there is.

local test = {}

local function town()
    local plan = ccn.new "Town"
    for _, key in ipairs { "A", "B" } do
        plan:add("cluster", { key = key, state = "operating",
                              industrial_area = 2, leased_area = 0 })
        plan:add("phase", { key = key .. "/1", cluster = key, duration = 1,
                            industrial_area = 5, cost = 1000,
                            state = "proposed" })
    end
    for i = 1, 3 do
        plan:add("enterprise", { key = "E" .. i, land_held = 0.5 })
    end
    return plan
end

local function with(usual, more)
    local all = {}
    for _, options in ipairs { usual, more or {} } do
        for name, value in pairs(options) do
            all[name] = value
        end
    end
    return all
end

local function place(more, plan)
    plan = plan or town()
    return ccn.place(plan, plan:enterprises(), with({
        years = { 2027, 2028 }, mode = "best", steps = 100, current = "plan",
        unknown = { land = "leave out", capacity = "leave out",
                    trade = "allow", distance = "leave out",
                    cost = { assume = 5 }, wastewater = "leave out",
                    treatment = "leave out" },
    }, more))
end

local function schedule(more, plan)
    return ccn.schedule(plan or town(), with({
        years = { 2027, 2028 }, steps = 100,
        budget = { { source = "province", [2027] = 2000, [2028] = 500 } },
        unknown = { cost = "refuse", duration = "refuse",
                    area = "leave out", demand = "leave out" },
    }, more))
end

local function fails(message, call, ...)
    local done, got = pcall(call, ...)
    if done or not tostring(got):find(message, 1, true) then
        error(("wanted the error '%s', got %s"):format(message,
                                                      tostring(got)), 2)
    end
end

local function one() return 1 end

-- One of each kind, and tables with one of each in them.
local ODD = { 5, "x", true, -1, 0 / 0, 1 / 0, one, {}, { 5 }, { "x" }, { {} },
              { one }, { a = "x" }, { x = {} }, { { "A/1" } },
              { { name = "x", of = "land", most = {} } },
              { { name = "x", value = function() return "x" end } },
              { { source = "x", [2027] = "x" } } }

--- Each odd value for each option gives an answer, or an error that is not one
-- of Lua's own.
local function try_all(call, options)
    local plan = town()
    for name in options:gmatch "%S+" do
        for i, value in ipairs(ODD) do
            local done, got = pcall(call, { [name] = value }, plan)
            local text = tostring(got)
            if not done and (text:find "attempt to"
                             or text:find "bad argument") then
                error(("%s, odd value %d: %s"):format(name, i, text), 0)
            end
        end
    end
end

function test.no_odd_option_of_place_ends_in_an_error_of_lua()
    try_all(place, "years mode unknown land capacity uncleared unready carry "
            .. "wastewater budget cost earliest pins exclude terms seconds "
            .. "resources reserve together apart safety current frozen change "
            .. "solver steps gap seed threads watch most_changes change_cost")
end

function test.no_odd_option_of_schedule_ends_in_an_error_of_lua()
    try_all(schedule, "years budget rules unknown cost spread lessons area "
            .. "demand fill terms after pilots pilot_lag earliest latest must "
            .. "limits fair place order rounds discount seconds steps gap "
            .. "seed threads")
end

function test.options_of_a_wrong_kind_say_what_they_should_be()
    fails("schedule: demand must be function(cluster, year), got 5", schedule,
          { demand = 5 })
    fails('fair: least must be a number or "most", got "max"', schedule,
          { fair = { least = "max" } })
    fails("schedule: must must be the name of a field or function(phase), got "
          .. "a table", schedule, { must = { "A/1" } })
    fails('place: wastewater must be "capacity" or function(cluster, year), '
          .. 'got "capasity"', place, { wastewater = "capasity" })
    fails("order must be a selection of rows, got a table", ccn.place, town(),
          {}, {})
    fails("order must be a selection of rows, got enterprise E1", ccn.place,
          town(), town():enterprise "E1", {})
    fails("plan must be a plan, got nil", ccn.schedule)
end

function test.misspelt_names_within_options_are_named()
    fails("limits, 1: there is no 'leas'; did you mean 'least'?", schedule,
          { limits = { { name = "x", of = "land", leas = 1 } } })
    fails("fair: there is no 'diference'; did you mean 'difference'?",
          schedule, { fair = { diference = 0.1 } })
    fails("pilots: there is no 'Dam Hong'; did you mean 'Đầm Hồng'?",
          function()
        local plan = town()
        plan:add("cluster", { key = "Đầm Hồng" })
        schedule({ pilots = { "Dam Hong" } }, plan)
    end)
    fails("resources, 1: there is no 'suply'; did you mean 'supply'?", place,
          { resources = { { name = "x", need = "land", suply = one } } })
    fails("reserve, 1: there is no 'shar'; did you mean 'share'?", place,
          { reserve = { { name = "x", shar = 0.1 } } })
    fails("safety, 1: there is no 'lest'; did you mean 'least'?", place,
          { safety = { { lest = one } } })
    fails("change_cost: there is no 'lnd'; did you mean 'land'?", place,
          { change_cost = { lnd = 5 } })
    fails("unknown: there is no 'lnd'; did you mean 'land'?", place,
          { unknown = { lnd = "refuse" } })
    fails("budget: a year must be a whole number, got \"2027\"", place,
          { budget = { ["2027"] = 5 } })
end

function test.limits_say_which_of_their_parts_is_wrong()
    local function limit(fields)
        return schedule { limits = { with({ name = "few", of = "phases",
                                            most = 1 }, fields) } }
    end
    fails('limits, 1: of must be "phases", "money" or "land", got "phase"',
          limit, { of = "phase" })
    fails("limit 'few': years must be { first, last }, whole numbers from "
          .. "2027 to 2028", limit, { years = { 2020, 2028 } })
    fails("limit 'few' must be a number, got \"x\"", limit,
          { most = function() return "x" end })
    fails("limit 'few' needs least or most", limit, { most = false })
end

function test.a_source_for_a_cost_that_no_phase_has_is_noted()
    local made = schedule { budget = { { source = "province", [2027] = 2000,
                                         pays = { "infrastucture" } } } }
    assert(tostring(made):find("source 'province': no phase has a cost of the "
                               .. "kind 'infrastucture'", 1, true))
end

function test.pilots_say_what_is_wrong()
    local plan = town()
    plan:cluster "B".industrial_area = 3
    local order = ccn.rank(plan:clusters(), { {
        name = "land", field = "industrial_area", weight = 1,
        normal = "minmax", missing = "refuse" } })
    local function learn() return {} end
    fails("pilots needs an order of clusters", ccn.pilots, plan:clusters(),
          { learn = learn })
    fails("pilots needs learn(cluster)", ccn.pilots, order)
    fails("pilots: there is no 'lern'; did you mean 'learn'?", ccn.pilots,
          order, { lern = learn })
    fails("pilots: most must be 1, 2 or 3, got 4", ccn.pilots, order,
          { learn = learn, most = 4 })
    fails("pilots, weights: there is no 'scor'; did you mean 'score'?",
          ccn.pilots, order, { learn = learn, weights = { scor = 1 } })
    fails("pilots, weights: score must be a number from 0, got -1", ccn.pilots,
          order, { learn = learn, weights = { score = -1 } })
    fails("pilots: budget needs cost", ccn.pilots, order,
          { learn = learn, budget = 1 })
end

function test.lessons_say_what_is_wrong()
    local function lessons(lesson)
        return ccn.lessons { with({ work = "road", source = "A",
                                    cost = 1.2 }, lesson) }
    end
    fails("lessons, 1: there is no 'cots'; did you mean 'cost'?", lessons,
          { cots = 2 })
    fails("lesson 1: cost is what was measured over what was planned, a "
          .. "number above 0, got 0", lessons, { cost = 0 })
    fails("lesson 1 needs source", ccn.lessons, { { work = "road" } })
    fails("lesson 1 needs cost or duration", ccn.lessons,
          { { work = "road", source = "A" } })
end

function test.terms_have_names_that_no_language_changes()
    local placement = place()
    assert(placement.terms[1].name == "wait"
           and placement.terms[1].title == "years waited, by priority")
    assert(#placement:pareto({ "wait", "left" }, 2) > 0)
    fails("the goal has no term 'lef', only wait, left", placement.pareto,
          placement, { "wait", "lef" })
    fails("two terms are called 'x'", place, { terms = {
        { name = "x", kind = "wait", weight = 1 },
        { name = "x", kind = "left", weight = 1 } } })
    assert(schedule().terms[1].name == "served")
end

function test.what_is_asked_of_a_placement_says_what_it_needs()
    local placement = place()
    fails("apply: plan must be a plan, got nil", placement.apply, placement)
    fails("others: count must be a whole number, got nil", placement.others,
          placement)
    fails("why_not: year must be a whole number, got \"x\"", placement.why_not,
          placement, "E1", "A", "x")
    fails("pareto: terms must be a list { ... }, got 5", placement.pareto,
          placement, 5)
end

function test.pieces_of_a_report_say_what_they_need()
    local report = ccn.report { title = "x" }
    fails("report:schedule needs what ccn.schedule gives, got nil",
          report.schedule, report)
    fails("report:placement needs what ccn.place gives, got a table",
          report.placement, report, {})
    fails("report:map must be a plan, got 5", report.map, report, 5)
    fails("report:timeline must be a table, got nil", report.timeline, report)
end

function test.rule_packs_say_which_name_is_wrong()
    local function pack(rule)
        return ccn.rules.pack { id = "own", document = { en = "a", vi = "b" },
                                rules = { with({
            id = "OWN", title = { en = "a", vi = "b" },
            figures = { fill = { ">=", 60, "%" } } }, rule) } }
    end
    assert(pack { x_own = 5 })
    fails("pack own, rule OWN: there is no 'sevrity'; did you mean 'severity'?",
          pack, { sevrity = "error" })
    fails("rule OWN: figures: there is no 'fil'; did you mean 'fill'?", pack,
          { figures = { fil = { ">=", 60 } } })
    fails('figures: fill: operator must be "<=", ">=", "<", ">" or "=", got '
          .. '"=>"', pack, { figures = { fill = { "=>", 60 } } })
    fails('examples, 1: gives must be "true", "false", "unknown" or "not '
          .. 'asked", got true', pack,
          { examples = { { case = {}, gives = true } } })
end

function test.what_the_library_is_given_is_looked_at_first()
    local plan = town()
    fails("check: there is no 'onn'; did you mean 'on'?", ccn.check, plan,
          { onn = "2026-01-01" })
    fails("check: on must be a day such as 2026-09-15", ccn.check, plan,
          { on = "15/9/2026" })
    fails("check: plan must be a plan, got nil", ccn.check)
    fails("compare: plans, 1 must be a plan, got 5", ccn.compare, { 5 })
    fails("compare: there is no 'line'; did you mean 'lines'?", ccn.compare,
          { plan }, { line = {} })
    fails("table: columns must be a list", ccn.table, { columns = 5 })
    fails("ledger: plan must be a plan", ccn.ledger)
    fails("pipeline must be a table, got nil", ccn.pipeline)
    fails("results: path must be a text, got nil", ccn.results)
    fails("results are needed", ccn.prim, plan, "y")
    fails("may: there is no 'dosier'; did you mean 'dossier'?", ccn.rules.may,
          plan, "extend", "A", { dosier = "2026-09-14" })
    fails("may: facts: there is no 'fil'; did you mean 'fill'?",
          ccn.rules.may, plan, "extend", "A",
          { dossier = "2026-09-14", facts = { fil = 5 } })
    fails("criteria.list: plan must be a plan", ccn.criteria.list)
end

function test.a_row_that_is_not_in_an_order_is_named_with_the_nearest()
    local plan = town()
    plan:cluster "B".industrial_area = 3
    local order = ccn.rank(plan:enterprises(), { {
        name = "land", field = "land_held", weight = 1, missing = "refuse",
        scale = { from = 0, to = 2 } } })
    fails("test_words.lua:", function() order:why("E1", "E9") end)
    fails("'E 1' is not in this order; did you mean 'E1'?", order.rank_of,
          order, "E 1")
    fails("stability: options must be a table, got 5", order.stability, order,
          5)
end

local wording = require "wording"

function test.what_is_nothing_beside_its_whole_is_0()
    assert(wording.sum(6.05696e-08, 1234) == "0")
    assert(wording.sum(6.05696e-08, 1e-3) == "6.05696e-08")
    assert(wording.sum(-0.0) == "0")
    assert(wording.sum(1234567890.4) == "1,234,567,890")
    assert(wording.sum(0.75) == "0.75" and wording.sum(nil) == "–")
    assert(wording.gap(2e-15) == "0" and wording.gap(0.0123) == "1.2")
    assert(wording.gap(nil) == "–")
end

function test.units_are_written_as_people_write_them()
    assert(wording.unit "m3/day" == "m³/day" and wording.unit "m2" == "m²")
    assert(wording.unit "year" == "year" and wording.unit "ha" == "ha")
end

function test.a_box_says_its_units_and_no_chance_in_many_digits()
    local results = { inputs = { late = {}, cost = {} }, outputs = { y = {} },
                      order = { "late", "cost" } }
    for i = 1, 400 do
        results.inputs.late[i] = i % 20
        results.inputs.cost[i] = (7 * i) % 13
        results.outputs.y[i] = i % 20 <= 4 and 1 or 0
    end
    local text = tostring(ccn.prim(results, "y"))
    assert(text:find "< 0.001" and not text:find "e%-%d", text)
end

function test.a_word_goes_by_the_number_before_it()
    local fill = require "wording".fill
    local function equal(got, wanted)
        assert(got == wanted, got)
    end
    local text = "%s: %d {entry|entries}, %d of 100 %% in %d {row|rows}"
    equal(fill(text, "a", 1, 5, 2), "a: 1 entry, 5 of 100 % in 2 rows")
    equal(fill(text, "{b|c}", 0, 1, 1), "{b|c}: 0 entries, 1 of 100 % in 1 row")
    equal(fill("{ what = text } %d", 1), "{ what = text } 1")
    equal(fill("%.1f ha, %d {way is|ways are} there", 1.5, 1),
          "1.5 ha, 1 way is there")
end

return test
