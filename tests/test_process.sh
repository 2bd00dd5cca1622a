#!/bin/sh
# What a person sees of a run: exit codes, messages, limits; and that the plan
# file is the same after everything that went wrong.
set -u
. tests/tools/shell
begin process
cd "$work" || exit 1

# The sanitizers need much memory, and time.
watched=false latest=2200
(ulimit -v 400000 && exec "$CCN" --version) >/dev/null 2>&1 ||
    watched=true latest=2500

# expect NAME CODE TEXT COMMAND...: the command ends with this code, says the
# text (an error in not more than 20 lines) and leaves the plan as it was.
expect() {
    name=$1 code=$2 words=$3
    shift 3
    "$@" >out 2>&1 </dev/null
    got=$?
    lines=$(wc -l <out)
    if [ $got -eq "$code" ] && { [ $got -ne 1 ] || [ "$lines" -le 20 ]; } &&
        { [ -z "$words" ] || grep -qF -- "$words" out; } &&
        [ "$(sum_of)" = "$sum" ]; then
        pass
    else
        fail "$name: exit $got instead of $code, or not said: $words" out
    fi
}

# script TEXT: into script.lua.
script() {
    printf '%s\n' "$1" >script.lua
}

# fails NAME TEXT SCRIPT [ARGUMENT...]: a run that ends with code 1.
fails() {
    name=$1 words=$2
    script "$3"
    shift 3
    expect "$name" 1 "$words" "$CCN" run "$@" script.lua plan.gpkg
}

sum_of() {
    sha256sum plan.gpkg 2>/dev/null
}

sum=$(sum_of)
script 'local p = ccn.new "P"
p:add("cluster", { key = "C1", total_area = 50 })
p:add("enterprise", { key = "E1", cluster = "C1" })
p:save(ccn.args.out)'
expect 'a plan is made and saved' 0 '' "$CCN" run script.lua out=other.gpkg
mv other.gpkg plan.gpkg
sum=$(sum_of)

# Wrong usage: code 2, and the nearest name.
expect 'nothing asked' 2 'ccn run SCRIPT' "$CCN"
expect 'help' 0 'ccn run SCRIPT' "$CCN" --help
expect 'version' 0 'SQLite' "$CCN" --version
expect 'help of a command' 0 'decimal=point|comma' "$CCN" import --help
expect 'help as a word' 0 'decimal=point|comma' "$CCN" help import
expect 'version as a word' 0 'SQLite' "$CCN" version
expect 'a script as a command' 2 "did you mean 'ccn run a.lua'?" "$CCN" a.lua
expect 'a plan as a command' 2 "did you mean 'ccn repl a.gpkg'?" "$CCN" a.gpkg
expect 'what a script takes, as an option' 2 'a script takes is NAME=VALUE' \
    "$CCN" run a.lua --delay 3
expect 'unknown command' 2 "did you mean 'import'?" "$CCN" imprt
expect 'unlike any command' 2 'ccn --help lists' "$CCN" zzzzzzzzz
expect 'unknown option' 2 'did you mean --seconds?' "$CCN" run a.lua --secnds 5
expect 'option without a value' 2 '--seconds needs a number of seconds' "$CCN" run a --seconds
expect 'option with a wrong value' 2 '--memory needs' "$CCN" run a --memory x
expect 'language nobody has' 2 '--lang needs vi|en' "$CCN" run a --lang fr
expect 'no script named' 2 'usage: ccn run' "$CCN" run
expect 'unknown description' 2 'md, sql or luals' "$CCN" describe html

# Scripts that cannot be run.
expect 'missing script' 1 'missing.lua' "$CCN" run missing.lua
expect 'folder as script' 1 'ccn: ' "$CCN" run .
: >empty.lua
expect 'empty script' 1 'empty' "$CCN" run empty.lua
fails 'syntax error' 'script.lua:2: ' 'local a = 1
local b = = 2'
printf 'return "\377\376"' >script.lua
expect 'bytes that are no UTF-8 in a text' 0 '' "$CCN" run script.lua
printf '\033Lua\124\000' >script.lua
expect 'bytecode' 1 'it is no script' "$CCN" run script.lua
printf '\357\273\277print "with a mark"\n' >script.lua
expect 'byte order mark' 0 'with a mark' "$CCN" run script.lua
printf '#!/usr/bin/env ccn\nprint "first line"\n' >script.lua
expect 'first line for the shell' 0 'first line' "$CCN" run script.lua
ln -sf /etc/passwd link.lua
script 'require "link"'
expect 'a link that leads out is no module' 1 'link' "$CCN" run script.lua
grep -q root: out && fail 'a link showed its file'
script 'ccn.dofile "link.lua"'
expect 'a link that leads out is not run' 1 'may read' "$CCN" run script.lua
script 'ccn.csv "link.lua"'
expect 'a link that leads out is not read' 1 'may read' "$CCN" run script.lua

