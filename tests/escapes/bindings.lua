--- a method without its plan is an error | 1 | argument 1 of 'fork' must be a plan
ccn.new("P").fork()
--- a method of a plan on a row is an error | 1 |
local plan = ccn.new "P"
plan.fork(plan:add("cluster", { key = "C" }), "F")
--- a row of another plan is not taken | 1 |
local a, b = ccn.new "A", ccn.new "B"
local row = a:add("cluster", { key = "C" })
b:remove(row)
--- a row that is removed says so | 1 |
local plan = ccn.new "P"
local row = plan:add("cluster", { key = "C" })
plan:remove(row)
print(row.total_area)
--- a plan that is closed says so | 1 | closed
local plan = ccn.new "P"
local row = plan:add("cluster", { key = "C" })
plan:close()
print(row.key)
--- a selection of a closed plan says so | 1 | closed
local plan = ccn.new "P"
plan:add("cluster", { key = "C" })
local all = plan:clusters()
plan:close()
print(#all:keys())
--- a key that is taken is refused | 1 | C
local plan = ccn.new "P"
plan:add("cluster", { key = "C" })
plan:add("cluster", { key = "C" })
--- a field that is not there is refused | 1 | total_area
ccn.new("P"):add("cluster", { key = "C", totl_area = 1 })
--- a table that is not there is refused | 1 | cluster
ccn.new("P"):add("clster", { key = "C" })
--- options that hold themselves end | 1 |
local options = {}
options.options = options
ccn.rank(ccn.open("plan.gpkg"):clusters(), options, options)
--- a callback that raises leaves the plan whole | 0 | 1
local plan = ccn.open "plan.gpkg"
pcall(function()
    plan:clusters():where(function() error "no" end)
end)
print(#plan:clusters())
--- a callback that adds rows leaves the selection | 0 | 1
local plan = ccn.open "plan.gpkg"
local seen = 0
plan:clusters():where(function()
    seen = seen + 1
    plan:add("cluster", { key = "N" .. seen })
    return true
end)
print(seen)
--- a callback that closes the plan is told | 1 |
local plan = ccn.open "plan.gpkg"
local rows = plan:clusters():where(function() plan:close() return true end)
print(rows:first().key)
--- an engine takes no other kinds | 1 |
ccn.engine.rank(1, 2, 3)
--- all engines refuse nothing at all | 0 | all
for name, engine in pairs(ccn.engine) do
    assert(not pcall(engine), name)
    assert(not pcall(engine, {}, {}, {}), name)
end
print "all"
--- all functions of ccn survive odd arguments | 0 | all
local odd = { false, 0, -1, 1 << 62, 0.5, "", "\0", {}, print }
for _, f in pairs(ccn) do
    for i = 1, #odd do
        if type(f) == "function" and f ~= ccn.line then
            pcall(f, odd[i], odd[#odd - i + 1], odd[i])
        end
    end
end
print "all"
--- all methods of a plan survive odd arguments | 0 | all
local odd = { false, 0, -1, 1 << 62, 0.5, "", "\0", {}, print }
for _, name in ipairs { "fork", "add", "remove", "define", "diff", "apply",
                        "adopt", "rebase", "save", "keep", "scenario",
                        "cluster", "fields", "import", "export" } do
    local plan = ccn.new "P"
    for i = 1, #odd do
        pcall(plan[name], plan, odd[i], odd[#odd - i + 1], odd[i])
    end
end
print "all"
--- a key that is a statement of SQL is refused | 1 | must not hold ;
ccn.new("P"):add("cluster", { key = "\"'; DROP TABLE cluster; --" })
--- a name with quotes is a name | 0 | "' OR 1=1 --
local plan = ccn.new "P"
plan:add("cluster", { key = "\"' OR 1=1 --" })
print(plan:clusters():first().key)
--- a fork of a fork of another plan is not adopted | 1 |
local a, b = ccn.new "A", ccn.new "B"
a:adopt(b:fork "F")
--- a list of changes of another plan is refused or fits | 1 |
local a, b = ccn.new "A", ccn.open "plan.gpkg"
local fork = b:fork "F"
fork:cluster("C1").total_area = 60
a:apply(b:diff(fork))
