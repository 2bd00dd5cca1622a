/* require for scripts: modules of the script's own folder, then those that
 * ship with ccn.  "criteria.relocation" is criteria/relocation.lua; names hold
 * letters, digits, _ and dots between them, so no name leads out.  A shipped
 * module finds shipped ones first, so a script may be called rank.lua. */
#ifndef BINDINGS_HOST_REQUIRE_H
#define BINDINGS_HOST_REQUIRE_H

#include <lua.h>

void require_open(lua_State *L);

#endif
