#!/bin/sh
# The prompt: by a pipe, and in a real terminal (tmux).
set -u
. tests/tools/shell
begin repl
cd "$work" || exit 1
export LC_ALL=C.UTF-8 HOME="$work/home" XDG_STATE_HOME="$work/state"

# repl TEXT [ARGUMENT...]: what the prompt gives for these lines.
repl() {
    lines=$1
    shift
    printf '%s\n' "$lines" | timeout 60 "$CCN" --lang en repl "$@" >out 2>&1
    code=$?
}

cat >make.lua <<'END'
local plan = ccn.new "P"
plan:add("cluster", { key = "Đầm Hồng", total_area = 16 })
plan:add("cluster", { key = "Âu Lâu", total_area = 50 })
for i = 1, 30 do
    plan:add("enterprise", { key = ("E%02d"):format(i), workers = i })
end
plan:save(ccn.args.out)
END
"$CCN" run make.lua out=plan.gpkg || exit 1
sum=$(sha256sum plan.gpkg)

# By a pipe

repl '1 + 1' plan.gpkg
equal 'an expression is printed' "$(cat out)" 2
equal 'a good session ends with 0' $code 0
for word in exit quit; do
    repl "print(1)
$word
print(2)" plan.gpkg
    equal "$word leaves" "$(cat out)" 1
done
repl 'exit = 3
exit' plan.gpkg
equal 'a name of the person is no word of the prompt' "$(cat out)" 3
repl 'help' plan.gpkg
also 'help is said without a question mark' 'a field; nil is not known'
repl 'for i = 1, 2 do
print("line " .. i)
end' plan.gpkg
also 'a statement may have several lines' 'line 2'
repl 'x.y
3' plan.gpkg
also 'an error is said' "error: attempt to index a nil value (global 'x'); what"
also 'an error does not end the prompt' 3
equal 'a pipe with an error ends with 1' $code 1
repl 'plan:enterprises()' plan.gpkg
also 'rows are a table' 'E20'
also 'and cut at a screenful' '… 10 more of 30; show(x, n) shows n'
repl 'plan:cluster "Âu Lâu"' plan.gpkg
also 'a row shows its fields with units' 'total_area [ha]'
repl '?land_held
?rank
?enterprise
?frok
?' plan.gpkg
also 'help of a field has both languages' 'Land held / Đất đang sử dụng'
also 'help of a function has its call' 'ccn.rank(selection, criteria, options)'
also 'help of a table has its fields' 'polluter_listed'
also 'help suggests the nearest' "did you mean 'fork'?"
also 'help alone is the guide' 'Tab completes'
repl 'a = fork "late"
a:cluster("Âu Lâu").total_area = 75
diff(plan, a)
diff()' plan.gpkg
also 'fork and diff' "total_area 50 ha -> 75 ha"
repl 'plan:cluster("Âu Lâu").total_area = 75
save()' plan.gpkg
also 'nothing is written without a question' 'nobody is there to be asked'
equal 'and the file is the same' "$(sha256sum plan.gpkg)" "$sum"
repl 'pcall(ccn.save_file, "plan.gpkg", "x")' plan.gpkg
equal 'nor is another file' "$(sha256sum plan.gpkg)" "$sum"
repl 'while true do end' plan.gpkg --seconds 1
also '--seconds bounds a statement' 'longer than 1 seconds'
cp plan.gpkg saved.gpkg
repl 'plan:cluster("Âu Lâu").total_area = 75
save()
save()' saved.gpkg save=yes
also 'save=yes writes' 'saved in saved.gpkg'
also 'and then nothing is left to save' 'nothing has changed'
repl 'plan:cluster("Âu Lâu").total_area' saved.gpkg
also 'the file has it' 75
repl 'io' plan.gpkg
also 'the walls are those of a script' nil
printf '1' | timeout 10 "$CCN" repl >out 2>&1
equal 'a last line needs no end' "$(cat out)" 1
timeout 10 "$CCN" --lang vi repl missing.gpkg >out 2>&1 </dev/null
equal 'a plan that is not there is an error' $? 1
printf '?\n' | "$CCN" --lang vi repl plan.gpkg >out
also 'the guide is there in Vietnamese' 'xem diff(plan, nó)'

# The session of docs/prompt.md

