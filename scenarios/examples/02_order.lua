--- 2. Who goes before whom, why, and how sure that is.

local plan = require "world"()
local order = ccn.rank(plan:enterprises(), require "criteria")

order:print()
print()
print(order:why("E02", "E03"))
