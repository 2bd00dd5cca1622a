#!/bin/sh
# Half-yearly forms on the command line: taken in, refused, filled.
set -u
CCN=${CCN:-build/ccn} BUILD=${BUILD:-build}
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
root=$PWD
work=$BUILD/observation-commands
mkdir -p "$work"
work=$(realpath "$work")
rm -rf "$work"/*
cp tests/forms/*.csv "$work"
cd "$work" || exit 1
unset LC_ALL LC_MESSAGES LANG CCN_SCRIPTS
passed=0 failed=0

expect() {
    name=$1 code=$2 words=$3
    shift 3
    "$@" >out 2>&1 </dev/null
    got=$?
    if [ $got -eq "$code" ] && grep -qF -- "$words" out; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: exit %s instead of %s, or not said: %s\n' \
            "$name" $got "$code" "$words"
        head -5 out
    fi
}

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
expect 'a correction' 0 '1 corrections, 1 as known' \
    take 02 form02_corrected.csv
expect 'both are kept' 0 'tt14/02/2026-6m/A/industrial_land_leased/2' \
    "$CCN" export plan.gpkg observation
expect 'in Vietnamese' 0 'mẫu 03 kỳ 2026-6m: 18 số liệu mới' \
    take 03 form03.csv --lang vi
expect 'wrong cells' 1 "bad_cells.csv:3: cluster 'C': is not in the plan" \
    take 02 bad_cells.csv
expect 'no period' 2 'needs the period' \
    "$CCN" import form02.csv table=observation form=02 into=plan.gpkg
expect 'another table' 2 'goes with table=observation' \
    "$CCN" import form02.csv table=cluster form=02 period=2026 into=plan.gpkg
expect 'no form' 2 'form must be 01|02|03|04' take 05 form02.csv

expect 'form 04' 0 '22.00' "$CCN" report tt14 plan.gpkg --period 2026-6m
expect 'on a day' 0 '2 late' \
    "$CCN" report tt14 plan.gpkg --period 2026-6m --on 2026-07-01
expect 'form 04 in Vietnamese' 0 'Đất công nghiệp đã cho thuê' \
    "$CCN" --lang vi report plan.gpkg tt14 period=2026-6m
expect 'as CSV' 0 'the report of plan.gpkg is in form.csv' \
    "$CCN" report tt14 plan.gpkg period=2026-6m out=form.csv
expect 'its cells' 0 '18,industrial_land_leased,industrial land leased,ha,22,' \
    cat form.csv
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

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
