#!/bin/sh
# Sweeps over several processes of mpirun give what one gives, also when one of
# them is killed.
set -u
. tests/tools/shell
begin sweep_mpi
cd "$work" || exit 1
if ! command -v mpirun >/dev/null || [ ! -f "${CCN%/*}/ccn-mpi.so" ]; then
    echo "skipped: mpirun or ccn-mpi.so is not there (openmpi-bin," \
        "libopenmpi-dev)"
    exit 0
fi
XDG_STATE_HOME=$PWD/state
export XDG_STATE_HOME

ranks() { # N COMMAND...
    count=$1
    shift
    OMPI_MCA_rmaps_base_oversubscribe=1 timeout --kill-after=2 100 mpirun \
        $([ "$(id -u)" = 0 ] && echo --allow-run-as-root) --oversubscribe \
        $more -n "$count" "$@" </dev/null 2>err.txt
    [ $? -ne 124 ] || echo "$*" >>late.txt
}
more=

cat >ranks.lua <<'LUA'
local results = ccn.sweep {
    name = "ranks", n = 1200, design = "sobol", block = 20,
    factors = { a = { 0, 1 }, b = { whole = { 1, 9 } } },
    outputs = { "y" },
    run = function(x)
        local sum = 0
        for i = 1, tonumber(ccn.args.work or 5000) do
            sum = sum + i % x.b
        end
        if x.a > 0.95 then
            error("too much", 0)
        end
        return x.a * sum + math.random()
    end,
}
print(results.hash)
LUA

"$CCN" sweep ranks.lua --out one >one.txt
"$CCN" sweep one/ranks.sqlite --export csv >one.csv
for n in 1 2 4; do
    ranks $n "$CCN" sweep ranks.lua --out "by$n" >by.txt
    "$CCN" sweep "by$n/ranks.sqlite" --export csv >by.csv
    holds "$n ranks print the hash of one, once" cmp one.txt by.txt
    holds "$n ranks store what one stores" cmp one.csv by.csv
done

# The process of a rank: of this folder, and no worker (it is its parent's).
process_of() { # RANK
    for proc in /proc/[0-9]*; do
        { [ "$(readlink "$proc/cwd")" = "$PWD" ] &&
            tr '\0' '\n' <"$proc/environ" |
                grep -qx "OMPI_COMM_WORLD_RANK=$1" &&
            ! tr '\0' '\n' <"$proc/cmdline" | grep -qx -e --worker; } \
            2>/dev/null && echo "${proc#/proc/}" && return
    done
}

kill_rank() { # RANK WHICH, which is rank or worker
    pid=$(process_of "$1")
    [ "$2" = rank ] || pid=$(cat "/proc/$pid/task/$pid/children")
    [ -n "$pid" ] && kill -9 $pid
}

long='work=150000'
"$CCN" sweep ranks.lua $long --out whole >whole.txt
"$CCN" sweep whole/ranks.sqlite --export csv >whole.csv

killed() { # NAME WHICH: with rank 2 of 4 killed in the middle
    ranks 4 "$CCN" sweep ranks.lua $long --out "$1" >killed.txt &
    hit=1
    for _ in $(seq 200); do # once the first block is stored
        [ -s "$1/ranks.sqlite" ] && kill_rank 2 "$2" 2>/dev/null && hit=0 &&
            break
        sleep 0.05
    done
    wait
    holds "$1: a rank was killed in the middle" [ $hit -eq 0 ]
}

killed worker worker
"$CCN" sweep worker/ranks.sqlite --export csv >killed.csv
holds 'a rank whose worker is killed loses a block, which another does' \
    cmp whole.txt killed.txt
holds 'and all is stored' cmp whole.csv killed.csv

more=--enable-recovery
killed recovered rank
"$CCN" sweep recovered/ranks.sqlite --export csv >killed.csv
holds 'a rank that is killed is done without, under --enable-recovery' \
    cmp whole.csv killed.csv

more=
killed aborted rank
"$CCN" sweep ranks.lua $long --out aborted --resume >killed.txt
holds 'without it mpirun ends all, and --resume completes it' \
    cmp whole.txt killed.txt

cat >other.sh <<'SH'
exec "$CCN" sweep ranks.lua work=$((5000 + OMPI_COMM_WORLD_RANK)) --out other
SH
export CCN
ranks 2 sh other.sh >other.txt
holds 'machines that do not run the same are told so' \
    grep -q 'not the same on every machine' err.txt

holds 'nobody waits for a rank that is gone' [ ! -e late.txt ]

finish
