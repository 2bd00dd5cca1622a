/* libFuzzer: any bytes as the JSON of `ccn rank`: read, and ranked or refused.
 *
 * Promises checked beside memory safety: it comes to an end, and the state
 * gives back every byte. */
#include <stdint.h>
#include <stdio.h>

#include "tests/fuzz/host.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char path[40];

static void forget(void)
{
    unlink(path);
}

/* One file for all runs. */
static int input(void)
{
    static int file = -1;
    if (file >= 0)
        return file;
    snprintf(path, sizeof path, "/tmp/ccn-fuzz-XXXXXX");
    file = mkstemp(path);
    if (file < 0)
        abort();
    atexit(forget);
    return file;
}

static bool load(lua_State *L, void *data)
{
    lua_pushstring(L, data);
    lua_setglobal(L, "PATH");
    return luaL_loadstring(L, "local problem = ccn.json(PATH)\n"
                              "return ccn.method(problem)") == LUA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    int file = input();
    if (ftruncate(file, 0) != 0 ||
        pwrite(file, bytes, size, 0) != (ssize_t)size)
        abort();
    fuzz_run(load, path);
    return 0;
}
