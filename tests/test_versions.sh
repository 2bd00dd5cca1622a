#!/bin/sh
# Versions and decisions in the plan file: who may do what, a base that moved,
# undo, changes outside of versions, and whatever was changed by hand.
set -u
. tests/tools/shell
begin versions
cd "$work" || exit 1
page=$root/docs/versions.md
CCN_LOG=none
export CCN_LOG

# holds NAME LUA: a script on plan.gpkg whose assertions hold.
holds() {
    printf 'local plan = ccn.open(ccn.args.plan)\n%s\n' "$2" >script.lua
    expect "$1" 0 '' "$CCN" run script.lua plan=plan.gpkg
}

# decide VERSION VERDICT WHO [NAME=VALUE ...]
decide() {
    v=$1 verdict=$2 who=$3
    shift 3
    expect "$v $verdict" 0 "$v: " \
        "$CCN" decide plan.gpkg "$v" "$verdict" as="$who" "$@"
}

# through VERSION: from draft to published.
through() {
    decide "$1" check STC:LTB
    decide "$1" submit SCT:NVA
    decide "$1" consult SXD:DVE
    decide "$1" approve UBND:PVC
    decide "$1" publish SCT:NVA
}

cat >make.lua <<'END_LUA'
local plan = ccn.new "P"
plan:add("cluster", { key = "A", total_area = 50 })
plan:add("cluster", { key = "B", total_area = 30 })
plan:add("trade", { key = "T", vsic = "31" })
local function office(key, role, duties, from, to)
    plan:add("office", { key = key, role = role, duties = duties,
                         valid_from = from, valid_to = to })
end
office("SCT", "SCT", "draft;publish;record")
office("STC", "STC", "check")
office("SXD", "SXD", "consult")
office("UBND", "UBND", "approve")
office("UBND huyện", "UBNDH", "approve", nil, "2025-06-30")
plan:save("plan.gpkg")
local wider = plan:fork "wider"
wider:cluster("A").total_area = 75
wider:keep()
local more = plan:fork "more"
more:cluster("B").total_area = 31
more:keep()
END_LUA
expect 'a plan is made' 0 '' "$CCN" run make.lua out=plan.gpkg
expect 'its report counts the offices' 0 'offices' \
    "$CCN" --lang en report plan.gpkg

sed -n '/^```Lua$/,/^```$/p' "$page" | grep -v '^```' >example.lua
mv plan.gpkg aside.gpkg
expect 'the example of docs/versions.md' 0 "$(printf 'v3\tdraft\ttrue')" \
    "$CCN" run example.lua out=plan.gpkg
also 'prints what it says' "$(printf 'v2\tpublished\t50.0')"
mv aside.gpkg plan.gpkg

expect 'no versions yet' 0 'no versions yet' "$CCN" versions plan.gpkg
expect 'nothing to verify' 1 'no versions yet' "$CCN" verify plan.gpkg
expect 'nothing to undo' 1 'ccn versions PLAN begin=yes as=ROLE:INITIALS' \
    "$CCN" undo plan.gpkg v1 as=SCT:NVA
expect 'no draft without a base' 1 'begin them with a base' \
    "$CCN" versions plan.gpkg draft=wider as=SCT:NVA
expect 'somebody begins' 1 'say who' "$CCN" versions plan.gpkg begin=yes title=x
expect 'who has no such duty does not begin' 1 "has not the duty 'draft'" \
    "$CCN" versions plan.gpkg begin=yes as=UBND:PVC title=x
cp plan.gpkg later.gpkg && cp plan.gpkg ahead.gpkg
expect 'a base' 0 'v1: published, As approved' \
    "$CCN" versions plan.gpkg begin=yes as=SCT:NVA title='As approved' \
    on=2026-01-05
expect 'one base' 1 'has versions already' \
    "$CCN" versions plan.gpkg begin=yes as=SCT:NVA title=x
expect 'a base agrees' 0 '1 entry and 1 version agree, and the plan is v1' \
    "$CCN" verify plan.gpkg

# Days ahead of the clock.

expect 'a day after today is refused' 1 \
    'the day 2999-12-31 is after today' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA on=2999-12-31
expect 'in Vietnamese' 1 'ngày 2999-12-31 sau hôm nay' \
    "$CCN" --lang vi versions plan.gpkg draft=more as=SCT:NVA on=2999-12-31
