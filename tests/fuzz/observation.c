/* libFuzzer: any bytes as a half-yearly form (docs/observations.md), read into
 * a plan of a province, a commune, two clusters and an enterprise.
 *
 * The first byte of the input chooses the form and the decimal sign.  Promises
 * checked beside memory safety: all is taken or nothing, a refusal says why,
 * the same form again changes nothing, and form 04 can be made of what was
 * taken. */
#include <stdint.h>
#include <stdio.h>

#include "tests/fuzz/host.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A state serves so many runs: what ships is loaded once for them. */
enum { RUNS = 200 };

static const char *const script =
    "local base = ccn.new 'Fuzz'\n"
    "base:add('unit', { key = 'P', level = 'province' })\n"
    "base:add('unit', { key = 'U', level = 'commune', parent = 'P' })\n"
    "base:add('cluster', { key = 'A', unit = 'U', state = 'operating' })\n"
    "base:add('cluster', { key = 'B', unit = 'U' })\n"
    "base:add('enterprise', { key = 'E', cluster = 'A' })\n"
    "local observations, period = ccn.observations, '2026-6m'\n"
    "local function count(plan)\n"
    "    local n = 0\n"
    "    for _ in plan:observations() do n = n + 1 end\n"
    "    return n\n"
    "end\n"
    "return function(path, form, decimal)\n"
    "    local plan = base:fork 'trial'\n"
    "    local options = { form = form, period = period, decimal = decimal }\n"
    "    local done, got = pcall(observations.take, plan, path, options)\n"
    "    if not done then\n"
    "        assert(type(got) == 'string' and #got > 0, 'says nothing')\n"
    "        assert(count(plan) == 0, 'a refusal changed the plan')\n"
    "        assert(not got:find '^%S*%.lua:%d+: attempt', got)\n"
    "        return\n"
    "    end\n"
    "    assert(count(plan) == got.added + got.corrected, 'miscounted')\n"
    "    got = observations.take(plan, path, options)\n"
    "    assert(got.added == 0 and got.corrected == 0, 'not the same again')\n"
    "    observations.compare(plan, { period = period })\n"
    "    observations.form04(plan, { period = period })\n"
    "end\n";

static struct host host;

static lua_State *begin(void)
{
    host = fuzz_host();
    host.memory = 256 << 20;
    lua_State *L = host_new(&host);
    if (!L)
        abort();
    fuzz_shipped(L);
    if (luaL_dostring(L, script) != LUA_OK) {
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
        abort();
    }
    return L;
}

static void end(lua_State *L)
{
    host_close(L);
    if (host.used != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const forms[] = { "01", "02", "03", "04" };
    static lua_State *L;
    static int runs;
    if (size == 0)
        return 0;
    if (!L)
        L = begin();
    lua_pushvalue(L, 1);
    lua_pushstring(L, fuzz_file(bytes + 1, size - 1));
    lua_pushstring(L, forms[*bytes & 3]);
    lua_pushstring(L, *bytes & 4 ? "comma" : "point");
    if (lua_pcall(L, 3, 0, 0) != LUA_OK) {
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
        abort();
    }
    if (++runs % RUNS == 0) {
        end(L);
        L = NULL;
    }
    return 0;
}
