#include "bindings/plan/line.h"

#include <string.h>

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/plan/hint.h"
#include "core/base/intern.h"
#include "core/base/text.h"

/* What the completer at index 2 says of the line up to the cursor: the number
 * of bytes it replaces, then a candidate a line. */
static void answer_completion(lua_State *L, int fd, const char *line,
                              size_t size)
{
    const char *found = "";
    lua_pushvalue(L, 2);
    lua_pushlstring(L, line, size);
    if (lua_isfunction(L, 2) && lua_pcall(L, 1, 1, 0) == LUA_OK &&
        lua_type(L, -1) == LUA_TSTRING)
        found = lua_tostring(L, -1);
    pipe_send(fd, MESSAGE_YES, found, strlen(found));
    lua_settop(L, 2);
}

/* The next message that is no question of the editor; its bytes are interned
 * (rule 1). */
static int next_message(lua_State *L, int fd, const char **bytes, size_t *size)
{
    for (;;) {
        struct text text = TEXT_INIT;
        int type = pipe_receive(fd, &text);
        *bytes = intern_bytes(text.bytes ? text.bytes : "", text.size);
        *size = text.size;
        text_release(&text);
        if (type != MESSAGE_COMPLETE)
            return type;
        answer_completion(L, fd, *bytes, *size);
    }
}

/* ccn.read_line(prompt, completer): the next line of the person; nil and
 * "interrupted" after ^C, nil alone at the end of the input. */
static int read_line(lua_State *L)
{
    size_t size;
    const char *bytes;
    const char *prompt = luaL_checkstring(L, 1);
    struct host *host = host_of(L);
    lua_settop(L, 2);
    host_rest(L);
    int type = 0;
    if (pipe_send(host->fd, MESSAGE_LINE, prompt, strlen(prompt)))
        type = next_message(L, host->fd, &bytes, &size);
    host_resume(L);
    if (type == MESSAGE_YES) {
        lua_pushlstring(L, bytes, size);
        return 1;
    }
    if (type != MESSAGE_NO)
        return bind_fail(L, "only ccn repl reads lines");
    lua_pushnil(L);
    if (size == 0)
        return 1;
    lua_pushlstring(L, bytes, size);
    return 2;
}

/* ccn.attempt(function, ...): as pcall, and what interrupted the function is
 * over when it ends. */
static int attempt(lua_State *L)
{
    luaL_checkany(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    host_rest(L);
    if (status != LUA_OK)
        hint_put(L);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

const luaL_Reg bind_line_functions[] = {
    { "attempt", attempt },
    { "read_line", read_line },
    { NULL, NULL },
};
