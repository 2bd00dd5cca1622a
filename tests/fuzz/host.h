/* For targets that run Lua: a state as a script has it, and a parent that lets
 * it read one file.
 *
 * What loops inside of a function of the C library only the parent of a
 * worker can end, so those functions are taken away; the rest ends after so
 * many instructions, whatever catches the error. */
#ifndef TESTS_FUZZ_HOST_H
#define TESTS_FUZZ_HOST_H

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bindings/host.h"
#include "bindings/pipe.h"

enum { FUZZ_STEPS = 200000, FUZZ_MEMORY = 32 << 20 };

static void *fuzz_parent(void *data)
{
    int fd = *(const int *)data, type;
    struct text text = TEXT_INIT;
    while ((type = pipe_receive(fd, &text)) > 0) {
        if (type == MESSAGE_READ)
            pipe_send(fd, MESSAGE_YES, text.bytes, text.size);
        else if (type == MESSAGE_SAVE)
            pipe_send(fd, MESSAGE_NO, "no", 2);
    }
    text_release(&text);
    return NULL;
}

/* One parent for all runs. */
static int fuzz_pipe(void)
{
    static int fd[2] = { -1, -1 };
    pthread_t thread;
    if (fd[0] >= 0)
        return fd[0];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fd) != 0 ||
        pthread_create(&thread, NULL, fuzz_parent, &fd[1]) != 0)
        abort();
    pthread_detach(thread);
    return fd[0];
}

static void fuzz_stop(lua_State *L, lua_Debug *debug)
{
    (void)debug;
    lua_sethook(L, fuzz_stop, LUA_MASKCOUNT, 1); /* and again, if caught */
    luaL_error(L, "too many steps");
}

static void fuzz_take_away(lua_State *L, const char *table,
                           const char *const name[])
{
    lua_getglobal(L, table);
    for (int i = 0; name[i]; i++) {
        lua_pushnil(L);
        lua_setfield(L, -2, name[i]);
    }
    lua_pop(L, 1);
}

/* Run a function that load() leaves on the stack; false: it left none. */
static void fuzz_run(bool (*load)(lua_State *L, void *data), void *data)
{
    static const char *const strings[] = { "find", "match",  "gmatch", "gsub",
                                           "rep",  "format", NULL };
    static const char *const tables[] = { "concat", "insert", "move", "remove",
                                          "sort",   "unpack", NULL };
    struct host host = { .fd = fuzz_pipe(),
                         .lib = "scripts",
                         .home = "tests",
                         .memory = FUZZ_MEMORY,
                         .seconds = 1,
                         .seed = 1 };
    lua_State *L = host_new(&host);
    if (!L)
        abort();
    fuzz_take_away(L, "string", strings);
    fuzz_take_away(L, "table", tables);
    if (load(L, data)) {
        lua_sethook(L, fuzz_stop, LUA_MASKCOUNT, FUZZ_STEPS);
        lua_pcall(L, 0, 0, 0);
        lua_sethook(L, NULL, 0, 0);
    }
    host_close(L);
    if (host.used != 0)
        abort();
}

#endif
