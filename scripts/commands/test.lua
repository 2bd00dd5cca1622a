--- `ccn test FILE.lua ...`: run tests written in Lua.
--
-- A test file returns a table of functions; each is a promise that raises an
-- error when it is not kept.  They run in the order of their names.

local refused = require "wording".of(require "lang.refused")

local passed, failed = 0, 0

for _, path in ipairs(ccn.args) do
    local ok, tests = pcall(ccn.dofile, path)
    if not ok then
        failed = failed + 1
        print(("%s: %s"):format(path, tostring(tests)))
        tests = {}
    end
    for name, test in pairs(tests) do
        local kept, message = pcall(test)
        if kept then
            passed = passed + 1
        else
            failed = failed + 1
            print(("%s: %s: %s"):format(path, name, tostring(message)))
        end
    end
end

print(("%d passed, %d failed"):format(passed, failed))
if failed > 0 then
    error(refused("tests", failed), 0)
end
