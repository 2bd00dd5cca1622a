#!/bin/sh
# Sweeps as a person meets them: cut off and gone on with, on any number of
# threads, refused where it must be; and results files on the command line.
set -u
. tests/tools/shell
begin sweep said
cd "$work" || exit 1
XDG_STATE_HOME=$PWD/state
export XDG_STATE_HOME

cat >long.lua <<'LUA'
local results = ccn.sweep {
    name = "long", n = 3000, design = "latin", block = 20,
    factors = { a = { 0, 1 }, b = { whole = { 1, 9 } } },
    outputs = { "y", "z" },
    run = function(x)
        local sum = 0
        for i = 1, tonumber(ccn.args.work or 12000) do
            sum = sum + i % x.b
        end
        if x.a > 0.95 then
            error("too much", 0)
        end
        return x.a * sum + math.random(), x.b
    end,
}
print(results.hash)
LUA

all() { # the hash, then every experiment
    "$CCN" sweep long.lua "$@" && "$CCN" sweep "$folder/long.sqlite" \
        --export csv
}

folder=one
all --out one --threads 1 >one.txt
holds 'it has a hash and a line for each' sh -c \
    'head -1 one.txt | grep -qE "^[0-9a-f]{64}$" &&
     [ "$(wc -l <one.txt)" -eq 3002 ] && grep -q "too much" one.txt'
for threads in 2 3 8; do
    folder=threads
    all --out threads --fresh --threads $threads >other.txt
    holds "$threads threads give the same" cmp one.txt other.txt
done

# Killed twenty times at moments that differ, then gone on with.
folder=whole
all work=80000 --out whole >whole.txt
folder=killed i=0 cut=0
"$CCN" sweep long.lua work=80000 --out killed >/dev/null 2>&1 &
until "$CCN" sweep killed/long.sqlite 2>/dev/null | grep -q ' [1-9][0-9]* of'
do
    kill -0 $! 2>/dev/null || break
done
kill -9 $! 2>/dev/null && cut=1
wait $! 2>/dev/null
while [ $((i += 1)) -lt 20 ]; do
    "$CCN" sweep long.lua work=80000 --out killed --resume >/dev/null 2>&1 &
    sleep "0.$(od -An -N1 -tu1 /dev/urandom |
        awk '{ printf "%03d", 20 + $1 / 2 }')"
    kill -9 $! 2>/dev/null && cut=$((cut + 1))
    wait $! 2>/dev/null
done
holds 'all twenty were cut off in the middle' [ $cut -eq 20 ]
expect 'some of it is stored' 0 'not finished' \
    "$CCN" sweep killed/long.sqlite
all work=80000 --out killed --resume >other.txt
holds 'killed twenty times and gone on with, it is the same' \
    cmp whole.txt other.txt

# ^C keeps what is done.  A shell without job control starts background jobs
# deaf to it.
folder=stopped
cat >interrupt.sh <<'SH'
timeout -s INT 1 "$CCN" sweep long.lua work=80000 --threads 1 --out stopped
SH
export CCN
expect '^C says what is kept' 124 'are kept in stopped/long.sqlite' \
    sh interrupt.sh
expect 'what was cut off is not thrown away' 1 '--resume with the same parameters goes on' \
    "$CCN" sweep long.lua work=80000 --out stopped
expect 'nor by ccn run' 1 '--fresh begins anew' sh -c \
    'mkdir -p out && cp stopped/long.sqlite out/ && "$CCN" run long.lua work=80000'
sed 's/0.95/0.96/' long.lua >other.lua
expect 'another script does not go on with it' 1 'another sweep' \
    "$CCN" sweep other.lua work=80000 --out stopped --resume
expect 'nor the same with another seed' 1 'another sweep' \
    "$CCN" sweep long.lua work=80000 --out stopped --resume --seed 2
expect 'and says the way out' 1 '--fresh drops them and begins anew' \
    "$CCN" sweep long.lua work=80000 --out stopped --resume --seed 2
expect 'its file says that it is not finished' 0 'not finished' \
    "$CCN" sweep stopped/long.sqlite
all work=80000 --out stopped --resume >other.txt
holds 'after ^C it goes on to the same' cmp whole.txt other.txt
expect 'gone on with once more, nothing is done' 0 "$(head -1 whole.txt)" \
    "$CCN" sweep long.lua work=80000 --out stopped --resume

# Files
expect 'a results file is shown' 0 '3000 of 3000 experiments' \
    "$CCN" sweep one/long.sqlite
expect 'in Vietnamese as well' 0 'trên 3000 lần thử' \
    "$CCN" --lang vi sweep one/long.sqlite
holds 'a file is SQLite to others' sh -c '[ "$(sqlite3 one/long.sqlite \
    "SELECT count(y) || \":\" || count(failed) FROM experiment")" = \
    "$(grep -c , one.txt | awk "{ print \$1 - 1 - n }" \
    n="$(grep -c "too much" one.txt)"):$(grep -c "too much" one.txt)" ]'
holds 'nothing is left beside it' sh -c '[ "$(ls one)" = long.sqlite ]'
mkdir -p foreign && echo text >foreign/long.sqlite
expect 'a file of somebody else is left alone' 1 'it is left alone' \
    "$CCN" sweep long.lua --out foreign
holds 'really' grep -q text foreign/long.sqlite
sqlite3 foreign/plan.sqlite 'CREATE TABLE t (x)' 2>/dev/null
expect 'another database is no results file' 1 'no results of a sweep' \
    "$CCN" sweep foreign/plan.sqlite
cp one/long.sqlite damaged.sqlite
dd if=/dev/zero of=damaged.sqlite bs=1 seek=20000 count=9000 conv=notrunc \
    2>/dev/null
"$CCN" sweep damaged.sqlite >out.txt 2>&1
holds 'a damaged file is an error, not a crash' test $? -le 1
expect 'a file that is not there' 1 'cannot open' "$CCN" sweep none.sqlite
expect 'a script that is not there' 1 'none.lua' "$CCN" sweep none.lua
expect 'threads are a number' 2 'threads must be' \
    "$CCN" sweep long.lua --threads many
expect 'resume or fresh' 2 'one of them' \
    "$CCN" sweep long.lua --resume --fresh
expect 'help' 0 '--resume' "$CCN" sweep --help

# Without a limit of time the parent waits; with one it ends what is too late.
cat >stuck.lua <<'LUA'
ccn.sweep { name = "stuck", n = 4, design = "latin", factors = { a = 1 },
            outputs = { "y" }, run = function() while true do end end }
LUA
expect 'an experiment that does not end is ended' 1 'longer than 1 seconds' \
    "$CCN" sweep stuck.lua --seconds 1

# What must hold at Đầm Hồng, for an official who reads one of the languages.
home=$root/scenarios/dam_hong
"$CCN" run "$home/import.lua" out=laocai.gpkg "data=$home/data" >/dev/null
for lang in en vi; do
    "$CCN" --lang $lang sweep "$home/sweep.lua" plan=laocai.gpkg \
        "data=$home/data" n=256 report=$lang.html >$lang.txt 2>&1
done
holds 'the answer says until when the extension must open' \
    grep -q 'by the end of' en.txt
holds 'and in Vietnamese' grep -q 'chậm nhất cuối' vi.txt
holds 'and how much money there must be' grep -qE \
    'at least [0-9.]+ bn VND for the move' en.txt
holds 'the page has it as well' grep -q 'chậm nhất cuối' vi.html

finish
