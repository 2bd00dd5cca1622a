#!/bin/sh
# The five examples, what docs/examples.md says they print, and ccn new.
set -u
. tests/tools/shell
begin examples
export CCN

tests/tools/examples >"$work/examples.md"
holds 'docs/examples.md is what the examples print (tests/tools/examples)' \
    diff docs/examples.md "$work/examples.md"
for file in scenarios/examples/0*.lua; do
    holds "$file runs in Vietnamese" "$CCN" --lang vi run "$file"
done
holds 'example 4 takes its year from the command line' \
    sh -c '"$CCN" --lang en run scenarios/examples/04_what_if.lua opens=2028 |
        grep -q "opens 2028"'

cd "$work" || exit 1
for lang in en vi; do
    holds "ccn new writes a scenario ($lang)" "$CCN" --lang $lang new "s_$lang"
    holds "which runs at once ($lang)" \
        "$CCN" --lang $lang run "s_$lang/s_$lang.lua" report="$lang.html"
    holds "and makes a page ($lang)" grep -q '</html>' "$lang.html"
    holds "with parameters ($lang)" \
        "$CCN" --lang $lang run "s_$lang/s_$lang.lua" delay=3
done
holds 'comments are in one language' \
    sh -c '! grep -qE "^ *--(en|vi) |NAME" s_en/s_en.lua s_vi/s_vi.lua'
holds 'the Vietnamese one is Vietnamese' grep -q 'Quy hoạch' s_vi/s_vi.lua
cp s_en/s_en.lua before
holds 'a second ccn new of one name is refused' \
    sh -c '! "$CCN" new s_en'
holds 'and leaves the first as it is' cmp before s_en/s_en.lua
holds 'a name that is none is wrong usage' \
    sh -c '"$CCN" new "a b"; [ $? -eq 2 ]'
holds 'a folder that cannot be written is an error, and nothing is left' \
    sh -c 'mkdir -p shut && chmod 500 shut; [ "$(id -u)" = 0 ] ||
        ! "$CCN" new shut/x; chmod 700 shut; [ ! -e shut/x ]'

finish