expect 'for a record too' 1 'is after today' \
    "$CCN" versions plan.gpkg record=yes as=SCT:NVA on=2999-12-31
expect 'and nothing was written' 0 '1 entry and 1 version agree' \
    "$CCN" verify plan.gpkg
expect 'only a beginning is ahead' 2 'ahead=yes goes with begin=yes' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA ahead=yes
expect 'which has to be said' 1 'ahead=yes begins a plan that plays' \
    "$CCN" versions later.gpkg begin=yes as=SCT:NVA on=2999-12-31
expect 'one that plays what may come' 0 'v1: published' \
    "$CCN" versions later.gpkg begin=yes ahead=yes as=SCT:NVA on=2999-01-05
expect 'goes on as it has begun' 0 'v2: draft' \
    "$CCN" versions later.gpkg draft=more as=SCT:NVA on=2999-12-31
expect 'where today is too early' 1 'is before 2999-12-31' \
    "$CCN" versions later.gpkg draft=wider as=SCT:NVA
expect 'and the chain agrees' 0 '2 versions agree' "$CCN" verify later.gpkg
tomorrow=$(date -d '+1 day' +%F) after=$(date -d '+2 days' +%F)
expect 'what was begun on tomorrow' 0 'v1: published' \
    "$CCN" versions ahead.gpkg begin=yes ahead=yes as=SCT:NVA on="$tomorrow"
expect 'does not go on beyond it' 1 "the day $after is after today" \
    "$CCN" versions ahead.gpkg draft=more as=SCT:NVA on="$after"
expect 'but goes on' 0 'v2: draft' \
    "$CCN" versions ahead.gpkg draft=more as=SCT:NVA on="$tomorrow"

# From draft to published.

expect 'a draft' 0 'v2: draft, wider' \
    "$CCN" versions plan.gpkg draft=wider as=SCT:NVA on=2026-06-01
expect 'a draft changes nothing' 0 'agree, and the plan is v1' \
    "$CCN" verify plan.gpkg
expect 'a draft is not approved' 1 "v2 is draft, so 'approve' cannot follow" \
    "$CCN" decide plan.gpkg v2 approve as=UBND:PVC
expect 'a verdict is one' 2 "no verdict 'bless'" \
    "$CCN" decide plan.gpkg v2 bless as=UBND:PVC
expect 'what is next is said' 1 'next: check (STC)' \
    "$CCN" decide plan.gpkg v2 approve as=UBND:PVC
expect 'in Vietnamese' 1 'bước tiếp theo: check (STC)' \
    "$CCN" --lang vi decide plan.gpkg v2 approve as=UBND:PVC
expect 'a verdict is said' 2 'which verdict' \
    "$CCN" decide plan.gpkg v2 as=STC:LTB
expect 'in Vietnamese' 2 'quyết định gì' \
    "$CCN" --lang vi decide plan.gpkg v2 as=STC:LTB
expect 'a version is said' 2 'which version' "$CCN" undo plan.gpkg as=SCT:NVA
expect 'in Vietnamese' 2 'phiên bản nào' \
    "$CCN" --lang vi undo plan.gpkg as=SCT:NVA
expect 'a plan is said' 2 'which plan' "$CCN" undo as=SCT:NVA title=x
expect 'the version stands first' 2 'write the version first: v3 approve' \
    "$CCN" decide plan.gpkg approve v2 as=UBND:PVC
expect 'a version is there' 1 'there is no version v99; the last is v2' \
    "$CCN" decide plan.gpkg v99 approve as=UBND:PVC
expect 'to be checked too' 1 'there is no version v99; the last is v2' \
    "$CCN" decide plan.gpkg v99 check as=STC:LTB
expect 'or looked at' 1 'there is no version v77; the last is v2' \
    "$CCN" log plan.gpkg version=77
expect 'in Vietnamese' 1 'không có phiên bản v77; mới nhất là v2' \
    "$CCN" --lang vi log plan.gpkg version=77
expect 'who checks has the duty' 1 "SCT has not the duty 'check'" \
    "$CCN" decide plan.gpkg v2 check as=SCT:NVA
also 'and who has it' 'who has it: STC'
expect 'who is no office' 1 "no office has the role 'XYZ'" \
    "$CCN" decide plan.gpkg v2 check as=XYZ:NVA
