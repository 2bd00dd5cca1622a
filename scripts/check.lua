--- ccn.check(plan, options) -> findings: see check/plan.lua.

return require "check.plan"
