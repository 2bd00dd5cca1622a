#!/bin/sh
# scenarios/dieu_chinh/adjust.lua from the first form to the verified change, and
# what can be asked of the file afterwards.
set -u
. tests/tools/shell
begin adjustment
CCN_LOG=none
export CCN_LOG
script=scenarios/dieu_chinh/adjust.lua plan=$work/adjusted.gpkg

expect 'the plan of Lào Cai' 0 '' "$CCN" run scenarios/dam_hong/import.lua \
    out="$work/laocai.gpkg"
expect 'the plan is named' 1 'name the plan' "$CCN" run $script
expect 'and the file that is made' 1 'name the plan file to be made' \
    "$CCN" run $script plan="$work/laocai.gpkg"
expect 'three years are played' 0 'published on 1 Sep 2028 as v7' \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$plan" \
    report="$work/adjusted.html" futures=6
also 'it fires at the right cut-off' 'On 30 Jun 2028 a trigger fired'
also 'the second wave moves' 'DH14: Âu Lâu 2030 → Âu Lâu 2031'
also 'and why' 'because Âu Lâu in 2030: land is short by'
also 'others go where land is free, and wait less' \
    'DH14: Âu Lâu 2030 → Thịnh Hưng 2030'
also 'the alternatives differ' 'not in the cluster of the scheme  enterprises  0.4     0           0             5         10'
also 'and it is said at which tax' \
    "'balanced' is the best of these at a tax from 0.4 to 0.6"
also 'weights are a draft' 'weights: our draft, approved by nobody'
also 'a term that is not known is named' \
    'not in the value: cost of moves, not known for DH01'
also 'the rules of the day speak of both clusters' \
    'Rules of 30 Jun 2028 find in Thịnh Hưng: clusters formed before 05/10/2009'
also 'it says what it costs' '300,000,000,000'
also 'and by which line' 'province (investment/383)   40,000,000,000'
also 'and which figures are missing' ', 20 of them (DH01, DH02'
also 'and who gains' 'gain a place: DH08, DH13'
also 'and who is left out' 'Left out when nothing is done: DH08, DH13'
also 'old and new stand side by side' 'establishments moving in 2031'
also 'all agrees' 'plan agree; firings (5) and proposals (1)'
expect 'the page has both plans' 0 '' grep -q 'moving in 2031' \
    "$work/adjusted.html"
expect 'a folder without the scenario' 1 'name their folder: home=FOLDER' \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$work/other.gpkg" \
    home="$work"
expect 'futures are a number' 1 "got 'x'" \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$work/other.gpkg" futures=x
expect 'and no half of a plan is left' 1 '' test -e "$work/other.gpkg"
expect 'nothing is written over' 1 'the file is there already' \
    "$CCN" run $script plan="$work/laocai.gpkg" out="$plan"
expect 'the proposal can be looked at again' 0 \
    'DH14: Âu Lâu 2030 → Âu Lâu 2031, because Âu Lâu in 2030: land is short' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v8
also 'with what it costs' 'not known: the cost of moves, 20 of them'
expect 'as a page' 0 "the proposal is in $work/proposal.html" \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v8 \
    out="$work/proposal.html"
expect 'with its costs' 0 '' grep -q 't-costs' "$work/proposal.html"
expect 'in Vietnamese' 0 'Kinh phí của phương án' "$CCN" --lang vi \
    propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v8
expect 'a period without a form' 1 'no form of 31 Dec 2031 says how late' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v8 \
    with=period=2031
expect 'a file of something else' 1 'it must return the options of ccn.propose' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/replan.lua version=v8
expect 'but not drafted from then' 1 'a draft starts from the plan in force' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua version=v8 \
    draft=free as=SCT:NVA
expect 'once adjusted nothing fires' 1 'no trigger with an action has fired' \
    "$CCN" propose "$plan" scenarios/dieu_chinh/second_wave.lua
expect 'the version says why' 0 '[1] trigger extension-late, Âu Lâu' \
    "$CCN" log "$plan" version=v7
also 'by which report' 'by the reports tt14/02/2028-6m/Âu Lâu/'
also 'what it gains' \
    'rather than Âu Lâu 2031: years waited, by points 3 → 2, not in the cluster'
also 'each change' 'DH14: Âu Lâu 2030 → Thịnh Hưng 2030, because'
also 'who decided' '20 Aug 2028: approve, UBND:PVC'
expect 'it is verified' 0 '19 entries and 14 versions agree' \
    "$CCN" verify "$plan"
also 'firings and proposal are computed again' \
    'computed again: the same; firings: 5, proposals: 1'
