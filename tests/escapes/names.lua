--- io is not there | 1 | global 'io'
io.open("plan.gpkg", "w")
--- os is not there | 1 | global 'os'
os.execute "touch owned"
--- os.exit is not there | 1 | global 'os'
os.exit(0)
--- debug is not there | 1 | global 'debug'
debug.getregistry()
--- package is not there | 1 | global 'package'
package.loadlib("libc.so.6", "system")
--- package by _ENV is not there | 1 | global 'package'
_ENV.package.cpath = "x"
--- coroutine is not there | 1 | global 'coroutine'
coroutine.wrap(function() end)()
--- collectgarbage is not there | 1 | global 'collectgarbage'
collectgarbage "stop"
--- dofile is not there | 1 | global 'dofile'
dofile "../secret"
--- loadfile is not there | 1 | global 'loadfile'
loadfile "../secret"
--- warn is not there | 1 | global 'warn'
warn "@on"
--- string.dump is not there | 1 | 'dump'
print(string.dump(function() end))
--- the method dump is not there | 1 | 'dump'
print((""):dump())
--- math.randomseed is not there | 1 | 'randomseed'
math.randomseed(1)
--- the modules of C are not to be required | 1 | io
require "io"
--- nor is package by its name | 1 | package
require "package"
--- nor ffi | 1 | ffi
require "ffi"
--- _G holds nothing else | 0 | none
local odd = { io = 1, os = 1, debug = 1, package = 1, coroutine = 1,
              dofile = 1, loadfile = 1, collectgarbage = 1 }
local found = {}
for name in pairs(_G) do
    found[#found + 1] = odd[name] and name
end
print(#found == 0 and "none" or table.concat(found, " "))
--- package.loaded is not reached by require | 1 | _G
require "_G"
--- the registry is not an upvalue | 0 | nothing
local ok = pcall(function() return debug.getupvalue(print, 1) end)
print(ok and "reached" or "nothing")
