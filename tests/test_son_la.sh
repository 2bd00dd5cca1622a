#!/bin/sh
# Sơn La: hardly anything is known, and nothing is made up.
set -u
. tests/tools/shell
begin son_la
export LC_ALL=C.UTF-8

# says NAME TEXT FILE
says() {
    if grep -qF -- "$2" "$3"; then
        pass
    else
        fail "$1: not said: $2" "$3"
    fi
}

run() {
    lang=$1 out=$2
    shift 2
    "$CCN" --lang "$lang" run "$@" >"$work/$out" 2>&1 || {
        failed=$((failed + 1))
        cat "$work/$out"
    }
}

run en import scenarios/son_la/import.lua out="$work/plan.gpkg"
says 'what is taken is counted' \
    '13 units, 6 clusters and parks, 6 establishments' "$work/import"
says 'a group is no establishment' 'SLP03 is a group' "$work/import"
says 'a total is no cluster' 'is a sum over clusters without names' \
    "$work/import"

run en report scenarios/son_la/son_la.lua plan="$work/plan.gpkg" \
    report="$work/report.html"
says 'nobody is placed without land' 'Placed 0 of 6.' "$work/report"
says 'and the reason is said' 'the free land of' "$work/report"
says 'a park takes nobody' 'take nobody here: Mai Sơn, Vân Hồ' "$work/report"
says 'figures that do not agree are shown' '83.24 ha leased' "$work/report"
says 'who can say is named' 'department of finance' "$work/report"
says 'the page is whole' '</html>' "$work/report.html"

run en if scenarios/son_la/son_la.lua plan="$work/plan.gpkg" room=2
says 'a figure of the reader is asked by name' 'your figure, not a record' \
    "$work/if"
says 'with land, those whose demand is known are placed' 'Placed 2 of 6.' \
    "$work/if"

run vi vi scenarios/son_la/son_la.lua plan="$work/plan.gpkg"
says 'it speaks Vietnamese' 'Điều chưa thể kết luận và ai trả lời được' \
    "$work/vi"

# No figure that the source does not have.
echo 'for row in ccn.open(ccn.args.plan):clusters() do
    assert(row.total_area == nil and row.industrial_area == nil)
    assert(row.key == "Mai Sơn" or row.reported_fill == nil)
end
local plan = ccn.open(ccn.args.plan)
local far = plan:unit("Mai Sơn"):distance(plan:unit "Phù Yên")
assert(far > 70 and far < 76, far)
assert(plan:unit("Vân Hồ"):distance(plan:unit "Phù Yên") == nil)
print "well"' >"$work/look.lua"
run en look "$work/look.lua" --read "$work" plan="$work/plan.gpkg"
says 'blanks stay blank, distances come from places that are known' well \
    "$work/look"
if grep -rqiE 'https?://' scenarios/son_la/data/*.csv; then
    fail 'the data has addresses, which hold names of firms'
else
    pass
fi

finish