expect 'a day is not before what went before' 1 'is before 2026-06-01' \
    "$CCN" decide plan.gpkg v2 check as=STC:LTB on=2026-05-31
also 'says which entry is later' 'the day of entry 2 (v2)'
also 'and how to say the day' 'on=DATE'
expect 'nor is that of another version' 1 \
    'the day 2026-05-31 is before 2026-06-01, the day of entry 2 (v2)' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA on=2026-05-31
expect 'a day is a date' 2 'on must be a date such as 2026-09-15' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA on=31/05/2026
expect 'in Vietnamese' 1 'hãy nêu ngày bằng on=DATE' "$CCN" --lang vi \
    versions plan.gpkg draft=more as=SCT:NVA on=2026-05-31
decide v2 check STC:LTB on=2026-06-02
decide v2 submit SCT:NVA on=2026-06-03
expect 'all are heard' 1 "'SXD' has not given its opinion yet" \
    "$CCN" decide plan.gpkg v2 approve as=UBND:PVC on=2026-06-04
decide v2 consult SXD:DVE on=2026-06-05 comment='no objection'
expect 'the author does not approve' 1 'the author may not approve' \
    "$CCN" decide plan.gpkg v2 approve as=UBND:NVA on=2026-06-06
expect 'nor in small letters' 1 'the author may not approve' \
    "$CCN" decide plan.gpkg v2 approve as='UBND: nva' on=2026-06-06
expect 'a district that is gone does not' 1 \
    "no office has the role 'UBNDH' on 2026-06-06" \
    "$CCN" decide plan.gpkg v2 approve as=UBNDH:PVC on=2026-06-06
decide v2 approve UBND:PVC on=2026-06-06 comment='QĐ 1'
holds 'an approved version is not the plan yet' \
    'assert(plan:cluster("A").total_area == 50)'
decide v2 publish SCT:NVA on=2026-06-07
holds 'a published one is' 'assert(plan:cluster("A").total_area == 75)
    local list, head = plan:versions()
    assert(head == 2 and list[1].state == "superseded")
    assert(list[2].state == "published" and #list[2].decisions == 5)
    assert(plan:version(1):cluster("A").total_area == 50)
    assert(plan:version(2):digest() == plan:digest())'
expect 'it agrees' 0 '7 entries and 2 versions agree, and the plan is v2' \
    "$CCN" verify plan.gpkg
tail=$(sed -n 's/last entry: //p' out)
expect 'an entry noted down is found' 0 '' "$CCN" verify plan.gpkg head="$tail"
expect 'and one that is none is not' 1 'the chain is another, or was cut' \
    "$CCN" verify plan.gpkg head=000000000000
expect 'twelve digits, as the log shows them, are enough' 0 'the plan is v2' \
    "$CCN" verify plan.gpkg head="$(echo "$tail" | cut -c1-12)"
expect 'fewer are not' 2 'at least the first 12 of the 64 digits' \
    "$CCN" verify plan.gpkg head="$(echo "$tail" | cut -c1-11)"
expect 'versions differ' 0 "cluster 'A': total_area 50 ha -> 75 ha" \
    "$CCN" diff plan.gpkg v1 v2
expect 'the log has versions and decisions' 0 'no objection' \
    "$CCN" log plan.gpkg
also 'with who' 'UBND:PVC'
also 'and when' '6 Jun 2026'
expect 'in Vietnamese' 0 'phê duyệt' "$CCN" --lang vi log plan.gpkg
also 'and when' '06/06/2026'

expect 'for programs as well' 0 '"what":"version"' \
    "$CCN" log plan.gpkg json=yes
also 'with days as they are written' '"day":"2026-06-01"'
also 'decisions with them' '"verdict":"approve"'
also 'what was said' '"comment":"no objection"'
cat >read.lua <<'END_LUA'
local n, what = 0, {}
for line in ccn.text "log.json":gmatch "[^\n]+" do
    n = n + 1
    assert(line:find('"entry":' .. n .. ',', 1, true), line)
end
assert(n == 7, n)
END_LUA
expect 'in the order in which they were written' 0 '' sh -c '
    "$1" log plan.gpkg json=yes >log.json && "$1" run read.lua' - "$CCN"

# A base that moves.

expect 'two drafts' 0 'v3: draft' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA
expect 'one more' 0 'v4: draft' \
    "$CCN" undo plan.gpkg v2 as=SCT:NVA reason='too large'
also 'undo gives the contents of before' 'the contents are those of v1 again'
decide v3 check STC:LTB
decide v3 submit SCT:NVA
through v4
holds 'undo has put it back' 'assert(plan:cluster("A").total_area == 50)
    local list = plan:versions()
    assert(list[4].content == list[1].content)
    assert(plan:digest() == list[1].content and #list == 4)'
expect 'the base has moved' 1 'the base moved: v3 starts from v2, and v4 was' \
    "$CCN" decide plan.gpkg v3 consult as=SXD:DVE
expect 'it is rebased' 0 'v5: draft' \
    "$CCN" versions plan.gpkg rebase=v3 as=SCT:NVB
holds 'and takes its place' \
    'assert(plan:versions()[3].state == "superseded")'
decide v5 check STC:LTB
decide v5 submit SCT:NVB
decide v5 consult SXD:DVE
expect 'the first author does not approve either' 1 \
    'NVA is the author of v3' "$CCN" decide plan.gpkg v5 approve as=UBND:NVA
decide v5 return UBND:PVC comment='say why'
expect 'what was returned does not go on' 1 "v5 is returned" \
    "$CCN" decide plan.gpkg v5 publish as=SCT:NVA
expect 'all that agrees' 0 '5 versions agree, and the plan is v4' \
    "$CCN" verify plan.gpkg

# Observations are recorded, not decided on.

holds 'forms come in' 'plan:add("observation", { key = "o1", cluster = "A",
    indicator = "capital_spent", value = 5 })
    plan:save()'
