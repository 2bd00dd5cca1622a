#!/bin/sh
# A script may bear the name of a shipped module, and have one beside it: the
# shipped code still finds its own, and the script finds the script's.
set -u
: "${CCN:=build/ccn}" "${BUILD:=build}"
folder=$BUILD/test_require
passed=0 failed=0
rm -rf "$folder"
mkdir -p "$folder"

check() { # check NAME EXPECTED ACTUAL
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: '$3' instead of '$2'"
    fi
}

cat >"$folder/rank.lua" <<'LUA'
local plan = ccn.new "x"
plan:add("enterprise", { key = "a", workers = 3 })
local order = ccn.rank(plan:enterprises(), {
    name = "t", version = "1", status = "draft",
    { name = "workers", en = "W", vi = "L", field = "workers", weight = 1,
      scale = { from = 0, to = 10 }, missing = "worst", ground = "ours" },
})
print((order:rank_of "a"))
LUA
echo 'error "not this one"' >"$folder/wording.lua"
echo 'return { "mine" }' >"$folder/table.lua"
echo 'print(require("table")[1], #ccn.table { columns = { "a" }, rows = {} })' \
    >"$folder/both.lua"
echo 'error "broken"' >"$folder/broken.lua"
echo 'for i = 1, 2 do print((pcall(require, "broken"))) end' \
    >"$folder/twice.lua"

check "a script named rank.lua" 1 "$("$CCN" run "$folder/rank.lua" 2>&1)"
check "a module of the script" "mine	5" "$("$CCN" run "$folder/both.lua" 2>&1)"
mkdir -p "$folder/away"
echo 'return { "beside" }' >"$folder/away/near.lua"
echo 'return { "beside too" }' >"$folder/away/table.lua"
echo 'return require("near")[1] .. ", " .. require("table")[1]' \
    >"$folder/away/given.lua"
echo "print(ccn.dofile '$folder/away/given.lua')" >"$folder/asks.lua"
check "modules beside a file that a script was given" "beside, mine" \
    "$("$CCN" run "$folder/asks.lua" 2>&1)"
check "a module that fails, twice" "false
false" "$("$CCN" run "$folder/twice.lua" 2>&1)"

rm -rf "$folder"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
