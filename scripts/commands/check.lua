--- `ccn check PLAN [on=DATE]`: what contradicts itself in a plan, and what is
-- missing.  Ends with an error when there is one among the findings.

-- Not ccn.check: a module 'check' beside a command is the command itself.
local check = require "check.plan"
local try = require "commands.try"

local plan = try(ccn.open, ccn.args[1])
local findings = check(plan, { on = ccn.args.on })

findings:print()

local errors = findings:count "error"
if errors > 0 then
    local text = { en = "%d errors in the plan", vi = "%d lỗi trong quy hoạch" }
    error(text[ccn.lang()]:format(errors), 0)
end
