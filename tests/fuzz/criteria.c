/* libFuzzer: any bytes as a criteria set: the Lua of a stranger, read by
 * ccn.criteria, ranked with, kept in a plan and read from there.
 *
 * Promises checked beside memory safety: it comes to an end, a set that is kept
 * comes back as its text, and the state gives back every byte. */
#include <stdint.h>

#include "tests/fuzz/host.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const script =
    "local must = MUST\n"
    "local plan = ccn.new 'Fuzz'\n"
    "for i, kind in ipairs { 'polluting', 'new', 'needs_room' } do\n"
    "    plan:add('enterprise', { key = 'E' .. i, workers = 20 * i,\n"
    "        type = kind, land_held = i < 3 and i / 2 or nil })\n"
    "end\n"
    "local set = ccn.criteria.read(PATH)\n"
    "local kept = ccn.criteria.keep(plan, set)\n"
    "must(kept.text == ccn.text(PATH))\n"
    "pcall(ccn.rank, plan:enterprises(), set)\n"
    "pcall(ccn.criteria.annex, set)\n"
    "pcall(ccn.criteria.load, plan, kept.key)\n";

static int must(lua_State *L)
{
    if (!lua_toboolean(L, 1))
        abort();
    return 0;
}

static bool load(lua_State *L, void *data)
{
    lua_pushcfunction(L, must);
    lua_setglobal(L, "MUST");
    lua_pushstring(L, data);
    lua_setglobal(L, "PATH");
    return luaL_loadstring(L, script) == LUA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_run(fuzz_shipped, load, (void *)fuzz_file(bytes, size));
    return 0;
}
