/* Versions and decisions in Lua, and the parent's side of writing them. */
#ifndef BINDINGS_HISTORY_H
#define BINDINGS_HISTORY_H

#include "bindings/bind.h"
#include "bindings/save.h"

extern const luaL_Reg bind_history_methods[]; /* of plans */

void bind_history_type(lua_State *L);

/* What the requests "version" (name: its title), "decision" (name: the verdict)
 * and "restore" carry: parent is ROLE:INITIALS, question the reason, parameters
 * KIND DAY FOLLOWS or VERSION DAY, a day of - being today. */
bool history_serve(const struct save_request *request, const char *path,
                   struct err *err);

#endif
