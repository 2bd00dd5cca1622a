/* What an engine at work and Lua tell each other. */
#ifndef BINDINGS_METHODS_TOLD_H
#define BINDINGS_METHODS_TOLD_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "bindings/methods/arrays.h"

/* How long an engine may work, by the fields of the table at stack index 1; 0
 * for no limit. */
struct told_limits {
    double seconds, gap;
    long steps;
    int threads;
    uint64_t seed;
};

struct told_limits told_limits(struct arrays *arrays);

/* What an engine has so far; a total or bound that is not known is infinite. */
struct told {
    double seconds, total, bound;
    long steps;
};

/* Tell the function at stack index 2, if there is one, and ask whether to go
 * on; ^C stops as well.  The engine must not be jumped out of: what the
 * function fails with is put at stack index 3, nil until then, and stops. */
bool told_watcher(lua_State *L, const struct told *told);

/* Set a field of the table on top. */
void told_whole(lua_State *L, const char *name, int64_t whole);

/* The same: { [name] = true } for each bit that is set, names in the order of
 * the bits. */
void told_flags(lua_State *L, const char *name, unsigned flags,
                const char *const *names, unsigned count);

#endif
