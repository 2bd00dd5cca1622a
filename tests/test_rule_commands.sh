#!/bin/sh
# ccn check with a day: findings of rules, what if, and a rule in full.
set -u
. tests/tools/shell
begin rule-commands

"$CCN" run scenarios/dam_hong/import.lua out="$work/laocai.gpkg" \
    >/dev/null 2>&1 </dev/null
cd "$work" || exit 1

expect 'a plain check tells of the day' 0 'add --on DATE' \
    "$CCN" check laocai.gpkg
expect 'a finding has figures and article' 0 \
    'day of forming 30 Oct 2009 ≥ 5 Oct 2009; Art. 8.2d Decree 303/2026/NĐ-CP' \
    "$CCN" check laocai.gpkg --on 2026-09-15
expect 'in Vietnamese' 0 'Điều 8.2d Nghị định 32/2024/NĐ-CP [N32-EXP-INFRA]' \
    "$CCN" --lang vi check laocai.gpkg on=2026-09-14
expect 'a missed deadline is an error' 1 'errors in the plan' \
    "$CCN" check laocai.gpkg --on 2027-01-01
expect 'who may be extended' 0 \
    '1 yes, 11 no, 56 cannot be decided, 0 do not arise' \
    "$CCN" check laocai.gpkg --may extend --on 2026-09-15
expect 'who may be established' 0 'industrial land not known' \
    "$CCN" check laocai.gpkg --may establish --on 2026-09-15
expect 'one cluster in full' 0 'N32-EXP-INFRA' \
    "$CCN" check laocai.gpkg --may extend --cluster 'Âu Lâu' --on 2026-09-14
expect 'both readings' 0 'clusters in two communes' \
    "$CCN" check laocai.gpkg --may establish --cluster 'Thịnh Hưng' \
    --on 2026-09-15
expect 'a dossier under way' 0 'goes on under the rules of its day (N303-TRANS)' \
    "$CCN" check laocai.gpkg --may extend --cluster 'Âu Lâu' \
    --on 2026-09-14 --today 2026-10-05
expect 'facts beside the plan' 0 'essential infrastructure in use: yes' \
    "$CCN" check laocai.gpkg --may extend --cluster 'Âu Lâu' \
    --on 2026-09-15 --facts infrastructure=yes,formed_on=2009-10-04
expect 'a day of which no law is known' 0 \
    'no rule pack was in force on 1 Jan 1990; the first begins on 5 Oct 2009' \
    "$CCN" check laocai.gpkg --on 1990-01-01
expect 'in Vietnamese' 0 'ngày 01/01/1990 chưa có bộ quy định nào' \
    "$CCN" --lang vi check laocai.gpkg --on 1990-01-01
expect 'a name typed without its marks' 1 "did you mean 'Đầm Hồng'?" \
    "$CCN" check laocai.gpkg --may extend --on 2026-09-15 --cluster 'Dam Hong'
expect 'a fact that is none' 2 "did you mean 'demand'?" \
    "$CCN" check laocai.gpkg --may extend --on 2026-09-15 --facts demnd=3
expect 'a value that is none' 2 'neither yes, no, a number nor a day' \
    "$CCN" check laocai.gpkg --may extend --on 2026-09-15 --facts demand=much
expect 'a day that is needed' 2 'on=DATE' \
    "$CCN" check laocai.gpkg --may extend
expect 'a comma in a number' 2 "a comma divides facts; write demand=30.5" \
    "$CCN" check laocai.gpkg --may extend --on 2026-09-15 --facts demand=30,5
expect 'a day is asked for in Vietnamese' 2 '--on cần NGÀY' \
    "$CCN" --lang vi check laocai.gpkg --on
expect 'a note' 0 'cannot be decided for' \
    "$CCN" check laocai.gpkg --on 2026-09-15
cp out notes
expect 'names all it is about' 1 0 grep -cF ', ...' notes
expect 'a day as people write it' 2 'did you mean 2026-09-05?' \
    "$CCN" check laocai.gpkg --on 5/9/2026
expect 'a day that is none' 2 "got '31/2/2026'" \
    "$CCN" check laocai.gpkg --on 31/2/2026
expect 'a pack that is not there' 1 "ccn: cannot open 'none.lua'" \
    "$CCN" check laocai.gpkg --on 2026-09-15 --rules none.lua
expect 'a question that is none' 2 'may must be extend|establish' \
    "$CCN" check laocai.gpkg --may enlarge --on 2026-09-15
expect 'a cluster that is not there' 1 "did you mean 'Âu Lâu'?" \
    "$CCN" check laocai.gpkg --may extend --cluster 'Au Lâu' --on 2026-09-15
expect 'all rules' 0 'QCVN 01:2021/BXD' "$CCN" check --explain all
expect 'a rule in full' 0 '4 tests, 4 as expected' \
    "$CCN" check --explain N303-EXP-INFRA
expect 'a rule in full, in Vietnamese' 0 'đúng như mong đợi' \
    "$CCN" --lang vi check --explain N303-EXP-INFRA
expect 'a rule that is not there' 1 "did you mean 'N32-EXP-FILL'?" \
    "$CCN" check --explain N32-EXP-FIL
expect 'no plan' 2 'name a plan file' "$CCN" check --on 2026-09-15

