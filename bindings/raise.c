#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bindings/bind.h"
#include "bindings/sandbox.h"
#include "core/base/say.h"
#include "core/base/text.h"

int bind_raise(lua_State *L, const struct err *err)
{
    luaL_where(L, 1);
    lua_pushstring(L, err->text);
    lua_concat(L, 2);
    return lua_error(L);
}

int bind_fail(lua_State *L, const char *english, ...)
{
    struct err err;
    va_list args;
    va_start(args, english);
    vsnprintf(err.text, sizeof err.text, say(english), args);
    va_end(args);
    return bind_raise(L, &err);
}

int bind_no_method(lua_State *L, const char *of, int names)
{
    const char *best = NULL, *name = sandbox_text(L, 2);
    int least = (int)strlen(name) / 3 + 2;
    names = lua_absindex(L, names);
    for (lua_pushnil(L); lua_next(L, names); lua_pop(L, 1)) {
        const char *other = lua_tostring(L, -2);
        int distance = text_distance(name, other);
        bool nearer = distance < least ||
                      (best && distance == least && strcmp(other, best) < 0);
        if (nearer) {
            least = distance;
            best = other;
        }
    }
    if (best)
        return bind_fail(L, "a %s has no method '%s'; did you mean '%s'?", of,
                         name, best);
    return bind_fail(L, "a %s has no method '%s'", of, name);
}
