#!/bin/sh
# What commands say to words, places and runs that are not as they should be.
set -u
. tests/tools/shell
begin corners
cd "$work" || exit 1
CCN_LOG=$PWD/journal.sqlite
export CCN_LOG

# ccn assign: two sites, two jobs; costs, loads, room

echo '2 2  1 9  9 1  5 5  5 5  5 5' >easy.txt
echo '1 2  1 1  5 5  5' >full.txt
expect 'places' 0 '"assignment": [1, 2]' "$CCN" assign easy.txt
expect 'said to be so' 0 '"assignment": [1, 2]' \
    "$CCN" assign format=gap easy.txt threads=2
expect 'read as facilities' 0 '"infeasible": true' "$CCN" assign easy.txt format=sscflp
expect 'no room' 0 '"infeasible": true' "$CCN" assign full.txt format=gap
also 'and no cost' '"objective": null, "bound": null, "gap": null'
also 'nor a place' 'null]'
expect 'no file' 2 'assign needs a FILE' "$CCN" assign steps=5
for wrong in x 0 5x -1 99999999999999999999; do
    expect "steps=$wrong" 2 'steps must be a whole number' \
        "$CCN" assign easy.txt "steps=$wrong"
done
expect 'threads' 2 'threads must be a whole number' \
    "$CCN" assign easy.txt threads=0
expect 'no such word' 2 'spets' "$CCN" assign easy.txt spets=5

# 300 jobs that nobody places best in a second
awk 'BEGIN { srand(5); n = 300; m = 20; print m, n
    for (i = 0; i < m * n; i++) print 10 + int(rand() * 41)
    for (i = 0; i < m * n; i++) print 5 + int(rand() * 21)
    for (i = 0; i < m; i++) print 170 }' >large.txt
expect 'stopped by a person it gives what it has' 0 '"assignment": [' \
    timeout --preserve-status -k 20 -s INT 2 "$CCN" assign large.txt --seconds 60
if command -v script >/dev/null; then
    expect 'a person sees it go on' 0 'gap' script -qec \
        "$CCN assign large.txt --seconds 2" /dev/null
fi

# ccn sweep

expect 'yes or no' 2 'resume must be yes|no' "$CCN" sweep none.lua resume=maybe
expect 'no of both' 1 'none.lua' "$CCN" sweep none.lua resume=no fresh=no
expect 'one of them' 2 'one of them' "$CCN" sweep none.lua resume=yes fresh=yes
for wrong in x 0 99999 2x ''; do
    expect "threads=$wrong" 2 'threads' "$CCN" sweep none.lua "threads=$wrong"
done

cat >slow.lua <<'END'
ccn.sweep { name = "slow", n = 400, design = "latin", outputs = { "y" },
            factors = { a = { 0, 1 } }, run = function(x)
    local sum = 0
    for i = 1, 100000 do sum = sum + x.a * i end
    return sum
end }
print "swept"
END
if command -v script >/dev/null; then
    expect 'a person sees a sweep go on' 0 'swept' script -qec \
        "$CCN sweep --trust slow.lua fresh=yes out=swept" /dev/null
    also 'how far it is' '400'
fi

# Where results go, and what they are called

cat >named.lua <<'END'
ccn.sweep { name = ccn.args.name, n = 4, design = "latin", outputs = { "y" },
            factors = { a = { 0, 1 } }, run = function(x) return x.a end }
print "swept"
END
long=$(printf '%0101d' 0)
for name in .hidden a/b "$long" 'a*b' ''; do
    expect "no name of results: $name" 1 'ccn: ' \
        "$CCN" sweep --trust named.lua out=swept name="$name"
done
expect 'a name with signs' 0 'swept' \
    "$CCN" sweep --trust named.lua out=swept name='Âu Lâu 2_b-c.d'
expect 'a folder that cannot be' 1 'cannot be made' \
    "$CCN" sweep --trust named.lua out=/proc/none/here name=x
expect 'a file is no folder' 1 'ccn: ' \
    "$CCN" sweep --trust named.lua out=named.lua name=x
