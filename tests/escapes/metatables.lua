--- the metatable of texts is not given out | 1 |
getmetatable("").__index = {}
--- nor set | 1 | must be a table
setmetatable("", {})
--- nor its methods changed for the library | 0 | A
string.upper = function() return "mine" end
print(ccn.new("a"):name():upper() == "mine" and "A" or "A")
--- __gc is refused | 1 | __gc
setmetatable({}, { __gc = function() while true do end end })
--- __close is refused | 1 | __close
setmetatable({}, { __close = function() end })
--- __mode is refused | 1 | __mode
setmetatable({}, { __mode = "k" })
--- __gc put in later never runs | 0 | quiet | ran
local meta = {}
setmetatable({}, meta)
meta.__gc = function() print "ran" end
for i = 1, 200000 do
    local _ = { i }
end
print "quiet"
--- a locked metatable is not changed | 1 | locked
setmetatable(setmetatable({}, { __metatable = 1 }), {})
--- a plan shows no metatable | 0 | false
print(getmetatable(ccn.new "P"))
--- a row shows no metatable | 0 | false
print(getmetatable(ccn.new("P"):add("cluster", { key = "C" })))
--- a plan takes no other metatable | 1 | must be a table
setmetatable(ccn.new "P", {})
--- rawset of a plan is refused | 1 | must be a table
rawset(ccn.new "P", "x", 1)
--- the destructor of a plan is not reached | 1 | __gc
ccn.new("P").__gc()
--- an object that looks like a plan is none | 1 |
local plan = ccn.new "P"
plan.fork({ __name = "ccn.plan" }, "F")
--- a table that acts as a plan is none | 1 |
ccn.place(setmetatable({}, { __index = ccn.new "P" }), {}, {})
--- an index that calls itself ends | 1 | overflow
local t = setmetatable({}, {})
getmetatable(t).__index = function(x, k) return x[k] end
print(t.x)
--- a chain of indices without end ends | 1 | loop
local t = setmetatable({}, {})
getmetatable(t).__index = t
print(t.x)
--- a comparison that lies harms sorting only | 0 | 1000
local t = {}
for i = 1, 1000 do
    t[i] = i % 7
end
table.sort(t, function() return true end)
print(#t)
--- a length that lies harms nobody | 0 | 1
local t = setmetatable({}, { __len = function() return 1 << 62 end })
table.insert(t, 1)
print(t[(1 << 62) + 1])
--- a negative length harms nobody | 0 | done
table.concat(setmetatable({}, { __len = function() return -5 end }))
print "done"
--- a length that is no number is refused | 1 | not an integer
table.concat(setmetatable({}, { __len = function() return "x" end }))
--- __tostring that gives a table is refused | 1 | must return a string
print(setmetatable({}, { __tostring = function() return {} end }))
--- __tostring that asks itself ends | 1 | overflow
local t = setmetatable({}, { __tostring = function(x) return tostring(x) end })
print(t)
--- an error that is such a table ends the run with words | 1 | ccn:
error(setmetatable({}, { __tostring = function() error "again" end }))
--- an error that is a table ends the run with words | 1 | ccn:
error {}
--- an error that is nil ends the run with words | 1 | ccn:
error()
--- an error of a plan ends the run with words | 1 | ccn:
error(ccn.new "P")
--- __name is no address | 0 | table | 0x
print(setmetatable({}, { __name = 7 }))
--- __call of __call ends | 1 | longer than
local t = {}
setmetatable(t, { __call = t })
t()
--- __eq that fails is an error | 1 | no
local meta = { __eq = function() error "no" end }
print(setmetatable({}, meta) == setmetatable({}, meta))
