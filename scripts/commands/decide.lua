--- `ccn decide PLAN VERSION VERDICT as=ROLE:INITIALS`: a decision on a version.
--
--     ccn decide laocai.gpkg v4 check as=STC:LTB
--     ccn decide laocai.gpkg v4 approve as=UBND:PVC on=2028-09-01
--
-- docs/versions.md

local try     = require "commands.try"
local history = require "history"

local say = history.say

local args = ccn.args
local path = history.path(args[1])
local number, verdict = history.number(args[2]), history.verdict(args[3])
local plan = try(ccn.open, path)
local comment = args.comment
if verdict == "check" then
    local found = try(history.check, plan, number)
    comment = comment and comment .. "; " .. found or found
end
try(plan.decide, plan, number, verdict,
    { as = args.as, on = args.on, comment = comment })
local v = plan:versions()[number]
print(say("made", number, say(v.state), v.title))
