#include <stdarg.h>
#include <stdbool.h>
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

struct nearest bind_nearest(const char *name)
{
    return (struct nearest){ .name = name, .limit = (int)strlen(name) / 3 + 2 };
}

/* Of two that are as near, the one as long as the name, then the first by
 * bytes. */
void bind_nearer(struct nearest *nearest, const char *other)
{
    int length = (int)strlen(other) - (int)strlen(nearest->name);
    int distance =
        2 * text_distance(nearest->name, other) + (length == 0 ? 0 : 1);
    if (distance > 2 * nearest->limit - 1)
        return;
    bool nearer =
        !nearest->best || distance < nearest->distance ||
        (distance == nearest->distance && strcmp(other, nearest->best) < 0);
    if (nearer) {
        nearest->distance = distance;
        nearest->best = other;
    }
}

int bind_no_method(lua_State *L, const char *of, int names)
{
    names = lua_absindex(L, names);
    struct nearest nearest = bind_nearest(sandbox_text(L, 2));
    for (lua_pushnil(L); lua_next(L, names); lua_pop(L, 1))
        bind_nearer(&nearest, lua_tostring(L, -2));
    if (nearest.best)
        return bind_fail(L, "a %s has no method '%s'; did you mean '%s'?", of,
                         nearest.name, nearest.best);
    return bind_fail(L, "a %s has no method '%s'", of, nearest.name);
}

const char *bind_path(lua_State *L, int arg)
{
    size_t size;
    const char *path = luaL_checklstring(L, arg, &size);
    if (strlen(path) != size)
        bind_fail(L, "a path must not hold a zero byte");
    return path;
}
