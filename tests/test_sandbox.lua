--- What a script cannot reach, do or find out.  Each test is a way out that
-- must be shut.

-- luacheck: no global

local test = {}

--- The call must fail and say this.
local function fails(part, call, ...)
    local good, message = pcall(call, ...)
    assert(not good, "no error was raised; expected: " .. part)
    assert(tostring(message):find(part, 1, true),
           tostring(message) .. "\ndoes not say: " .. part)
end

local function plan_of_one()
    local plan = ccn.new "P"
    return plan, plan:add("cluster", { key = "C1", total_area = 1 })
end

-- Libraries

function test.libraries_that_reach_the_machine_are_not_there()
    for _, name in ipairs { "io", "os", "package", "debug", "coroutine",
                            "collectgarbage", "dofile", "loadfile",
                            "loadstring", "module", "warn", "jit", "ffi" } do
        assert(_G[name] == nil, name)
        assert(rawget(_G, name) == nil, name)
        assert(load("return " .. name)() == nil, name)
        assert(not pcall(require, name), name)
    end
end

function test.nothing_else_is_in_the_globals()
    local known = {}
    for name in ([[_G _VERSION assert ccn error getmetatable ipairs load math
                   next pairs pcall print rawequal rawget rawlen rawset require
                   select setmetatable string table tonumber tostring type utf8
                   xpcall]]):gmatch "%S+" do
        known[name] = true
    end
    for name in pairs(_G) do
        assert(known[name], "a global that nobody allowed: " .. name)
    end
end

function test.functions_cannot_be_dumped()
    assert(string.dump == nil and ("").dump == nil)
end

function test.no_bytecode_is_loaded()
    fails("binary", function() assert(load("\27Lua\84\0")) end)
    fails("binary", function() assert(load("\27Lua", "x", "b")) end)
    fails("binary", function() assert(load("\27Lua", "x", "bt")) end)
    fails("", function() assert(load(function() return "\27Lua" end)) end)
end

function test.loaded_text_has_the_globals_it_is_given()
    assert(load("return x", "t", "t", { x = 5 })() == 5)
    assert(load("return print", "t", "t", {})() == nil)
    fails("syntax error", function() assert(load("x x")) end)
end

function test.the_seed_is_not_for_scripts()
    assert(math.randomseed == nil)
    local a = math.random(1, 1000000)
    assert(math.type(a) == "integer")
end

-- Metatables

function test.the_metatable_of_texts_is_locked()
    assert(getmetatable "" == false)
    fails("", function() getmetatable("").__index = {} end)
    fails("", function() setmetatable("", {}) end)
    fails("", function() rawset(getmetatable "", "__index", {}) end)
end

function test.the_metatables_of_ccn_are_locked()
    local plan, row = plan_of_one()
    local list = plan:fork("F"):changes()
    for _, value in ipairs { plan, row, plan:clusters(), list } do
        assert(getmetatable(value) == false)
        fails("", setmetatable, value, {})
        fails("", rawset, value, "x", 1)
        fails("", rawget, value, "x")
        fails("", next, value)
        fails("", pairs, value)
        fails("", rawlen, value)
    end
end

function test.finalizers_and_weak_tables_are_refused()
    for _, name in ipairs { "__gc", "__close", "__mode" } do
        fails(name, setmetatable, {}, { [name] = "k" })
        fails(name, setmetatable, {}, { [name] = function() end })
        fails(name, setmetatable, {}, { [name] = false })
    end
end

