--- Plans and rows as a script sees them.

local test = {}

local function town()
    local plan = ccn.new "Town"
    plan:add("cluster", { key = "C1", total_area = 50, industrial_area = 31.2 })
    plan:add("enterprise", { key = "E1", cluster = "C1", land_held = 0.5 })
    return plan, plan:cluster "C1", plan:enterprise "E1"
end

--- The call must fail and say this.
local function fails(part, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "no error was raised; expected: " .. part)
    assert(tostring(message):find(part, 1, true),
           tostring(message) .. "\ndoes not say: " .. part)
end

local function set(row, field, value)
    row[field] = value
end

local function get(row, field)
    return row[field]
end

function test.a_row_has_its_fields()
    local _, cluster, enterprise = town()
    assert(cluster.key == "C1")
    assert(cluster.total_area == 50)
    assert(cluster.state == nil)
    assert(enterprise.cluster == cluster)
    assert(tostring(cluster) == "cluster C1")
    assert(cluster:table() == "cluster")
    assert(cluster:text "total_area" == "50")
    assert(cluster:text "state" == "")
end

function test.every_kind_of_field_takes_and_gives_its_values()
    local plan, cluster, enterprise = town()
    cluster.kind = "CCN"
    cluster.established = "2026-09-15"
    cluster.has_decision = false
    cluster.projects = 3
    cluster.infrastructure_cost = 340000000000
    cluster.access_distance = 2.5
    cluster.note = "Đường vào hẹp"
    cluster.shape = "POINT (104.9 21.7)"
    assert(cluster.kind == "CCN")
    assert(cluster.established == "2026-09-15")
    assert(cluster.has_decision == false)
    assert(math.type(cluster.projects) == "integer")
    assert(math.type(cluster.infrastructure_cost) == "integer")
    assert(cluster.access_distance == 2.5)
    assert(cluster.note == "Đường vào hẹp")
    assert(cluster.shape:find "^POINT")
    assert(cluster.lon == 104.9 and cluster.lat == 21.7)
    enterprise.cluster = nil
    assert(enterprise.cluster == nil)
    enterprise.cluster = "C1"
    assert(enterprise.cluster == plan:cluster "C1")
end

