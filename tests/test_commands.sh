#!/bin/sh
# The commands on plan files: import, export, check, diff, describe.
set -u
. tests/tools/shell
begin commands
cd "$work" || exit 1

# refused NAME CODE TEXT COMMAND...: the same, and the plan file stays as it is.
refused() {
    before=$(sha256sum plan.gpkg)
    expect "$@"
    if [ "$before" != "$(sha256sum plan.gpkg)" ]; then
        fail "$1: the plan file has changed"
    fi
}

# Import.

cat >clusters.csv <<'END'
key,total_area [ha],state,note
Âu Lâu,"50,5",operating,"đường vào, hẹp"
Báo Đáp,75,planned,
"Đầm Hồng","11,9",closing,=1+1
END
cat >more.csv <<'END'
key;cluster;land_held [m2]
E1;Đầm Hồng;5399,8
E2;Đầm Hồng;
END
expect 'a new plan' 0 '3 rows taken into table cluster of plan.gpkg' \
    "$CCN" import clusters.csv table=cluster into=plan.gpkg decimal=comma
expect 'a plan that is there' 0 '2 rows taken' \
    "$CCN" import more.csv --table enterprise --into plan.gpkg --decimal=comma
expect 'both are in it' 0 'E1,,,Đầm Hồng,' sh -c \
    '"$1" export plan.gpkg enterprise | cut -d, -f1-4 >cut;
     sed "s/^E1,.*/E1,,,Đầm Hồng,/" cut' sh "$CCN"
refused 'only a try' 0 'nothing is saved' \
    "$CCN" import --dry more.csv table=enterprise into=plan.gpkg \
    decimal=comma policy=both
refused 'the same keys again' 1 "line 3, column 1 (key), 'Báo Đáp'" \
    "$CCN" import clusters.csv table=cluster into=plan.gpkg decimal=comma
grep -q 'ccn: clusters.csv: line 2' out && grep -q 'nothing was taken' out ||
    fail 'not every line is listed'
printf 'key,total_area [m2]\nÂu Lâu,505000\n' >update.csv
expect 'an update in another unit' 0 '1 row taken' \
    "$CCN" import update.csv table=cluster into=plan.gpkg policy=update
printf 'key,note\nBáo Đáp,\n' >blank.csv
expect 'a blank cell leaves what is known' 0 '1 row' \
    "$CCN" import blank.csv table=cluster into=plan.gpkg policy=update
printf 'key,total_area [ha],area_total\nX,-5,1\n' >bad.csv
refused 'an unknown column' 1 'area_total' \
    "$CCN" import bad.csv table=cluster into=plan.gpkg decimal=point
printf 'key,total_area [ha]\nX,-5\nY,nan\nX,1\n' >bad.csv
refused 'what is refused' 1 "line 2, column 2 (total_area [ha]), '-5'" \
    "$CCN" import bad.csv table=cluster into=plan.gpkg decimal=point
[ "$(grep -c 'bad.csv: line' out)" -eq 3 ] ||
    fail 'three lines are not refused' out
refused 'missing file' 1 'gone.csv' \
    "$CCN" import gone.csv table=cluster into=plan.gpkg
: >empty.csv
refused 'empty file' 1 'empty' \
    "$CCN" import empty.csv table=cluster into=plan.gpkg
refused 'unknown table' 2 "did you mean 'cluster'?" \
    "$CCN" import clusters.csv table=clutser into=plan.gpkg
printf 'key\n\377\n' >latin.csv
refused 'wrong encoding' 1 'UTF-8' \
    "$CCN" import latin.csv table=cluster into=plan.gpkg
head -c 1000000 /dev/zero | tr '\0' x >cell
{ printf 'key,note\nX,'; cat cell; echo; } >large.csv
refused 'a cell of a million characters' 1 'a cell holds at most' \
    "$CCN" import large.csv table=cluster into=plan.gpkg
