#include "bindings/plan/hint.h"

#include <stdio.h>
#include <string.h>

#include "bindings/lua/argument.h"
#include "bindings/lua/sandbox.h"
#include "bindings/plan/bind.h"
#include "core/base/nearest.h"
#include "core/base/say.h"

/* What Lua says, and the hint; the first that fits. */
static const struct {
    const char *lua, *hint;
} hints[] = {
    { "attempt to index a nil value",
      "what stands before the point is nil: the row is not there, or the value "
      "is not known" },
    { "attempt to call a nil value",
      "there is no function of this name, or none that scripts may use" },
    { " on a nil value", "a value that is not known is nil; test for it" },
    { "attempt to concatenate a nil value",
      "a value that is not known is nil; test for it" },
    { "attempt to compare nil with",
      "a value that is not known is nil; test for it" },
    { " with nil", "a value that is not known is nil; test for it" },
    { "near '<\\",
      "a character that Lua does not know: quotes are \" or ', blanks are "
      "plain, and the file is UTF-8" },
};

static const char *find(const char *message)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        if (strstr(message, hints[i].lua))
            return say(hints[i].hint);
    }
    return NULL;
}

/* The plan of the row that was missed stands in a table that holds it weakly;
 * the table and key stand beside it. */
static const char MISSED[] = "ccn.missed";

static void push_missed(lua_State *L)
{
    if (lua_getfield(L, LUA_REGISTRYINDEX, MISSED) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_newtable(L);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, MISSED);
}

/* What was missed, in words with the nearest key, or an empty text. */
static void push_words(lua_State *L)
{
    push_missed(L);
    int missed = lua_gettop(L);
    lua_getfield(L, missed, "plan");
    struct box *box = lua_touserdata(L, -1);
    lua_getfield(L, missed, "table");
    lua_getfield(L, missed, "key");
    int table = (int)lua_tointeger(L, -2);
    const char *key = lua_tostring(L, -1), *near = NULL;
    const char *name = model_schema[table]->name;
    if (key && box && box->plan)
        near = table_nearest(plan_table(box->plan, table), key);
    if (near)
        lua_pushfstring(L,
                        say(" (not found last: %s '%s'; did you mean '%s'?)"),
                        name, key, near);
    else if (key)
        lua_pushfstring(L, say(" (not found last: %s '%s')"), name, key);
    else
        lua_pushliteral(L, "");
    lua_replace(L, missed);
    lua_settop(L, missed);
}

/* Of "... (field 'plaec')": the function of ccn that was meant, or an empty
 * text; of "(global '...')" that of every script. */
static void push_meant(lua_State *L, const char *message)
{
    static const char FIELD[] = "(field '", GLOBAL[] = "(global '";
    char name[NEAREST_MOST];
    const char *field = strstr(message, FIELD);
    const char *called = field ? field : strstr(message, GLOBAL);
    lua_pushliteral(L, "");
    if (!called)
        return;
    called = strchr(called, '\'') + 1;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(called, "'"), called);
    struct nearest nearest = nearest_to(name);
    lua_pushglobaltable(L);
    if (field)
        lua_getfield(L, -1, "ccn");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING)
            nearest_try(&nearest, lua_tostring(L, -2));
    }
    if (nearest.best)
        lua_pushfstring(L, say("; did you mean '%s'?"), nearest.best);
    else
        lua_pushliteral(L, "");
}

/* Of a message: the message with its hint. */
static int put(lua_State *L)
{
    const char *message = lua_tostring(L, 1);
    const char *hint = find(message);
    if (argument_push(L, message))
        return 1;
    if (!hint || strstr(message, hint))
        return 1;
    size_t line = strcspn(message, "\n");
    lua_pushlstring(L, message, line);
    lua_pushfstring(L, "; %s", hint);
    if (hint == say(hints[0].hint))
        push_words(L);
    else if (hint == say(hints[1].hint))
        push_meant(L, message);
    else
        lua_pushliteral(L, "");
    lua_insert(L, 4);
    lua_settop(L, 4);
    lua_pushstring(L, message + line);
    lua_concat(L, 4);
    return 1;
}

/* Without memory for it, the message stays as it is. */
void hint_put(lua_State *L)
{
    if (lua_type(L, -1) != LUA_TSTRING)
        return;
    lua_pushcfunction(L, put);
    lua_pushvalue(L, -2);
    if (lua_pcall(L, 1, 1, 0) == LUA_OK)
        lua_remove(L, -2);
    else
        lua_pop(L, 1);
}

int hint_missing(lua_State *L, int plan, int table, const char *key)
{
    push_missed(L);
    lua_pushvalue(L, plan);
    lua_setfield(L, -2, "plan");
    lua_pushinteger(L, table);
    lua_setfield(L, -2, "table");
    lua_pushstring(L, key);
    lua_setfield(L, -2, "key");
    lua_pushnil(L);
    return 1;
}

int hint_no_method(lua_State *L, const char *of, int names)
{
    names = lua_absindex(L, names);
    const char *name = sandbox_text(L, 2);
    struct nearest nearest = nearest_to(name);
    for (lua_pushnil(L); lua_next(L, names); lua_pop(L, 1))
        nearest_try(&nearest, lua_tostring(L, -2));
    if (nearest.best)
        return bind_fail(L, "a %s has no method '%s'; did you mean '%s'?", of,
                         name, nearest.best);
    return bind_fail(L, "a %s has no method '%s'", of, name);
}
