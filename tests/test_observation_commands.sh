#!/bin/sh
# Half-yearly forms on the command line: taken in, refused, filled.
set -u
. tests/tools/shell
begin observation-commands
cp tests/forms/*.csv "$work"
cd "$work" || exit 1

cat >small.lua <<'END'
local plan = ccn.new "Small"
plan:add("unit", { key = "Province", level = "province" })
for key, cluster in pairs { North = "A", South = "B" } do
    plan:add("unit", { key = key, level = "commune", parent = "Province" })
    plan:add("cluster", { key = cluster, unit = key, state = "operating",
                          planned_area = 30, industrial_area = 20 })
end
for key, cluster in pairs { E1 = "A", E2 = "A", E3 = "B" } do
    plan:add("enterprise", { key = key, cluster = cluster })
end
plan:save(ccn.args.out)
END
"$CCN" run small.lua out=plan.gpkg >/dev/null

take() {
    form=$1 file=$2
    shift 2
    "$CCN" import "$file" table=observation form="$form" period=2026-6m \
        into=plan.gpkg "$@"
}

expect 'a form' 0 'form 01 of 2026-6m: 12 new figures' take 01 form01.csv
expect 'only a try' 0 'nothing is saved' take 02 form02.csv dry=yes
expect 'it was not saved' 0 '28 new figures' take 02 form02.csv
expect 'the same again' 0 '0 new figures, 0 corrections, 28 as known' \
    take 02 form02.csv
expect 'a correction' 0 '1 correction, 1 as known' \
    take 02 form02_corrected.csv
expect 'both are kept' 0 'tt14/02/2026-6m/A/industrial_land_leased/2' \
    "$CCN" export plan.gpkg observation
expect 'in Vietnamese' 0 'mẫu 03 kỳ 2026-6m: 18 số liệu mới' \
    take 03 form03.csv --lang vi
expect 'corrections are told of' 0 \
    'figures correct figures of the same period; is this the form of 2026-6m?' \
    take 02 form02.csv dry=yes
printf '%s\n%s\n' \
    'cluster,reporter,industrial_land_leased,industrial_land_built,n_projects,n_projects_operating' \
    'A,developer of A,2940,31.2,10,500' >large.csv
cp plan.gpkg large.gpkg
expect 'more than there is' 0 \
    'industrial land leased 2940 ha is more than' \
    "$CCN" import large.csv table=observation form=02 period=2026 into=large.gpkg
expect 'is a finding' 0 'projects in operation 500 is more than' "$CCN" check large.gpkg
expect 'with key and reporter' 0 \
    '(tt14/02/2026/A/n_projects_operating, developer of A) [form-exceeds]' \
    "$CCN" check large.gpkg
expect 'in Vietnamese' 0 'lớn hơn' "$CCN" --lang vi check large.gpkg
expect 'wrong cells' 1 "bad_cells.csv:3: cluster 'C': is not in the plan" \
    take 02 bad_cells.csv
expect 'no period' 2 'needs the period' \
    "$CCN" import form02.csv table=observation form=02 into=plan.gpkg
expect 'a form that is not said to be one' 1 'is taken with form=02 period=2026-6m' \
    "$CCN" import form02.csv table=observation into=plan.gpkg
expect 'another table' 2 'goes with table=observation' \
    "$CCN" import form02.csv table=cluster form=02 period=2026 into=plan.gpkg
expect 'no form' 2 'form must be 01|02|03|04' take 05 form02.csv

printf 'cluster,n_projects,workers\nA,2.5,1.5\n' >half.csv
expect 'half a project' 1 "half.csv:2: n_projects '2.5': is a count, so a whole" \
    take 02 half.csv
expect 'and half a worker' 1 "half.csv:2: workers '1.5': is a count" \
    take 02 half.csv
printf 'enterprise,workers\nE1,7\nE2,1.5\n' >half.csv
expect 'of an enterprise' 1 "half.csv:3: workers '1.5': là số đếm" \
    take 01 half.csv --lang vi
printf 'key,cluster,indicator,period,value\n%s\n%s\n' \
    'q1,A,n_projects,2026-6m,2.5' 'q2,A,capital_spent,2026-6m,2.5' >half.csv
expect 'in the table itself' 1 "half.csv:2: value '2.5': is a count" \
    "$CCN" import half.csv table=observation into=plan.gpkg decimal=point
expect 'of which nothing is taken' 1 '' \
    grep q2 plan.gpkg
printf 'cluster,n_projects\na,2\n' >near.csv
expect 'a cluster that is nearly there' 1 "did you mean 'A'?" take 02 near.csv
cat >half.lua <<'END_LUA'
local plan = ccn.open "plan.gpkg"
local fork = plan:fork "half"
fork:add("observation", { key = "q3", cluster = "A", indicator = "n_projects",
                          period = "2026-6m", value = 2.5 })
local found = ccn.check(fork)
assert(tostring(found):find("n_projects is 2.5", 1, true), tostring(found))
END_LUA
expect 'in a script the check finds it' 0 '' "$CCN" run half.lua

expect 'form 04' 0 '22.00' "$CCN" report tt14 plan.gpkg --period 2026-6m
expect 'on a day' 0 '2 late' \
    "$CCN" report tt14 plan.gpkg --period 2026-6m --on 2026-07-01
expect 'form 04 in Vietnamese' 0 'Đất công nghiệp đã cho thuê' \
    "$CCN" --lang vi report plan.gpkg tt14 period=2026-6m
expect 'as CSV' 0 'the report of plan.gpkg is in form.csv' \
    "$CCN" report tt14 plan.gpkg period=2026-6m out=form.csv
expect 'its cells' 0 '18,industrial_land_leased,industrial land leased,ha,22,' \
    cat form.csv
expect 'as CSV in Vietnamese' 0 '' \
    "$CCN" --lang vi report tt14 plan.gpkg period=2026-6m out=vi.csv
expect 'with headings' 0 'TT,mã chỉ tiêu,chỉ tiêu,đơn vị,giá trị,nguồn' cat vi.csv
expect 'and units' 0 ',tỷ đồng,' cat vi.csv
expect 'as an Excel file' 0 'the report of plan.gpkg is in form.xlsx' \
    "$CCN" report tt14 plan.gpkg --period 2026-6m --out form.xlsx
expect 'with a sheet for the form and two for what is behind it' 0 '3: sums' \
    ogrinfo -q form.xlsx
expect 'its figures are numbers' 0 'Field4 (String) = 22' \
    ogrinfo -q -al form.xlsx 04
expect 'of 27 indicators' 0 'Field1 (String) = 27' ogrinfo -q -al form.xlsx 04
expect 'of the whole year' 0 '' \
    "$CCN" --lang vi report tt14 plan.gpkg period=2026 out=year.xlsx
expect 'in Vietnamese' 0 'kỳ 2026' ogrinfo -q -al year.xlsx 04
expect 'the same command gives the same bytes' 0 '' sh -c '
    cp form.xlsx first.xlsx
    "$0" report tt14 plan.gpkg period=2026-6m out=form.xlsx >out.txt &&
    cmp first.xlsx form.xlsx' "$CCN"
cat >formula.lua <<'END_LUA'
local plan = ccn.new "F"
plan:add("cluster", { key = "=1+2", state = "operating" })
plan:save "formula.gpkg"
END_LUA
expect 'a cluster with the name of a formula' 0 '' \
    "$CCN" run formula.lua out=formula.gpkg
expect 'is written' 0 '' \
    "$CCN" report tt14 formula.gpkg period=2026 out=formula.xlsx
expect 'and stays a text' 0 'known of none of 1 (=1+2)' \
    ogrinfo -q -al formula.xlsx 04
cat >nonsense.lua <<'END_LUA'
local function put(...)
    local parts = {}
    for i, text in ipairs { ... } do
        parts[i] = ("<s4"):pack(text)
    end
    return table.concat(parts)
end
for _, bytes in ipairs { "", "abc", put "Tx", put("Sa", "Tx"), put("Sa", "R",
    "Nx"), put("Sa", "R", "Nnan"), put("Sa", "Z"), put "Sa[", put("Sa", "Sa"),
    put("Sa", "R", "T" .. ("x"):rep(40000)), put("Sa\0"),
    put("Sa", "R", "Tx") .. "\255\255\255\255" } do
    local good, why = pcall(ccn.engine.save_workbook, "no.xlsx", bytes)
    assert(not good, bytes)
    assert(tostring(why):find("no workbook", 1, true), why)
end
assert(not ccn.exists "no.xlsx")
END_LUA
expect 'what is no workbook is not written' 0 '' \
    "$CCN" run nonsense.lua out=no.xlsx
expect 'as a page' 0 '' \
    "$CCN" report tt14 plan.gpkg period=2026-6m out=form.html
expect 'the page has the form' 0 't-form04' grep -o 't-form04' form.html
expect 'another ending' 2 '.csv or .html' \
    "$CCN" report tt14 plan.gpkg period=2026-6m out=form.xls
expect 'a period that is none' 1 'is no period' \
    "$CCN" report tt14 plan.gpkg period=2026-12m
expect 'a form without a period' 2 'needs the period' \
    "$CCN" report tt14 plan.gpkg
expect 'a form without a plan' 2 'name a plan file' \
    "$CCN" report tt14 period=2026
expect 'a period without a form' 2 'goes with tt14' \
    "$CCN" report plan.gpkg period=2026
expect 'a report that is none' 2 "no report 'tt15'; did you mean 'tt14'?" \
    "$CCN" report tt15 plan.gpkg
expect 'two plans' 2 'one word too many' "$CCN" report plan.gpkg other.gpkg
expect 'stale figures' 0 'the last figures are of 2026-6m' \
    "$CCN" check plan.gpkg on=2027-01-05

# The scenario that watches a plan.
at_root() { (cd "$root" && "$@"); }
at_root "$CCN" run scenarios/dam_hong/import.lua out="$work/laocai.gpkg" \
    >/dev/null
expect 'it fires in time' 0 'the trigger comes in time' at_root \
    "$CCN" run scenarios/dieu_chinh/dieu_chinh.lua plan="$work/laocai.gpkg"
expect 'in Vietnamese' 0 'ngưỡng kích hoạt kịp' at_root "$CCN" --lang vi \
    run scenarios/dieu_chinh/dieu_chinh.lua plan="$work/laocai.gpkg"

finish
