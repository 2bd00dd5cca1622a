#include "bindings/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdbool.h>
#include <string.h>

/* pairs: the keys are gathered and sorted once, when the loop begins. */

static int key_order(lua_State *L, int a, int b)
{
    bool number_a = lua_type(L, a) == LUA_TNUMBER;
    bool number_b = lua_type(L, b) == LUA_TNUMBER;
    if (number_a != number_b)
        return number_a ? -1 : 1;
    if (number_a)
        return lua_compare(L, b, a, LUA_OPLT) - lua_compare(L, a, b, LUA_OPLT);
    size_t na, nb;
    const char *x = lua_tolstring(L, a, &na), *y = lua_tolstring(L, b, &nb);
    int order = memcmp(x, y, na < nb ? na : nb);
    return order != 0 ? order : (na > nb) - (na < nb);
}

/* Put the keys of the table at index 1 into a new list at index 2.  Keys that
 * have no order of their own (tables, rows) come last, in the order of Lua. */
static lua_Integer gather(lua_State *L)
{
    lua_Integer n = 0;
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        int type = lua_type(L, -2);
        if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
            luaL_error(L,
                       "pairs: a key is a %s, which has no order; use "
                       "numbers or texts as keys",
                       luaL_typename(L, -2));
        lua_pushvalue(L, -2);
        lua_rawseti(L, 2, ++n);
    }
    return n;
}

/* Merge sort of list[from..to) with a list of the same size as room. */
static void sort_keys(lua_State *L, lua_Integer from, lua_Integer to)
{
    if (to - from < 2)
        return;
    lua_Integer middle = from + (to - from) / 2, i = from, j = middle;
    sort_keys(L, from, middle);
    sort_keys(L, middle, to);
    for (lua_Integer k = from; k < middle; k++) {
        lua_rawgeti(L, 2, k);
        lua_rawseti(L, 3, k);
    }
    for (lua_Integer k = from; i < middle; k++) {
        lua_rawgeti(L, 3, i);
        if (j < to) {
            lua_rawgeti(L, 2, j);
            if (key_order(L, -1, -2) < 0) {
                lua_rawseti(L, 2, k);
                lua_pop(L, 1);
                j++;
                continue;
            }
            lua_pop(L, 1);
        }
        lua_rawseti(L, 2, k);
        i++;
    }
}

static void push_sorted_keys(lua_State *L)
{
    lua_Integer n = gather(L);
    lua_newtable(L);
    bool flags = false;
    for (lua_Integer i = 1; i <= n; i++) {
        flags = flags || lua_rawgeti(L, 2, i) == LUA_TBOOLEAN;
        lua_pop(L, 1);
    }
    if (!flags)
        sort_keys(L, 1, n + 1);
    lua_settop(L, 2);
}

/* Upvalues: the table, the keys, how many are done. */
static int pairs_next(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        i++;
        if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
            break; /* keys taken away meanwhile are passed over */
        lua_pop(L, 2);
    }
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

static int sorted_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    push_sorted_keys(L);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_next, 3);
    return 1;
}

/* next(table): whether there is anything; next(table, key) in sorted order,
 * which costs a sort a call. */
static int sorted_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    lua_replace(L, 2);
    lua_insert(L, 1); /* key, table */
    lua_pushvalue(L, 2);
    lua_pushcfunction(L, sorted_pairs);
    lua_insert(L, -2);
    lua_call(L, 1, 1);
    bool found = lua_isnil(L, 1);
    for (;;) {
        lua_pushvalue(L, 3);
        lua_call(L, 0, 2);
        if (lua_isnil(L, -2))
            break;
        if (found)
            return 2;
        found = lua_rawequal(L, 1, -2);
        lua_pop(L, 2);
    }
    if (!found)
        return luaL_error(L, "next: there is no such key");
    lua_pushnil(L);
    return 1;
}

/* Without addresses. */
static int plain_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    int type = lua_type(L, 1);
    bool plain = type == LUA_TNIL || type == LUA_TBOOLEAN ||
                 type == LUA_TNUMBER || type == LUA_TSTRING;
    if (plain || luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL) {
        luaL_tolstring(L, 1, NULL);
        return 1;
    }
    if (luaL_getmetafield(L, 1, "__name") != LUA_TSTRING)
        lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

static int checked_setmetatable(lua_State *L)
{
    static const char *const refused[] = { "__gc", "__close", "__mode", NULL };
    luaL_checktype(L, 1, LUA_TTABLE);
    int type = lua_type(L, 2);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2,
                     "nil or table");
    for (int i = 0; type == LUA_TTABLE && refused[i]; i++) {
        lua_pushstring(L, refused[i]);
        if (lua_rawget(L, 2) != LUA_TNIL)
            return luaL_error(L, "setmetatable: %s is not for scripts",
                              refused[i]);
        lua_pop(L, 1);
    }
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return luaL_error(L, "cannot change a protected metatable");
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

/* load(text [, name [, mode [, env]]]): text only. */
static int load_text(lua_State *L)
{
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    const char *name = luaL_optstring(L, 2, "=load");
    bool env = !lua_isnone(L, 4);
    if (luaL_loadbufferx(L, text, size, name, "t") != LUA_OK) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (env) {
        lua_pushvalue(L, 4);
        lua_setupvalue(L, -2, 1);
    }
    return 1;
}

static void take_away(lua_State *L, const char *const *names)
{
    for (int i = 0; names[i]; i++) {
        lua_pushnil(L);
        lua_setfield(L, -2, names[i]);
    }
}

static void lock_strings(lua_State *L)
{
    lua_pushstring(L, "");
    lua_getmetatable(L, -1);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}

static void seed_random(lua_State *L, unsigned seed)
{
    lua_getglobal(L, LUA_MATHLIBNAME);
    lua_getfield(L, -1, "randomseed");
    lua_pushinteger(L, (lua_Integer)seed);
    lua_call(L, 1, 0);
    take_away(L, (const char *const[]){ "randomseed", NULL });
    lua_pop(L, 1);
}

void sandbox_open(lua_State *L, unsigned seed)
{
    static const luaL_Reg libraries[] = {
        { LUA_GNAME, luaopen_base },        { LUA_TABLIBNAME, luaopen_table },
        { LUA_STRLIBNAME, luaopen_string }, { LUA_MATHLIBNAME, luaopen_math },
        { LUA_UTF8LIBNAME, luaopen_utf8 },  { NULL, NULL },
    };
    static const luaL_Reg own[] = {
        { "load", load_text },
        { "next", sorted_next },
        { "pairs", sorted_pairs },
        { "setmetatable", checked_setmetatable },
        { "tostring", plain_tostring },
        { NULL, NULL },
    };
    static const char *const base[] = { "collectgarbage", "dofile", "loadfile",
                                        "print", NULL };

    for (const luaL_Reg *library = libraries; library->func; library++) {
        luaL_requiref(L, library->name, library->func, 1);
        lua_pop(L, 1);
    }
    lua_pushglobaltable(L);
    take_away(L, base);
    luaL_setfuncs(L, own, 0);
    lua_getfield(L, -1, LUA_STRLIBNAME);
    take_away(L, (const char *const[]){ "dump", NULL });
    lua_pop(L, 2);
    lock_strings(L);
    seed_random(L, seed);
}
