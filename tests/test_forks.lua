--- Forks, differences, adoption and rebase as a script sees them.

local test = {}

--- The call must fail and say this.
local function fails(part, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "no error was raised; expected: " .. part)
    assert(tostring(message):find(part, 1, true),
           tostring(message) .. "\ndoes not say: " .. part)
end

local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "C1", total_area = 50, note = "old" })
    plan:add("cluster", { key = "C2", total_area = 75 })
    plan:add("enterprise", { key = "E1", cluster = "C1", workers = 10 })
    return plan
end

local function is_same(a, b)
    return #a:diff(b) == 0 and #b:diff(a) == 0
end

function test.a_fork_begins_equal_and_goes_its_own_way()
    local plan = town()
    local fork = plan:fork "Fork"
    assert(fork:name() == "Fork" and is_same(plan, fork))
    fork:cluster("C1").total_area = 60
    fork:add("cluster", { key = "C3" })
    plan:cluster("C2").note = "new"
    assert(plan:cluster("C1").total_area == 50 and not plan:cluster "C3")
    assert(fork:cluster("C1").total_area == 60)
    assert(fork:cluster("C2").note == nil)
end

function test.a_fork_of_a_fork_is_a_fork()
    local plan = town()
    local one = plan:fork "One"
    one:cluster("C1").total_area = 60
    local two = one:fork "Two"
    two:cluster("C1").note = "two"
    assert(#two:changes() == 1 and #one:changes() == 1)
    assert(#plan:diff(two) == 2)
    assert(two:cluster("C1").total_area == 60)
end

function test.a_fork_outlives_its_plan()
    local plan = town()
    local fork = plan:fork "Fork"
    plan:close()
    assert(fork:cluster("C1").total_area == 50)
    fork:cluster("C1").total_area = 60
    assert(#fork:changes() == 1)
end

function test.changes_say_what_where_and_from_what_to_what()
    local fork = town():fork "Fork"
    fork:cluster("C1").total_area = 60
    fork:cluster("C1").note = nil
    local list = fork:changes()
    assert(#list == 2)
    assert(list[1].op == "set" and list[1].table == "cluster" and
           list[1].key == "C1" and list[1].field == "total_area" and
           list[1].old == 50 and list[1].new == 60)
    assert(list[2].field == "note" and list[2].old == "old" and
           list[2].new == nil)
    assert(list[3] == nil and list[0] == nil)
    local text = tostring(list)
    assert(text:find("cluster 'C1': total_area 50 ha -> 60 ha", 1, true), text)
end

function test.changes_hold_references_by_key_and_choices_by_name()
    local fork = town():fork "Fork"
    fork:enterprise("E1").cluster = "C2"
    fork:enterprise("E1").form = "company"
    local list = fork:changes()
    assert(list[1].field == "form" and list[1].new == "company")
    assert(list[2].field == "cluster" and list[2].old == "C1" and
           list[2].new == "C2")
end

function test.rows_and_fields_are_changes_too()
    local fork = town():fork "Fork"
    fork:define("cluster", { name = "x_noise", kind = "number" })
    fork:add("cluster", { key = "C3", x_noise = 5 })
    fork:remove(fork:cluster "C2")
    local ops = {}
    for i = 1, #fork:changes() do
        local change = fork:changes()[i]
        ops[#ops + 1] = change.op .. " " .. (change.key or change.field)
    end
    assert(table.concat(ops, ", ") ==
           "define x_noise, add C3, set C2, set C3, remove C2",
           table.concat(ops, ", "))
end

function test.applied_changes_make_the_plan_equal()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:define("cluster", { name = "x_noise", kind = "number" })
    fork:add("cluster", { key = "C3", x_noise = 0.1 + 0.2 })
    fork:enterprise("E1").cluster = "C3"
    fork:remove(fork:cluster "C1")
    plan:apply(fork:changes())
    assert(is_same(plan, fork))
    assert(plan:cluster("C3").x_noise == 0.1 + 0.2)
end

function test.changes_that_do_not_fit_change_nothing()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    fork:cluster("C2").total_area = 80
    plan:cluster("C2").total_area = 90
    local before = plan:fork "Before"
    fails("C2", plan.apply, plan, fork:changes())
    assert(is_same(plan, before) and plan:cluster("C1").total_area == 50)
end

function test.a_plan_adopts_its_fork()
    local plan = town()
    local held = plan:cluster "C1"
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    fork:add("cluster", { key = "C3" })
    local of_fork = fork:cluster "C1"
    plan:adopt(fork)
    assert(held.total_area == 60 and plan:cluster "C3")
    assert(plan:name() == "Town")
    fails("the plan is closed", fork.name, fork)
    fails("the plan is closed", function() return of_fork.total_area end)
end

function test.a_plan_that_moved_on_adopts_nothing()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    plan:cluster("C2").note = "moved on"
    fails("rebase the fork first", plan.adopt, plan, fork)
    assert(plan:cluster("C1").total_area == 50)
    assert(fork:cluster("C1").total_area == 60)
end

function test.only_a_fork_of_its_own_is_adopted()
    local plan, other = town(), town()
    fails("no fork", plan.adopt, plan, plan)
    fails("no fork", plan.adopt, plan, other)
    other:cluster("C1").note = "other"
    local stranger = other:fork "Stranger"
    stranger:cluster("C1").total_area = 1
    pcall(plan.adopt, plan, stranger)
    assert(plan:cluster("C1").total_area == 50)
end

function test.a_rebased_fork_has_both()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    plan:cluster("C2").note = "moved on"
    local new, conflicts = fork:rebase(plan)
    assert(#conflicts == 0)
    assert(new:cluster("C1").total_area == 60)
    assert(new:cluster("C2").note == "moved on")
    assert(new:name() == "Fork" and #new:changes() == 1)
    plan:adopt(new)
    assert(plan:cluster("C1").total_area == 60)
end

--- A plan and a fork that both changed one cell.
local function in_conflict()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    plan:cluster("C1").total_area = 70
    return plan, fork
end

function test.a_conflict_is_named_by_table_key_and_field()
    local plan, fork = in_conflict()
    local new, conflicts = fork:rebase(plan)
    assert(new == nil and #conflicts == 1)
    local conflict = conflicts[1]
    assert(conflict.table == "cluster" and conflict.key == "C1" and
           conflict.field == "total_area")
    assert(conflict.base == 50 and conflict.ours == 60 and
           conflict.theirs == 70)
end

function test.a_policy_settles_conflicts()
    local plan, fork = in_conflict()
    local new, conflicts = fork:rebase(plan, "ours")
    assert(new:cluster("C1").total_area == 60 and #conflicts == 1)
    new, conflicts = fork:rebase(plan, "theirs")
    assert(new:cluster("C1").total_area == 70 and #conflicts == 1)
    fails("mine", fork.rebase, fork, plan, "mine")
end

function test.a_row_that_one_removed_and_one_changed_is_a_conflict()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C2").total_area = 80
    plan:remove(plan:cluster "C2")
    local new, conflicts = fork:rebase(plan)
    assert(new == nil and #conflicts == 1)
    assert(conflicts[1].key == "C2" and conflicts[1].field == nil)
end

function test.what_is_no_fork_is_not_rebased()
    local plan = town()
    fails("no fork", plan.rebase, plan, town())
end

function test.a_list_stays_as_it_was_made()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    local list = fork:changes()
    fork:cluster("C1").total_area = 65
    assert(#list == 1 and list[1].new == 60)
    plan:apply(list)
    assert(plan:cluster("C1").total_area == 60)
end

function test.a_list_outlives_its_plans()
    local plan = town()
    local fork = plan:fork "Fork"
    fork:cluster("C1").total_area = 60
    local list = fork:changes()
    fork:close()
    plan:close()
    assert(list[1].new == 60 and tostring(list):find("60 ha", 1, true))
end

function test.fields_that_one_plan_lacks_are_unknown_there()
    local plan, other = town(), town()
    plan:define("cluster", { name = "x_noise", kind = "number" })
    plan:cluster("C1").x_noise = 71
    local list = plan:diff(other)
    assert(#list == 2 and list[1].field == "x_noise" and
           list[1].old == 71 and list[1].new == nil)
    assert(list[2].op == "undefine" and list[2].field == "x_noise")
    assert(tostring(list):find("x_noise 71 -> not known", 1, true))
    list = other:diff(plan)
    assert(#list == 2 and list[1].op == "define" and list[2].new == 71)
    other:apply(list)
    assert(other:cluster("C1").x_noise == 71 and is_same(plan, other))
    other:apply(other:diff(town()))
    assert(is_same(other, town()))
    fails("x_noise", function() return other:cluster("C1").x_noise end)
end

function test.fields_of_one_name_and_two_meanings_are_not_compared()
    for _, meaning in ipairs { { kind = "text" },
                               { kind = "number", unit = "dB" },
                               { kind = "choice", choices = { "a" } } } do
        local plan, other = town(), town()
        plan:define("cluster", { name = "x_noise", kind = "number" })
        meaning.name = "x_noise"
        other:define("cluster", meaning)
        fails("x_noise of cluster is not the same field", plan.diff, plan,
              other)
    end
end

function test.fields_in_another_order_are_no_difference()
    local plan, other = town(), town()
    for _, name in ipairs { "x_a", "x_b" } do
        plan:define("cluster", { name = name, kind = "number" })
    end
    for _, name in ipairs { "x_b", "x_a" } do
        other:define("cluster", { name = name, kind = "number" })
    end
    plan:cluster("C1").x_a, other:cluster("C1").x_a = 1, 1
    assert(is_same(plan, other))
end

function test.a_list_prints_itself()
    local fork = town():fork "Fork"
    fork:cluster("C1").total_area = 60
    assert(type(fork:changes().print) == "function")
end

function test.wrong_arguments_are_named()
    local plan = town()
    fails("plan", plan.diff, plan, 5)
    fails("plan", plan.diff, plan)
    fails("plan", plan.diff, plan, plan:cluster "C1")
    fails("changes", plan.apply, plan, {})
    fails("changes", plan.apply, plan, plan)
    fails("string", plan.fork, plan)
end

return test