[ "$(wc -c <out)" -lt 2000 ] || fail 'a long word'

# Wrong usage.
refused 'a misspelt parameter' 2 "did you mean 'table'?" \
    "$CCN" import clusters.csv tabel=cluster into=plan.gpkg
refused 'a misspelt option' 2 'there is no option --tabel' \
    "$CCN" import clusters.csv --tabel cluster --into plan.gpkg
refused 'a missing parameter' 2 'table=TABLE is missing' \
    "$CCN" import clusters.csv into=plan.gpkg
refused 'a wrong value' 2 "decimal must be point|comma, got 'dot'" \
    "$CCN" import clusters.csv table=cluster into=plan.gpkg decimal=dot
refused 'no value' 2 '--into needs PLAN' \
    "$CCN" import clusters.csv table=cluster --into
refused 'too little' 2 'usage: ccn export' "$CCN" export plan.gpkg
refused 'too much' 2 "'d' is one word too many" "$CCN" diff a b c d

# Export, and back.

"$CCN" export plan.gpkg cluster >clusters.out 2>err
"$CCN" import clusters.out table=cluster into=again.gpkg decimal=point >out 2>&1
"$CCN" export again.gpkg cluster >clusters.twice 2>err
expect 'export, import, export are the same' 0 '' cmp clusters.out clusters.twice
expect 'formulas are neutralised' 0 "'=1+1" cat clusters.out
"$CCN" export plan.gpkg cluster decimal=comma separator=semicolon bom=yes >office
expect 'for a spreadsheet' 0 'Âu Lâu;' cat office
[ "$(head -c 3 office | od -An -tx1 | tr -d ' ')" = efbbbf ] ||
    fail 'there is no byte order mark'
printf 'key,note\nab,"tab\there\nand more"\n' >lines.csv
"$CCN" import lines.csv table=trade into=again.gpkg >out 2>&1
expect 'line breaks and tabs come out as they are' 0 'tab	here' \
    "$CCN" export again.gpkg trade
expect 'unknown table to export' 2 "did you mean 'parcel'?" \
    "$CCN" export plan.gpkg parsel

# Differences.

expect 'no differences' 0 'no differences' "$CCN" diff plan.gpkg plan.gpkg
cp plan.gpkg other.gpkg
printf 'key,total_area [ha]\nBáo Đáp,80\nNew,5\n' >change.csv
"$CCN" import change.csv table=cluster into=other.gpkg policy=both >out 2>&1
expect 'a cell' 0 "cluster 'Báo Đáp': total_area 75 ha -> 80 ha" \
    "$CCN" diff plan.gpkg other.gpkg
