#include "bindings/sweep/carry_known.h"

/* Names that both states know: the globals, the libraries and what is in
 * them. */

static bool holds(lua_State *L, int index)
{
    int type = lua_type(L, index);
    return type == LUA_TTABLE || type == LUA_TFUNCTION;
}

static bool seen(struct carrier *c, const void *thing)
{
    bool there = lua_rawgetp(c->to, c->seen, thing) != LUA_TNIL;
    lua_pop(c->to, 1);
    return there;
}

/* Push onto the other stack what it has under the key at the top of this one
 * but one; both tables are at an index. */
static int push_same(struct carrier *c, int index)
{
    lua_pushstring(c->to, lua_tostring(c->from, -2));
    return lua_rawget(c->to, index);
}

/* The entry on top of this stack, and what the other table has there. */
static void match_entry(struct carrier *c, int to)
{
    if (lua_type(c->from, -2) != LUA_TSTRING || !holds(c->from, -1))
        return;
    int type = push_same(c, to);
    if (type == lua_type(c->from, -1) && type == LUA_TTABLE) {
        carry_match(c, lua_gettop(c->from), lua_gettop(c->to));
    } else if (type == lua_type(c->from, -1)) {
        lua_pushvalue(c->to, -1);
        lua_rawsetp(c->to, c->seen, lua_topointer(c->from, -1));
    }
    lua_pop(c->to, 1);
}

void carry_match(struct carrier *c, int from, int to)
{
    luaL_checkstack(c->to, 8, NULL);
    const void *table = lua_topointer(c->from, from);
    if (!lua_checkstack(c->from, 8) || seen(c, table))
        return;
    lua_pushvalue(c->to, to);
    lua_rawsetp(c->to, c->seen, table);
    lua_pushnil(c->from);
    while (lua_next(c->from, from)) {
        match_entry(c, to);
        lua_pop(c->from, 1);
    }
}

/* Whether the other table has something of the same type under the key. */
static bool has_same(struct carrier *c, int to)
{
    int type = push_same(c, to);
    lua_pop(c->to, 1);
    return type == lua_type(c->from, -1);
}

void carry_rest(struct carrier *c, int from, int to)
{
    int top = lua_gettop(c->to);
    lua_pushnil(c->from);
    while (lua_next(c->from, from)) {
        if (lua_type(c->from, -2) == LUA_TSTRING && !has_same(c, to)) {
            lua_pushstring(c->to, lua_tostring(c->from, -2));
            c->depth = 0;
            if (carry_copy(c, lua_gettop(c->from)))
                lua_rawset(c->to, to);
        }
        lua_settop(c->to, top);
        lua_pop(c->from, 1);
    }
}

bool carry_push_modules(lua_State *L)
{
    lua_getglobal(L, "require");
    bool there = lua_getupvalue(L, -1, 1) && lua_istable(L, -1);
    lua_remove(L, there ? -2 : -1);
    return there;
}

static bool copied(struct carrier *c, const void *thing)
{
    bool was = thing && lua_rawgetp(c->to, c->copied, thing) != LUA_TNIL;
    if (thing)
        lua_pop(c->to, 1);
    return was;
}

static void add_module(struct carrier *c, int to)
{
    const void *module = lua_topointer(c->from, -1);
    if (!copied(c, module) || has_same(c, to))
        return;
    lua_pushstring(c->to, lua_tostring(c->from, -2));
    lua_rawgetp(c->to, c->seen, module);
    lua_rawset(c->to, to);
}

void carry_modules(struct carrier *c)
{
    if (!carry_push_modules(c->to))
        return;
    int to = lua_gettop(c->to);
    if (carry_push_modules(c->from)) {
        int from = lua_gettop(c->from);
        lua_pushnil(c->from);
        while (lua_next(c->from, from)) {
            add_module(c, to);
            lua_pop(c->from, 1);
        }
        lua_pop(c->from, 1);
    }
    lua_pop(c->to, 1);
}
