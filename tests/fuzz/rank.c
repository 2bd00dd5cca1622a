/* libFuzzer: any bytes as the JSON of `ccn rank`: read, and ranked or refused.
 *
 * Promises checked beside memory safety: it comes to an end, and the state
 * gives back every byte. */
#include <stdint.h>

#include "tests/fuzz/host.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool load(lua_State *L, void *data)
{
    lua_pushstring(L, data);
    lua_setglobal(L, "PATH");
    return luaL_loadstring(L, "local problem = ccn.json(PATH)\n"
                              "return ccn.method(problem)") == LUA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_run(fuzz_alone, load, (void *)fuzz_file(bytes, size));
    return 0;
}
