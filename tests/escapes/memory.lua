--- a text that doubles ends | 1 | more than 32 MiB
local s = "x"
while true do s = s .. s end
--- a long repetition ends | 1 | more than 32 MiB
print(#("x"):rep(1 << 27))
--- a repetition that overflows is refused | 1 | too large
("xx"):rep(math.maxinteger)
--- a table that grows ends | 1 | more than 32 MiB
local t = {}
while true do t[#t + 1] = {} end
--- a chain ends | 1 | more than 32 MiB
local t = {}
while true do t = { t } end
--- closures end | 1 | more than 32 MiB
local t = {}
while true do t[#t + 1] = function() return t end end
--- a concatenation ends | 1 | more than 32 MiB
local t = {}
for i = 1, 4096 do t[i] = ("x"):rep(65536) end
print(#table.concat(t))
--- too many results are refused | 1 | too many results
print(table.unpack({}, 1, 1 << 28))
--- a format that is too wide is refused | 1 | invalid conversion
("%9999d"):format(1)
--- a packed text that is too long is refused | 1 |
string.pack("c2147483647", "x")
--- a packed number that is too wide is refused | 1 | out of limits
string.pack("i1000", 1)
--- an argument list that is too long ends | 1 |
local t = {}
for i = 1, 1000000 do t[i] = i end
print(select("#", table.unpack(t)))
--- deep recursion ends | 1 | ccn:
local function f() return 1 + f() end
f()
--- deep recursion by patterns ends | 1 |
local function f(s) return (s:gsub(".", f)) end
f "x"
--- deep nests of forks end | 71 | needs more memory
local plan = ccn.open "plan.gpkg"
while true do plan = plan:fork "F" end
--- many forks end | 71 | needs more memory
local plan, t = ccn.open "plan.gpkg", {}
while true do t[#t + 1] = plan:fork "F" end
--- names without end end | 1 |
local plan = ccn.new "P"
for i = 1, 1000 do plan:define("cluster", { name = "x_" .. i, kind = "whole" }) end
--- a memory error can be caught and is over | 0 | goes on
local ok = pcall(string.rep, "x", 1 << 27)
print(ok, "goes on")
