#!/bin/sh
# Every example in docs/ and README.md runs.  The ```lua blocks of a page are
# scripts; they run in their order, in a folder of their own, with `ccn run`.
# An indented block behind one, at once or after a line with "prints", stands in
# what the script prints; so does the excerpt of `make run` in the README.
set -eu
ccn=$(realpath "$CCN")
work=$(realpath "$BUILD")/docs-examples
passed=0 failed=0
rm -rf "$work"
unset LC_ALL LC_MESSAGES LANG

# holds WANTED OUTPUT: the lines of the one are those of the other; where it
# leaves out what comes before or behind, a line "…" says so.
holds() {
    awk 'NR == FNR { wanted[++n] = $0; next }
        { line[++m] = $0 }
        END {
            while (n > 0 && wanted[n] == "") n--
            while (m > 0 && line[m] == "") m--
            if (wanted[1] == "…") first = 1
            if (wanted[n] == "…") { last = 1; n-- }
            n -= first
            for (i = 0; i <= (first ? m - n : 0); i++) {
                for (k = 1; k <= n && line[i + k] == wanted[k + first]; k++);
                if (k > n && (last || i + n == m)) exit 0
            }
            exit 1
        }' "$1" "$2"
}

for page in README.md docs/*.md; do
    folder=$work/$(basename "$page" .md)
    mkdir -p "$folder"
    awk -v folder="$folder" '
        /^```lua$/ { file = sprintf("%s/%03d.lua", folder, ++n); next }
        /^```/ { if (file) { close(file); said = file ".said" }
                 file = ""; seen = 0; next }
        file { print > file; next }
        said && /^    / { print substr($0, 5) > said; seen = 1; next }
        /^$/ && !seen || /prints/ && said { next }
        { said = "" }' "$page"
    for script in "$folder"/*.lua; do
        [ -f "$script" ] || continue
        if (cd "$folder" && "$ccn" run "$(basename "$script")") \
            >"$script.out" 2>&1 </dev/null && {
            [ ! -f "$script.said" ] || holds "$script.said" "$script.out"
        }; then
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

excerpt=$work/README/run
"$ccn" run scenarios/dam_hong/import.lua out="$work/laocai.gpkg" \
    >"$excerpt.out" 2>&1 </dev/null
"$ccn" run scenarios/dam_hong/dam_hong.lua plan="$work/laocai.gpkg" \
    >"$excerpt.out" 2>&1 </dev/null
awk '/`make run` begins:$/ { said = 1; next }
    said && /^[^ ]/ { exit }
    said { print substr($0, 5) }' README.md | sed '/./,$!d' |
    awk '{ line[NR] = $0; if ($0 != "") last = NR }
        END { for (i = 1; i <= last; i++) print line[i]; print "…" }' \
        >"$excerpt.said"
if [ -s "$excerpt.said" ] && holds "$excerpt.said" "$excerpt.out"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "README.md: make run prints something else:"
    head -20 "$excerpt.out"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
