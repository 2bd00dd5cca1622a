/* Scenarios: forks, and those that are kept in the plan file. */
#ifndef BINDINGS_SCENARIO_H
#define BINDINGS_SCENARIO_H

#include "bindings/bind.h"

void bind_scenario_type(lua_State *L);

extern const luaL_Reg bind_scenario_methods[]; /* of plans */

/* A fork is saved and kept where its parent is. */
void scenario_follow(struct box *fork, const struct box *parent);

/* A fork of the plan with a kept scenario on top (NULL: none): what one of its
 * children changes.  NULL when the plan has moved on in its cells. */
struct plan *scenario_base(const char *path, const struct plan *plan,
                           const char *parent, struct err *err);

#endif
