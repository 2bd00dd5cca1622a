#!/bin/sh
# A script may bear the name of a shipped module, and have one beside it: the
# shipped code still finds its own, and the script finds the script's.
set -u
. tests/tools/shell
begin require

cat >"$work/rank.lua" <<'LUA'
local plan = ccn.new "x"
plan:add("enterprise", { key = "a", workers = 3 })
local order = ccn.rank(plan:enterprises(), {
    name = "t", version = "1", status = "draft",
    { name = "workers", en = "W", vi = "L", field = "workers", weight = 1,
      scale = { from = 0, to = 10 }, missing = "worst", ground = "ours" },
})
print((order:rank_of "a"))
LUA
echo 'error "not this one"' >"$work/wording.lua"
echo 'return { "mine" }' >"$work/table.lua"
echo 'print(require("table")[1], #ccn.table { columns = { "a" }, rows = {} })' \
    >"$work/both.lua"
echo 'error "broken"' >"$work/broken.lua"
echo 'for i = 1, 2 do print((pcall(require, "broken"))) end' \
    >"$work/twice.lua"

equal "a script named rank.lua" 1 "$("$CCN" run "$work/rank.lua" 2>&1)"
equal "a module of the script" "mine	5" "$("$CCN" run "$work/both.lua" 2>&1)"
mkdir -p "$work/away"
echo 'return { "beside" }' >"$work/away/near.lua"
echo 'return { "beside too" }' >"$work/away/table.lua"
echo 'return require("near")[1] .. ", " .. require("table")[1]' \
    >"$work/away/given.lua"
echo "print(ccn.dofile '$work/away/given.lua')" >"$work/asks.lua"
equal "modules beside a file that a script was given" "beside, mine" \
    "$("$CCN" run "$work/asks.lua" 2>&1)"
equal "a module that fails, twice" "false
false" "$("$CCN" run "$work/twice.lua" 2>&1)"

finish
