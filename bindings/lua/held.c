#include "bindings/lua/held.h"

#include <lauxlib.h>
#include <string.h>

void *held_push(lua_State *L, size_t size, const char *type,
                lua_CFunction give_back)
{
    void *held = lua_newuserdatauv(L, size, 1);
    memset(held, 0, size);
    if (luaL_newmetatable(L, type)) {
        lua_pushcfunction(L, give_back);
        lua_setfield(L, -2, "__gc");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_setmetatable(L, -2);
    return held;
}
