#include "bindings/lua/argument.h"

#include <stdio.h>
#include <string.h>

#include "core/base/say.h"

enum { SHORT = 40 };

/* Names of kinds as Lua has them, and as people read them. */
static const char *const kinds[][2] = {
    { "string", "a text" },          { "number", "a number" },
    { "table", "a table" },          { "function", "a function" },
    { "ccn.plan", "a plan" },        { "row", "a row" },
    { "no value", "nothing" },       { "boolean", "true or false" },
    { "integer", "a whole number" },
};

static const char *kind_of(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i][0], name) == 0)
            return say(kinds[i][1]);
    }
    return name;
}

bool argument_push(lua_State *L, const char *message)
{
    int number;
    char name[SHORT + 1], wanted[SHORT + 1], got[SHORT + 1];
    const char *at = strstr(message, "bad argument #");
    if (!at || sscanf(at,
                      "bad argument #%d to '%40[^']' (%40[^ ] expected, got "
                      "%40[^)])",
                      &number, name, wanted, got) != 4)
        return false;
    const char *rest = strchr(at, ')');
    lua_pushlstring(L, message, (size_t)(at - message));
    lua_pushfstring(L, say("argument %d of '%s' must be %s, got %s"), number,
                    name, kind_of(wanted), kind_of(got));
    lua_pushstring(L, rest ? rest + 1 : "");
    lua_concat(L, 3);
    return true;
}