cat >own.lua <<'END'
return ccn.rules.pack {
    id = "own", document = { en = "Own rule", vi = "Quy định riêng" },
    rules = { { id = "OWN", severity = "error",
                title = { en = "small", vi = "nhỏ" },
                figures = { area = { "<=", 55, "ha" } } } },
}
END
expect 'a pack of ones own' 1 'area 60 ha > 55 ha; Own rule [OWN]' \
    "$CCN" check laocai.gpkg --on 2026-09-15 --rules own.lua
expect 'a rule of ones own' 0 'OWN: small' \
    "$CCN" check --explain OWN --rules own.lua
echo 'return ccn.rules.pack { document = 1 }' >bad.lua
expect 'a pack that is none' 1 'needs document' \
    "$CCN" check laocai.gpkg --on 2026-09-15 --rules bad.lua
echo 'return nil' >nothing.lua
expect 'a file that gives no pack' 1 'needs document' \
    "$CCN" check laocai.gpkg --on 2026-09-15 --rules nothing.lua
sed 's/rules = { { /&examples = { { case = { area = 60 }, gives = "true" } }, /' \
    own.lua >broken.lua
expect 'a rule that breaks its own test' 1 'OWN does not keep 1 of its tests' \
    "$CCN" check --explain OWN --rules broken.lua
echo 'return {}' >none.lua
expect 'a set of triggers that is none' 1 'needs signposts and triggers' \
    "$CCN" check laocai.gpkg --on 2026-09-15 --triggers none.lua
echo 'return ccn.triggers.standard' >set.lua
expect 'a set of triggers on a plan without forms' 0 '0 errors' \
    "$CCN" check laocai.gpkg --on 2026-09-15 --triggers set.lua
expect 'a section of the report' 0 'Rules of 15 Sep 2026' \
    "$CCN" report laocai.gpkg on=2026-09-15
"$CCN" report laocai.gpkg on=2026-09-15 out=rules.html >/dev/null 2>&1
expect 'a map in the page' 0 'rules-map' grep -o 'c-rules-map' rules.html

# A plan with versions: what the rules see is the version of the day.

cat >versions.lua <<'END'
local plan = ccn.new "Versions"
plan:add("cluster", { key = "A", total_area = 50 })
plan:add("office", { key = "X", role = "X",
                     duties = "draft;publish;submit;check" })
plan:add("office", { key = "Y", role = "Y", duties = "approve" })
plan:save(ccn.args.out)
plan:draft { kind = "base", as = "X:AB", title = "first", on = "2026-09-20" }
local wider = plan:fork "wider"
wider:cluster "A".total_area = 60
local n = wider:draft { as = "X:AB", reason = "no land", on = "2026-10-01" }
for _, step in ipairs { { "check", "X:CD" }, { "submit", "X:AB" },
                        { "approve", "Y:EF" }, { "publish", "X:AB" } } do
    plan:decide(n, step[1], { as = step[2], on = "2026-10-20" })
end
END
"$CCN" run versions.lua out=versions.gpkg >/dev/null 2>&1 </dev/null
expect 'the version of the day is looked at' 0 \
    'as it was in v1, in force on 19 Oct 2026' \
    "$CCN" check versions.gpkg --on 2026-10-19 --rules own.lua
expect 'and the one that came after it' 1 'area 60 ha > 55 ha' \
    "$CCN" check versions.gpkg --on 2026-10-20 --rules own.lua
expect 'which is named' 1 'as it was in v2, in force on 20 Oct 2026' \
    "$CCN" check versions.gpkg --on 2026-10-20 --rules own.lua
expect 'in Vietnamese' 1 'Xét quy hoạch như ở v2, hiệu lực ngày 20/10/2026' \
    "$CCN" --lang vi check versions.gpkg --on 2026-10-20 --rules own.lua
expect 'before the first there is none' 1 \
    'No version was in force on 19 Sep 2026' \
    "$CCN" check versions.gpkg --on 2026-09-19 --rules own.lua
expect 'one can be named' 0 'as it was in v1 (superseded)' \
    "$CCN" check versions.gpkg --on 2026-10-20 --rules own.lua version=v1
expect 'in the other way too' 0 'as it was in v1 (superseded)' \
    "$CCN" check versions.gpkg --version v1
expect 'with the sign' 0 'as it was in v1 (superseded)' \
    "$CCN" check versions.gpkg --version=v1
expect 'alone it is that of ccn' 0 'SQLite' "$CCN" check versions.gpkg --version
expect 'and of other commands too' 0 'SQLite' "$CCN" doctor --version x
expect 'but has to be there' 1 'there is no version v3; the last is v2' \
    "$CCN" check versions.gpkg --on 2026-10-20 version=v3
expect 'what if asks it too' 0 'as it was in v1, in force on 19 Oct 2026' \
    "$CCN" check versions.gpkg --may extend --on 2026-10-19
expect 'and so does the report' 0 'as it was in v1, in force on 19 Oct 2026' \
    "$CCN" report versions.gpkg on=2026-10-19
cat >outside.lua <<'END'
local plan = ccn.open(ccn.args.plan)
plan:cluster "A".total_area = 58
plan:save()
END
"$CCN" run outside.lua plan=versions.gpkg >/dev/null 2>&1 </dev/null
expect 'of the version of today the file is looked at' 1 'area 58 ha > 55 ha' \
    "$CCN" check versions.gpkg --on 2026-10-20 --rules own.lua
"$CCN" check laocai.gpkg --on 2026-09-15 >plain 2>&1
expect 'a plan without versions says nothing of them' 1 0 \
    grep -c 'looked at' plain

finish