function test.a_finalizer_added_later_never_runs()
    local ran = false
    do
        local meta = {}
        local thing = setmetatable({}, meta)
        meta.__gc = function() ran = true end
        assert(thing)
        fails("__gc", setmetatable, {}, meta)
    end
    for i = 1, 20000 do
        assert(#{ tostring(i) } == 1)
    end
    assert(not ran)
end

function test.a_metatable_may_be_protected()
    local locked = setmetatable({}, { __metatable = "mine" })
    assert(getmetatable(locked) == "mine")
    fails("metatable", setmetatable, locked, {})
end

function test.finalizers_of_plans_cannot_be_called()
    local plan, row = plan_of_one()
    fails("", function() return plan.__gc end)
    fails("", function() return row.__gc end)
    fails("", function() return row.__ccn_table end)
    fails("", function() return plan:clusters().__gc end)
end

-- Values of the wrong kind where C expects its own

function test.methods_take_nothing_else_for_a_plan()
    local plan, row = plan_of_one()
    local wrong = { 1, "x", {}, print, true, row, plan:clusters(),
                    plan:fork("F"):changes() }
    for _, method in ipairs { "name", "fork", "close", "clusters", "cluster",
                              "add", "remove", "define", "fields", "diff",
                              "changes", "apply", "adopt", "rebase", "save",
                              "keep", "import", "export", "scenario",
                              "scenarios" } do
        for _, value in ipairs(wrong) do
            assert(not pcall(plan[method], value), method)
            assert(not pcall(plan[method], value, value, value), method)
        end
        assert(not pcall(plan[method]), method)
    end
    assert(plan:name() == "P")
end

function test.methods_take_nothing_else_for_a_row()
    local plan, row = plan_of_one()
    for _, value in ipairs { 1, "x", {}, print, plan, plan:clusters() } do
        assert(not pcall(row.table, value))
        assert(not pcall(row.text, value, "key"))
        assert(not pcall(row.text, row, value) or value == "key")
        assert(not pcall(plan.remove, plan, value))
    end
end

function test.methods_take_nothing_else_for_a_selection()
    local plan, row = plan_of_one()
    local all = plan:clusters()
    for _, method in ipairs { "where", "sort", "group", "sum", "column",
                              "keys", "first", "min", "max", "unknown" } do
        for _, value in ipairs { 1, "x", {}, print, plan, row } do
            assert(not pcall(all[method], value, "key"), method)
        end
        assert(not pcall(all[method]), method)
    end
end

-- Files

function test.nothing_outside_the_granted_folders_is_read()
    for _, path in ipairs { "/etc/passwd", "/proc/self/environ", "/dev/zero",
                            "../../../../../../../../etc/passwd",
                            "tests/../../../../../../../../etc/passwd",
                            "/proc/self/root/etc/passwd",
                            "/proc/self/fd/0", "/" } do
        for _, open in ipairs { ccn.open, ccn.csv, ccn.dofile } do
            assert(not pcall(open, path), path)
        end
        local plan = plan_of_one()
        assert(not pcall(plan.import, plan, path, "cluster"), path)
    end
end

function test.a_refusal_shows_nothing_of_the_file()
    local _, message = pcall(ccn.dofile, "/etc/passwd")
    assert(message:find("no folder that this run may read", 1, true), message)
    assert(not message:find("root:", 1, true))
end

function test.a_path_with_a_zero_byte_is_not_cut()
    fails("", ccn.csv, "tests/bad/expected.csv\0.txt")
    fails("", ccn.open, "tests/bad/expected.csv\0.txt")
    fails("", ccn.dofile, "tests/at_home.lua\0.txt")
    fails("", require, "at_home\0")
end

function test.modules_have_plain_names()
    for _, name in ipairs { "/etc/passwd", "../at_home", "..at_home",
                            "at_home.", ".at_home", "tests/at_home", "a..b",
                            "at_home.lua", "", "at home", "at_home;",
                            ("a"):rep(5000), "a%b", "~", "\n" } do
        assert(not pcall(require, name), name)
    end
end

function test.nothing_is_saved_without_leave()
    local plan = plan_of_one()
    for _, path in ipairs { "tests/x.gpkg", "x.gpkg", "/tmp/ccn-x.gpkg",
                            "/etc/x.gpkg", "../x.gpkg", "", "/" } do
        fails("", plan.save, plan, path)
    end
    fails("needs a path", plan.save, plan)
    fails("save it first", plan.keep, plan)
end

-- What would differ from run to run

function test.texts_of_values_show_no_addresses()
    local plan, row = plan_of_one()
    local named = setmetatable({}, { __name = "thing" })
    for _, value in ipairs { {}, print, function() end, plan, row, named,
                             plan:clusters(), plan:fork("F"):changes() } do
        assert(not tostring(value):find "0x")
        assert(not ("%s"):format(value):find "0x")
        assert(not string.format("%-20s|%5s", value, value):find "0x")
    end
    fails("", string.format, "%p", {})
    fails("", string.format, "%5p", print)
    fails("", string.format, "%-p", "x")
end

function test.texts_are_put_together_as_ever()
    assert(("%5.2f|%d|%s|%q|%%|%x|%c"):format(1.005, 3, "a", "b", 255, 65) ==
           " 1.00|3|a|\"b\"|%|ff|A")
    assert(("%s %s %s"):format(nil, true, 1.5) == "nil true 1.5")
    local thing = setmetatable({}, { __tostring = function() return "me" end })
    assert(("%s"):format(thing) == "me" and tostring(thing) == "me")
    fails("bad argument", string.format, "%d", "x")
    fails("bad argument", string.format, "%s")
end

function test.errors_about_odd_keys_show_no_addresses()
    local plan, row = plan_of_one()
    for _, value in ipairs { plan, row, plan:clusters() } do
        local _, message = pcall(function() return value[{}] end)
        assert(not tostring(message):find "0x", message)
        _, message = pcall(function() return value[print] end)
        assert(not tostring(message):find "0x", message)
    end
end

function test.pairs_goes_in_a_fixed_order()
    local mixed = { 3, 2, 1, b = 1, a = 1, [true] = 1, [false] = 1, B = 1,
                    [-5] = 1, [2.5] = 1, ["1"] = 1, ["à"] = 1 }
    local order = {}
    for key in pairs(mixed) do
        order[#order + 1] = tostring(key)
    end
    assert(table.concat(order, " ") == "-5 1 2 2.5 3 1 B a b à false true",
           table.concat(order, " "))
    local same = {}
    for key in next, mixed do
        same[#same + 1] = tostring(key)
    end
    assert(table.concat(same, " ") == table.concat(order, " "))
end

function test.pairs_refuses_keys_without_an_order()
    fails("no order", pairs, { [{}] = 1 })
    fails("no order", pairs, { [print] = 1 })
    fails("no order", pairs, { [ccn.new "P"] = 1 })
end

function test.the_first_of_several_mistakes_is_told()
    local plan = plan_of_one()
    local wrong = {}
    for _, name in ipairs { "zz", "yy", "xx", "aa", "bb", "cc", "dd" } do
        wrong[name .. "_no_field_has_this"] = 1
    end
    fails("'aa_no", plan.add, plan, "cluster", wrong)
    fails("'aa_no", function() plan:clusters():where(wrong) end)
    fails("'aa_no", plan.import, plan, "x.csv", "cluster", wrong)
    fails("'aa_no", ccn.csv, "x.csv", wrong)
end

function test.keys_may_be_taken_away_in_a_loop()
    for _, way in ipairs { pairs, function(t) return next, t end } do
        local t = {}
        for i = 1, 50 do
            t["k" .. i] = i
        end
        local count = 0
        for key in way(t) do
            t[key] = nil
            count = count + 1
        end
        assert(count == 50 and next(t) == nil)
    end
end

function test.ties_are_sorted_alike_in_every_run()
    local list = {}
    for i = 1, 5000 do
        list[i] = { rank = i % 3, place = i }
    end
    table.sort(list, function(a, b) return a.rank < b.rank end)
    for i = 2, #list do
        local a, b = list[i - 1], list[i]
        assert(a.rank < b.rank or a.rank == b.rank and a.place < b.place)
    end
end

-- Bombs.  Loops without end and floods of memory are in test_process.sh.

function test.deep_recursion_ends_with_an_error()
    local function deep(n)
        return 1 + deep(n + 1)
    end
    fails("overflow", deep, 1)
    local nest = setmetatable({}, {})
    getmetatable(nest).__index = function(t, k) return t[k .. "x"] end
    fails("overflow", function() return nest.x end)
    fails("", function() assert(load("return " .. ("("):rep(100000))) end)
    fails("", function() assert(load("return " .. ("{"):rep(100000))) end)
    fails("", string.find, ("a"):rep(300000), (".-"):rep(300000) .. "b")
end

function test.a_text_that_asks_for_itself_ends_with_an_error()
    local t = setmetatable({}, { __tostring = function(x)
        return tostring(x)
    end })
    fails("overflow", tostring, t)
    fails("overflow", print, t)
end

function test.huge_texts_are_refused_at_once()
    fails("", string.rep, "x", 1 << 40)
    fails("", string.rep, "x", math.maxinteger)
    fails("", string.rep, "xxxx", 1 << 30, ", ")
    fails("", string.format, "%1000d", 1)
    fails("", string.format, "%99.999f", 1)
    fails("", table.concat, setmetatable({}, { __len = function()
        return 1 << 40
    end }))
    fails("", table.unpack, {}, 1, 1 << 30)
    fails("", table.unpack, {}, math.mininteger, math.maxinteger)
    fails("", string.rep, ("x"):rep(1 << 20), 1 << 20)
end

function test.tostring_must_give_a_text()
    local bad = setmetatable({}, { __tostring = function() return {} end })
    fails("must return a string", tostring, bad)
    fails("must return a string", print, bad)
    local worse = setmetatable({}, { __tostring = function() error "no" end })
    fails("no", tostring, worse)
    fails("no", print, worse)
    local named = setmetatable({}, { __name = {} })
    assert(tostring(named) == "table")
end

function test.error_texts_are_no_formats()
    local _, message = pcall(error, "%s %d %n %p 100%", 0)
    assert(message == "%s %d %n %p 100%")
    local plan, row = plan_of_one()
    fails("%s%n", function() row.kind = "%s%n" end)
    fails("%s%n", function() return row["%s%n"] end)
    fails("%s%n", function() return plan["%s%n"] end)
    fails("%s%n", function() return plan:clusters()["%s%n"] end)
    fails("%s%n", ccn.csv, "%s%n")
    fails("%s%n", ccn.fields, "%s%n")
    fails("%n", require, "%s%n")
end

function test.functions_of_ccn_may_be_changed_by_a_script_alone()
    local old = tostring
    tostring = function() return "mine" end
    local kept = tostring(1)
    tostring = old
    assert(kept == "mine" and tostring(1) == "1")
end

function test.ranking_takes_no_nonsense()
    local plan = plan_of_one()
    for _, wrong in ipairs { 1, "x", print, {}, plan, { 1, 2 } } do
        for _, engine in pairs(ccn.engine) do
            assert(not pcall(engine, wrong, wrong, wrong))
            assert(not pcall(engine))
        end
    end
end

return test
