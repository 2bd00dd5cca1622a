#!/bin/sh
# What versions refuse: an undo of what was changed since, of what was never in
# force, decisions on forks, options that are no texts.
set -u
CCN=${CCN:-build/ccn} BUILD=${BUILD:-build}
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
mkdir -p "$BUILD/version_corners" && cd "$BUILD/version_corners" || exit 1
rm -rf ./*
unset LC_ALL LC_MESSAGES LANG CCN_SCRIPTS
CCN_LOG=none
export CCN_LOG
passed=0 failed=0

# expect NAME CODE TEXT COMMAND...: the command ends with this code and says
# the text.
expect() {
    name=$1 code=$2 words=$3
    shift 3
    "$@" >out 2>&1 </dev/null
    got=$?
    if [ $got -eq "$code" ] && { [ -z "$words" ] || grep -qF -- "$words" out; }
    then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: exit %s instead of %s, or not said: %s\n' \
            "$name" $got "$code" "$words"
        head -12 out
    fi
}

# says NAME CODE TEXT LUA: a script on plan.gpkg.
says() {
    printf 'local plan = ccn.open "plan.gpkg"\n%s\n' "$4" >script.lua
    expect "$1" "$2" "$3" "$CCN" run --trust --write . script.lua
}

cat >make.lua <<'END'
local plan = ccn.new "Town"
plan:add("cluster", { key = "A", total_area = 50 })
plan:add("office", { key = "SCT", role = "SCT",
                     duties = "draft;publish;record" })
plan:add("office", { key = "STC", role = "STC", duties = "check" })
plan:add("office", { key = "SXD", role = "SXD", duties = "consult" })
plan:add("office", { key = "UBND", role = "UBND", duties = "approve" })
plan:save(ccn.args.out)
END
expect 'a plan' 0 '' "$CCN" run --trust make.lua out=plan.gpkg
says 'without versions none is taken back' 1 'begin=yes' \
    'plan:undo(1, { as = "SCT:NVA" })'
expect 'versions begin' 0 '' "$CCN" versions plan.gpkg begin=yes as=SCT:NVA
says 'a draft of nothing' 1 '' 'plan:draft { as = "SCT:NVA", reason = "r" }'
# version V AREA: a change of the area, from draft to published.
version() {
    says "$1" 0 '' "local fork = plan:fork '$1'
fork:cluster 'A'.total_area = $2
fork:draft { as = 'SCT:NVA', reason = 'decided' }"
    for step in check:STC:LTB submit:SCT:NVA consult:SXD:DVE \
        approve:UBND:PVC publish:SCT:NVA; do
        expect "$1 $step" 0 "$1: " \
            "$CCN" decide plan.gpkg "$1" "${step%%:*}" as="${step#*:}"
    done
}
version v2 60
version v3 70
says 'the base is not undone' 1 'nothing to undo' \
    'plan:undo(1, { as = "SCT:NVA", reason = "r" })'
says 'what was changed since is not undone' 1 'conflicts with what is in force' \
    'plan:undo(2, { as = "SCT:NVA", reason = "r" })'
says 'nor made again' 1 'conflicts with what is in force' \
    'plan:redraft(2, { as = "SCT:NVA", reason = "r" })'
says 'no such version' 1 'v9' 'plan:undo(9, { as = "SCT:NVA", reason = "r" })'
says 'the last one is' 0 '' 'plan:undo(3, { as = "SCT:NVA", reason = "r" })'
says 'a title is a text' 1 "option 'title' must be a text" \
    'plan:draft { as = "SCT:NVA", title = 5, reason = "r" }'
says 'a fork decides nothing' 1 "'F' is a fork" \
    'plan:fork "F":decide(4, "check", { as = "STC:LTB" })'
says 'nor a plan that is not saved' 1 'not saved' \
    'plan:cluster "A".total_area = 1
plan:decide(4, "check", { as = "STC:LTB" })'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
