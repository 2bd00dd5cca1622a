#!/bin/sh
# Reports in a real browser: Debian's Chromium, driven by playwright-core.
set -u
here=$(pwd)
case $CCN in /*) ;; *) CCN=$here/$CCN ;; esac
case $BUILD in /*) ;; *) BUILD=$here/$BUILD ;; esac
unset LC_MESSAGES LANG CCN_SCRIPTS

if ! command -v "${CHROMIUM:-chromium}" >/dev/null; then
    echo "chromium is not installed: tests/tools/need test"
    exit 1
fi
export CHROMIUM="$(command -v "${CHROMIUM:-chromium}")"

# Fetched once, as the lock file pins it.
export PLAYWRIGHT="$here/build/browser"
if ! cmp -s tests/browser/package-lock.json "$PLAYWRIGHT/done"; then
    mkdir -p "$PLAYWRIGHT"
    cp tests/browser/package*.json "$PLAYWRIGHT"
    (cd "$PLAYWRIGHT" && npm ci --ignore-scripts --no-audit --no-fund) \
        >"$PLAYWRIGHT/log" 2>&1 || { cat "$PLAYWRIGHT/log"; exit 1; }
    cp tests/browser/package-lock.json "$PLAYWRIGHT/done"
fi

out=$BUILD/reports
rm -rf "$out"
mkdir -p "$out"
"$CCN" --lang en run scenarios/dam_hong/import.lua out="$out/plan.gpkg" \
    >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
for lang in en vi; do
    "$CCN" --lang $lang run scenarios/dam_hong/dam_hong.lua \
        plan="$out/plan.gpkg" report="$out/dam_hong_$lang.html" \
        >"$out/dam_hong_$lang.txt" || exit 1
done
"$CCN" --lang en report "$out/plan.gpkg" out="$out/overview.html" || exit 1
"$CCN" --lang en run tests/browser/reports.lua words="$out/words.html" \
    hostile="$out/hostile.html" empty="$out/empty.html" || exit 1
for lang in en vi; do
    "$CCN" --lang $lang run tests/browser/reports.lua \
        numbers="$out/numbers_$lang.html" || exit 1
done

# A program without the charts beside it.
mkdir -p "$out/bare/build"
cp "$CCN" "$out/bare/build/ccn"
ln -sfn "$here/scripts" "$out/bare/scripts"
"$out/bare/build/ccn" --lang en run tests/browser/reports.lua \
    words="$out/nocharts.html" || exit 1

timeout 250 node tests/browser/reports.mjs "$out"
