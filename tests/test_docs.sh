#!/bin/sh
# Every example in docs/ and README.md runs.  The ```lua blocks of a page are
# scripts; they run in their order, in a folder of their own, with `ccn run`.
set -eu
ccn=$(realpath "$CCN")
work=$(realpath "$BUILD")/docs-examples
passed=0 failed=0
rm -rf "$work"

for page in README.md docs/*.md; do
    folder=$work/$(basename "$page" .md)
    mkdir -p "$folder"
    awk -v folder="$folder" '
        /^```lua$/ { file = sprintf("%s/%03d.lua", folder, ++n); next }
        /^```/ { if (file) close(file); file = "" }
        file { print > file }' "$page"
    for script in "$folder"/*.lua; do
        [ -f "$script" ] || continue
        if (cd "$folder" && "$ccn" run "$(basename "$script")") \
            >"$script.out" 2>&1 </dev/null; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "$page, example $(basename "$script" .lua):"
            cat "$script" "$script.out"
        fi
    done
done

if [ "$passed" -eq 0 ]; then
    echo "no example found"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
