#include "bindings/hint.h"

#include <stdio.h>
#include <string.h>

#include "bindings/host.h"
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

/* Of a message: the message with its hint. */
static int put(lua_State *L)
{
    const char *message = lua_tostring(L, 1);
    const char *hint = find(message);
    const char *missing = host_of(L)->missing;
    if (!hint || strstr(message, hint))
        return 1;
    size_t line = strcspn(message, "\n");
    lua_pushlstring(L, message, line);
    lua_pushfstring(L, "; %s", hint);
    bool indexed = strstr(message, hints[0].lua) != NULL;
    if (indexed && *missing)
        lua_pushfstring(L, say(" (not found last: %s)"), missing);
    else
        lua_pushliteral(L, "");
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

int hint_missing(lua_State *L, const char *table, const char *key)
{
    struct host *host = host_of(L);
    snprintf(host->missing, sizeof host->missing, "%s '%.80s'", table, key);
    lua_pushnil(L);
    return 1;
}
