#!/bin/sh
# Scenarios in the plan file: forks of forks, a parent that changes, conflicts
# cell by cell, promote, discard, diff with effects; and parameters from the
# command line.
set -u
. tests/tools/shell
begin scenarios
cd "$work" || exit 1
CCN_LOG=none
export CCN_LOG

# holds NAME LUA: a script on plan.gpkg whose assertions hold.
holds() {
    printf 'local plan = ccn.open(ccn.args.plan)\n%s\n' "$2" >script.lua
    expect "$1" 0 '' "$CCN" run script.lua plan=plan.gpkg
}

cat >make.lua <<'END'
local plan = ccn.new "P"
plan:add("cluster", { key = "A", total_area = 50 })
plan:add("cluster", { key = "B", total_area = 30 })
plan:add("phase", { key = "A/2", cluster = "A", opens = 2027 })
plan:save(ccn.args.out)
local close = plan:fork "Close"
close:cluster("A").total_area = 75
local late = close:fork "Late"
late:phase("A/2").opens = 2028
local later = late:fork "Later"
later:phase("A/2").opens = 2030
close:keep { question = "What if it is wider?" }
late:keep { question = "And a year late?" }
later:keep()
END
expect 'a plan with a fork of a fork' 0 '' "$CCN" run make.lua out=plan.gpkg
cp plan.gpkg made.gpkg

# Forks of forks, kept and reopened.

expect 'the tree' 0 '    Later        1' "$CCN" scenario plan.gpkg
also 'with questions' 'And a year late?'
expect 'as JSON' 0 '"name":"Later","parent":"Late"' \
    "$CCN" scenario plan.gpkg json=yes
