/* Inside of carry.h: what both states have under the same name. */
#ifndef BINDINGS_SWEEP_CARRY_KNOWN_H
#define BINDINGS_SWEEP_CARRY_KNOWN_H

#include "bindings/sweep/carry.h"

struct carrier {
    lua_State *from, *to;
    int seen;   /* in to: what each thing became, by its address */
    int copied; /* in to: whether it was copied, by its address */
    int joined; /* in to: the function that has an upvalue, by its identity */
    int depth;
    const char *name; /* of what is being carried */
    struct err *err;
};

/* Push onto the other stack a copy of what is at an index (absolute). */
bool carry_copy(struct carrier *c, int index);

/* The tables at these indexes are one and the same, and so is what both have
 * under the same name, all the way down. */
void carry_match(struct carrier *c, int from, int to);

/* Copy what only the first has; what cannot be carried stays behind. */
void carry_rest(struct carrier *c, int from, int to);

/* Push the table of modules that require() has loaded; false: none. */
bool carry_push_modules(lua_State *L);

/* Modules that came along count as loaded. */
void carry_modules(struct carrier *c);

#endif
