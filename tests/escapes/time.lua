--- an endless loop ends | 1 | longer than 1 second
while true do end
--- also one that catches everything | 1 | longer than 1 second
while true do pcall(function() while true do end end) end
--- also one in the handler of an error | 1 | longer than 1 second
xpcall(error, function() while true do end end)
--- also one in a pattern | 1 | longer than 1 second
(("a"):rep(4000)):find(("a*"):rep(20) .. "b")
--- also one in a plain search | 1 | longer than 1 second
local long = ("a"):rep(1 << 22)
while true do long:find(("a"):rep(1 << 21) .. "b", 1, true) end
--- also one in moving a table | 1 | longer than 1 second
table.move({}, 1, 1 << 53, 2)
--- also one in a comparison | 1 | longer than 1 second
table.sort({ 3, 2, 1 }, function() while true do end end)
--- also one in a question to a plan | 1 | longer than 1 second
ccn.open("plan.gpkg"):clusters():where(function() while true do end end)
--- also one in a criterion | 1 | longer than 1 second
local plan = ccn.open "plan.gpkg"
ccn.rank(plan:clusters(), { { name = "x", weight = 1, normal = "minmax", missing = "refuse",
    value = function() while true do end end } })
--- also one of long texts | 1 | longer than 1 second
local a, b = ("a"):rep(1 << 22), ("a"):rep(1 << 22) .. "b"
while true do local _ = a < b end
--- also one of replacements | 1 | longer than 1 second
while true do (("a"):rep(1 << 16)):gsub("a", "b") end
