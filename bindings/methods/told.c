#include "bindings/methods/told.h"

#include <math.h>

#include "bindings/host/stop.h"

struct told_limits told_limits(struct arrays *arrays)
{
    double steps = arrays_number(arrays, 1, "steps", 0);
    double threads = arrays_number(arrays, 1, "threads", 1);
    double seed = arrays_number(arrays, 1, "seed", 1);
    return (struct told_limits){
        .seconds = fmax(0, arrays_number(arrays, 1, "seconds", 0)),
        .gap = fmax(0, arrays_number(arrays, 1, "gap", 0)),
        .steps = steps >= 1 && steps < 1e15 ? (long)steps : 0,
        .threads = threads >= 1 && threads <= 256 ? (int)threads : 1,
        .seed = seed >= 0 && seed < 1e15 ? (uint64_t)seed : 1,
    };
}

static void set_number(lua_State *L, const char *name, double number)
{
    if (!isfinite(number))
        return;
    lua_pushnumber(L, number);
    lua_setfield(L, -2, name);
}

bool told_watcher(lua_State *L, const struct told *told)
{
    if (stop_asked())
        return false;
    if (!lua_isfunction(L, 2) || lua_toboolean(L, 3))
        return true;
    lua_pushvalue(L, 2);
    lua_createtable(L, 0, 4);
    set_number(L, "seconds", told->seconds);
    set_number(L, "total", told->total);
    set_number(L, "bound", told->bound);
    told_whole(L, "steps", told->steps);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
        lua_replace(L, 3);
        return false;
    }
    bool goes_on = lua_isnil(L, -1) || lua_toboolean(L, -1);
    lua_pop(L, 1);
    return goes_on;
}

void told_whole(lua_State *L, const char *name, int64_t whole)
{
    lua_pushinteger(L, whole);
    lua_setfield(L, -2, name);
}

void told_flags(lua_State *L, const char *name, unsigned flags,
                const char *const *names, unsigned count)
{
    lua_newtable(L);
    for (unsigned k = 0; k < count; k++) {
        if (!(flags & 1U << k))
            continue;
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, names[k]);
    }
    lua_setfield(L, -2, name);
}
