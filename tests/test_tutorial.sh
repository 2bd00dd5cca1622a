#!/bin/sh
# The tutorial and the Vietnamese quick start, done step by step.
set -u
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
case $BUILD in /*) work=$BUILD/tutorial ;; *) work=$PWD/$BUILD/tutorial ;; esac
root=$PWD
rm -rf "$work" && mkdir -p "$work/en" "$work/vi" || exit 1
unset LC_MESSAGES LANG CCN_SCRIPTS
export CCN LC_ALL=C.UTF-8
passed=0 failed=0

# walk FOLDER PAGE LANG
walk() {
    cd "$work/$1" || exit 1
    "$root/tests/tools/walk" "$root/$2" "$3" >out
    sed '$d' out
    sum=$(tail -1 out)
    passed=$((passed + ${sum%% *}))
    sum=${sum#*, }
    failed=$((failed + ${sum%% *}))
}

walk en docs/tutorial.md en
walk vi docs/vi/bat-dau.md vi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
