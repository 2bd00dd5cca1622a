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
local plan = try(ccn.open, args[1])
local number = try(history.number, args[2])
local comment = args.comment
if args[3] == "check" then
    local found = try(history.check, plan, number)
    comment = comment and comment .. "; " .. found or found
end
try(plan.decide, plan, number, args[3],
    { as = args.as, on = args.on, comment = comment })
local v = plan:versions()[number]
print(say("made", number, say(v.state), v.title))
