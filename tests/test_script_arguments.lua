--- What scripts hand to ccn itself and what it cannot take: refused with a
-- word that says why, whatever the type.

local test = {}

local function town()
    local plan = ccn.new "Town"
    plan:add("trade", { key = "wood", groups = { "heavy" } })
    plan:add("unit", { key = "U" })
    plan:add("cluster", { key = "C1", unit = "U", total_area = 50,
                          industrial_area = 31.2, state = "operating" })
    plan:add("enterprise", { key = "E1", cluster = "C1", land_held = 0.5 })
    plan:add("enterprise", { key = "E2", workers = 3 })
    return plan
end

local function refused(words, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "it was taken, and not: " .. words)
    assert(tostring(message):find(words, 1, true),
           tostring(message) .. "\ndoes not say: " .. words)
end

local function set(row, field, value) row[field] = value end
local function get(holder, key) return holder[key] end

function test.a_field_of_ones_own_says_what_it_is()
    local plan = town()
    local function define(field)
        return plan.define, plan, "enterprise", field
    end
    refused("a field needs a name", define {})
    refused("name must be a text", define { name = 5 })
    refused("min must be a number", define { name = "x_a", min = "0" })
    refused("there is no kind 'odd'", define { name = "x_a", kind = "odd" })
    refused("choices must be a table of names",
            define { name = "x_a", kind = "choice", choices = "a" })
    refused("choices must be a table of names",
            define { name = "x_a", kind = "choice", choices = { "a", 1 } })
    refused("choices must be 1 to 1000 names",
            define { name = "x_a", kind = "choice", choices = {} })
    local many = {}
    for i = 1, 1001 do many[i] = "c" .. i end
    refused("choices must be 1 to 1000 names",
            define { name = "x_a", kind = "choice", choices = many })
    plan:define("enterprise", { name = "x_note" }) -- a text, if not said
    plan:enterprise "E1".x_note = "near"
    assert(plan:enterprise "E1".x_note == "near")
end

function test.a_field_refuses_what_is_not_of_its_kind()
    local plan = town()
    local cluster, enterprise = plan:cluster "C1", plan:enterprise "E1"
    refused("land_held cannot be a boolean", set, enterprise, "land_held", true)
    refused("land_held cannot be a table", set, enterprise, "land_held", {})
    refused("land_held cannot be a userdata", set, enterprise, "land_held",
            cluster)
    refused("cluster cannot be a userdata", set, enterprise, "cluster", plan)
    refused("cluster must be a row of cluster, got one of unit", set,
            enterprise, "cluster", plan:unit "U")
    refused("is a row of another plan", set, enterprise, "cluster",
            town():cluster "C1")
    refused("cannot be a function", set, enterprise, "note", print)
    refused("must not hold a zero byte", set, enterprise, "note", "a\0b")
    refused("enterprise has no field", set, enterprise, "!!", 1)
    refused("did you mean 'workers'", get, enterprise, "worker")
    refused("has no field", get, enterprise, 7)
    refused("has no field", get, enterprise, true)
    refused("has no field", plan.add, plan, "enterprise",
            { key = "E9", [1] = 2 })
    refused("did you mean 'workers'", plan.add, plan, "enterprise",
            { key = "E9", worker = 2 })
    refused("row expected", enterprise.label, cluster.key, "state")
end

function test.a_row_says_its_choice_in_words()
    local plan = town()
    assert(plan:cluster "C1":label "state" ~= "")
    assert(plan:enterprise "E1":label "type" == "")
    assert(plan:enterprise "E2":label "workers" == "3") -- no choice: its text
    assert(plan:cluster "C1":distance(plan:enterprise "E1") == nil)
    assert(plan:trade "wood":distance(plan:unit "U") == nil)
end

function test.a_sum_that_does_not_fit_is_refused()
    local plan = town()
    for i = 1, 3 do
        plan:add("observation", { key = "O" .. i, indicator = "jobs" })
    end
    refused("has no sum", function() plan:enterprises():sum "note" end)
    refused("has no sum", function() plan:clusters():sum "state" end)
    refused("has no sum", function() plan:enterprises():sum "cluster" end)
    refused("has no sum", function() plan:clusters():sum "established" end)
    refused("invalid option", function()
        plan:enterprises():sum("workers", "some")
    end)
end

function test.changes_are_printed_and_then_closed()
    local plan = town()
    local fork = plan:fork "F"
    fork:enterprise "E1".land_held = 2
    fork:define("enterprise", { name = "x_level", kind = "choice",
                                choices = { "low", "high" } })
    fork:enterprise "E2".x_level = "high"
    local list = fork:changes()
    list:print()
    assert(#list >= 2 and tostring(list):find("E1", 1, true))
    assert(plan:diff(fork), "a field that only one has is shown")
    local same = town()
    same:define("enterprise", { name = "x_level", kind = "choice",
                                choices = { "low", "other" } })
    refused("x_level", function() return #same:diff(fork) end)
end

function test.options_are_texts_and_known()
    local plan = town()
    local file = "tests/bad/expected.csv"
    local function import(options)
        return plan.import, plan, file, "enterprise", options
    end
    refused("option 'decimal' must be a text", import { decimal = 1 })
    refused("there is no option 'separatr'", import { separatr = "," })
    refused("there is no option 'number'", import { [5] = "x" })
    refused("policy must be add, update or both", import { policy = "all" })
    refused("headings must be pairs of texts",
            import { headings = { [1] = "key" } })
    refused("headings must be pairs of texts", import { headings = { a = 1 } })
    refused("'nothing'", import { headings = { nothing = "key" } })
    refused("separator must be comma, semicolon or tab", ccn.csv, file,
            { separator = "|" })
    local csv = ccn.csv(file, { decimal = "comma" })
    assert(csv.decimal == "comma" and #csv.rows > 40)
    assert(ccn.csv(file, { decimal = "point" }).decimal == "point")
end

function test.a_number_that_is_too_large_is_no_number()
    local number, why = ccn.number(("9"):rep(20), "point")
    assert(number == nil and why:find("digits", 1, true), why)
    assert(ccn.number(("9"):rep(17), "point", "ha", "m2") == 1e21)
    assert(ccn.number(nil, "point") == nil)
    refused("decimal", ccn.number, "1", "dot")
    refused("ha cannot be converted to kg", ccn.number, "1", "point", "ha",
            "kg")
end

function test.a_plan_in_no_file_has_no_scenarios()
    local plan = town()
    refused("the plan is in no file", plan.scenario, plan, "late")
    refused("the plan is in no file", plan.keep, plan:fork "late", {})
    refused("the plan is in no file", plan.discard, plan, "late")
    refused("the plan is in no file", plan.promote, plan, "late")
    assert(#plan:scenarios() == 0)
end

function test.lists_have_an_order_only_if_numbers_are_numbers()
    refused("it has no order", table.sort, { 1, 0 / 0, 2 })
end

return test
