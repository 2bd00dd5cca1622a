/* libFuzzer: any bytes as a script, in the environment that scripts have.
 *
 * Promises checked beside memory safety: it comes to an end, and the state
 * gives back every byte. */
#include <stdint.h>

#include "tests/fuzz/host.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct chunk {
    const uint8_t *bytes;
    size_t size;
};

static bool load(lua_State *L, void *data)
{
    const struct chunk *chunk = data;
    return luaL_loadbufferx(L, (const char *)chunk->bytes, chunk->size, "=fuzz",
                            "t") == LUA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct chunk chunk = { bytes, size };
    fuzz_run(fuzz_alone, load, &chunk);
    return 0;
}
