#!/bin/sh
# scenarios/dieu_chinh/adjust.lua from the first form to the verified change, and
# what can be asked of the file afterwards.
set -u
CCN=${CCN:-build/ccn} BUILD=${BUILD:-build}
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
work=$BUILD/adjustment
rm -rf "$work" && mkdir -p "$work" || exit 1
unset LC_ALL LC_MESSAGES LANG CCN_SCRIPTS
CCN_LOG=none
export CCN_LOG
passed=0 failed=0
script=scenarios/dieu_chinh/adjust.lua plan=$work/adjusted.gpkg

# expect NAME CODE TEXT COMMAND...: the command ends with this code and says
# the text.
expect() {
    name=$1 code=$2 words=$3
    shift 3
    "$@" >"$work/out" 2>&1 </dev/null
    got=$?
    if [ $got -eq "$code" ] && {
        [ -z "$words" ] || grep -qF -- "$words" "$work/out"
    }; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: exit %s instead of %s, or not said: %s\n' \
            "$name" $got "$code" "$words"
        head -12 "$work/out"
    fi
}
also() {
    if grep -qF -- "$2" "$work/out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: not said: $2"
    fi
}

expect 'the plan of Lào Cai' 0 '' "$CCN" run scenarios/dam_hong/import.lua \
    out="$work/laocai.gpkg"
expect 'the plan is named' 1 'name the plan' "$CCN" run $script
expect 'and the file that is made' 1 'name the plan file to be made' \
    "$CCN" run $script plan="$work/laocai.gpkg"
expect 'three years are played' 0 'published on 1 Sep 2028 as v5' \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$plan" \
    report="$work/adjusted.html" futures=6
also 'it fires at the right cut-off' 'On 30 Jun 2028 a trigger fired'
also 'the second wave moves' 'DH14: Âu Lâu 2030 → Âu Lâu 2031'
also 'and why' 'because Âu Lâu in 2030: land is short by'
also 'it says what it costs' '340,000,000,000'
also 'and which figures are missing' ', 20 of them (DH01, DH02'
also 'and who gains' 'gain a place: DH08, DH13'
also 'and who is left out' 'Left out when nothing is done: DH08, DH13'
also 'old and new stand side by side' 'establishments moving in 2031'
also 'all agrees' 'Chain, versions and plan agree.'
expect 'the page has both plans' 0 '' grep -q 'moving in 2031' \
    "$work/adjusted.html"
expect 'nothing is written over' 1 'the file is there already' \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$plan"
expect 'the proposal can be looked at again' 0 \
    'DH14: Âu Lâu 2030 → Âu Lâu 2031, because Âu Lâu in 2030: land is short' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v4
also 'with what it costs' 'not known: the cost of moves, 20 of them'
expect 'as a page' 0 "the proposal is in $work/proposal.html" \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v4 \
    out="$work/proposal.html"
expect 'with its costs' 0 '' grep -q 't-costs' "$work/proposal.html"
expect 'in Vietnamese' 0 'Kinh phí của phương án' "$CCN" --lang vi \
    propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v4
expect 'once adjusted nothing fires' 1 'no trigger with an action has fired' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua
expect 'the version says why' 0 '[1] trigger extension-late, Âu Lâu' \
    "$CCN" log "$plan" version=v5
also 'by which report' 'by the reports tt14/02/2028-6m/Âu Lâu/'
also 'each change' 'DH14: Âu Lâu 2030 → Âu Lâu 2031, because'
also 'who decided' '2028-08-20: approve, UBND:PVC'
expect 'it is verified' 0 '14 entries and 9 versions agree' \
    "$CCN" verify "$plan"
expect 'the change is a list' 0 "phase 'Âu Lâu/2': opens 2027 -> 2030" \
    "$CCN" diff "$plan" v4 v5
also 'of whom and when' "enterprise 'DH14': move_year 2030 -> 2031"
cat >"$work/undone.lua" <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local list = plan:versions()
assert(list[6].kind == "undo" and list[6].state == "draft")
assert(list[6].content == list[4].content)
assert(list[5].content ~= list[4].content)
local before = plan:version(4)
assert(before:digest() == list[4].content)
assert(#before:diff(plan:version(6)) == 0)
assert(list[5].reason:find("tt14/02/2028-6m/Âu Lâu/industrial_land_built", 1,
                           true))
END_LUA
expect 'an undo has the contents of before' 0 '' \
    "$CCN" run "$work/undone.lua" plan="$plan"
expect 'an undo whose base moved only by records is decided on' 0 'v6: checked' \
    "$CCN" decide "$plan" v6 check as=STC:LTB on=2028-09-03
sqlite3 "$plan" "UPDATE observation SET value = 40 WHERE key =
    'tt14/02/2028-6m/Âu Lâu/industrial_land_built'"
expect 'an observation changed by hand is found' 1 \
    'outside of any version, the first: observation' "$CCN" verify "$plan"
expect 'in Vietnamese' 1 'ngoài mọi phiên bản' "$CCN" --lang vi verify "$plan"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