sed -n '/^    > /,/^$/p' "$root/docs/prompt.md" | sed 's/^    //' >session
(cd "$root" && "$CCN" run scenarios/dam_hong/import.lua \
    out="$work/laocai.gpkg") >/dev/null 2>&1
repl "$(sed -n 's/^> //p' session)" laocai.gpkg
equal 'docs/prompt.md is a session as it goes' \
    "$(grep -v '^> ' session | sed '/^$/d')" "$(grep -v '^ccn: ' out)"

# In a terminal

tmux="tmux -L ccn-$$"
LC_ALL=C.UTF-8 $tmux -u -f /dev/null new-session -d -x 100 -y 50 \
    "$CCN --lang en repl plan.gpkg 2>&1; echo left with \$?; sleep 60"
trap '$tmux kill-server 2>/dev/null' EXIT

# keys KEY...: typed, then what the screen shows goes to out, once it says TEXT.
keys() {
    want=$1
    shift
    $tmux send-keys "$@"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        sleep 0.2
        $tmux capture-pane -p >out 2>&1
        grep -qF -- "$want" out && break
    done
}

keys '>' ''
also 'it greets' 'P: 2 clusters, 30 enterprises.'
keys '50.0' 'plan:cluster("Âu' Tab '.tot' Tab Enter
also 'Tab completes a key and a field' 'plan:cluster("Âu Lâu").total_area'
also 'and the statement runs' '50.0'
keys '16.0' 'plan:cluster("dam' Tab '.total_area' Enter
also 'Tab finds a key typed without marks' 'plan:cluster("Đầm Hồng").total_area'
keys 'clusters(' 'plan:clu' Tab Tab
also 'several candidates are listed' 'cluster(  clusters('
keys '> ' C-c
keys 'while' 'while true do end' Enter
sleep 0.3
keys 'interrupted' C-c
also '^C ends a statement and not the prompt' 'error: interrupted'
$tmux send-keys C-l
keys 'while' 'pcall(function() while true do end end) while true do end' Enter
sleep 0.3
keys 'interrupted' C-c
also 'also one that holds on to its errors' 'error: interrupted'
keys '16.0' Up Up Up Enter
$tmux send-keys C-l
keys '[y/N]' 'plan:cluster("Âu Lâu").total_area = 60' Enter 'save()' Enter
also 'save shows the changes' 'total_area 50 ha -> 60 ha'
also 'and asks' 'write the changes to plan.gpkg? [y/N]'
keys 'nothing was written' n Enter
equal 'no is no' "$(sha256sum plan.gpkg)" "$sum"
keys 'leave?' C-d
also 'leaving asks when something is unsaved' 'changes not saved: 1; leave?'
keys '>' n Enter
keys '[y/N]' 'save()' Enter
keys 'saved in' y Enter
also 'yes writes' 'saved in plan.gpkg'
keys 'left with' C-d
also '^D leaves' 'left with 0'
$tmux kill-server 2>/dev/null
repl 'plan:cluster("Âu Lâu").total_area' plan.gpkg
also 'the file has what was saved' 60
grep -q 'total_area' state/ccn/history
equal 'the history is kept' $? 0
equal 'for its owner alone' "$(stat -c %a state/ccn/history)" 600

# Colour, on a terminal alone.

cat >table.lua <<'END'
ccn.table { columns = { "a" }, rows = { { "b" } } }
print(ccn.table { columns = { "a" }, rows = { { "b" } } }, "\27[31m")
END
"$CCN" run table.lua >out
equal 'no colour in a file' "$(grep -c "$(printf '\033')" out)" 0
terminals=0
coloured() {
    # A server of its own: the one that was killed may still be going.
    terminals=$((terminals + 1))
    tmux="tmux -L ccn-$$-$terminals"
    LC_ALL=C.UTF-8 $tmux -u -f /dev/null new-session -d -x 80 -y 20 \
        "$1 $CCN run table.lua; echo over; sleep 60"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        sleep 0.2
        $tmux capture-pane -e -p >out 2>&1
        grep -q over out && break
    done
    $tmux kill-server 2>/dev/null
}
coloured 'env'
also 'the rule of a table is faint' "$(printf '\033[2m─')"
also 'colours of others are not sent' '?[31m'
coloured 'env NO_COLOR=1'
equal 'NO_COLOR declines it' "$(grep -c "$(printf '\033')\[2m" out)" 0

finish
