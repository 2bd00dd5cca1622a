--- `ccn undo PLAN VERSION as=ROLE:INITIALS`: a draft that takes a version back.
-- Nothing is deleted: the draft is decided on like any other.

local try     = require "commands.try"
local history = require "history"

local say = history.say

local args = ccn.args
local path = history.path(args[1])
local undone = history.number(args[2])
local plan = try(ccn.open, path)
local number = try(plan.undo, plan, undone, {
    as = args.as, title = args.title, reason = args.reason, on = args.on })
local list, head = plan:versions()
local v, old = list[number], list[undone]
print(say("made", number, say(v.state), v.title))
if head == undone and old.parent
    and v.content == plan:version(old.parent):digest() then
    print(say("as before", old.parent))
end
