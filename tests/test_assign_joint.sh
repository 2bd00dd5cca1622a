#!/bin/sh
# `ccn assign FILE --joint`: the years of phases on the command line.
set -u
. tests/tools/shell
begin assign_joint
plan=$work/plan.txt

# write YEAR CAPITAL: two enterprises, one cluster with a phase of cost 4 and
# one of cost 6 from YEAR on, three years with CAPITAL, one resource.
write() {
    cat >"$plan" <<END
PLAN1 2 1 3 1 1 1
0 1 6 100 0 3
0 1 5 100 0 3
0 2 1 4 3 $1 6 3
1
9
0 0 0
$2
1 1 10 0
1 1 10 0
END
}

write 2 '4 0 6'
expect 'phases open when they can be paid' 0 '"phases": [[1, 3]]' \
    "$CCN" assign "$plan" --joint --steps 200
expect 'joint=yes is the same' 0 '"assignment": [[1, 1], [1, 3]]' \
    "$CCN" assign "$plan" joint=yes --steps 200
expect 'the cost is proved' 0 '"objective": 30, "bound": 30, "gap": 0' \
    "$CCN" assign "$plan" --joint --steps 200
write 2 '4 0 5'
expect 'a phase that cannot be paid never opens' 0 '"phases": [[1, null]]' \
    "$CCN" assign "$plan" --joint --steps 200
write 2 '0 0 0'
expect 'without capital nothing opens' 0 '"phases": [[null, null]]' \
    "$CCN" assign "$plan" --joint --steps 200
write 0 '4 0 6'
expect 'a year before the first one is named' 1 'year of a phase' \
    "$CCN" assign "$plan" --joint --steps 200
write 2 '4 -1 6'
expect 'negative capital is named' 1 'capital budget' \
    "$CCN" assign "$plan" --joint --steps 200
write 2 '4 0 99999999999999999999'
expect 'capital beyond all sums is named' 1 'capital budget' \
    "$CCN" assign "$plan" --joint --steps 200
sed -i 's/^0 2 1 4 3 2 6 3/0 2 2 4 3 1 6 3/' "$plan"
expect 'years out of order are named' 1 'before the one in front of it' \
    "$CCN" assign "$plan" --joint --steps 200
printf '1 1\n5\n3\n4\n' >"$plan"
expect 'a problem without phases is named' 1 'there are no phases' \
    "$CCN" assign "$plan" --format gap --joint --steps 200

finish
