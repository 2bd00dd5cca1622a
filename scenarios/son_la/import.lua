--- Imports what is known of Sơn La into a plan file; an illustration.
--
--     ccn run scenarios/son_la/import.lua out=build/sonla.gpkg

local here = ccn.script:match "^(.*)/" or "."
local out  = ccn.parameters {
    out = { kind = "file", default = "build/sonla.gpkg",
            en = "the plan file to write", vi = "tệp quy hoạch cần ghi" },
}.out

local plan, left_out = require "sonla" (here .. "/data")
plan:save(out)

local say = require "words" "import"
print(say("done", out, #plan:units(), #plan:clusters(), #plan:enterprises()))
for _, entry in ipairs(left_out) do
    print("- " .. say(entry.why, entry.key))
end
