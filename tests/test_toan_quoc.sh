#!/bin/sh
# Toàn quốc: a nation that does not exist, says so, and is placed.
set -u
. tests/tools/shell
begin toan_quoc
export LC_ALL=C.UTF-8
script=scenarios/toan_quoc/toan_quoc.lua

run() {
    out=$1
    shift
    "$CCN" "$@" >"$work/$out" 2>&1 || echo "exit $?" >>"$work/$out"
}

run en --lang en run $script out="$work/nation.gpkg"
holds 'it says that it is synthetic' \
    grep -q '^SYNTHETIC: drawn by lot, seed 1' "$work/en"
holds 'every enterprise is placed or waits' \
    awk '$1 == "nation" { exit !($2 + $3 == 800 && $2 > 0) }' "$work/en"
run vi --lang vi run $script
holds 'in Vietnamese as well' grep -q '^GIẢ LẬP: bốc thăm' "$work/vi"

run again --lang en run $script out="$work/nation.gpkg"
holds 'the same seed gives the same nation' cmp "$work/en" "$work/again"
run other --lang en --seed 2 run $script out="$work/nation2.gpkg"
holds 'another seed another one' sh -c "! cmp -s '$work/en' '$work/other'"

# The nation keeps no land twice and fits the coefficients.
cat >"$work/look.lua" <<'LUA'
local plan = ccn.open(ccn.args.plan)
for _, name in ipairs { "units", "clusters", "phases", "enterprises",
                        "trades" } do
    for row in plan[name](plan) do
        assert(row.key:find "^SYN%-", row.key)
        assert(row.origin:find "synthetic, seed 1", row.key)
    end
end
assert(#plan:clusters() == 8 and #plan:phases() == 16)
for phase in plan:phases() do
    assert(math.abs(phase.industrial_area / phase.total_area - 0.7) < 1e-4)
    assert(math.abs(phase.cost / phase.total_area / 7611e6 - 1) < 1e-4)
end
for e in plan:enterprises() do
    assert(math.abs(e.wastewater / e.water - 0.8) < 0.01)
end
print "well"
LUA
run look --lang en run "$work/look.lua" --read "$work" \
    plan="$work/nation.gpkg"
holds 'every row says that it is synthetic, by the coefficients' \
    grep -q '^well' "$work/look"

run best --lang en run $script mode=best seconds=20 enterprises=40 clusters=2
holds 'the best total comes with its bound' \
    awk '$1 == "nation" { exit !($5 + 1e-6 >= $6 && $7 >= 0) }' "$work/best"
run strict --lang en run $script enterprises=40 clusters=2
holds 'the gap is small' \
    awk '$1 == "nation" { exit !($7 < 25) }' "$work/best"
holds 'and costs no more than the strict order' \
    awk '$1 == "nation" { if (NR == FNR) best = $5; else exit !(best <= $5) }' \
    "$work/best" "$work/strict"

run progress --lang en run $script mode=best seconds=6 clusters=2 \
    enterprises=400 provinces=1 progress=yes
holds 'it says how far it is' grep -q 's: .*proved that none is below' \
    "$work/progress"

run size --lang en run $script size=big
holds 'a size that is not known is named' grep -q "got 'big'" "$work/size"
run none --lang en run $script provinces=0
holds 'a number out of range is named' \
    grep -q "provinces must be a whole number from 1 to 63" "$work/none"

finish
