#!/bin/sh
# Every text that people read is there in Vietnamese and in English: no table of
# texts, in scripts/ and scenarios/, has one language only, and both take the
# same values.
set -u
case $CCN in /*) ;; *) CCN=$PWD/$CCN ;; esac
unset LC_MESSAGES LANG CCN_SCRIPTS
passed=0 failed=0

# A table constructor with `en =` must have `vi =`, and the other way round.
find scripts scenarios -name '*.lua' ! -path 'scripts/meta/*' >"$BUILD/lua-files"
while read -r file; do
    code=$(sed 's/^ *--.*//' "$file")
    en=$(echo "$code" | grep -oE '(^|[{,; ])en = ' | wc -l)
    vi=$(echo "$code" | grep -oE '(^|[{,; ])vi = ' | wc -l)
    if [ "$en" -eq "$vi" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$file: $en texts in English, $vi in Vietnamese"
    fi
done <"$BUILD/lua-files"

cat >"$BUILD/languages.lua" <<'END'
local function formats(text)
    local list = {}
    for format in text:gsub("%%%%", ""):gmatch "%%[%-+ #0%d.]*(%a)" do
        list[#list + 1] = format
    end
    return table.concat(list, " ")
end

local count = 0

local function walk(name, texts)
    for key, text in pairs(texts) do
        local where = ("%s: %s"):format(name, tostring(key))
        if type(text) == "table" and (text.en or text.vi) then
            count = count + 1
            assert(text.en and text.vi, where .. " has one language only")
            assert(formats(text.en) == formats(text.vi), where
                .. " takes '" .. formats(text.en) .. "' and '"
                .. formats(text.vi) .. "'")
        elseif type(text) == "table" then
            walk(where, text)
        end
    end
end

for _, path in ipairs(ccn.args) do
    walk(path, ccn.dofile(path))
end
assert(count > 100, count)
END
if "$CCN" run "$BUILD/languages.lua" --read . --read "$BUILD" \
    $(find scripts scenarios -path '*/lang/*.lua'); then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
fi

# What the system and SQLite say of files is said in Vietnamese as well.
in_vietnamese() {
    words=$1
    shift
    "$CCN" --lang vi "$@" >"$BUILD/said.vi" 2>&1
    if grep -qF "$words" "$BUILD/said.vi"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "ccn --lang vi $*: not said: $words"
        head -3 "$BUILD/said.vi"
    fi
}
in_vietnamese 'không có tệp hoặc thư mục này' check "$BUILD/nowhere.gpkg"
in_vietnamese 'tên này đã có' new "$BUILD"
echo 'return ccn.new("x"):cluster("C9").key' >"$BUILD/nothing.lua"
in_vietnamese 'không có dòng đó' run "$BUILD/nothing.lua"
in_vietnamese 'ngày, ví dụ 2026-09-15' check plan.gpkg on=31/02/2026
in_vietnamese 'cần số giây' --seconds abc check plan.gpkg

# The help of every command: no line of it is the same in both languages, but
# usages, which are names.
"$CCN" --help | sed -n 's/^  ccn \([a-z]*\).*/\1/p' >"$BUILD/commands-list"
for command in '' $(cat "$BUILD/commands-list"); do
    "$CCN" --lang en $command --help >"$BUILD/help.en"
    "$CCN" --lang vi $command --help >"$BUILD/help.vi"
    same=$(grep -Fxf "$BUILD/help.vi" "$BUILD/help.en" |
        grep -vE '^$|^  ccn |^Lua |^SQLite ')
    if [ -z "$same" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "ccn $command --help, the same in both languages: $same"
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