# Modules of a person do not take the place of shipped ones inside of those.
mkdir mine
for name in table compare rank place check wording prelude; do
    echo 'error "the wrong module"' >mine/$name.lua
done
echo 'print(ccn.table { columns = { "a" }, rows = { { "shipped" } } })' \
    >mine/main.lua
expect 'modules beside the script' 0 'shipped' "$CCN" run mine/main.lua
cp mine/main.lua mine/table.lua
expect 'a script with the name of a module' 0 'shipped' "$CCN" run mine/table.lua
script 'local ok, one = pcall(require, "mine.rank")
local ok, two = pcall(require, "mine.rank")
print(one == two, two)'
expect 'a module that fails fails twice' 0 'true	' "$CCN" run script.lua

echo 'return ...' >mine/name.lua
echo 'return true' >mine/yes.lua
echo 'return false' >mine/no.lua
echo 'require "mine.self"' >mine/self.lua
script 'assert(require "mine.name" == "mine.name")
assert(require "mine.yes" == true and require "mine.yes" == true)
assert(require "mine.no" == require "mine.no")
print(pcall(require, "mine.self"))'
expect 'what modules give' 0 "'mine.self' requires itself" \
    "$CCN" run script.lua

# What a script raises.
fails 'an error has its place' 'ccn: script.lua:1: no land' 'error "no land"'
fails 'an error in a call of a call' 'script.lua:2: deep' \
    'local function f()
error "deep" end f()'
fails 'unknown field' "did you mean 'total_area'?" \
    'print(ccn.open("plan.gpkg"):cluster("C1").total_aera)'
fails 'unknown table' "did you mean 'cluster'?" \
    'ccn.open("plan.gpkg"):add("clutser", {})'
fails 'unknown method' "did you mean 'clusters'?" \
    'ccn.open("plan.gpkg"):clustrs()'
fails 'a row that is not there' "not found last: cluster 'C9'" \
    'print(ccn.open("plan.gpkg"):cluster("C9").total_area)'
fails 'a key without its marks' "cluster 'c1 '; did you mean 'C1'?" \
    'print(ccn.open("plan.gpkg"):cluster("c1 ").total_area)'
fails 'a value that is not known' 'is nil; test for it' 'return 1 + nil'
fails 'a comparison with nothing' 'is nil; test for it' 'return 1 < nil'
fails 'a function that is not there' 'none that scripts may use' 'pritn(1)'
fails 'an argument that is missing' \
    "script.lua:1: argument 1 of 'new' must be a text, got nothing" 'ccn.new()'
fails 'an argument of another kind' \
    "argument 1 of 'where' must be a table, got a number" \
    'ccn.new "x":clusters():where(5)'
fails 'a misspelt function' "none that scripts may use; did you mean 'place'?" \
    'ccn.plaec()'
fails 'a misspelt global' "did you mean 'print'?" 'pritn(1)'
fails 'quotes of a word processor' "quotes are \" or '" 'print “x”'
fails 'a report without a title' 'script.lua:1: a report needs a title' \
    'ccn.report()'
fails 'a comparison of one plan' 'script.lua:1: a comparison needs a list' \
    'ccn.compare(ccn.new "P")'
fails 'an error that is a table' 'no text' 'error({})'
fails 'an error that is nothing' 'ccn: ' 'error()'
fails 'an error that is a number' '42' 'error(42)'
fails 'an error that is a plan' 'no text' 'error(ccn.new "P")'
fails 'an error that fails to show itself' 'no text' \
    'error(setmetatable({}, { __tostring = function() error "x" end }))'
fails 'a negative area' 'must be from 0' \
    'ccn.open("plan.gpkg"):cluster("C1").total_area = -1'
fails 'trace' 'stack traceback' 'local function f() error "x" end f()' --trace