expect 'which is outside of versions' 1 'changes outside of any version (4)' \
    "$CCN" verify plan.gpkg
expect 'a record' 0 'v6: published, Forms' \
    "$CCN" versions plan.gpkg record=yes as=SCT:NVA title=Forms
holds 'a figure is overwritten' 'plan:observation("o1").value = 6
    plan:save()'
expect 'a record adds only' 1 'a record only adds observations' \
    "$CCN" versions plan.gpkg record=yes as=SCT:NVA title=Forms
expect 'what is outside goes' 0 'the plan is v6 again' \
    "$CCN" versions plan.gpkg restore=yes
holds 'and the figure is the recorded one' \
    'assert(plan:observation("o1").value == 5)'

# A record does not move the base of a draft.

expect 'a draft waits' 0 'v7: draft' \
    "$CCN" versions plan.gpkg draft=more as=SCT:NVA
holds 'more forms come in' 'plan:add("observation", { key = "o2" })
    plan:save()'
expect 'and are recorded' 0 'v8: published' \
    "$CCN" versions plan.gpkg record=yes as=SCT:NVA title=Forms
through v7
holds 'both are in the plan' 'assert(plan:cluster("B").total_area == 31)
    assert(plan:observation "o2")'
expect 'and agree' 0 'the plan is v7' "$CCN" verify plan.gpkg

# Changes outside of versions, as by QGIS.

cp plan.gpkg kept.gpkg
sqlite3 plan.gpkg "UPDATE trade SET vsic = '16' WHERE key = 'T'"
expect 'a change in QGIS is seen' 1 \
    "changes outside of any version (1), the first: trade 'T'" \
    "$CCN" verify plan.gpkg
also 'with its difference' "trade 'T': vsic 31 -> 16"
expect 'no draft on top of it' 1 'changes outside of any version' \
    "$CCN" versions plan.gpkg draft=wider as=SCT:NVA
expect 'it is taken in' 0 'v9: draft, QGIS' \
    "$CCN" versions plan.gpkg take=yes as=SCT:NVA title=QGIS
through v9
expect 'and decided on' 0 'the plan is v9' "$CCN" verify plan.gpkg

# A field of one's own comes and goes with its version.

holds 'a field is defined' 'local fork = plan:fork "noise"
    fork:define("cluster", { name = "x_noise", kind = "number", unit = "dB" })
    fork:cluster("A").x_noise = 71
    fork:draft { as = "SCT:NVA" }'
