/* Memory of Lua that holds what C must give back.
 *
 * Push the handle first and fill it then: whatever jumps out from there on,
 * Lua collects the handle and calls what gives back.
 */
#ifndef BINDINGS_LUA_HELD_H
#define BINDINGS_LUA_HELD_H

#include <lua.h>
#include <stddef.h>

/* Push zeroed memory of a size with one user value.  The type is a name for
 * luaL_checkudata(); scripts see nothing of it. */
void *held_push(lua_State *L, size_t size, const char *type,
                lua_CFunction give_back);

#endif
