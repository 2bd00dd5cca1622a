#!/bin/sh
# The log of runs: what is stored, where, and that a replay gives the same bytes
# or says what differs.
set -u
. tests/tools/shell
begin runs
cd "$work" || exit 1
CCN_LOG=$PWD/journal.sqlite
TMPDIR=$(mktemp -d) # where no run may read but a replay its own copies
export CCN_LOG TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

cat >make.lua <<'END'
local p = ccn.parameters {
    out  = { kind = "file", needed = true, en = "plan", vi = "quy hoạch" },
    area = { default = 50.0, least = 0, most = 75, en = "area", vi = "ha" },
}
local plan = ccn.new "P"
plan:add("cluster", { key = "A", total_area = p.area })
for i = 1, 40 do
    plan:add("enterprise", { key = "E" .. i, workers = math.random(100) })
end
print("drawn", math.random(1000000))
plan:save(p.out)
END
cat >part.lua <<'END'
return function(plan) return plan:cluster("A").total_area end
END
cat >look.lua <<'END'
local area = require "part"
local plan = ccn.open "plan.gpkg"
local rows = ccn.csv("rows.csv").rows
print("area", area(plan), "rows", #rows)
print("drawn", math.random(1000000))
END
printf 'a,b\n1,2\n' >rows.csv

# A run that makes a plan is in the log of the plan.

expect 'a plan is made' 0 'drawn' "$CCN" run make.lua out=plan.gpkg --seed 7
cp out made.out
expect 'its run is in its log' 0 'make.lua' "$CCN" log plan.gpkg
also 'with its parameters, after defaults' 'area=50'
expect 'not in the journal' 0 'no runs' "$CCN" log
expect 'in full' 0 '"seed":7' "$CCN" log plan.gpkg run=1 json=yes
also 'with the text of the script' 'math.random(100)'
also 'with the hash of what came out' '"result":"'
also 'with versions' '"SQLite":"'
also 'and the words' '"arguments":["out=plan.gpkg"]'
expect 'for people' 0 'SHA-256' "$CCN" --lang vi log plan.gpkg run=1
before=$(sha256sum plan.gpkg)
"$CCN" replay 1 plan.gpkg >again.out 2>out
expect 'a replay gives the same bytes' 0 '' cmp made.out again.out
expect 'and says so' 0 'run 1: the same result' "$CCN" replay 1 plan.gpkg
expect 'and writes nothing' 0 "$before" sha256sum plan.gpkg
expect 'nor leaves a copy' 0 '' sh -c '[ -z "$(ls "$TMPDIR")" ]'

# A run without a plan that may be written is in the journal.

expect 'a run that reads' 0 'area	50.0' "$CCN" run look.lua
cp out look.out
expect 'is in the journal' 0 'look.lua' "$CCN" log
expect 'with what it read' 0 'part.lua' "$CCN" log run=1
also 'the plan' 'plan.gpkg'
also 'the table' 'rows.csv'
expect 'which its owner alone reads' 0 '600' stat -c %a journal.sqlite
"$CCN" replay 1 >again.out 2>out
expect 'replayed the same' 0 '' cmp look.out again.out
mkdir elsewhere
expect 'from anywhere' 0 'the same result' \
    sh -c 'cd elsewhere && "$1" replay 1' sh "$CCN"
expect 'the log of the plan is no change of it' 0 'the same result,' sh -c '
    echo "ccn.open(ccn.args.plan)" >touch.lua
    "$1" run touch.lua plan=plan.gpkg && "$1" log plan.gpkg | grep -q touch &&
    "$1" replay 1' sh "$CCN"
nor 'no input has changed' 'changed'

# What differs is named.

sed -i 's/1,2/1,3/' rows.csv
expect 'another input, the same result' 0 \
    'the same result' "$CCN" replay 1
also 'is said' 'although inputs have changed'
also 'by its name' 'an input has changed: file rows.csv'
printf 'a,b\n1,2\n3,4\n' >rows.csv
expect 'another result' 1 'another result than' "$CCN" replay 1
also 'with the input' 'an input has changed: file rows.csv'
also 'and the first line' 'first in line 1:'
also 'as it was' '- area	50.0	rows	1'
also 'and is' '+ area	50.0	rows	2'
printf 'a,b\n1,2\n' >rows.csv
cp part.lua kept.lua
sed -i 's/total_area/total_area + 1/' part.lua
expect 'another module' 1 'an input has changed: module ./part.lua' \
    "$CCN" replay 1
also 'with its first line' '+ return function(plan) return plan:cluster("A").total_area + 1 end'
mv kept.lua part.lua
cp plan.gpkg kept.gpkg
"$CCN" run make.lua out=plan.gpkg area=60 --seed 7 >out 2>&1
expect 'another plan' 1 'an input has changed: plan plan.gpkg' "$CCN" replay 1
cp kept.gpkg plan.gpkg
if command -v sqlite3 >/dev/null; then
    sqlite3 plan.gpkg ".dbconfig enable_trigger off" \
        "UPDATE cluster SET total_area = 510000" >out
    expect 'a plan that another program changed' 1 \
        'an input has changed: plan plan.gpkg' "$CCN" replay 1
    cp kept.gpkg plan.gpkg
    cp plan.gpkg damaged.gpkg
    sqlite3 damaged.gpkg ".dbconfig enable_trigger off" \
        "DROP TABLE phase" >out 2>&1
    expect 'runs of a plan that does not open' 1 'make.lua' \
        "$CCN" log damaged.gpkg
    also 'and why it does not' 'table phase has no column'
fi
mv rows.csv gone.csv
expect 'an input that is gone' 1 'not read this time: file rows.csv' \
    "$CCN" replay 1
mv gone.csv rows.csv
sed 's/= p.area/= p.area + 1/' make.lua >other.lua
cp make.lua same.lua
cp other.lua make.lua
expect 'other changes' 1 'first in change' "$CCN" replay 1 plan.gpkg
also 'the script is named' 'an input has changed: script make.lua'
also 'and the change as it was' "- cluster 'A': total_area not known -> 50 ha"
also 'and is' "+ cluster 'A': total_area not known -> 51 ha"
mv same.lua make.lua
expect 'and as it was' 0 'the same result' "$CCN" replay 1 plan.gpkg

# Every end of a run.

echo 'print "so far" error "no land"' >fail.lua
"$CCN" run fail.lua >out 2>&1
expect 'a run that fails is in the log' 0 'fail.lua' "$CCN" log state=failed
also 'and no other' 'failed'
nor 'as asked' 'look.lua'
id=$("$CCN" log state=failed json=yes | sed 's/.*"id":\([0-9]*\).*/\1/')
expect 'with its error' 0 'no land' "$CCN" log run="$id"
expect 'and fails the same' 0 'the same result' "$CCN" replay "$id"
echo '(("a"):rep(4000)):find(("a*"):rep(20) .. "b")' >loop.lua
"$CCN" run loop.lua --seconds 1 >out 2>&1
expect 'one that is stopped as well' 0 'loop.lua' "$CCN" log state=stopped
id=$("$CCN" log state=stopped json=yes | sed 's/.*"id":\([0-9]*\).*/\1/')
echo 'while true do end' >slow.lua
"$CCN" run slow.lua --seconds 1 >out 2>&1
echo 'pcall(function() while true do end end)' >catch.lua
"$CCN" run catch.lua --seconds 1 >out 2>&1
expect 'so is one whose time is up' 0 'slow.lua' "$CCN" log state=stopped
also 'though it catches the error' 'catch.lua'
echo 'print(1)' >loop.lua
expect 'which has no result' 1 'no result to compare with' "$CCN" replay "$id"

# What a replay saves it reads again, and nobody else does.

cat >twice.lua <<'END'
local out = ccn.args.out
local plan = ccn.new "T"
plan:add("cluster", { key = "A", total_area = 1 })
plan:save(out)
local again = ccn.open(out)
again:cluster("A").total_area = 2
again:save()
again:fork "F":keep()
again:scenario "F":cluster("A").total_area = 3
ccn.save_file(ccn.args.page, "<p>" .. ccn.open(out):cluster("A").total_area)
print(ccn.text(ccn.args.page))
END
expect 'a run that reads what it saved' 0 '<p>2.0' \
    "$CCN" run twice.lua out=twice.gpkg page=page.html
rm twice.gpkg.bak 2>/dev/null
cp twice.gpkg twice.copy
rm page.html
expect 'is replayed on copies' 0 'the same result' "$CCN" replay 1 twice.gpkg
expect 'the plan stays' 0 '' cmp twice.gpkg twice.copy
expect 'the page is not written' 1 '' test -e page.html
expect 'and no copy stays' 0 '' sh -c '[ -z "$(ls "$TMPDIR")" ]'

# The ways out, and what is wrong.

count=$("$CCN" log last=0 json=yes | grep -c '"id"')
expect 'a run that is to leave no trace' 0 'area' "$CCN" run look.lua --no-log
expect 'leaves none' 0 "$count" sh -c '"$1" log last=0 json=yes |
    grep -c "\"id\""' sh "$CCN"
expect 'nor with CCN_LOG=none' 0 'area' env CCN_LOG=none "$CCN" run look.lua
expect 'either' 0 "$count" sh -c '"$1" log last=0 json=yes |
    grep -c "\"id\""' sh "$CCN"
expect 'a journal nowhere is one line' 0 'not in the log' \
    env CCN_LOG=/nowhere/x.sqlite "$CCN" run look.lua
[ "$(wc -l <out)" -eq 3 ] || fail 'three lines' out
expect 'the seconds of the run are none of its result' 0 'the same result' \
    sh -c 'sleep 0.1; "$1" replay 1' sh "$CCN"
expect 'forgotten' 0 '' "$CCN" log forget=1
expect 'and gone' 1 'there is no run 1' "$CCN" replay 1
expect 'a number that is none' 2 "'x' is no number of a run" "$CCN" replay x
expect 'a log that is none' 1 "there is no log 'gone.gpkg'" \
    "$CCN" replay 1 gone.gpkg
expect 'a parameter that is none' 2 "did you mean 'script'?" \
    "$CCN" log scirpt=x
expect 'a plan behind its parameters' 1 "plan.gpkg: there is no run 999" \
    "$CCN" log run=999 plan.gpkg
expect 'a plan that is not there' 1 "there is no log 'gone'" "$CCN" log gone
expect 'a count that is none' 2 'last must be a whole number' \
    "$CCN" log last=x

# Plans that cannot take a run.

cat >see.lua <<'END'
print(#ccn.open(ccn.args.plan):clusters())
END
cp plan.gpkg shut.gpkg
if [ "$(id -u)" != 0 ]; then
    chmod a-w shut.gpkg
    sum=$(sha256sum shut.gpkg)
    expect 'a plan that is only read' 0 '1' "$CCN" run see.lua plan=shut.gpkg
    nor 'without a word' 'warning'
    expect 'stays' 0 "$sum" sha256sum shut.gpkg
    expect 'and its run is in the journal' 0 'shut.gpkg' "$CCN" log last=1
    chmod u+w shut.gpkg
fi
if command -v sqlite3 >/dev/null; then
    sqlite3 shut.gpkg "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;
        ALTER TABLE scenario DROP COLUMN parameters;
        ALTER TABLE observation DROP COLUMN unit;
        ALTER TABLE observation DROP COLUMN received;
        ALTER TABLE observation DROP COLUMN status;
        UPDATE ccn_meta SET value = 3 WHERE name = 'format'"
    sum=$(sha256sum shut.gpkg)
    expect 'a plan of an older format' 0 '1' "$CCN" run see.lua plan=shut.gpkg
    expect 'is not brought up to date for a log' 0 "$sum" sha256sum shut.gpkg
    expect 'its run is in the journal' 0 'shut.gpkg' "$CCN" log last=1
    { echo 'BEGIN EXCLUSIVE;'; sleep 2; } | sqlite3 plan.gpkg &
    sleep 0.5
    expect 'a run on a busy plan' 0 'area' "$CCN" run look.lua
    wait
fi
expect 'what others cannot use is refused' 1 '' "$CCN" log make.lua

# The main job.

job=$root/scenarios/dam_hong
expect 'the plan of Lào Cai' 0 '' \
    "$CCN" run "$job/import.lua" out=laocai.gpkg data="$job/data"
"$CCN" run "$job/dam_hong.lua" plan=laocai.gpkg data="$job/data" keep=yes \
    report=main.html >main.out 2>&1
"$CCN" replay 2 laocai.gpkg >main.again 2>out
expect 'the main job replays to the byte' 0 '' cmp main.out main.again
for threads in 1 2; do
    expect "the same with $threads threads" 0 'run 2: the same result' \
        env CCN_THREADS=$threads "$CCN" replay 2 laocai.gpkg
done

finish
