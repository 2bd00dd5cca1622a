/* What can be asked of a placement; the functions are in the list of place.c.
 */
#ifndef BINDINGS_METHODS_PLACE_ASK_H
#define BINDINGS_METHODS_PLACE_ASK_H

#include "bindings/methods/arrays.h"
#include "core/place/ledger.h"

#define PLACEMENT_TYPE "ccn.placement"

/* A placement with its problem; the user value holds the arrays. */
struct handle {
    struct place_problem problem;
    struct placement placement;
    struct ledger ledger; /* with the placement; made when first asked */
};

int engine_why_not(lua_State *L);
int engine_changes(lua_State *L);
int engine_other(lua_State *L);
int engine_wish(lua_State *L);
int engine_worth(lua_State *L);

/* Not of a placement, but beside it: land and tenants together. */
int engine_joint(lua_State *L);

#endif
