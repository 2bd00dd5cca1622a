#include "bindings/lua/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdbool.h>
#include <string.h>

#include "bindings/lua/raise.h"
#include "bindings/lua/sorted.h"

const char *sandbox_text(lua_State *L, int index)
{
    int type = lua_type(L, index);
    index = lua_absindex(L, index);
    bool plain = type == LUA_TNIL || type == LUA_TBOOLEAN ||
                 type == LUA_TNUMBER || type == LUA_TSTRING;
    if (plain || luaL_getmetafield(L, index, "__tostring") != LUA_TNIL)
        return luaL_tolstring(L, index, NULL);
    if (luaL_getmetafield(L, index, "__name") != LUA_TSTRING)
        lua_pushstring(L, luaL_typename(L, index));
    return lua_tostring(L, -1);
}

static int plain_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    sandbox_text(L, 1);
    return 1;
}

/* Whether a format asks for an address. */
static bool wants_address(const char *format)
{
    for (; *format; format++) {
        if (*format != '%')
            continue;
        format += 1 + strspn(format + 1, "-+ #0123456789.");
        if (*format == 'p')
            return true;
        if (*format == '\0')
            return false;
    }
    return false;
}

/* string.format: what is neither text nor number goes in as its plain text.
 * Upvalue: Lua's own. */
static int plain_format(lua_State *L)
{
    int n = lua_gettop(L);
    if (wants_address(luaL_checkstring(L, 1)))
        return bind_fail(L, "%s is not for scripts", "%p");
    for (int i = 2; i <= n; i++) {
        if (lua_type(L, i) < LUA_TTABLE && lua_type(L, i) != LUA_TLIGHTUSERDATA)
            continue;
        sandbox_text(L, i);
        lua_replace(L, i);
        lua_settop(L, n);
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, n, 1);
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
            return bind_fail(L, "%s is not for scripts", refused[i]);
        lua_pop(L, 1);
    }
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return bind_fail(L, "the metatable is locked");
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

/* Put a function of ours over one of the library on top. */
static void cover(lua_State *L, const char *name, lua_CFunction function)
{
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
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
                                        "print",          "warn",   NULL };

    for (const luaL_Reg *library = libraries; library->func; library++) {
        luaL_requiref(L, library->name, library->func, 1);
        lua_pop(L, 1);
    }
    lua_pushglobaltable(L);
    take_away(L, base);
    luaL_setfuncs(L, own, 0);
    lua_getfield(L, -1, LUA_STRLIBNAME);
    take_away(L, (const char *const[]){ "dump", NULL });
    cover(L, "format", plain_format);
    lua_pop(L, 1);
    lua_getfield(L, -1, LUA_TABLIBNAME);
    cover(L, "sort", sorted_sort);
    lua_pop(L, 2);
    lock_strings(L);
    seed_random(L, seed);
}
