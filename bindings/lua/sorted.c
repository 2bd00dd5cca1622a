#include "bindings/lua/sorted.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "bindings/lua/raise.h"

/* Merge sort of list[from..to), with a second list as room.  Both stand at
 * fixed places of the stack. */
struct sorting {
    lua_State *L;
    int list, room;
    bool (*before)(lua_State *L, int a, int b); /* at these places */
};

/* Put list[j] or room[i], whichever comes first, to list[k]; true for j. */
static bool take(const struct sorting *by, lua_Integer i, lua_Integer j,
                 lua_Integer k)
{
    lua_State *L = by->L;
    lua_rawgeti(L, by->room, i);
    lua_rawgeti(L, by->list, j);
    int top = lua_gettop(L);
    bool right = by->before(L, top, top - 1);
    if (!right)
        lua_pop(L, 1);
    lua_rawseti(L, by->list, k);
    if (right)
        lua_pop(L, 1);
    return right;
}

static void sort(const struct sorting *by, lua_Integer from, lua_Integer to)
{
    if (to - from < 2)
        return;
    lua_Integer middle = from + (to - from) / 2, i = from, j = middle;
    sort(by, from, middle);
    sort(by, middle, to);
    for (lua_Integer k = from; k < middle; k++) {
        lua_rawgeti(by->L, by->list, k);
        lua_rawseti(by->L, by->room, k);
    }
    lua_Integer k = from;
    for (; i < middle && j < to; k++) {
        if (take(by, i, j, k))
            j++;
        else
            i++;
    }
    for (; i < middle; i++, k++) {
        lua_rawgeti(by->L, by->room, i);
        lua_rawseti(by->L, by->list, k);
    }
}

/* The order of keys. */

static int rank_of(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        return 0;
    case LUA_TSTRING:
        return 1;
    case LUA_TBOOLEAN:
        return 2;
    }
    return bind_fail(L,
                     "a key is a %s, which has no order; go through a list, "
                     "or use numbers or texts as keys",
                     luaL_typename(L, index));
}

static bool text_before(lua_State *L, int a, int b)
{
    size_t na, nb;
    const char *x = lua_tolstring(L, a, &na), *y = lua_tolstring(L, b, &nb);
    int order = memcmp(x, y, na < nb ? na : nb);
    return order != 0 ? order < 0 : na < nb;
}

static bool key_before(lua_State *L, int a, int b)
{
    int x = rank_of(L, a), y = rank_of(L, b);
    if (x != y)
        return x < y;
    if (x == 0)
        return lua_compare(L, a, b, LUA_OPLT);
    if (x == 1)
        return text_before(L, a, b);
    return lua_toboolean(L, a) < lua_toboolean(L, b);
}

/* pairs: the keys are gathered and sorted once, when the loop begins. */

/* Upvalues: the table, the keys, how many are done. */
static int pairs_next(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        i++;
        lua_settop(L, 0);
        if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
            break; /* keys taken away meanwhile are passed over */
    }
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

/* Push the keys of the table at index 1, in order. */
static void push_keys(lua_State *L)
{
    lua_Integer n = 0;
    lua_settop(L, 1);
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        rank_of(L, -2);
        lua_pushvalue(L, -2);
        lua_rawseti(L, 2, ++n);
    }
    lua_newtable(L);
    const struct sorting by = { L, 2, 3, key_before };
    sort(&by, 1, n + 1);
    lua_settop(L, 2);
}

int sorted_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    push_keys(L);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_next, 3);
    return 1;
}

bool sorted_step(lua_State *L, int table)
{
    table = lua_absindex(L, table);
    int key = lua_gettop(L), best = key + 1, here = key + 2;
    bool first = lua_isnil(L, key);
    if (!first)
        rank_of(L, key);
    lua_pushnil(L);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        rank_of(L, here);
        bool above = first || key_before(L, key, here);
        if (above && (lua_isnil(L, best) || key_before(L, here, best))) {
            lua_pushvalue(L, here);
            lua_replace(L, best);
        }
    }
    lua_remove(L, key);
    bool found = !lua_isnil(L, key);
    if (found) {
        lua_pushvalue(L, key);
        lua_rawget(L, table);
    } else {
        lua_pop(L, 1);
    }
    return found;
}

/* next(table, key) */
int sorted_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    if (sorted_step(L, 1))
        return 2;
    lua_pushnil(L);
    return 1;
}

/* table.sort */

static bool natural_before(lua_State *L, int a, int b)
{
    return lua_compare(L, a, b, LUA_OPLT);
}

/* By the function at index 2. */
static bool asked_before(lua_State *L, int a, int b)
{
    luaL_checkstack(L, 3, NULL);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/* NaN is neither before nor behind anything: no order would be right. */
static void refuse_nan(lua_State *L)
{
    if (lua_type(L, -1) == LUA_TNUMBER && !lua_compare(L, -1, -1, LUA_OPEQ))
        bind_fail(L, "a number of the list is not a number (nan), so it has "
                     "no order");
}

int sorted_sort(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    bool asked = !lua_isnoneornil(L, 2);
    if (asked)
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_Integer n = luaL_len(L, 1);
    if (n >= INT_MAX)
        return bind_fail(L, "the list is too large");
    lua_newtable(L);
    lua_newtable(L);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 1, i);
        refuse_nan(L);
        lua_rawseti(L, 3, i);
    }
    const struct sorting by = { L, 3, 4,
                                asked ? asked_before : natural_before };
    sort(&by, 1, n + 1);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        lua_seti(L, 1, i);
    }
    return 0;
}