expect 'on any drive' 0 'swept' \
    "$CCN" sweep --trust --network named.lua out=swept name=y

# The log: where it lies

script() {
    name=$1
    cat >"$name"
}
script say.lua <<'END'
print(ccn.text "data.txt")
END
echo a >data.txt
expect 'no place for the log' 0 'HOME is not set' \
    env -u HOME -u CCN_LOG "$CCN" run --trust say.lua
expect 'so none is read' 2 'name a plan' env -u HOME -u CCN_LOG "$CCN" log
expect 'nor replayed' 1 'name a plan' env -u HOME -u CCN_LOG "$CCN" replay 1
expect 'a home that is no folder' 0 'not in the log' \
    env -u CCN_LOG HOME=/dev/null "$CCN" run --trust say.lua
expect 'a home of no full path' 0 'not in the log' \
    env -u CCN_LOG HOME=here "$CCN" run --trust say.lua
expect 'its own place' 0 '' env -u CCN_LOG XDG_STATE_HOME="$PWD/state" \
    "$CCN" run --trust say.lua
expect 'where it is' 0 '' test -s state/ccn/runs.sqlite
expect 'an empty name is none' 0 'say.lua' \
    env CCN_LOG= XDG_STATE_HOME="$PWD/state" "$CCN" log
for wrong in x 0 -2 1x; do
    expect "forget=$wrong" 2 'is no number of a run' \
        env CCN_LOG="$PWD/state/ccn/runs.sqlite" "$CCN" log "forget=$wrong"
done
expect 'none such' 1 'there is no run 7' \
    env CCN_LOG="$PWD/state/ccn/runs.sqlite" "$CCN" log forget=7
expect 'forgotten' 0 '' \
    env CCN_LOG="$PWD/state/ccn/runs.sqlite" "$CCN" log forget=1

# Replays of what has gone on

replayed() { # NAME TEXT: the last run comes out so
    expect "$1" 1 "$2" "$CCN" replay "$number"
}
run() {
    number=$((number + 1))
    "$CCN" run --trust "$@" >made 2>&1
}
number=0
CCN_LOG=$PWD/replayed.sqlite
script maybe.lua <<'END'
local word = ccn.text "data.txt":sub(1, 1)
if word == "a" then print "said" end
assert(word ~= "e", "no more")
END
run maybe.lua
echo b >data.txt
replayed 'nothing is printed' 'something else came out: nothing, not'
run maybe.lua
echo a >data.txt
replayed 'something is' 'not nothing'
run maybe.lua
echo e >data.txt
replayed 'it fails now' 'error, not text'
run maybe.lua
echo a >data.txt
replayed 'it failed then' 'text, not error'

script long.lua <<'END'
print(("x"):rep(3000) .. ccn.text "data.txt")
END
run long.lua
echo b >data.txt
replayed 'a long line is cut' '...'

mkdir -p given taken
echo 7 >given/number.txt
script given.lua <<'END'
print(ccn.text "given/number.txt")
END
run given.lua --read given --write taken --trace --lang vi
expect 'with what was granted, and in the language of then' 0 'the same result' \
    "$CCN" replay "$number"
mkdir gone
cp say.lua gone/say.lua
echo c >gone/data.txt
number=$((number + 1))
(cd gone && "$CCN" run --trust say.lua >/dev/null)
rm -r gone
replayed 'the folder is gone' 'gone'
expect 'of run' 1 'is not there' "$CCN" replay "$number"
expect 'not a number' 2 'is no number of a run' "$CCN" replay ''
expect 'nor this' 2 'is no number of a run' "$CCN" replay 0

# Scripts from elsewhere, and more folders than can be granted

expect 'other scripts' 0 'xxx' env CCN_SCRIPTS="$root/scripts" CCN_LOG=none \
    "$CCN" run --trust long.lua
set --
for i in $(seq 40); do
    mkdir -p "folder$i"
    set -- "$@" --read "folder$i"
done
expect 'too many folders' 2 '' "$CCN" run --trust long.lua "$@"

finish