expect 'a row' 0 "+ cluster 'New'" "$CCN" diff plan.gpkg other.gpkg
expect 'the way back' 0 "- cluster 'New'" "$CCN" diff other.gpkg plan.gpkg
cat >keep.lua <<'END'
local plan = ccn.open(ccn.args.plan)
assert(#plan:scenarios() == 0)
local fork = plan:fork "Close Đầm Hồng"
fork:cluster("Đầm Hồng").state = "closed"
fork:keep { question = "What if?" }
assert(#plan:scenarios() == 1)
assert(plan:scenario("Close Đầm Hồng"):cluster("Đầm Hồng").state == "closed")
assert(plan:cluster("Đầm Hồng").state == "closing")
END
expect 'a scenario is kept' 0 '' "$CCN" run keep.lua plan=plan.gpkg
expect 'a scenario' 0 "cluster 'Đầm Hồng': state closing -> closed" \
    "$CCN" diff plan.gpkg 'Close Đầm Hồng'
expect 'no plan and no scenario' 1 'Close Hồng' \
    "$CCN" diff plan.gpkg 'Close Hồng'

# Check.

expect 'check of a plan' 0 '0 errors' "$CCN" check plan.gpkg
expect 'check on a day' 0 '0 errors' "$CCN" check plan.gpkg on=2026-10-05
expect 'check in Vietnamese' 0 'lỗi' "$CCN" check --lang vi plan.gpkg
expect 'check on no day' 2 'on must be a date' "$CCN" check plan.gpkg on=2026-02-30
expect 'check on a word' 2 'on must be a date' "$CCN" check plan.gpkg --on today
printf 'key,total_area,industrial_area\nBáo Đáp,10,20\n' >wrong.csv
cp plan.gpkg wrong.gpkg
"$CCN" import wrong.csv table=cluster into=wrong.gpkg policy=update >out 2>&1
expect 'check of a plan that cannot be' 1 'error: ' "$CCN" check wrong.gpkg

# For Excel under Vietnamese settings.

expect 'export for Excel' 0 'Báo Đáp;' "$CCN" export plan.gpkg cluster excel=yes
expect 'begins with a mark' 0 '' sh -c '
    [ "$("$1" export plan.gpkg cluster excel=yes | head -c 3 |
        od -An -tx1 | tr -d " ")" = efbbbf ]' sh "$CCN"
expect 'every real table comes back to the bit' 0 'no difference' \
    sh -c 'cd "$2" && "$1" run scenarios/dam_hong/import.lua out="$3/real.gpkg" &&
        "$1" run tests/round_trip.lua plan="$3/real.gpkg" csv="$3/real.csv"' \
    sh "$CCN" "$root" "$PWD"

# Reports that cannot be written.

expect 'a report as text' 0 'What it holds' "$CCN" --lang en report plan.gpkg
expect 'a report as a page' 0 'is in page.html' \
    "$CCN" --lang en report plan.gpkg out=page.html
expect 'a folder that is not there' 1 "there is no folder for" \
    "$CCN" --lang en report plan.gpkg out=nowhere/page.html
expect 'a folder in the place of the file' 2 '' \
    "$CCN" --lang en report plan.gpkg out=.
mkfifo pipe.html
expect 'a pipe is not replaced' 1 'is no file' \
    "$CCN" --lang en report plan.gpkg out=pipe.html
expect 'leaves no half page' 0 '' sh -c '
    mkdir -p small && (ulimit -f 8; "$1" report plan.gpkg out=small/page.html
    ) >/dev/null 2>&1; [ $? -ne 0 ] && [ -z "$(ls small)" ]' sh "$CCN"
expect 'nor a changed one' 0 '' sh -c '
    echo old >old.html; (ulimit -f 8; "$1" report plan.gpkg out=old.html
    ) >/dev/null 2>&1; [ "$(cat old.html)" = old ]' sh "$CCN"

# Descriptions.

expect 'reference' 0 'total_area' "$CCN" describe md
expect 'SQL' 0 'CREATE TABLE' "$CCN" describe sql
expect 'completion' 0 '---@' "$CCN" describe luals

# Nothing but what was asked for lies about.
expect 'no files are left over' 0 '' sh -c '! ls | grep -E "new-|tmp"'

# Imports say the way out.

refused 'a key that is there' 1 'to change it, policy=update' \
    "$CCN" import clusters.csv table=cluster into=plan.gpkg decimal=comma
printf 'LIST;\nkey;note\nX;y\n' >title.csv
refused 'a title above the headings' 1 'first line must hold the headings' \
    "$CCN" import title.csv table=cluster into=plan.gpkg
printf 'key|note\nX|y\n' >bar.csv
refused 'cells parted by something else' 1 'is the separator right' \
    "$CCN" import bar.csv table=cluster into=plan.gpkg

# What would be passed over is refused.

expect 'one word too many' 2 "'x.html' is one word too many" \
    "$CCN" report plan.gpkg x.html
expect 'a parameter without its value' 2 'excel needs a value: excel=yes|no' \
    "$CCN" export plan.gpkg cluster excel
expect 'a second plan' 2 "'plan.gpkg' is one word too many" \
    "$CCN" check plan.gpkg plan.gpkg
expect 'a day that is none' 2 'on must be a date such as 2026-09-15' \
    "$CCN" check plan.gpkg on=31/02/2026
expect 'no such parameter' 2 'the parameters are: excel, decimal,' \
    "$CCN" export plan.gpkg cluster to=x.csv
expect 'a page of another kind' 2 'a page is saved as .html' \
    "$CCN" report plan.gpkg out=x.pdf

# Rank: a plain problem in a file.

problem() { printf '%s' "$1" >problem.json; }
problem '{ "method": "topsis", "params": { "normalization": "minmax" },
    "matrix": [[1, 3000], [2, 3750], [5, 4500]],
    "weights": [0.5, 0.5], "directions": ["min", "max"] }'
expect 'a plain problem is ranked' 0 '"ranks": [2,1,2]' \
    "$CCN" rank problem.json
expect 'what is printed is JSON' 0 'topsis' \
    sh -c '"$1" rank problem.json >again.json && echo "print(ccn.json
        \"again.json\".method)" >read.lua && "$1" run read.lua' sh "$CCN"
problem '{ "method": "vikorr", "matrix": [[1]], "directions": ["max"] }'
expect 'a method that is misspelt' 1 "did you mean 'vikor'?" \
    "$CCN" rank problem.json
problem '{ "method": "saw", "matrix": [[1, 2], [3, null]],
    "directions": ["max", "max"], "weights": [1, 1] }'
