#include "bindings/program/worker.h"

#include <libgen.h>
#include <limits.h>
#include <lualib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/host/walls.h"
#include "bindings/plan/hint.h"
#include "bindings/program/command.h"
#include "bindings/program/library.h"
#include "core/base/mem.h"
#include "core/base/say.h"

/* ccn.args: k=v becomes args.k = "v", the others args[1], args[2], ... */
static void push_arguments(lua_State *L, int argc, char **argv)
{
    int n = 0;
    lua_getglobal(L, "ccn");
    lua_newtable(L);
    for (int i = WORKER_ARGUMENTS; i < argc; i++) {
        const char *sign = strchr(argv[i], '=');
        if (sign && sign > argv[i]) {
            lua_pushlstring(L, argv[i], (size_t)(sign - argv[i]));
            lua_pushstring(L, sign + 1);
            lua_rawset(L, -3);
        } else {
            lua_pushstring(L, argv[i]);
            lua_rawseti(L, -2, ++n);
        }
    }
    lua_setfield(L, -2, "args");
    lua_pushstring(L, argv[WORKER_SCRIPT]);
    lua_setfield(L, -2, "script");
    lua_pop(L, 1);
}

struct start {
    int argc;
    char **argv;
};

/* The script is an input of its run, unless it ships. */
static void note_script(lua_State *L, const char *path)
{
    struct host *host = host_of(L);
    if (strcmp(host->home, host->lib) != 0)
        inputs_file(&host->inputs, "script", path, path);
}

/* The shipped prelude, then the script: both protected. */
static int run(lua_State *L)
{
    const struct start *start = lua_touserdata(L, 1);
    push_arguments(L, start->argc, start->argv);
    lua_getglobal(L, "require");
    lua_pushstring(L, "prelude");
    lua_call(L, 1, 0);
    note_script(L, start->argv[WORKER_SCRIPT]);
    if (host_load(L, start->argv[WORKER_SCRIPT]) != LUA_OK)
        return lua_error(L);
    if (atoi(start->argv[WORKER_DESCRIBE]) == 0) {
        lua_call(L, 0, 0);
        return 0;
    }
    lua_getglobal(L, "require");
    lua_pushstring(L, "describe");
    lua_call(L, 1, 1);
    lua_insert(L, -2);
    lua_call(L, 1, 0);
    return 0;
}

/* Where the modules of a script are: in its folder; those of the commands that
 * ship are in the folder of all that ships. */
static const char *home_of(const char *path, const char *lib)
{
    static char folder[PATH_MAX];
    size_t size = strlen(lib);
    if (strncmp(path, lib, size) == 0 &&
        strncmp(path + size, "/commands/", strlen("/commands/")) == 0)
        return lib;
    snprintf(folder, sizeof folder, "%s", path);
    return dirname(folder);
}

/* No finalizers: the process ends, and the state with it. */
static _Noreturn void finish(struct host *host, enum message type,
                             const char *text, int code)
{
    host_report(host);
    pipe_send(host->fd, type, text, strlen(text));
    _exit(code);
}

int worker_main(int argc, char **argv)
{
    if (argc < WORKER_ARGUMENTS)
        return 2;
    say_choose(argv[WORKER_LANG]);
    struct host host = {
        .fd = atoi(argv[WORKER_FD]),
        .open = library_open,
        .lib = argv[WORKER_LIB],
        .home = home_of(argv[WORKER_SCRIPT], argv[WORKER_LIB]),
        .memory = (size_t)atol(argv[WORKER_MEMORY]) << 20,
        .seconds = atoi(argv[WORKER_SECONDS]),
        .seed = (unsigned)atol(argv[WORKER_SEED]),
        .trace = atoi(argv[WORKER_TRACE]) != 0,
    };
    signal(SIGINT, SIG_IGN); /* the parent's business */
    host_interruptible();
    if (!walls_raise(&host))
        finish(&host, MESSAGE_ERROR,
               say("the system did not raise the walls of a script, so it was "
                   "not run"),
               EXIT_FAILURE);

    lua_State *L = host_new(&host);
    if (!L)
        finish(&host, MESSAGE_ERROR,
               say("there is not enough memory for a script; --memory "
                   "allows more"),
               EXIT_FAILURE);
    struct start start = { argc, argv };
    lua_pushcfunction(L, run);
    lua_pushlightuserdata(L, &start);
    if (host_call(L, 1, 0) != LUA_OK) {
        int code = bind_is_usage(L) ? EXIT_USAGE : EXIT_FAILURE;
        hint_put(L);
        finish(&host, MESSAGE_ERROR, lua_tostring(L, -1), code);
    }
    finish(&host, MESSAGE_DONE, "", EXIT_SUCCESS);
}
