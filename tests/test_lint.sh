#!/bin/sh
# tests/tools/floors complains about each thing it is there for, and about
# nothing else: asked of a small tree that breaks one rule at a time.
set -u
floors=$(realpath tests/tools/floors)
tree=$(realpath "$BUILD")/lint-test
passed=0 failed=0

# broken RULE FILE TEXT: with this text in this file, the rule is named.
broken() {
    rm -rf "$tree"
    mkdir -p "$tree/core/base" "$tree/bindings" "$tree/scripts" \
        "$tree/scenarios" "$tree/tests" "$tree/$(dirname "$2")"
    printf '%s\n' "$3" >"$tree/$2"
    if said=$(cd "$tree" && "$floors" 2>&1); then
        [ -z "$1" ] && [ -z "$said" ]
    else
        case "$said" in "${1:-no}"*) ;; *) false ;; esac
    fi
    if [ $? -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "wanted '$1' for $2, got: $said"
    fi
}

function_of() { # so many lines
    echo 'int f(void)' && echo '{' && seq "$1" && echo '}'
}

broken '' core/data/a.c '#include "core/base/err.h"'
broken 'core/base may' core/base/a.h '#include "core/data/plan.h"'
broken 'core/data may' core/data/a.c '#include "core/model/model.h"'
broken 'core/store may' core/store/a.c '#include "core/io/csv.h"'
broken 'core/io may' core/io/a.c '#include "core/model/model.h"'
broken 'core/rank may' core/rank/a.c '#include "core/data/plan.h"'
broken 'core/place may' core/place/a.c '#include "core/data/plan.h"'
broken 'lua.h stays' core/model/a.h '#include <lua.h>'
broken '' bindings/lua/a.c '#include <lua.h>'
broken 'bindings/host may' bindings/host/a.c '#include "bindings/plan/bind.h"'
broken '' bindings/plan/a.c '#include "bindings/host/host.h"'
broken 'outside of a room' bindings/a.c '#include <lua.h>'
broken 'a floor that' core/cellar/a.c 'int a;'
broken 'a file has' scripts/a.lua "$(seq 401)"
broken '' scripts/a.lua "$(seq 400)"
broken 'a function has' core/base/a.c "$(function_of 51)"
broken '' core/base/a.c "$(function_of 50)"
broken 'unfinished' bindings/lua/a.c "/* TOD""O */"
broken 'a path of one' scripts/a.lua "open('/hom""e/an/x')"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