# What is printed harms no terminal.
script 'print("\27[31mred\7\8\r|\u{202e}|\u{9b}|ok\tÂu Lâu")'
expect 'control characters' 0 '?[31mred???|?|?|ok	Âu Lâu' \
    "$CCN" run script.lua
fails 'control characters of errors' '?]0;x?' 'error("\27]0;x\7", 0)'
expect 'control characters of names' 1 '?[31m.lua' \
    "$CCN" run "$(printf '\033[31m.lua')"

# Limits.  A run may last its seconds and half a second more, and then the
# machine takes its memory back; each bomb gets one second.  A busy
# machine can make a run late, but not three in a row.
now() { echo $(($(date +%s%N) / 1000000)); }
bomb() {
    script "$2"
    from=$(now)
    expect "$1" 1 'longer than 1 second' "$CCN" run --seconds 1 script.lua
    ms=$(($(now) - from))
    for again in 2 3; do
        [ $ms -gt $latest ] || break
        from=$(now)
        "$CCN" run --seconds 1 script.lua >/dev/null 2>&1
        ms=$(($(now) - from))
    done
    [ $ms -le $latest ] || fail "$1: ended after $ms ms, $again times"
}
bomb 'endless loop' 'while true do end'
bomb 'endless loop that catches everything' \
    'while true do pcall(function() while true do end end) end'
bomb 'endless recursion that catches everything' \
    'local function f() pcall(f) pcall(f) return f() end f()'
bomb 'endless loop in an error handler' \
    'xpcall(error, function() while true do end end)'
bomb 'endless loop of errors in error handlers' \
    'local function h() xpcall(error, h) return h() end h()'
bomb 'pattern bomb' '(("a"):rep(4000)):find(("a*"):rep(20) .. "b")'
bomb 'pattern bomb that catches everything' \
    'while true do pcall(string.find, ("a"):rep(4000), ("a*"):rep(20) .. "b")
    end'
bomb 'call of a call of a call' \
    'local t = {} setmetatable(t, { __call = t }) t()'
bomb 'long repetition' 'local s = ("x"):rep(1 << 20)
while true do s:rep(100):reverse():upper() end'
bomb 'sorting without end' \
    'table.sort({ 1, 2, 3, 4 }, function() while true do end end)'
bomb 'metamethod without end' \
    'return setmetatable({}, { __index = function() while true do end end }).x'
bomb 'closing without end' 'local t = setmetatable({}, {})
getmetatable(t).__close = function() while true do end end
do local x <close> = t end'
bomb 'question without end' \
    'ccn.open("plan.gpkg"):clusters():where(function() while true do end end)'
bomb 'module without end' 'local t = ccn.args while true do t = { t } t = t[1]
end'

script 'while true do print(("x"):rep(1000)) end'
expect 'text without end' 1 'printed more than 1 MiB' \
    sh -c '"$1" run --seconds 1 script.lua 2>&1 >/dev/null' sh "$CCN"

memory() {
    script "$2"
    expect "$1" 1 'more than 64 MiB' "$CCN" run --memory 64 script.lua
}
memory 'memory bomb of one text' 'local s = ("x"):rep(1 << 28) print(#s)'
memory 'memory bomb of doubled texts' 'local s = "x" while true do s = s .. s
end'
memory 'memory bomb of tables' 'local t = {} while true do t[#t + 1] = {} end'
memory 'memory bomb of a chain' 't = {} while true do t = { t } end'
memory 'memory bomb of small texts' \
    't = {} for i = 1, 1e9 do t[i] = ("x"):rep(20) .. i end'