through v10
holds 'it is in the plan' 'assert(plan:cluster("A").x_noise == 71)'
expect 'and undone' 0 'v11: draft' "$CCN" undo plan.gpkg v10 as=SCT:NVA
also 'to the contents of before' 'the contents are those of v9 again'
through v11
holds 'it is gone' 'assert(not pcall(function()
        return plan:cluster("A").x_noise
    end))
    local list = plan:versions()
    assert(plan:digest() == list[9].content)
    assert(plan:version(10):cluster("A").x_noise == 71)'
expect 'the difference says so' 0 '- cluster.x_noise' \
    "$CCN" diff plan.gpkg v10 v11
expect 'an undo is undone' 0 'v12: draft' "$CCN" undo plan.gpkg v11 as=SCT:NVA
through v12
holds 'it is back' 'assert(plan:digest() == plan:versions()[10].content)'
expect 'all agrees' 0 '12 versions agree, and the plan is v12' \
    "$CCN" verify plan.gpkg
holds 'a field outside of versions' \
    'plan:define("cluster", { name = "x_smell", kind = "text" })
    plan:save()'
expect 'is found' 1 'outside of any version' "$CCN" verify plan.gpkg
expect 'and goes' 0 'the plan is v12 again' \
    "$CCN" versions plan.gpkg restore=yes
expect 'to the bit' 0 'the plan is v12' "$CCN" verify plan.gpkg

# The urgent route: in force at once, confirmed or undone afterwards.

expect 'a draft that cannot wait' 0 'v13: draft' \
    "$CCN" versions plan.gpkg draft=wider as=SCT:NVA
decide v13 check STC:LTB
expect 'not everybody decides urgently' 1 "UBND has not the duty 'urgent'" \
    "$CCN" decide plan.gpkg v13 urgent as=UBND:PVC comment=flood
holds 'an office gets the duty, on no ground yet' 'local fork = plan:fork "duty"
    fork:office("UBND").duties = { "approve", "urgent" }
    fork:draft { as = "SCT:NVA" }'
through v14
expect 'the first draft starts anew' 0 'v15: draft' \
    "$CCN" versions plan.gpkg rebase=v13 as=SCT:NVA
expect 'an urgent decision needs its machine check' 1 \
    "v15 is draft, so 'urgent' cannot follow" \
    "$CCN" decide plan.gpkg v15 urgent as=UBND:PVC comment=flood
decide v15 check STC:LTB
expect 'and a ground' 1 'on which ground is not said' \
    "$CCN" decide plan.gpkg v15 urgent as=UBND:PVC comment=flood
holds 'the ground is in the table' 'local fork = plan:fork "ground"
    fork:office("UBND").ground = "example, article 1"
    fork:draft { as = "SCT:NVA" }'
through v16
expect 'the first draft starts anew' 0 'v17: draft' \
    "$CCN" versions plan.gpkg rebase=v15 as=SCT:NVA
decide v17 check STC:LTB
expect 'and a reason' 1 'an urgent decision needs its reason' \
    "$CCN" decide plan.gpkg v17 urgent as=UBND:PVC
expect 'and another person' 1 'the author may not approve' \
    "$CCN" decide plan.gpkg v17 urgent as=UBND:NVA comment=flood
expect 'then it is in force' 0 'v17: urgent' \
    "$CCN" decide plan.gpkg v17 urgent as=UBND:PVC comment=flood
holds 'it is the plan' 'local list, head = plan:versions()
    assert(head == 17 and plan:cluster("A").total_area == 75)
    assert(list[16].state == "superseded")'
expect 'the list says so' 0 'in force, to be confirmed' \
    "$CCN" versions plan.gpkg
expect 'and agrees' 0 'the plan is v17' "$CCN" verify plan.gpkg
expect 'it is not published as others are' 1 "v17 is urgent, so 'publish'" \
    "$CCN" decide plan.gpkg v17 publish as=SCT:NVA
expect 'all are heard before it is confirmed' 1 \
    "'SXD' has not given its opinion yet" \
    "$CCN" decide plan.gpkg v17 confirm as=UBND:PVC
holds 'another draft' 'local fork = plan:fork "more still"
    fork:cluster("B").total_area = 33
    fork:draft { as = "SCT:NVA" }'
