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

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/program/library.h"

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

static inline void fuzz_stop(lua_State *L, lua_Debug *debug)
{
    (void)debug;
    lua_sethook(L, fuzz_stop, LUA_MASKCOUNT, 1); /* and again, if caught */
    luaL_error(L, "too many steps");
}

static inline void fuzz_take_away(lua_State *L, const char *table,
                                  const char *const name[])
{
    lua_getglobal(L, table);
    for (int i = 0; name[i]; i++) {
        lua_pushnil(L);
        lua_setfield(L, -2, name[i]);
    }
    lua_pop(L, 1);
}

static char fuzz_path[40];

static void fuzz_forget(void)
{
    unlink(fuzz_path);
}

/* The bytes in a file, the same for all runs; its path. */
static inline const char *fuzz_file(const void *bytes, size_t size)
{
    static int file = -1;
    if (file < 0) {
        strcpy(fuzz_path, "/tmp/ccn-fuzz-XXXXXX");
        file = mkstemp(fuzz_path);
        atexit(fuzz_forget);
    }
    if (file < 0 || ftruncate(file, 0) != 0 ||
        pwrite(file, bytes, size, 0) != (ssize_t)size)
        abort();
    return fuzz_path;
}

static struct host fuzz_host(void)
{
    return (struct host){ .fd = fuzz_pipe(),
                          .open = library_open,
                          .lib = "scripts",
                          .home = "tests",
                          .memory = FUZZ_MEMORY,
                          .seconds = 1,
                          .seed = 1 };
}

/* What ships needs those functions: a target whose bytes are no code, or only
 * code in a place where it must be short, leaves them there. */
static inline void fuzz_shipped(lua_State *L)
{
    lua_getglobal(L, "require");
    lua_pushstring(L, "prelude");
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        abort();
}

static inline void fuzz_alone(lua_State *L)
{
    static const char *const strings[] = { "find", "match",  "gmatch", "gsub",
                                           "rep",  "format", NULL };
    static const char *const tables[] = { "concat", "insert", "move", "remove",
                                          "sort",   "unpack", NULL };
    fuzz_take_away(L, "string", strings);
    fuzz_take_away(L, "table", tables);
}

/* Prepare a state, and run a function that load() leaves on its stack; false:
 * it left none. */
static inline void fuzz_run(void (*prepare)(lua_State *L),
                            bool (*load)(lua_State *L, void *data), void *data)
{
    struct host host = fuzz_host();
    lua_State *L = host_new(&host);
    if (!L)
        abort();
    prepare(L);
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