script 'local p, t = ccn.open "plan.gpkg", {}
while true do t[#t + 1] = p:fork "F" end'
$watched || expect 'memory bomb of forks' 71 'needs more memory' \
    "$CCN" run --memory 64 script.lua
script 'local ok, message = pcall(string.rep, "x", 1 << 28)
print(ok, message, "goes on")'
expect 'a memory error can be caught' 0 'goes on' "$CCN" run --memory 64 \
    script.lua

script 'local p = ccn.new "P"
for i = 1, 1e9 do p:add("trade", { key = "T" .. i }) end'
$watched || expect 'more rows than there is memory for' 71 'more memory' \
    sh -c 'ulimit -v 400000; exec "$1" run script.lua' sh "$CCN"

# What cannot be shown, and a test that fails.
script 'print "lost"'
expect 'an output that takes nothing' 1 'ccn: ' \
    sh -c 'exec "$1" run script.lua 2>&1 >/dev/full' sh "$CCN"
expect 'an export that takes nothing' 1 'ccn: ' \
    sh -c 'exec "$1" export plan.gpkg cluster 2>&1 >/dev/full' sh "$CCN"
script 'return { yes = function() end, no = function() error "broken" end }'
expect 'a test that fails' 1 '1 passed, 1 failed' "$CCN" test script.lua
script 'return { yes = function() end }'
expect 'a test that does not' 0 '1 passed, 0 failed' "$CCN" test script.lua

# Files that are no plans, and plans that may not be written.
: >nothing.gpkg
expect 'empty plan file' 1 'empty' "$CCN" check nothing.gpkg
echo 'this is no database, however long the line is' >text.gpkg
expect 'plan file that is no database' 1 'text.gpkg' "$CCN" check text.gpkg
head -c 5000 plan.gpkg >cut.gpkg
expect 'plan file cut off' 1 'cut.gpkg' "$CCN" check cut.gpkg
expect 'missing plan' 1 'gone.gpkg' "$CCN" check gone.gpkg
expect 'folder as plan' 1 'ccn: ' "$CCN" check .
fails 'a name of two lines' 'name' 'ccn.open("plan.gpkg"):fork "a\nb"'
fails 'saving without leave' '--write FOLDER allows it' \
    'local p = ccn.open "plan.gpkg"
p:cluster("C1").total_area = 60
p:save()'
fails 'saving elsewhere without leave' '--write FOLDER allows it' \
    'ccn.open("plan.gpkg"):save("elsewhere.gpkg")'
fails 'saving through a link' '--write FOLDER allows it' \
    'ccn.open("plan.gpkg"):save("link.lua")'
fails 'keeping without leave' '--write FOLDER allows it' \
    'ccn.open("plan.gpkg"):fork("F"):keep()'
script 'local p = ccn.open "plan.gpkg"
p:cluster("C1").total_area = 60
error "after the change"'
expect 'an error after a change saves nothing' 1 'after the change' \
    "$CCN" run --write . script.lua
script 'local p = ccn.open "plan.gpkg"
p:cluster("C1").total_area = 60
while true do end'
bomb 'a run that is ended saves nothing' "$(cat script.lua)"

cp plan.gpkg copy.gpkg
script 'local p = ccn.open(ccn.args.plan)
p:cluster("C1").total_area = 60
p:save()
print(ccn.open(ccn.args.plan):cluster("C1").total_area)'
expect 'a plan named on the command line is saved' 0 '60.0' \
    "$CCN" run script.lua plan=copy.gpkg
script 'local p = ccn.open(ccn.args.plan)
p:save "second.gpkg"
p:cluster("C1").total_area = 70
p:save()
p:cluster("C1").note = "again"
p:save()
local q = ccn.open "second.gpkg"
print(q:cluster("C1").total_area, q:cluster("C1").note,
      ccn.open(ccn.args.plan):cluster("C1").total_area)'
expect 'a plan saved elsewhere goes on there' 0 '70.0	again	60.0' \
    "$CCN" run --write . script.lua plan=copy.gpkg

# Arguments, language, the same result every time.
script 'print(ccn.args[1], ccn.args.year, ccn.args[2], ccn.lang())'
expect 'arguments' 0 'a	2028	nil	en' "$CCN" run script.lua a year=2028 'b='
expect 'language by option' 0 'vi' "$CCN" run --lang vi script.lua
expect 'language by environment' 0 'vi' env LANG=vi_VN.UTF-8 "$CCN" run \
    script.lua
expect 'Vietnamese help' 0 'Các lệnh' "$CCN" --lang vi --help
script 'for i = 1, 5 do print(math.random(1, 1e9)) end
for k in pairs { z = 1, y = 1, x = 1, [true] = 1 } do print(k) end
print({}, print)'
"$CCN" run script.lua >one 2>&1
"$CCN" run script.lua >two 2>&1
expect 'two runs print the same' 0 '' cmp one two
"$CCN" run --seed 2 script.lua >two 2>&1
expect 'another seed gives other numbers' 1 'differ' cmp one two

finish