decide v18 check STC:LTB
decide v18 submit SCT:NVA
decide v18 consult SXD:DVE
decide v18 approve UBND:PVC
expect 'waits until it is confirmed' 1 'v17 is in force urgently and not' \
    "$CCN" decide plan.gpkg v18 publish as=SCT:NVA
decide v17 consult SXD:DVE
expect 'which the author does not' 1 'the author may not approve' \
    "$CCN" decide plan.gpkg v17 confirm as=UBND:NVA
cp plan.gpkg urgent.gpkg
decide v17 confirm UBND:PVC
expect 'confirmed it is as published' 0 'v18: published' \
    "$CCN" decide plan.gpkg v18 publish as=SCT:NVA
expect 'all agrees' 0 'the plan is v18' "$CCN" verify plan.gpkg
cp urgent.gpkg plan.gpkg
expect 'or it is undone' 0 'the contents are those of v16 again' \
    "$CCN" undo plan.gpkg v17 as=SCT:NVA
through v19
expect 'and the plan is as before' 0 'the plan is v19' "$CCN" verify plan.gpkg
holds 'to the bit' 'local list = plan:versions()
    assert(list[19].content == list[16].content)
    assert(list[17].state == "superseded")'
cp urgent.gpkg plan.gpkg
sqlite3 plan.gpkg "UPDATE decision SET verdict = 'publish'
    WHERE verdict = 'urgent'"
expect 'an urgent decision that was made a usual one is found' 1 \
    'not as it was written' "$CCN" verify plan.gpkg

# Two at once: one publishes, the other saves; what was said to be saved is
# there.

cat >save.lua <<'END_LUA'
local plan = ccn.open "race.gpkg"
plan:cluster("B").projects = math.tointeger(ccn.args.n)
plan:save()
print "saved"
END_LUA
cat >draft.lua <<'END_LUA'
local plan = ccn.open "race.gpkg"
local fork = plan:fork "race"
fork:cluster("A").total_area = plan:cluster("A").total_area + 1
local number = fork:draft { as = "SCT:NVA" }
for _, step in ipairs { { "check", "STC:LTB" }, { "submit", "SCT:NVA" },
                        { "consult", "SXD:DVE" }, { "approve", "UBND:PVC" } } do
    plan:decide(number, step[1], { as = step[2] })
end
print("v" .. number)
END_LUA
cp kept.gpkg race.gpkg
for n in 11 12 13 14 15 16; do
    v=$("$CCN" run draft.lua out=race.gpkg)
    "$CCN" decide race.gpkg "$v" publish as=SCT:NVA >published 2>&1 &
    "$CCN" run save.lua out=race.gpkg n=$n >saved 2>&1
    wait $!
    there=$(sqlite3 race.gpkg "SELECT projects FROM cluster WHERE key = 'B'")
    expect "save $n is not lost beside a publication" 0 '' \
        test "$(cat saved) $there" = "saved $n"
    expect "publication $n is whole or refused" 0 '' \
        grep -qE 'published|meanwhile|outside of any version' published
    "$CCN" versions race.gpkg restore=yes >restored 2>&1
    expect "versions agree after $n" 0 'versions agree' "$CCN" verify race.gpkg
done

# Rows taken away by another program.

cp kept.gpkg plan.gpkg
sqlite3 plan.gpkg "DELETE FROM trade WHERE key = 'T'"
expect 'a row that is gone is one change' 1 \
    "changes outside of any version (1), the first: - trade 'T'" \
    "$CCN" verify plan.gpkg
expect 'its values are not shown as changes' 1 '' sh -c '"$1" --lang en \
    verify plan.gpkg 2>&1 | grep "not known"' - "$CCN"
printf 'key;value\no9;7\n' >form.csv
expect 'what is taken in is not a version yet' 0 \
    'ccn versions kept2.gpkg record=yes as=ROLE:INITIALS' sh -c '
    cp kept.gpkg kept2.gpkg
    "$1" import form.csv table=observation into=kept2.gpkg \
        separator=semicolon decimal=point' - "$CCN"

# Such that the tables cannot be read.

cp kept.gpkg plan.gpkg
holds 'a parcel lies in a cluster' 'local fork = plan:fork "land"
    fork:add("parcel", { key = "L1", cluster = "A", area = 1 })
    fork:draft { as = "SCT:NVA" }'
