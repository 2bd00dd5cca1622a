#include "bindings/carry_known.h"

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
        if (lua_type(c->from, -2) == LUA_TSTRING && holds(c->from, -1)) {
            int type = push_same(c, to);
            if (type != lua_type(c->from, -1)) {
                /* the other state lacks it */
            } else if (type == LUA_TTABLE) {
                carry_match(c, lua_gettop(c->from), lua_gettop(c->to));
            } else {
                lua_pushvalue(c->to, -1);
                lua_rawsetp(c->to, c->seen, lua_topointer(c->from, -1));
            }
            lua_pop(c->to, 1);
        }
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

void carry_modules(struct carrier *c)
{
    if (!carry_push_modules(c->to))
        return;
    int to = lua_gettop(c->to);
    if (carry_push_modules(c->from)) {
        int from = lua_gettop(c->from);
        lua_pushnil(c->from);
        while (lua_next(c->from, from)) {
            if (copied(c, lua_topointer(c->from, -1)) && !has_same(c, to)) {
                lua_pushstring(c->to, lua_tostring(c->from, -2));
                lua_rawgetp(c->to, c->seen, lua_topointer(c->from, -1));
                lua_rawset(c->to, to);
            }
            lua_pop(c->from, 1);
        }
        lua_pop(c->from, 1);
    }
    lua_pop(c->to, 1);
}