expect 'a value that is not known' 1 'alternative 2, criterion 2' \
    "$CCN" rank problem.json
expect 'the same in Vietnamese' 1 'phương án 2, tiêu chí 2: chưa biết' \
    "$CCN" --lang vi rank problem.json
problem '{ "method": "saw", "matrix": [[1, 2], [3, 4]],
    "directions": ["max", "max"], "wieghts": [1, 1] }'
expect 'weights that are misspelt' 1 "did you mean 'weights'?" \
    "$CCN" rank problem.json
problem '{ "method": "vikor", "matrix": [[1, 2], [3, 4]], "weights": [1, 1],
    "directions": ["max", "max"], "params": { "vv": 0.5 } }'
expect 'a parameter that is misspelt' 1 "params: there is no 'vv'; did you mean 'v'?" \
    "$CCN" rank problem.json
problem '{ "method": "vikor", "matrix": [[1, 2], [3, 4]], "weights": [1, 1],
    "directions": ["max", "max"], "params": { "v": "0.5" } }'
expect 'a number in quotes' 1 "params: 'v' is of another kind" \
    "$CCN" rank problem.json
expect 'a problem from the standard input' 0 '"method": "saw"' sh -c \
    'echo "{ \"method\": \"saw\", \"matrix\": [[1], [2]], \"weights\": [1],
        \"directions\": [\"max\"] }" | TMPDIR=. "$1" rank -' sh "$CCN"
expect 'which is named -' 1 "ccn: -, line 2, column" sh -c \
    'echo "{" | "$1" rank -' sh "$CCN"
expect 'and leaves no file' 0 '' sh -c '! ls | grep "^ccn-"'
expect 'rows from the standard input' 0 '-: 1 row taken' sh -c \
    'printf "key\nStandard\n" |
        "$1" import - table=cluster into=stdin.gpkg' sh "$CCN"
expect 'a plan in place of rows' 1 'the file is a database' \
    "$CCN" import plan.gpkg table=cluster into=stdin.gpkg
expect 'a value that is blank' 2 'decimal needs a value: decimal=point|comma' \
    "$CCN" export plan.gpkg cluster decimal=
expect 'a word like no command' 2 'ccn --help lists them' "$CCN" foo
expect 'elsewhere - is a name' 1 "cannot open '-'" "$CCN" check -
problem '{ "method": "saw", "matrix": [[1, 2], [3]] }'
expect 'rows of two lengths' 1 'matrix: rows must be of one length' \
    "$CCN" rank problem.json
