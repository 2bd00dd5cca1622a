--- Selections: some rows of one table, in an order.

local test = {}

--- The call must fail and say this.
local function fails(part, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "no error was raised; expected: " .. part)
    assert(tostring(message):find(part, 1, true),
           tostring(message) .. "\ndoes not say: " .. part)
end

local function keys(selection)
    return table.concat(selection:keys(), " ")
end

--- Four enterprises in two clusters; the land of one is not known.
local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "C1" })
    plan:add("cluster", { key = "C2" })
    plan:add("enterprise", { key = "E1", cluster = "C1", land_held = 0.3,
                             workers = 40, form = "company",
                             polluter_listed = true })
    plan:add("enterprise", { key = "E2", cluster = "C2", land_held = 0.1,
                             workers = 40, form = "household",
                             polluter_listed = false })
    plan:add("enterprise", { key = "E3", cluster = "C1", workers = 7,
                             form = "company" })
    plan:add("enterprise", { key = "E4", land_held = 0.2,
                             form = "cooperative" })
    return plan, plan:enterprises()
end

function test.a_loop_goes_in_the_order_of_the_plan()
    local _, all = town()
    local seen = {}
    for enterprise in all do
        seen[#seen + 1] = enterprise.key
    end
    assert(table.concat(seen, " ") == "E1 E2 E3 E4")
    assert(#all == 4 and all[1].key == "E1" and all[4].key == "E4")
    assert(all[0] == nil and all[5] == nil and all[-1] == nil)
    assert(all:first().key == "E1")
    assert(tostring(all) == "4 enterprises")
end

function test.loops_over_one_selection_may_be_nested()
    local _, all = town()
    local pairs_seen = {}
    for a in all do
        for b in all do
            pairs_seen[#pairs_seen + 1] = a.key .. b.key
        end
    end
    assert(#pairs_seen == 16)
    assert(pairs_seen[1] == "E1E1" and pairs_seen[2] == "E1E2")
    assert(pairs_seen[6] == "E2E2" and pairs_seen[16] == "E4E4")
end

function test.a_loop_that_is_left_early_begins_again()
    local _, all = town()
    for enterprise in all do
        if enterprise.key == "E2" then
            break
        end
    end
    local count = 0
    for _ in all do
        count = count + 1
    end
    assert(count == 4)
end

function test.an_empty_selection_is_one()
    local _, all = town()
    local none = all:where { form = "company", workers = 40, cluster = "C2" }
    assert(#none == 0 and none:first() == nil and none[1] == nil)
    for _ in none do
        error "there is a row"
    end
    local total, missing = none:sum "land_held"
    assert(total == 0 and missing == 0)
    assert(none:min "workers" == nil and none:max "workers" == nil)
    assert(#none:group "form" == 0 and #none:keys() == 0)
    assert(tostring(none) == "0 enterprises")
end

function test.where_compares_fields()
    local plan, all = town()
    assert(keys(all:where { form = "company" }) == "E1 E3")
    assert(keys(all:where { form = "company", workers = 40 }) == "E1")
    assert(keys(all:where { workers = 40.0 }) == "E1 E2")
    assert(keys(all:where { land_held = 0.1 }) == "E2")
    assert(keys(all:where { cluster = "C1" }) == "E1 E3")
    assert(keys(all:where { cluster = plan:cluster "C2" }) == "E2")
    assert(keys(all:where { key = "E4" }) == "E4")
    assert(keys(all:where {}) == "E1 E2 E3 E4")
end

function test.where_with_false_is_not_where_with_unknown()
    local _, all = town()
    assert(keys(all:where { polluter_listed = false }) == "E2")
    assert(keys(all:where { polluter_listed = true }) == "E1")
    assert(keys(all:unknown "polluter_listed") == "E3 E4")
    assert(keys(all:unknown "cluster") == "E4")
    assert(#all:unknown "key" == 0)
end

function test.where_with_a_key_that_nothing_has_finds_nothing()
    local _, all = town()
    assert(#all:where { cluster = "C9" } == 0)
    assert(#all:where { key = "E9" } == 0)
end

function test.where_compares_sets()
    local plan = ccn.new "Town"
    plan:add("trade", { key = "T1", groups = { "b", "a" } })
    plan:add("trade", { key = "T2", groups = { "a" } })
    plan:add("trade", { key = "T3" })
    local all = plan:trades()
    assert(keys(all:where { groups = { "a", "b" } }) == "T1")
    assert(keys(all:where { groups = "b;a" }) == "T1")
    assert(keys(all:where { groups = { "a" } }) == "T2")
    assert(keys(all:unknown "groups") == "T3")
end

function test.where_compares_calculated_fields()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "C1", shape = "POINT (105 21.5)" })
    plan:add("cluster", { key = "C2", shape = "POINT (104 21.5)" })
    assert(keys(plan:clusters():where { lon = 105 }) == "C1")
    assert(keys(plan:clusters():where { lat = 21.5 }) == "C1 C2")
end

function test.where_asks_a_function()
    local _, all = town()
    local small = all:where(function(enterprise)
        return enterprise.land_held and enterprise.land_held < 0.25
    end)
    assert(keys(small) == "E2 E4")
    fails("no land", all.where, all, function() error "no land" end)
end

function test.where_names_what_is_wrong()
    local plan, all = town()
    local other = town()
    fails("did you mean 'land_held'?", all.where, all, { land_hold = 1 })
    fails("form", all.where, all, { form = "compny" })
    fails("land_held", all.where, all, { land_held = "much" })
    fails("another plan", all.where, all, { cluster = other:cluster "C1" })
    fails("cluster", all.where, all, { cluster = plan:enterprise "E1" })
    fails("table", all.where, all, 5)
    fails("table", all.where, all)
end

function test.sort_puts_the_unknown_last_either_way()
    local _, all = town()
    assert(keys(all:sort "land_held") == "E2 E4 E1 E3")
    assert(keys(all:sort("land_held", "desc")) == "E1 E4 E2 E3")
    assert(keys(all) == "E1 E2 E3 E4") -- it stays as it was
end

function test.ties_go_by_key_either_way()
    local plan = ccn.new "Town"
    for _, key in ipairs { "d", "b", "c", "a" } do
        plan:add("enterprise", { key = key, workers = key == "c" and 1 or 2 })
    end
    assert(keys(plan:enterprises():sort "workers") == "c a b d")
    assert(keys(plan:enterprises():sort("workers", "desc")) == "a b d c")
end

function test.choices_are_sorted_as_they_are_listed()
    local plan = ccn.new "Town"
    for i, risk in ipairs { "medium", "high", "low", "medium" } do
        plan:add("trade", { key = "T" .. i, risk = risk })
    end
    assert(keys(plan:trades():sort "risk") == "T3 T1 T4 T2")
    assert(keys(plan:trades():sort("risk", "desc")) == "T2 T1 T4 T3")
    assert(plan:trades():max "risk" == "high")
    assert(plan:trades():group("risk")[1].value == "low")
end

function test.references_are_sorted_by_key()
    local plan = ccn.new "Town"
    for _, key in ipairs { "b", "a", "c" } do
        plan:add("cluster", { key = key })
        plan:add("enterprise", { key = "of " .. key, cluster = key })
    end
    assert(keys(plan:enterprises():sort "cluster") == "of a of b of c")
    assert(plan:enterprises():min("cluster").key == "a")
end

function test.a_long_selection_is_sorted_whole()
    local plan = ccn.new "Town"
    for i = 1, 3000 do
        plan:add("enterprise", { key = ("E%05d"):format(i * 7919 % 3001),
                                 workers = i * 104729 % 251 })
    end
    local last_workers, last_key = -1, ""
    for enterprise in plan:enterprises():sort "workers" do
        assert(enterprise.workers > last_workers or
               enterprise.workers == last_workers and
               enterprise.key > last_key)
        last_workers, last_key = enterprise.workers, enterprise.key
    end
end

function test.unknown_orders_and_fields_are_refused()
    local _, all = town()
    fails("down", all.sort, all, "workers", "down")
    fails("did you mean 'workers'?", all.sort, all, "worker")
    fails("did you mean 'where'?", function() all:wher {} end)
    fails("a selection has no", function() return all.colour_of_the_sky end)
end

function test.sums_are_exact()
    local plan, all = town()
    local land, missing = all:sum "land_held"
    assert(land == nil and missing == 1)
    land, missing = all:sum("land_held", "known")
    assert(land == 0.6 and missing == 1) -- 0.3 + 0.1 + 0.2 is not, in doubles
    plan:enterprise("E3").land_held = 0.00001
    assert(all:sum "land_held" == 0.60001)
    assert(all:sum("workers", "known") == 87)
    assert(all:sum("polluter_listed", "known") == 1)
end

function test.a_thousand_tenths_of_a_square_metre_are_a_hundred()
    local plan = ccn.new "Town"
    for i = 1, 1000 do
        plan:add("parcel", { key = "P" .. i, area = 0.00001 })
    end
    assert(plan:parcels():sum "area" == 0.01)
end

function test.money_adds_up_beyond_what_a_double_holds()
    local plan = ccn.new "Town"
    plan:add("budget", { key = "a", amount = 9007199254740993 })
    plan:add("budget", { key = "b", amount = 2 })
    plan:add("budget", { key = "c", amount = -1 })
    local total = plan:budgets():sum "amount"
    assert(math.type(total) == "integer" and total == 9007199254740994)
end

function test.real_numbers_add_up_in_any_order()
    local plan = ccn.new "Town"
    local values = { 1e6, 0.1, -1e6, 0.2, 1e-9 }
    for i, value in ipairs(values) do
        plan:define("trade", { name = "x_" .. i, kind = "number" })
        plan:add("trade", { key = "T" .. i, x_1 = value })
    end
    local up = plan:trades():sort("x_1"):sum "x_1"
    local down = plan:trades():sort("x_1", "desc"):sum "x_1"
    assert(up == down)
end

function test.what_has_no_sum_says_so()
    local _, all = town()
    fails("form has no sum", all.sum, all, "form")
    fails("key has no sum", all.sum, all, "key")
    fails("cluster has no sum", all.sum, all, "cluster")
    fails("guessed", all.sum, all, "workers", "guessed")
end

function test.groups_come_by_value_and_the_unknown_last()
    local _, all = town()
    local groups = all:group "cluster"
    assert(#groups == 3)
    assert(groups[1].value.key == "C1" and keys(groups[1].rows) == "E1 E3")
    assert(groups[2].value.key == "C2" and keys(groups[2].rows) == "E2")
    assert(groups[3].value == nil and keys(groups[3].rows) == "E4")
    local forms = all:group "form"
    assert(#forms == 3)
    local total = 0
    for _, group in ipairs(forms) do
        total = total + #group.rows
    end
    assert(total == 4)
end

function test.least_and_greatest_pass_over_the_unknown()
    local _, all = town()
    local value, row = all:min "land_held"
    assert(value == 0.1 and row.key == "E2")
    value, row = all:max "land_held"
    assert(value == 0.3 and row.key == "E1")
    value, row = all:max "workers" -- the first of equals
    assert(value == 40 and row.key == "E1")
end

function test.columns_have_false_for_the_unknown()
    local _, all = town()
    local land = all:column "land_held"
    assert(#land == 4 and land[1] == 0.3 and land[3] == false)
    assert(all:column("cluster")[2].key == "C2")
end

function test.rows_removed_in_a_loop_are_passed_over()
    local plan, all = town()
    local seen = {}
    for enterprise in all do
        seen[#seen + 1] = enterprise.key
        if enterprise.key == "E1" then
            plan:remove(enterprise)
            plan:remove(plan:enterprise "E2")
        end
    end
    assert(table.concat(seen, " ") == "E1 E3 E4")
end

function test.removed_rows_are_not_counted_in()
    local plan, all = town()
    plan:remove(plan:enterprise "E3")
    local land, missing = all:sum "land_held"
    assert(land == 0.6 and missing == 0)
    assert(keys(all:where { form = "company" }) == "E1")
    assert(keys(all:sort "key") == "E1 E2 E4")
    assert(#all:unknown "land_held" == 0)
    assert(#all:column "key" == 3 and #all:keys() == 3)
    assert(all:max "key" == "E4" and #all:group "form" == 3)
    assert(keys(all:where(function() return true end)) == "E1 E2 E4")
end

function test.changes_are_seen_at_once()
    local plan, all = town()
    plan:enterprise("E3").land_held = 0.4
    assert(all:sum "land_held" == 1)
    assert(#all:unknown "land_held" == 0)
    plan:add("enterprise", { key = "E5" })
    assert(#all == 4 and #plan:enterprises() == 5)
end

function test.a_plan_closed_by_the_question_ends_it()
    local plan, all = town()
    fails("closed", function()
        all:where(function(enterprise)
            plan:close()
            return enterprise.key
        end)
    end)
    fails("closed", function() return all:where {} end)
end

function test.a_loop_takes_only_its_own_rows()
    local plan, all = town()
    for _, wrong in ipairs { 1, "E1", {}, plan, all, plan:cluster "C1" } do
        assert(not pcall(all, nil, wrong))
        assert(not pcall(all, wrong, wrong))
    end
end

return test