expect 'the change is a list' 0 "phase 'Âu Lâu/2': opens 2027 -> 2030" \
    "$CCN" diff "$plan" v8 v7
also 'of whom and when' "enterprise 'DH17': move_year 2030 -> 2031"
also 'and where' "enterprise 'DH14': destination Âu Lâu -> Thịnh Hưng"
cat >"$work/undone.lua" <<'END_LUA'
local plan = ccn.open(ccn.args.plan)
local list = plan:versions()
assert(list[9].kind == "undo" and list[9].state == "draft")
assert(list[9].content == list[8].content)
assert(list[7].content ~= list[8].content)
local before = plan:version(8)
assert(before:digest() == list[8].content)
assert(#before:diff(plan:version(9)) == 0)
local changes, first = plan:version_changes(7), nil
for i = 1, #changes do
    first = changes[i].key == "Âu Lâu/2" and changes[i] or first
end
assert(#changes == 13 and first.field == "opens")
assert(first.old == 2027 and first.new == 2030)
assert(not pcall(plan.version_changes, plan, 99))
assert(list[7].reason:find("tt14/02/2028-6m/Âu Lâu/industrial_land_built", 1,
                           true))
END_LUA
expect 'an undo has the contents of before' 0 '' \
    "$CCN" run "$work/undone.lua" plan="$plan"
expect 'an undo whose base moved only by records is decided on' 0 'v9: checked' \
    "$CCN" decide "$plan" v9 check as=STC:LTB on=2030-01-05

# hand NAME SQL WORDS: what is changed by hand is named.
hand() {
    cp "$plan" "$work/hand.gpkg"
    sqlite3 "$work/hand.gpkg" "$2"
    expect "$1" 1 "$3" "$CCN" verify "$work/hand.gpkg"
}
hand 'an observation changed by hand is found' \
    "UPDATE observation SET value = 40 WHERE key =
    'tt14/02/2028-6m/Âu Lâu/industrial_land_built'" \
    'outside of any version (1), the first: observation'
also 'and the firing that it would take back' \
    "firing 'extension 1/extension-late/Âu Lâu/2028-6m' does not follow"
also 'with both states' 'state is recorded as fired, and they give quiet'
expect 'in Vietnamese' 1 'không suy ra được từ số liệu' \
    "$CCN" --lang vi verify "$work/hand.gpkg"
also 'as the change is' 'ngoài mọi phiên bản'
hand 'a level changed by hand is found' \
    "UPDATE trigger_set SET text = replace(text, 'level = 6', 'level = 5')" \
    "trigger set 'extension 1': its text is not the one that was kept"
expect 'and is put back, frozen as it is' 0 'the plan is v14 again' \
    "$CCN" versions "$work/hand.gpkg" restore=yes
expect 'so that all agrees' 0 'computed again: the same' \
    "$CCN" verify "$work/hand.gpkg"
hand 'a firing changed by hand is found' \
    "UPDATE firing SET value = 7 WHERE key LIKE '%extension-late%2028-6m'" \
    'value is recorded as 7, and they give 6'
hand 'an outcome changed by hand is found' \
    "UPDATE proposal SET outcome = replace(outcome, '2031', '2032')" \
    "proposal '2028-06-30' does not follow from the plan"
also 'with the line' 'DH08: Âu Lâu 2030 > Âu Lâu 2032'
hand 'a script changed by hand is found' \
    "UPDATE proposal SET script = replace(script, 'tax = 0.5', 'tax = 0.6')" \
    'script, parameters or seed are not those that were kept'

# What was to be expected before anything had fired.

expect 'futures in which it slips' 0 '200 of 200 experiments, 0 failed' \
    "$CCN" sweep scenarios/dieu_chinh/slip.lua plan="$work/laocai.gpkg" \
    out="$work"
expect 'the trigger is quiet' 0 'extension-late, Âu Lâu: quiet today' \
    "$CCN" triggers "$plan" on=2027-12-31 sweep="$work/slip.sqlite" \
    subject='Âu Lâu' events=extension-late=no_land
also 'and likely to fire' '30 Jun 2028              90'
also 'in time, and mostly for nothing' \
    'extension-late     100     0       0        74           0'

mkdir "$work/tmp"
case $work in /*) TMPDIR=$work/tmp ;; *) TMPDIR=$PWD/$work/tmp ;; esac
export TMPDIR
expect 'it is computed again beside the file' 0 'computed again: the same' \
    "$CCN" verify "$plan"
expect 'and leaves nothing behind' 0 '' rmdir "$work/tmp"

finish
