#!/bin/sh
# ^C ends a search with the best so far; outside of one, and the second time, it
# ends the run.
set -u
. tests/tools/shell
begin stop

cat >"$work/search.lua" <<'LUA'
local plan = ccn.new "Town"
for k = 0, 9 do
    plan:add("cluster", { key = "C" .. k, state = "operating",
                          industrial_area = 20, leased_area = 0 })
end
for i = 1, 800 do
    plan:add("enterprise", { key = "E" .. i,
                             land_held = 0.2 + 0.01 * (i * 37 % 61) })
end
local function dear(enterprise, cluster)
    return (tonumber(enterprise.key:sub(2)) * 17
            + tonumber(cluster.key:sub(2)) * 29) % 101
end
print "searching"
local placement = ccn.place(plan, plan:enterprises(), {
    years = { 2027, 2036 }, mode = "best", seconds = 50,
    terms = { { name = "dear", kind = "pair", weight = 1, value = dear },
              { name = "left", kind = "left", weight = 300 } },
    unknown = { land = "leave out", capacity = "leave out",
                trade = "allow" } })
assert(placement.total < math.huge and #placement.placed > 0)
print(("gap %.3f"):format(placement.gap))
if ccn.args.on then
    while true do end
end
LUA

# stopped SECONDS TIMES SCRIPT...: ^C after so long, so often.
stopped() {
    wait_for=$1 times=$2
    shift 2
    "$CCN" --lang en run "$@" >"$work/out" 2>&1 &
    run=$!
    while [ "$times" -gt 0 ]; do
        sleep "$wait_for"
        kill -INT $run
        times=$((times - 1))
    done
    wait $run
    code=$?
}

# A slow machine may not be searching yet.
for wait_for in 2 5 12; do
    stopped $wait_for 1 "$work/search.lua"
    grep -q '^gap' "$work/out" && break
done
holds 'the script goes on with the best so far' \
    grep -q '^gap [0-9]' "$work/out"
holds 'and ends well' [ $code -eq 0 ]

stopped $wait_for 2 "$work/search.lua" on=yes
holds 'the second time the run is over' grep -q 'ccn: interrupted' "$work/out"
holds 'and has not ended well' [ $code -ne 0 ]

echo 'while true do end' >"$work/loop.lua"
stopped 1 1 "$work/loop.lua"
holds 'without a search the run is over at once' \
    grep -q 'ccn: interrupted' "$work/out"

finish