problem '{ "matrix": [[1, 2], [3]] }'
expect 'no method' 1 "'method' is missing; there are saw, wpm" \
    "$CCN" rank problem.json
problem '{ "method": "saw", "matrix": [[1, 2'
expect 'half a file' 1 'problem.json, line 1, column' "$CCN" rank problem.json
expect 'no file' 1 "nowhere.json" "$CCN" rank nowhere.json
problem "$(yes '[' | head -5000 | tr -d '\n')"
expect 'brackets without end' 1 'maximum parsing depth' "$CCN" rank problem.json

# Criteria.

expect 'what ships is listed' 0 'places_needs_room  0.1' "$CCN" criteria
expect 'an annex' 0 '| 1 | Type of enterprise | 40 | polluting: 3;' \
    "$CCN" criteria relocation
expect 'the same in Vietnamese' 0 '| 1 | Loại doanh nghiệp | 40 | gây ô nhiễm' \
    "$CCN" --lang vi criteria relocation
expect 'an annex as a page' 0 'is in annex.html' \
    "$CCN" criteria developer out=annex.html
expect 'which has its table' 0 'Qualified staff' cat annex.html
expect 'an annex for spreadsheets' 0 'is in annex.csv' \
    "$CCN" criteria developer out=annex.csv
expect 'an annex of another kind' 1 '.md, .html or .csv' \
    "$CCN" criteria developer out=annex.pdf
expect 'a set that is not there' 1 'the sets that ship are relocation' \
    "$CCN" criteria nothing
echo 'return { name = "x" }' >bad.lua
expect 'a file that is no set' 1 'bad.lua: a criteria set has a name' \
    "$CCN" criteria bad.lua
expect 'a plan without sets' 0 'No criteria set is kept' \
    "$CCN" criteria plan.gpkg
cat >keep.lua <<'END'
local plan = ccn.open "plan.gpkg"
ccn.criteria.keep(plan, ccn.criteria.read "places_new")
ccn.criteria.approve(plan, "new 0.1", { by = "UBND", on = "2026-12-01" })
plan:save "kept.gpkg"
END
expect 'a set is kept' 0 '' "$CCN" run keep.lua out=kept.gpkg
expect 'and listed' 0 'new 0.1  approved  2026-12-01' "$CCN" criteria kept.gpkg
expect 'its annex comes from the plan' 0 '| 1 | Workers | 50 |' \
    "$CCN" criteria kept.gpkg set='new 0.1'
expect 'an annex of a plan needs the set' 2 'say which set' \
    "$CCN" criteria kept.gpkg out=annex.md
printf 'return { name = "own", version = "1", { name = "area", weight = -3,
    field = "total_area", missing = "refuse", scale = { from = 0, to = 9 } } }' \
    >own.lua
expect 'a weight below 0' 1 "own.lua: criterion 'area': it needs a weight" \
    "$CCN" criteria own.lua
sed -i 's/missing/mising/; s/-3/3/' own.lua
expect 'a misspelt word of a set' 1 "'mising'; did you mean 'missing'?" \
    "$CCN" criteria own.lua
expect 'only plans have sets' 2 "'relocation' is none" \
    "$CCN" criteria relocation set='new 0.1'
expect 'a set that the plan has not' 1 "no criteria set 'new 9'" \
    "$CCN" criteria kept.gpkg set='new 9'

# Where the path is long, Lua shows the end of it: no line of ours is shown.

deep=$(printf 'a_folder_with_a_long_name/%.0s' 1 2 3)
mkdir -p "$deep/build"
cp "$CCN" "$deep/build/ccn"
ln -s "$root/scripts" "$deep/scripts"
expect 'from a long path' 1 "ccn: cannot open 'none.lua'" \
    "$deep/build/ccn" --lang en triggers plan.gpkg keep=none.lua

finish
