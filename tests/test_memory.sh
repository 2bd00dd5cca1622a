#!/bin/sh
# Memory that runs out, at some allocations; `make trust` takes all of them.
set -u
export CCN_LOG=none
failed=0
BUILD=${BUILD:-build}
export BUILD

# holds SENTENCE COMMAND...
holds() {
    name=$1
    shift
    "$@" >"$BUILD/memory.out" 2>&1 || {
        failed=$((failed + 1))
        echo "$name:"
        tail -n 20 "$BUILD/memory.out"
    }
    tail -n 1 "$BUILD/memory.out"
}
fails() {
    ! "$@"
}

holds 'what writes leaves the old file or the new one, and says which' \
    "$BUILD/tests/trust/memory" 397
holds 'a worker ends with a message, and never by a signal' \
    tests/trust/scripts_memory "$BUILD" 397
if ! grep -q 'not with this sanitizer' "$BUILD/memory.out"; then
    holds 'who writes into memory that is not there is noticed' \
        fails "$BUILD/tests/trust/memory" 1 naive
    holds 'who passes over what went wrong is noticed' \
        fails tests/trust/scripts_memory "$BUILD" 10 naive
fi
rm -f "$BUILD/memory.out"
exit "$failed"
