/* What Lua says of an argument of another kind, in the words of the reader:
 *
 *     s.lua:3: bad argument #1 to 'cluster' (string expected, got no value)
 *     s.lua:3: argument 1 of 'cluster' must be a text, got nothing
 */
#ifndef BINDINGS_LUA_ARGUMENT_H
#define BINDINGS_LUA_ARGUMENT_H

#include <lua.h>
#include <stdbool.h>

/* Push the message so, or nothing and give false when it is none of these. */
bool argument_push(lua_State *L, const char *message);

#endif
