#!/bin/sh
# A kept scenario when the plan in the file has moved on: carried along where
# it can be, refused with the conflict named where it cannot, settled on demand.
set -u
: "${CCN:=build/ccn}" "${BUILD:=build}"
folder=$BUILD/test_kept
rm -rf "$folder"
mkdir -p "$folder"

cat >"$folder/kept.lua" <<'LUA'
local out = ccn.args.out
local plan = ccn.new "P"
plan:add("cluster", { key = "C", projects = 1, operating = 1 })
plan:save(out)
local fork = plan:fork "More"
fork:cluster "C".projects = 2
fork:keep()

plan:cluster "C".operating = 5 -- another cell: no conflict
plan:save()
local carried = plan:scenario "More"
assert(carried:cluster "C".projects == 2)
assert(carried:cluster "C".operating == 5)

plan:cluster "C".projects = 3 -- the same cell
plan:save()
local ok, message = pcall(plan.scenario, plan, "More")
assert(not ok and message:find("projects", 1, true), message)
local none, conflicts = plan:scenario("More", "refuse")
assert(none == nil and #conflicts == 1)
local c = conflicts[1]
assert(c.field == "projects" and c.base == 1 and c.ours == 2 and c.theirs == 3)
assert(plan:scenario("More", "theirs"):cluster "C".projects == 3)

local ours = plan:scenario("More", "ours")
assert(ours:name() == "More" and ours:cluster "C".projects == 2)
ours:keep()
assert(plan:scenario "More":cluster "C".projects == 2)
print "all of it"
LUA
said=$("$CCN" run "$folder/kept.lua" out="$folder/kept.gpkg" 2>&1)
if [ "$said" = "all of it" ]; then
    echo "1 passed, 0 failed"
else
    echo "$said"
    echo "0 passed, 1 failed"
fi
rm -rf "$folder"
[ "$said" = "all of it" ]
