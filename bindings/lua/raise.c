#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "bindings/lua/raise.h"
#include "core/base/say.h"

int bind_raise(lua_State *L, const struct err *err)
{
    luaL_where(L, 1);
    lua_pushstring(L, err->text);
    lua_concat(L, 2);
    return lua_error(L);
}

int bind_fail(lua_State *L, const char *english, ...)
{
    struct err err;
    va_list args;
    va_start(args, english);
    vsnprintf(err.text, sizeof err.text, say(english), args);
    va_end(args);
    return bind_raise(L, &err);
}

static const char WRONG_USAGE[] = "ccn.usage";

/* ccn.engine.usage(text) */
static int raise_usage(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, WRONG_USAGE);
    return lua_error(L);
}

const luaL_Reg bind_usage_functions[] = {
    { "usage", raise_usage },
    { NULL, NULL },
};

bool bind_is_usage(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, WRONG_USAGE);
    const char *usage = lua_tostring(L, -1), *text = lua_tostring(L, -2);
    bool is = usage && text && strncmp(text, usage, strlen(usage)) == 0;
    lua_pop(L, 1);
    return is;
}

const char *bind_path(lua_State *L, int arg)
{
    size_t size;
    const char *path = luaL_checklstring(L, arg, &size);
    if (strlen(path) != size)
        bind_fail(L, "a path must not hold a zero byte");
    return path;
}
