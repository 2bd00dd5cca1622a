--- bytecode is not loaded | 1 | binary
assert(load("\27Lua\x54\0\x19\x93\r\n\x1a\n"))
--- not in mode b | 1 | binary
assert(load("\27Lua", "x", "b"))
--- not in mode bt | 1 | binary
assert(load("\27Lua\0\0\0", "x", "bt"))
--- not by a function that gives pieces | 1 | must be a text
load(function() return "\27Lua" end)
--- not by a module | 1 | pipe
require "pipe"
--- a chunk with a long nest of brackets ends | 1 | overflow
assert(load("return " .. ("("):rep(100000)))
--- a chunk with a long nest of tables ends | 1 | overflow
assert(load("x = " .. ("{"):rep(100000)))
--- a chunk with a long nest of functions ends | 1 |
assert(load(("function f() "):rep(100000)))
--- a chunk with too many locals ends | 1 | too many local variables
local names = {}
for i = 1, 300 do
    names[i] = "local a" .. i .. " = 1"
end
assert(load(table.concat(names, "\n")))
--- a chunk with too many upvalues ends | 1 | upvalues
local names, uses = {}, {}
for i = 1, 150 do
    names[i], uses[i] = "a" .. i, "a" .. i
end
local more = {}
for i = 1, 150 do
    more[i] = "b" .. i
end
assert(load("local " .. table.concat(names, ",") .. "\n"
    .. "local function f() local " .. table.concat(more, ",") .. "\n"
    .. "return function() return " .. table.concat(uses, "+") .. "+"
    .. table.concat(more, "+") .. " end end"))
--- a text of escapes without end is refused | 1 | unfinished string
assert(load('return "\\z'))
--- a long bracket that does not end is refused | 1 | unfinished long string
assert(load("return [" .. ("="):rep(10000) .. "["))
--- a number of many digits is a number | 0 | inf
print(load("return " .. ("9"):rep(400) .. ".0")())
--- goto into a block is refused | 1 | jumps into the scope
assert(load("goto inside; local x; ::inside:: print(x)"))
--- a constant that is no name is refused | 1 | attribute
assert(load("local x <danger> = 1"))
--- the environment of a chunk does not change ours | 0 | still here
local env = {}
load("print = nil; string = nil", "x", "t", env)()
print "still here"
--- loaded code has the same names only | 1 | global 'io'
load "io.write 'x'" ()
