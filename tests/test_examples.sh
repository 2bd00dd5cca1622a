#!/bin/sh
# The five examples, what docs/examples.md says they print, and ccn new.
set -u
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
export CCN
unset LC_MESSAGES LANG CCN_SCRIPTS
passed=0 failed=0

# promise NAME COMMAND...: the command ends well.
promise() {
    name=$1
    shift
    if "$@" >"$out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$name:"
        head -20 "$out"
    fi
}

case $BUILD in /*) work=$BUILD/examples ;; *) work=$PWD/$BUILD/examples ;; esac
rm -rf "$work" && mkdir -p "$work" || exit 1
out=$work/out

tests/tools/examples >"$work/examples.md"
promise 'docs/examples.md is what the examples print (tests/tools/examples)' \
    diff docs/examples.md "$work/examples.md"
for file in scenarios/examples/0*.lua; do
    promise "$file runs in Vietnamese" "$CCN" --lang vi run "$file"
done
promise 'example 4 takes its year from the command line' \
    sh -c '"$CCN" --lang en run scenarios/examples/04_what_if.lua opens=2028 |
        grep -q "opens 2028"'

cd "$work" || exit 1
for lang in en vi; do
    promise "ccn new writes a scenario ($lang)" "$CCN" --lang $lang new "s_$lang"
    promise "which runs at once ($lang)" \
        "$CCN" --lang $lang run "s_$lang/s_$lang.lua" report="$lang.html"
    promise "and makes a page ($lang)" grep -q '</html>' "$lang.html"
    promise "with parameters ($lang)" \
        "$CCN" --lang $lang run "s_$lang/s_$lang.lua" delay=3
done
promise 'comments are in one language' \
    sh -c '! grep -qE "^ *--(en|vi) |NAME" s_en/s_en.lua s_vi/s_vi.lua'
promise 'the Vietnamese one is Vietnamese' grep -q 'Quy hoạch' s_vi/s_vi.lua
cp s_en/s_en.lua before
promise 'a second ccn new of one name is refused' \
    sh -c '! "$CCN" new s_en'
promise 'and leaves the first as it is' cmp before s_en/s_en.lua
promise 'a name that is none is wrong usage' \
    sh -c '"$CCN" new "a b"; [ $? -eq 2 ]'
promise 'a folder that cannot be written is an error, and nothing is left' \
    sh -c 'mkdir -p shut && chmod 500 shut; [ "$(id -u)" = 0 ] ||
        ! "$CCN" new shut/x; chmod 700 shut; [ ! -e shut/x ]'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
