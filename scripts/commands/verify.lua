--- `ccn verify PLAN [head=SHA256]`: whether the chain of versions and
-- decisions, the contents of each version and the plan itself agree, and
-- whether recorded firings and proposals follow when they are computed again;
-- ends with an error that names the first thing that does not.

local try     = require "commands.try"
local history = require "history"

local say = history.say

local args = ccn.args
local plan = try(history.open, history.path(args[1]))
local list, head = plan:versions()
if #list == 0 then
    error(say "none", 0)
end
local entries = history.entries(plan)

--- Whether an entry has this SHA-256, of which the first digits are enough.
local function has(digits)
    digits = digits:lower()
    for _, entry in ipairs(entries) do
        if entry.sha256:sub(1, #digits) == digits then
            return true
        end
    end
    return false
end

if args.head and #args.head < 12 then
    ccn.engine.usage(say "short head")
end
local found = history.verify(plan)
if found.outside then
    print(say "outside")
    print(found.outside)
end
if not found.ok then
    error(found.why, 0)
elseif args.head and not has(args.head) then
    error(say("no head", args.head), 0)
end
print(say("verified", #entries, #list, head))
if found.firings + found.proposals > 0 then
    print(say("recomputed", found.firings, found.proposals))
end
print(say("chain", found.chain))