holds 'each is its changes against its parent' '
local names, about = plan:scenarios()
assert(table.concat(names, " ") == "Close Late Later")
assert(about.Close.parent == nil and about.Close.changes == 1)
assert(about.Late.parent == "Close" and about.Late.changes == 1)
assert(about.Later.parent == "Late" and about.Later.changes == 1)
local fork = plan:scenario "Later"
assert(fork:cluster("A").total_area == 75 and fork:phase("A/2").opens == 2030)
assert(#fork:changes() == 1 and #plan:diff(fork) == 2)'
holds 'a fork of it knows its ancestors' '
local fork = plan:scenario "Later":fork "Last"
fork:cluster("B").total_area = 31
fork:keep()
local _, about = plan:scenarios()
assert(about.Last.parent == "Later" and about.Last.changes == 1)
plan:discard "Last"'
holds 'the parent may be said' '
local fork = plan:scenario "Later":fork "Flat"
fork:keep { parent = false }
local _, about = plan:scenarios()
assert(about.Flat.parent == nil and about.Flat.changes == 2)
fork:keep { parent = "Close" }
_, about = plan:scenarios()
assert(about.Flat.parent == "Close" and about.Flat.changes == 1)
local ok, why = pcall(fork.keep, fork, { parent = "Nobody" })
assert(not ok and why:find("no scenario .Nobody."), why)
plan:discard "Flat"'
holds 'nobody is his own ancestor' '
local fork = plan:scenario "Later":fork "Close"
local ok, why = pcall(fork.keep, fork)
assert(not ok and why:find("ancestor of itself", 1, true), why)'
holds 'nothing of it changes the plan' '
assert(plan:cluster("A").total_area == 50 and plan:phase("A/2").opens == 2027)
local fork = plan:scenario "Later"
fork:cluster("A").total_area = 1
fork:remove(fork:phase "A/2")
assert(plan:cluster("A").total_area == 50 and plan:phase("A/2").opens == 2027)
assert(plan:scenario "Later":cluster("A").total_area == 75)'

# A parent that changes.

holds 'what changes in a parent reaches its children' '
local close = plan:scenario "Close"
close:cluster("B").total_area = 40
close:keep()
assert(plan:scenario "Later":cluster("B").total_area == 40)
assert(plan:scenario "Later":phase("A/2").opens == 2030)'
holds 'the plan moves on in what two of them change' '
plan:cluster("A").total_area = 60
plan:phase("A/2").opens = 2026
plan:save()'
expect 'the tree counts the conflicts' 0 'Close' "$CCN" scenario plan.gpkg
expect 'conflicts are shown cell by cell' 1 'Close     cluster  A    total_area' \
    "$CCN" scenario plan.gpkg rebase=Later
also 'with what it was and what both say' \
    '50               75             60'
holds 'to a script as well' '
local none, conflicts = plan:scenario("Later", "refuse")
local c = conflicts[1]
assert(none == nil and #conflicts == 1 and c.scenario == "Close")
assert(c.table == "cluster" and c.key == "A" and c.field == "total_area")
assert(c.base == 50 and c.ours == 75 and c.theirs == 60)
local ok, why = pcall(plan.scenario, plan, "Later")
assert(not ok and why:find("conflicts %(1%), the first in cluster .A. total_area"),
       why)
local ours, both = plan:scenario("Later", "ours")
assert(#both == 2 and both[2].scenario == "Late" and both[2].field == "opens")
assert(ours:cluster("A").total_area == 75 and ours:phase("A/2").opens == 2030)
local theirs = plan:scenario("Later", "theirs")
assert(theirs:cluster("A").total_area == 60)'
expect 'a policy settles them' 0 '2 conflicts settled: ours' \
    "$CCN" scenario plan.gpkg rebase=Later policy=ours
expect 'once' 0 'no conflicts' "$CCN" scenario plan.gpkg rebase=Later
holds 'and nothing of the chain is lost' '
local _, about = plan:scenarios()
assert(about.Later.parent == "Late" and about.Late.parent == "Close")
assert(about.Late.question == "And a year late?")
assert(plan:scenario "Later":cluster("A").total_area == 75)
assert(plan:scenario "Late":phase("A/2").opens == 2028)'

# Diff, with effects.

cat >results.lua <<'END'
return { plain = true, lines = {
    { "area", "area [ha]", function(plan)
        return plan:clusters():sum "total_area"
    end, digits = 1 },
    { "same", "never another", function() return 1 end },
} }
END
expect 'a diff by object and field' 0 "cluster 'A': total_area 60 ha -> 75 ha" \
    "$CCN" diff plan.gpkg Later results=results.lua
also 'with its effect' 'area [ha]            90.0  115.0       +25.0'
nor 'not with what is the same' 'never another'
expect 'between two scenarios' 0 "phase 'A/2': opens 2028 -> 2030" \
    "$CCN" diff plan.gpkg Late Later
also 'and no other line' '1 change'
expect 'the usual results' 0 'its cost' \
    "$CCN" diff plan.gpkg Late Later
expect 'as JSON' 0 '"field":"opens","key":"A/2","new":2030,"old":2028' \
    "$CCN" diff plan.gpkg Late Later json=yes
expect 'the nearest scenario' 1 "did you mean 'Later'?" \
    "$CCN" diff plan.gpkg Latter
echo 'return 1' >bad.lua
expect 'results that are none' 1 'must return the options' \
    "$CCN" diff plan.gpkg Later results=bad.lua

# Discard and promote.

expect 'what has scenarios of its own stays' 1 'scenarios of its own' \
    "$CCN" scenario plan.gpkg discard=Late
expect 'one that is not there' 1 "did you mean 'Late'?" \
    "$CCN" scenario plan.gpkg discard=Lat
expect 'a leaf goes' 0 "'Later' is discarded" \
    "$CCN" scenario plan.gpkg discard=Later
cp made.gpkg plan.gpkg
expect 'all of a branch goes' 0 '' \
    "$CCN" scenario plan.gpkg discard=Late all=yes
expect 'and nothing else' 0 '[{"changes":1,"conflicts":0,"name":"Close"' \
    "$CCN" scenario plan.gpkg json=yes
cp made.gpkg plan.gpkg
expect 'a scenario becomes the plan' 0 "'Late' is the plan in plan.gpkg now" \
    "$CCN" scenario plan.gpkg promote=Late
holds 'with what its ancestors change' '
assert(plan:cluster("A").total_area == 75 and plan:phase("A/2").opens == 2028)
local names, about = plan:scenarios()
assert(table.concat(names, " ") == "Close Later" and not about.Later.parent)
assert(plan:scenario "Later":phase("A/2").opens == 2030)
assert(#plan:changes() == 0)'
cp made.gpkg plan.gpkg
holds 'from a script, the plan in hand goes along' '
local row = plan:cluster "A"
plan:promote "Close"
assert(row.total_area == 75 and #plan:changes() == 0)
plan:cluster("B").total_area = 5
local ok, why = pcall(plan.promote, plan, "Late")
assert(not ok and why:find("not saved", 1, true), why)
plan:save()
local fork = plan:fork "x"
ok, why = pcall(fork.promote, fork, "Late")
assert(not ok and why:find("is a fork", 1, true), why)
plan:promote "Late"
assert(plan:phase("A/2").opens == 2028)'
expect 'a conflict is no promotion' 1 'conflicts' sh -c '
    cp made.gpkg moved.gpkg
    echo "local p = ccn.open(ccn.args.p) p:cluster(\"A\").total_area = 1
        p:save()" >move.lua
    "$1" run move.lua p=moved.gpkg && "$1" scenario moved.gpkg promote=Close' \
    sh "$CCN"
chmod a-w made.gpkg
if [ "$(id -u)" != 0 ]; then
    expect 'a plan that may not be written keeps its scenarios' 1 \
        'may not be written' "$CCN" scenario made.gpkg discard=Later
fi
chmod u+w made.gpkg
expect 'nothing but the file named is written' 1 'may not write' sh -c '
    echo "ccn.open(\"made.gpkg\"):discard \"Later\"" >d.lua
    "$1" run d.lua' sh "$CCN"

# A file of format 3 is copied before a scenario of it is discarded.

if command -v sqlite3 >/dev/null; then
    cp made.gpkg old.gpkg
    sqlite3 old.gpkg "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;
        ALTER TABLE scenario DROP COLUMN parameters;
        ALTER TABLE observation DROP COLUMN unit;
        ALTER TABLE observation DROP COLUMN received;
        ALTER TABLE observation DROP COLUMN status;
        UPDATE ccn_meta SET value = 3 WHERE name = 'format'"
    cp old.gpkg before.gpkg
    expect 'an older file shows its scenarios' 0 'Later' \
        "$CCN" scenario old.gpkg
    expect 'as it is' 0 '' cmp old.gpkg before.gpkg
    expect 'and is changed' 0 '' "$CCN" scenario old.gpkg discard=Later
    expect 'after a copy' 0 'Later' "$CCN" scenario old.gpkg.format3.bak
fi

# Parameters.

cat >asked.lua <<'END'
local p = ccn.scenario {
    question = { en = "What if it is late?", vi = "Nếu muộn thì sao?" },
    parent = "Close",
    parameters = {
        delay = { default = 1, least = 0, most = 5, unit = "year",
                  en = "how late", vi = "muộn bao lâu" },
        plan = { kind = "file", needed = true, en = "plan", vi = "quy hoạch" },
    },
}
local plan = ccn.open(p.plan)
local late = plan:scenario "Close":fork "Asked"
late:phase("A/2").opens = 2027 + p.delay
late:keep()
print "the model part ran"
END
cp made.gpkg plan.gpkg
sum=$(sha256sum plan.gpkg)
expect 'a description' 0 'a whole number from 0 to 5 year' \
    "$CCN" describe asked.lua
also 'has the question' 'Question: What if it is late?'
also 'the parent' 'Parent: Close'
nor 'and runs nothing' 'model part'
expect 'in Vietnamese' 0 'muộn bao lâu' "$CCN" describe --lang vi asked.lua
echo 'ccn.new "x" print "y"' >mute.lua
expect 'a script without a declaration' 1 'declares nothing' \
    "$CCN" describe mute.lua
expect 'a script that is not there' 1 'gone.lua' "$CCN" describe gone.lua
expect 'out of range' 2 "got '9'" "$CCN" run asked.lua plan=plan.gpkg delay=9
expect 'misspelt' 2 "did you mean 'delay'?" \
    "$CCN" run asked.lua plan=plan.gpkg dely=2
expect 'nothing was written' 0 "$sum" sha256sum plan.gpkg
expect 'in range' 0 'the model part ran' \
    "$CCN" run asked.lua plan=plan.gpkg delay=2
expect 'kept with question and parameters' 0 'delay' \
    "$CCN" scenario plan.gpkg json=yes
also 'of the script' 'What if it is late?'

finish
