#!/bin/sh
# The tutorial and the Vietnamese quick start, done step by step.
set -u
. tests/tools/shell
begin tutorial
mkdir "$work/en" "$work/vi"
export CCN LC_ALL=C.UTF-8

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
finish