function test.a_set_is_a_sorted_array()
    local plan = town()
    local trade = plan:add("trade", { key = "cơ khí",
                                      groups = { "metal", "heavy", "metal" } })
    assert(#trade.groups == 2)
    assert(trade.groups[1] == "heavy" and trade.groups[2] == "metal")
    trade.groups = "a;c;b"
    assert(table.concat(trade.groups, ",") == "a,b,c")
    trade.groups[4] = "d" -- a copy: the row stays as it is
    assert(#trade.groups == 3)
    trade.groups = {}
    assert(trade.groups == nil)
    fails("groups", set, trade, "groups", { 1, 2 })
    fails("groups", set, trade, "groups", 5)
end

function test.areas_are_exact_to_a_tenth_of_a_square_metre()
    local _, cluster = town()
    cluster.total_area = 10.62844
    assert(cluster.total_area == 10.62844)
    cluster.total_area = 0.1 + 0.2 -- the nearest tenth of a square metre
    assert(cluster.total_area == 0.3)
    fails("finer than 0.1 m²", set, cluster, "total_area", 1 / 3)
end

function test.a_float_may_stand_for_a_whole_number()
    local _, cluster = town()
    cluster.projects = 2.5 * 2
    assert(cluster.projects == 5 and math.type(cluster.projects) == "integer")
    fails("projects must be a whole number", set, cluster, "projects", 2.5)
    fails("whole VND", set, cluster, "infrastructure_cost", 0.5)
end

function test.what_is_no_number_is_refused()
    local _, cluster = town()
    for _, number in ipairs { 0 / 0, 1 / 0, -1 / 0 } do
        fails("must be", set, cluster, "total_area", number)
        fails("must be", set, cluster, "access_distance", number)
        fails("must be", set, cluster, "projects", number)
    end
    fails("must be from 0 to", set, cluster, "total_area", -1)
    assert(cluster.total_area == 50)
end

function test.the_same_row_is_the_same_value()
    local plan, cluster, enterprise = town()
    assert(rawequal(plan:cluster "C1", cluster))
    assert(rawequal(enterprise.cluster, cluster))
    assert(rawequal(plan:clusters()[1], cluster))
    local seen = { [cluster] = true }
    assert(seen[plan:cluster "C1"])
    assert(plan:fork("F"):cluster "C1" ~= cluster)
end

function test.absent_is_nil_and_unknown_is_an_error()
    local plan, cluster = town()
    assert(plan:cluster "C9" == nil)
    fails("cluster has no field 'total_aera'; did you mean 'total_area'?",
          get, cluster, "total_aera")
    fails("cluster has no field 'total_aera'; did you mean 'total_area'?",
          set, cluster, "total_aera", 1)
    fails("cluster has no field '1'", get, cluster, 1)
    fails("did you mean 'clusters'?", function() plan:clustrs() end)
    fails("did you mean 'cluster'?",
          function() plan:add("clutser", { key = "C2" }) end)
    fails("cluster has no field 'kye'",
          function() plan:add("cluster", { kye = "C2" }) end)
end

function test.an_error_names_the_script_and_the_line()
    local _, cluster = town()
    local good, message = pcall(function() return cluster.nothing_like_it end)
    assert(not good)
    assert(message:find "^tests/test_rows%.lua:%d+: cluster has no field",
           message)
end

function test.mistakes_are_named()
    local plan, cluster, enterprise = town()
    local other = town()
    fails("key", set, cluster, "key", "C2")
    fails("lon is calculated", set, cluster, "lon", 1)
    fails("cluster is a row of another plan", set, enterprise, "cluster",
          other:cluster "C1")
    fails("there is no cluster 'C9'", set, enterprise, "cluster", "C9")
    fails("cluster must be a row of cluster", set, enterprise, "cluster",
          enterprise)
    fails("kind", set, cluster, "kind", "KKT")
    fails("established must be a date", set, cluster, "established",
          "15/9/2026")
    fails("has_decision", set, cluster, "has_decision", "maybe")
    fails("note must not be an empty text", set, cluster, "note", "")
    fails("zero byte", set, cluster, "note", "a\0b")
    fails("not UTF-8", set, cluster, "note", "\xff")
    fails("total_area cannot be a function", set, cluster, "total_area", print)
    fails("total_area cannot be a boolean", set, cluster, "total_area", true)
    fails("key", function() plan:add("cluster", {}) end)
    fails("there is a cluster 'C1' already",
          function() plan:add("cluster", { key = "C1" }) end)
end

function test.a_row_that_is_refused_leaves_nothing()
    local plan = town()
    local before = #plan:clusters()
    fails("total_area", function()
        plan:add("cluster", { key = "C2", total_area = -1 })
    end)
    assert(#plan:clusters() == before and plan:cluster "C2" == nil)
end

function test.a_removed_row_is_refused()
    local plan, _, enterprise = town()
    plan:remove(enterprise)
    assert(plan:enterprise "E1" == nil)
    assert(tostring(enterprise) == "removed enterprise")
    fails("removed", get, enterprise, "land_held")
    fails("removed", set, enterprise, "land_held", 1)
    fails("removed", plan.remove, plan, enterprise)
    local again = plan:add("enterprise", { key = "E1" })
    assert(again ~= enterprise and again.land_held == nil)
end

function test.a_row_that_others_name_cannot_be_removed()
    local plan, cluster, enterprise = town()
    fails("C1", plan.remove, plan, cluster)
    plan:remove(enterprise)
    plan:remove(cluster)
    assert(#plan:clusters() == 0)
end

function test.a_row_of_another_plan_is_refused()
    local plan = town()
    local other = town()
    fails("another plan", plan.remove, plan, other:cluster "C1")
    assert(#other:clusters() == 1)
end

function test.a_closed_plan_is_closed()
    local plan, cluster, enterprise = town()
    local all = plan:clusters()
    plan:close()
    plan:close() -- twice does no harm
    fails("the plan is closed", plan.name, plan)
    fails("the plan is closed", plan.clusters, plan)
    fails("the plan is closed", get, cluster, "total_area")
    fails("the plan is closed", set, cluster, "total_area", 1)
    fails("the plan is closed", function() return cluster:table() end)
    fails("the plan is closed", function() return #all end)
    fails("the plan is closed", function() return all(nil, nil) end)
    assert(tostring(cluster) == "cluster of a closed plan")
    assert(tostring(plan) == "closed plan")
    assert(enterprise ~= cluster)
end

function test.a_plan_may_be_closed_by_its_block()
    local kept
    do
        local plan <close> = ccn.new "short"
        kept = plan:add("cluster", { key = "C1" })
    end
    fails("the plan is closed", get, kept, "key")
end

function test.a_row_keeps_its_plan_alive()
    local _, cluster = town()
    for i = 1, 20000 do -- so that Lua collects what nobody holds
        assert(#{ tostring(i) } == 1)
        if i % 100 == 0 then
            ccn.new("waste " .. i)
        end
    end
    assert(cluster.total_area == 50)
end

function test.a_field_of_ones_own_is_there_at_once()
    local plan, _, enterprise = town()
    plan:define("enterprise", { name = "x_noise", kind = "number",
                                unit = "dB", min = 0, max = 200,
                                en = "Noise", vi = "Tiếng ồn" })
    assert(enterprise.x_noise == nil)
    enterprise.x_noise = 71.5
    assert(plan:enterprise("E1").x_noise == 71.5)
    assert(plan:enterprises():sum "x_noise" == 71.5)
    fails("x_noise must be from 0 to 200 dB", set, enterprise, "x_noise", 201)
    local list = plan:fields "enterprise"
    assert(list[#list].name == "x_noise" and list[#list].unit == "dB")
    assert(#ccn.fields "enterprise" == #list - 1)
end

function test.every_kind_of_field_can_be_ones_own()
    local plan, _, enterprise = town()
    local values = {
        number = 1.5, whole = 2, money = 3000000, area = 0.12345,
        text = "ồn", choice = "much", set = "a;b", date = "2026-01-31",
        flag = true,
    }
    for kind, value in pairs(values) do
        plan:define("enterprise", { name = "x_" .. kind, kind = kind,
                                    choices = kind == "choice" and
                                        { "little", "much" } or nil })
        enterprise["x_" .. kind] = value
        if kind ~= "set" then
            assert(enterprise["x_" .. kind] == value, kind)
        end
    end
    assert(table.concat(enterprise.x_set, ";") == "a;b")
    fails("x_choice", set, enterprise, "x_choice", "medium")
end

function test.a_field_that_cannot_be_is_refused()
    local plan = town()
    local function define(field)
        return function() plan:define("enterprise", field) end
    end
    fails("x_", define { name = "noise", kind = "number" })
    fails("x_", define { name = "x_Noise", kind = "number" })
    fails("name", define { kind = "number" })
    fails("colour", define { name = "x_a", kind = "colour" })
    fails("x_b", define { name = "x_b", kind = "choice" })
    plan:define("enterprise", { name = "x_c", kind = "number" })
    fails("x_c", define { name = "x_c", kind = "text" })
    fails("enterprise", function()
        for i = 1, 100 do
            plan:define("enterprise", { name = "x_" .. i, kind = "flag" })
        end
    end)
end

function test.fields_describe_themselves()
    for _, name in ipairs(ccn.tables()) do
        local list = ccn.fields(name)
        assert(list[1].name == "key")
        for _, field in ipairs(list) do
            assert(#field.en > 0 and #field.vi > 0 and #field.kind > 0)
        end
    end
    fails("did you mean 'parcel'?", ccn.fields, "parsel")
end

return test
