/* Scenarios: forks, and those that are kept in the plan file. */
#ifndef BINDINGS_PLAN_SCENARIO_H
#define BINDINGS_PLAN_SCENARIO_H

#include "bindings/plan/bind.h"

void bind_scenario_type(lua_State *L);

extern const luaL_Reg bind_scenario_methods[]; /* of plans */
extern const luaL_Reg bind_keep_methods[];     /* the same; keep.c */

/* The box of the plan at index 1; raises an error when it is in no file. */
const struct box *scenario_box(lua_State *L);

/* A fork is saved and kept where its parent is. */
void scenario_follow(struct box *fork, const struct box *parent);

/* A fork of the plan with a kept scenario on top (NULL: none).  Fails with
 * ERR_MOVED, and says where, when the plan has moved on in its cells. */
struct plan *scenario_base(const char *path, const struct plan *plan,
                           const char *name, struct err *err);

#endif
