/* Rebasing in Lua. */
#ifndef BINDINGS_PLAN_REBASE_H
#define BINDINGS_PLAN_REBASE_H

#include "bindings/plan/bind.h"

void bind_rebase_type(lua_State *L);

/* "refuse", "ours", "theirs", in the order of enum rebase. */
extern const char *const bind_policies[];

/* Push { table =, key =, field =, base =, ours =, theirs = }. */
void bind_push_conflict(lua_State *L, const struct plan *plan,
                        const struct conflict *conflict);

extern const luaL_Reg bind_rebase_methods[]; /* of plans */

#endif
