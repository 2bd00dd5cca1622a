#!/bin/sh
# What `ccn describe luals` tells an editor is what scripts find: no function,
# method or field is missing in it, and none is only in it.
set -u
CCN=$(realpath "${CCN:-build/ccn}")
work=${BUILD:-build}/describe-luals
rm -rf "$work" && mkdir -p "$work" || exit 1
passed=0 failed=0
unset LC_ALL LC_MESSAGES LANG

"$CCN" describe luals >"$work/api.lua" || exit 1

# "class name" for each field and function in it.
names() {
    awk '
        $1 == "---@class" { class = $2; sub(/:$/, "", class) }
        /^local / { class_of[$2] = class }
        /^ccn = / { class_of["ccn"] = class }
        $1 == "---@field" && $2 !~ /^\[/ { print class, $2 }
        /^function / {
            split($2, part, /[.:(]/)
            print class_of[part[1]], part[2]
        }' "$work/api.lua"
}

# Every name that C gives stands in it.
registered() {
    sed -n 's/.*{ "\([a-z]*\)", [a-z_]* }.*/&/p' \
        bindings/host/host.c bindings/plan/plan.c bindings/plan/row.c bindings/plan/select.c \
        bindings/plan/order.c bindings/plan/total.c bindings/plan/change.c bindings/plan/save.c \
        bindings/plan/import.c bindings/plan/scenario.c bindings/plan/keep.c bindings/plan/rebase.c \
        bindings/plan/history.c bindings/plan/history_shown.c | grep -o '{ "[a-z]*", [a-z_]* }' |
        sed 's/{ "\([a-z]*\)".*/\1/' | sort -u
}

names >"$work/names"
count=0
for name in $(registered); do
    count=$((count + 1))
    if grep -q " $name\$" "$work/names"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "'$name' of bindings/ is not in ccn describe luals"
    fi
done
if [ $count -lt 30 ]; then
    failed=$((failed + 1))
    echo "only $count names found in bindings/"
fi

# Lua's side: every name in it is there, and every name there is in it.
{
    echo 'local known = {}'
    echo 'local function put(class, name)'
    echo '    known[class] = known[class] or {}'
    echo '    known[class][name] = true'
    echo 'end'
    sed 's/\(.*\) \(.*\)/put("\1", "\2")/' "$work/names"
    cat <<'END'
local faults = 0

local function fault(class, name, what)
    faults = faults + 1
    print(("%s: '%s' %s"):format(class, name, what))
end

local function is_there(thing, name)
    local ok, value = pcall(function() return thing[name] end)
    return ok and value ~= nil
end

-- Of a thing that says what it has only when asked.
local function asked(class, thing)
    for name in pairs(known[class]) do
        if not is_there(thing, name) then
            fault(class, name, "is not there")
        end
    end
end

-- Of a table that can be gone through, and its metatable.
local function listed(class, thing, optional)
    local has = {}
    for _, names in ipairs { thing, getmetatable(thing) or {} } do
        for name in pairs(names) do
            if type(name) == "string" and name:sub(1, 2) ~= "__" then
                has[name] = true
            end
        end
    end
    for name in pairs(has) do
        if not known[class][name] and not optional[name] then
            fault(class, name, "is not described")
        end
    end
    for name in pairs(known[class]) do
        if not has[name] and not optional[name]
            and not is_there(thing, name) then
            fault(class, name, "is not there")
        end
    end
end

local function set(names)
    local made = {}
    for name in names:gmatch "%S+" do
        made[name] = true
    end
    return made
end

local plan = ccn.new "Small"
plan:add("cluster", { key = "A", state = "closing", industrial_area = 1,
                      leased_area = 2, reported_fill = 90 })
plan:add("cluster", { key = "B", industrial_area = 1, leased_area = 0.5 })
plan:add("enterprise", { key = "E1", cluster = "A", land_held = 0.5 })
plan:add("enterprise", { key = "E2", cluster = "A", land_held = 2 })
local fork = plan:fork "Other"
fork:enterprise "E1".workers = 5

local order = ccn.rank(plan:enterprises(), {
    { name = "land", field = "land_held", weight = 1, missing = "worst",
      normal = "minmax" }, classes = { { "any" } } })
local placement = ccn.place(plan, order, { years = { 2027, 2028 },
    mode = "strict", unknown = { land = "refuse", capacity = "refuse",
                                 trade = "allow" } })
local findings = ccn.check(plan, { extra = function(_, add)
    add { id = "x", severity = "note", object = plan:cluster "A",
          text = { en = "a", vi = "b" }, field = "key", values = {} }
end })

listed("ccn", ccn, {})
asked("ccn.plan", plan)
asked("ccn.row", plan:cluster "A")
asked("ccn.selection", plan:clusters())
asked("ccn.changes", plan:diff(fork))
listed("ccn.change", plan:diff(fork)[1], set "old")
assert(#order.excluded == 0) -- made when asked for
listed("ccn.order", order, set [[make by_key groups leaves_out from_data
    problem result rows values]])
listed("ccn.order.entry", order[1], {})
listed("ccn.placement", placement,
       set [[make job by_key handle bound gap changed options
           problem_mode best_mode watch watch_of]])
listed("ccn.move", placement.placed[1],
       set "cost other wish reason limits changes change")
listed("ccn.move", placement.waiting[1],
       set "cost cluster year land change other wish")
listed("ccn.findings", findings, {})
listed("ccn.finding", findings:of "x"[1], {})
listed("ccn.comparison", ccn.compare { plan, fork }, {})
listed("ccn.field", plan:fields "cluster"[1], set "refers choices labels")
for _, name in ipairs(ccn.tables()) do
    for _, field in ipairs(ccn.fields(name)) do
        if not known["ccn." .. name][field.name] then
            fault("ccn." .. name, field.name, "is not described")
        end
    end
end
if faults > 0 then
    error("the description for editors is wrong", 0)
end
END
} >"$work/promise.lua"

if "$CCN" run "$work/promise.lua" >"$work/out" 2>&1 </dev/null; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    cat "$work/out"
fi

# It is Lua, and begins as what editors expect.
if [ "$(head -1 "$work/api.lua")" = '---@meta' ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'it does not begin with ---@meta'
fi
{
    echo 'local text = [==['
    cat "$work/api.lua"
    echo ']==] assert(load(text))'
} >"$work/syntax.lua"
if "$CCN" run "$work/syntax.lua" >"$work/out" 2>&1 </dev/null; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    cat "$work/out"
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
