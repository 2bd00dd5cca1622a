/* Errors of the core as errors of Lua, and texts that scripts give. */
#ifndef BINDINGS_LUA_RAISE_H
#define BINDINGS_LUA_RAISE_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>

#include "core/base/err.h"

/* Raise the error in Lua, with the place in the script.  Never returns; has a
 * result so that one can write return bind_raise(L, &err). */
int bind_raise(lua_State *L, const struct err *err);

/* The same with a text of our own, which is translated on the way. */
int bind_fail(lua_State *L, const char *english, ...) PRINTF_LIKE(2, 3);

/* ccn.engine.usage(text): the words of the command line are wrong; an error
 * whose run ends with exit code 2. */
extern const luaL_Reg bind_usage_functions[];

/* Whether the error on top of the stack is one. */
bool bind_is_usage(lua_State *L);

/* The text at this argument, for a path: without zero bytes. */
const char *bind_path(lua_State *L, int arg);

/* words.c: functions of the table ccn. */
extern const luaL_Reg bind_word_functions[];

#endif