through v9
holds 'what a person keeps' 'plan:fork("kept here"):keep()'
cp plan.gpkg sound.gpkg
sqlite3 plan.gpkg "DELETE FROM cluster WHERE key = 'A'"
expect 'a row that others refer to is gone' 1 \
    "parcel 'L1': cluster: there is no cluster 'A'; ccn verify says more" \
    "$CCN" check plan.gpkg
expect 'verify says what happened' 1 'the tables were changed outside of versions' \
    "$CCN" verify plan.gpkg
also 'which row' "parcel 'L1': cluster: there is no cluster 'A'"
also 'and the way out' 'versions PLAN restore=yes'
expect 'in Vietnamese too' 1 'khôi phục' "$CCN" --lang vi verify plan.gpkg
expect 'the log still has the versions' 1 'no objection' "$CCN" log plan.gpkg
also 'and says what is wrong' "there is no cluster 'A'"
expect 'one of them' 0 'As approved' "$CCN" log plan.gpkg version=v1
expect 'the list waits' 1 'ccn verify says more' "$CCN" versions plan.gpkg
cp plan.gpkg broken.gpkg
sqlite3 broken.gpkg "UPDATE version SET title = 'x' WHERE id = 2"
expect 'a broken chain is said first' 1 'entry 2 (v2, version)' \
    "$CCN" verify broken.gpkg
expect 'and restores nothing' 1 'entry 2 (v2, version)' \
    "$CCN" versions broken.gpkg restore=yes
expect 'the versions are put back' 0 'the plan is v9 again' \
    "$CCN" versions plan.gpkg restore=yes
expect 'and agree' 0 'the plan is v9' "$CCN" verify plan.gpkg
expect 'scenarios stay' 0 'kept here' "$CCN" scenario plan.gpkg
rows() {
    sqlite3 "$1" "SELECT * FROM scenario; SELECT * FROM version;
        SELECT * FROM decision; SELECT value FROM ccn_meta WHERE name = 'plan'" \
        2>&1 | sha256sum
}
expect 'with all that was beside the tables' 0 '' \
    test "$(rows sound.gpkg)" = "$(rows plan.gpkg)"
sqlite3 plan.gpkg "DROP TABLE trade"
expect 'a whole table is put back' 0 'the plan is v9 again' \
    "$CCN" versions plan.gpkg restore=yes
expect 'with its rows' 0 'the plan is v9' "$CCN" verify plan.gpkg

# What somebody changes by hand in the chain.

hand() { # hand NAME SQL TEXT
    cp kept.gpkg plan.gpkg
    sqlite3 plan.gpkg "$2"
    expect "$1" 1 "$3" "$CCN" verify plan.gpkg
}
hand 'an opinion' "UPDATE decision SET comment = 'objection' WHERE entry = 5" \
    'entry 5 (v2, consult): it is not as it was written (SHA-256)'
hand 'a day' "UPDATE version SET day = '2026-06-02' WHERE id = 2" \
    'entry 2 (v2, version): it is not as it was written'
hand 'a list of changes' \
    "UPDATE version SET changes = (SELECT changes FROM version WHERE id = 3)
     WHERE id = 2" 'entry 2 (v2, version): it is not as it was written'
hand 'an entry' "DELETE FROM decision WHERE entry = 5" \
    'entry 5 is missing'
hand 'the end of the chain' "DELETE FROM decision WHERE entry =
    (SELECT max(entry) FROM decision)" 'outside of any version'
hand 'another layout' "ALTER TABLE version DROP COLUMN day" 'day'
hand 'an office is given a duty' \
    "UPDATE office SET duties = 'check;approve' WHERE key = 'STC'" \
    "the first: office 'STC': duties"

# A byte of the file: 'no objection' becomes 'No objection'.
cp kept.gpkg plan.gpkg
at=$(grep -abo 'no objection' plan.gpkg | head -1 | cut -d: -f1)
printf N | dd of=plan.gpkg bs=1 seek="$at" conv=notrunc 2>/dev/null
expect 'a byte in a decision' 1 'entry 5 (v2, consult): it is not as it was' \
    "$CCN" verify plan.gpkg

echo 'local list, head = ccn.new("P"):versions() print(#list, head)' >none.lua
expect 'a plan in no file has none' 0 '0	nil' "$CCN" run none.lua

finish
