/* Lua may jump out of a binding wherever it allocates.  Here it does so at
 * every place in turn: the n-th allocation fails, and all after it, for each n
 * until the script gets through.  What a binding loses on the way, the address
 * sanitizer finds; what Lua loses, the count of its bytes.
 */
#include "test.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/program/library.h"
#include "core/model/model.h"
#include "core/store/run.h"
#include "core/store/store.h"

/* A script does what it must before, calls begin(), and does from there on
 * what is tried with ever more memory. */

static const char rows[] =
    "begin()                                                              \n"
    "local p <close> = ccn.new 'Town'                                     \n"
    "local c = p:add('cluster', { key = 'C1', total_area = 50,            \n"
    "    kind = 'CCN', established = '2026-09-15', note = 'Đường vào',     \n"
    "    shape = 'POINT (105 21)', has_decision = true })                 \n"
    "p:add('cluster', { key = 'C2', unit = nil })                         \n"
    "local e = p:add('enterprise', { key = 'E1', cluster = 'C1' })        \n"
    "local t = p:add('trade', { key = 'T', groups = { 'b', 'a' } })       \n"
    "e.trade, e.cluster, e.land_held = t, c, 0.5                          \n"
    "t.groups = { 'x', 'y', 'z' }                                         \n"
    "local _ = c.shape, c.lon, c.kind, c.established, t.groups, e.trade   \n"
    "p:define('cluster', { name = 'x_a', kind = 'choice', unit = '',      \n"
    "    choices = { 'one', 'two' }, en = 'A', vi = 'A', doc = 'A' })     \n"
    "c.x_a = 'two'                                                        \n"
    "local _ = tostring(c) .. c:text 'total_area' .. c:table() .. p:name()\n"
    "local _ = #p:fields 'cluster' + #ccn.fields 'parcel' + #ccn.tables() \n"
    "p:remove(p:cluster 'C2')                                             \n"
    "local _ = tostring(p)                                                \n"
    "return ccn.number('1.234,5', 'comma'), ccn.nearest('a', { 'b' }),    \n"
    "    ccn.width 'a', ccn.lang()                                        \n";

static const char selections[] =
    "local p = ccn.new 'Town'                                             \n"
    "for i = 1, 5 do                                                      \n"
    "    p:add('cluster', { key = 'C' .. i, total_area = i, kind = 'CCN' })\n"
    "end                                                                  \n"
    "begin()                                                              \n"
    "local all = p:clusters()                                             \n"
    "for a in all do local _ = a.key end                                  \n"
    "local _ = #all:where { kind = 'CCN', total_area = 2 }                \n"
    "local _ = #all:where(function(c) return c.total_area > 2 end)        \n"
    "local _ = all:sort('total_area', 'desc')[1], tostring(all)           \n"
    "local _ = all:group('kind')[1].rows:sum 'total_area'                 \n"
    "local _ = #all:keys() + #all:column 'total_area' + #all:column 'kind'\n"
    "local _ = all:min 'total_area', all:max 'kind', all:first()          \n"
    "local _ = #all:unknown 'note'                                        \n";

static const char changes[] =
    "local p = ccn.new 'Town'                                             \n"
    "p:add('cluster', { key = 'C1', total_area = 50 })                    \n"
    "begin()                                                              \n"
    "local f = p:fork 'F'                                                 \n"
    "f:cluster('C1').total_area = 60                                      \n"
    "f:add('cluster', { key = 'C2', note = 'new' })                       \n"
    "local list = f:changes()                                             \n"
    "for i = 1, #list do local _ = list[i].op, list[i].new end            \n"
    "local _ = tostring(list), #p:diff(f)                                 \n"
    "list:print()                                                         \n"
    "local g = p:fork 'G'                                                 \n"
    "g:cluster('C1').total_area = 70                                      \n"
    "p:apply(list)                                                        \n"
    "local _, conflicts = g:rebase(p)                                     \n"
    "local new = g:rebase(p, 'ours')                                      \n"
    "p:adopt(new)                                                         \n"
    "return conflicts[1].base                                             \n";

static const char files[] =
    "begin()                                                              \n"
    "local p = ccn.open(PLAN)                                             \n"
    "local _ = ccn.json('tests/cases/mcda/mrsort_transport_veto.json')    \n"
    "local data = ccn.csv('tests/bad/expected.csv', { separator = 'comma' })\n"
    "p:import('tests/bad/expected.csv', 'cluster', { headings = {         \n"
    "    file = 'key', table = 'note', decimal = '', line = 'projects',   \n"
    "    column = '', refused = '', reason = 'problems' } })              \n"
    "print(data.headings[1], #p:export('cluster', { decimal = 'comma',    \n"
    "    separator = 'semicolon', bom = true }))                          \n"
    "p:save()                                                             \n"
    "p:fork('F'):keep { question = 'Why?' }                               \n"
    "local _ = #p:scenarios()                                             \n"
    "ccn.write(tostring(ccn.exists(PLAN)))                                \n";

static const char scenarios[] =
    "begin()                                                              \n"
    "local p = ccn.open(PLAN)                                             \n"
    "local names, about = p:scenarios()                                   \n"
    "local b = p:scenario 'B'                                             \n"
    "local _, conflicts = p:scenario('C', 'ours')                         \n"
    "local none, _ = p:scenario('C', 'refuse')                            \n"
    "pcall(p.scenario, p, 'C')                                            \n"
    "pcall(p.scenario, p, 'nowhere')                                      \n"
    "b:fork('D'):keep { question = 'Why?', parent = 'A' }                 \n"
    "b:keep { parent = false }                                            \n"
    "pcall(b.keep, b, { parent = 'nowhere' })                             \n"
    "p:discard 'B'                                                        \n"
    "p:discard('A', 'all')                                                \n"
    "pcall(p.discard, p, 'A', 'some')                                     \n"
    "p:promote 'A'                                                        \n"
    "pcall(b.promote, b, 'A')                                             \n"
    "pcall(p.promote, p, 'C')                                             \n"
    "ccn.engine.parameters('{}', 'Why?')                                  \n"
    "local runs = ccn.engine.runs(PLAN)                                   \n"
    "local run = ccn.engine.run(PLAN, runs[1].id)                         \n"
    "pcall(ccn.engine.run, PLAN, 99)                                      \n"
    "pcall(ccn.engine.runs, 'tests/bad/expected.csv')                     \n"
    "assert(none == nil and #conflicts == 1 and run.parts[1].bytes == 'x')\n"
    "return names, about                                                  \n";

/* Errors on the way are caught, so that the script goes on after them. */
static const char errors[] =
    "local p = ccn.new 'Town'                                             \n"
    "local c = p:add('cluster', { key = 'C1' })                           \n"
    "local list, q = p:changes(), ccn.new 'Q'                             \n"
    "begin()                                                              \n"
    "pcall(function() c.total_area = -1 end)                              \n"
    "pcall(function() return c.total_aera end)                            \n"
    "pcall(function() c.unit = 'nowhere' end)                             \n"
    "pcall(function() return p:clustrs() end)                             \n"
    "pcall(p.add, p, 'cluster', { key = 'C1' })                           \n"
    "pcall(p.add, p, 'clutser', {})                                       \n"
    "pcall(p.import, p, 'tests/bad/not_a_number.csv', 'cluster',          \n"
    "    { decimal = 'point' })                                           \n"
    "pcall(p.import, p, 'tests/bad/empty.csv', 'cluster')                 \n"
    "pcall(ccn.csv, 'tests/bad/stray_quote.csv')                          \n"
    "pcall(ccn.csv, 'tests/bad/none.csv')                                 \n"
    "pcall(ccn.open, 'tests/bad/expected.csv')                            \n"
    "pcall(p.save, p)                                                     \n"
    "pcall(p.apply, p, q:diff(p))                                         \n"
    "pcall(p.adopt, p, q)                                                 \n"
    "pcall(q.rebase, q, p)                                                \n"
    "pcall(p.define, p, 'cluster', { name = 'noise', kind = 'choice',     \n"
    "    choices = { 'a' } })                                             \n"
    "pcall(p:clusters().where, p:clusters(), { kind = 'KKT' })            \n"
    "pcall(require, 'nothing')                                            \n"
    "pcall(ccn.number, '1', 'point', 'ha', 'VND')                         \n"
    "return list                                                          \n";

static const char sandbox[] =
    "local t = { 3, 2, 1, b = 1, a = 1, [true] = 1 }                      \n"
    "local f = load 'return 1'                                            \n"
    "begin()                                                              \n"
    "for k in pairs(t) do local _ = k end                                 \n"
    "for k in next, t do local _ = k end                                  \n"
    "table.sort(t)                                                        \n"
    "table.sort(t, function(a, b) return a > b end)                       \n"
    "local _ = tostring(t) .. ('%s|%5.1f|%q'):format(t, 1.5, 'x')         \n"
    "local _ = load('return x', '=x', 't', {})                            \n"
    "local _ = setmetatable({}, { __index = t })                          \n"
    "require 'table'                                                      \n"
    "print(t, f())                                                        \n"
    "ccn.dofile 'tests/at_home.lua'                                       \n";

/* What ranking and placing hand to C, once more. */
static const char engines[] =
    "require 'prelude'                                                    \n"
    "local calls = {}                                                     \n"
    "for name, f in pairs(ccn.engine) do                                  \n"
    "    ccn.engine[name] = function(...)                                 \n"
    "        calls[#calls + 1] = table.pack(f, name, ...)                 \n"
    "        return f(...)                                                \n"
    "    end                                                              \n"
    "end                                                                  \n"
    "local p = ccn.new 'Town'                                             \n"
    "p:add('trade', { key = 'wood' })                                     \n"
    "p:add('cluster', { key = 'Home', state = 'closing' })                \n"
    "p:add('cluster', { key = 'Near', state = 'operating',                \n"
    "    industrial_area = 20, reported_fill = 90 })                      \n"
    "for i, land in ipairs { 1, 0.9, 0.5 } do                             \n"
    "    p:add('enterprise', { key = 'E' .. i, cluster = 'Home',          \n"
    "        land_held = land, workers = 10 * i, trade = 'wood',          \n"
    "        plan = 'move' })                                             \n"
    "end                                                                  \n"
    "local order = ccn.rank(p:enterprises(), { { name = 'workers',        \n"
    "    en = 'W', vi = 'W', field = 'workers', weight = 1,               \n"
    "    missing = 'worst', scale = { from = 100, to = 0 },               \n"
    "    ground = 'test' } })                                             \n"
    "ccn.place(p, order, { years = { 2027, 2029 }, mode = 'strict',       \n"
    "    unknown = { land = 'leave out', capacity = 'leave out',          \n"
    "    trade = 'allow' } })                                             \n"
    "assert(#calls >= 2)                                                  \n"
    "begin()                                                              \n"
    "ccn.engine.method { method = 'promethee', matrix = { { 1 }, { 2 } }, \n"
    "    weights = { 1 }, directions = { 'min' }, params = { p = { 1 },   \n"
    "    functions = { 'vshape' }, x = { { 1 }, { 2 } }, y = 'z' } }      \n"
    "ccn.engine.method { method = 'vikor', ranking = order.result }       \n"
    "for _, call in ipairs(calls) do                                      \n"
    "    local made = call[1](table.unpack(call, 3, call.n))              \n"
    "    if call[2] == 'rank' then                                        \n"
    "        made:entry(1) made:parts(1) made:excluded() made:at(1)       \n"
    "        made:stability(1) made:dethrone() made:dominated()           \n"
    "        made:reversals()                                             \n"
    "        made:acceptability { samples = 20, more = { 1 }, less = { 1 }, \n"
    "            factor = { 0.5 }, spreads = { { who = 1, criterion = 1,  \n"
    "            kind = 'discrete', values = { 1, 2 },                    \n"
    "            chances = { 0.5, 0.5 } } } }                             \n"
    "    elseif call[2] == 'rows' then                                    \n"
    "        made:keys() made:row(1) made:column 'workers'                \n"
    "        made:column('plan', { move = 1 }, 0)                         \n"
    "    end                                                              \n"
    "end                                                                  \n";

/* What a sweep tells. */
static const char sensitivity[] =
    "local y, x = {}, { a = {}, b = {} }                                  \n"
    "for i = 1, 24 do                                                     \n"
    "    y[i], x.a[i], x.b[i] = i * 7 % 11, i, i * 5 % 24                 \n"
    "end                                                                  \n"
    "y[3] = false                                                         \n"
    "local function ask(name, more)                                       \n"
    "    more.y, more.count, more.names = y, 24, { 'a', 'b' }             \n"
    "    local made = ccn.engine[name](more)                              \n"
    "    assert(made)                                                     \n"
    "    return made                                                      \n"
    "end                                                                  \n"
    "begin()                                                              \n"
    "ask('sobol_indices', { resamples = 9 })                              \n"
    "ask('sobol_indices', { second = true, runs = 30, place = y and       \n"
    "    { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, \n"
    "    19, 20, 21, 22, 23, 24 } })                                      \n"
    "pcall(ask, 'sobol_indices', { x = x })                               \n"
    "ask('morris_effects', { n = 8, candidates = 10 })                    \n"
    "ask('pawn', { x = x, slices = 4 })                                   \n"
    "ask('regression', { x = x, ranks = true })                           \n"
    "local boxes = ask('prim', { x = x })                                 \n"
    "ask('prim_box', { x = x, paste = true, low = { 3, -math.huge },      \n"
    "    high = { 20, math.huge } })                                      \n"
    "ccn.engine.regret { values = { { 1, 2 }, { 2, 1 } }, futures = 2,    \n"
    "    threshold = 1 }                                                  \n";

/* The other end of the pipe: everything may be read, and nothing is saved. */
static void answer(int fd, int type, const struct text *question)
{
    const char *bytes = question->bytes, *at = bytes;
    size_t size = question->size;
    if (type == MESSAGE_SAVE) { /* what, where to, ... */
        pipe_take(&at, question->bytes + question->size, &size);
        bytes = pipe_take(&at, question->bytes + question->size, &size);
    }
    pipe_send(fd, MESSAGE_YES, bytes, size);
}

static void *parent(void *data)
{
    int fd = *(const int *)data, type;
    struct text text = TEXT_INIT;
    while ((type = pipe_receive(fd, &text)) > 0) {
        if (type == MESSAGE_READ || type == MESSAGE_SAVE)
            answer(fd, type, &text);
    }
    text_release(&text);
    return NULL;
}

struct trial {
    struct host host; /* first, so that host_of() finds it */
    long budget;      /* allocations from begin() on */
    long left;        /* of them; LONG_MAX before */
    bool denied;
};

static void *allocate(void *data, void *old, size_t old_size, size_t size)
{
    struct trial *trial = data;
    size_t before = old ? old_size : 0;
    if (size > before && --trial->left < 0) {
        trial->denied = true;
        return NULL;
    }
    trial->host.used = trial->host.used - before + size;
    if (size > 0)
        return realloc(old, size);
    free(old);
    return NULL;
}

static int begin(lua_State *L)
{
    struct trial *trial = (struct trial *)host_of(L);
    trial->left = trial->budget;
    return 0;
}

static const char *plan_file(void)
{
    static char path[512];
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/jumps.gpkg", build ? build : "build");
    return path;
}

/* Whether the script got through with so many allocations. */
static bool gets_through(const char *script, int fd, long budget)
{
    struct trial trial = {
        .host = { .fd = fd,
                  .open = library_open,
                  .lib = "scripts",
                  .home = "tests",
                  .memory = 64 << 20,
                  .seed = 1 },
        .budget = budget,
        .left = 1000000000,
    };
    lua_State *L = host_new(&trial.host);
    assert_non_null(L);
    lua_register(L, "begin", begin);
    lua_pushstring(L, plan_file());
    lua_setglobal(L, "PLAN");
    assert_int_equal(luaL_loadstring(L, script), LUA_OK);
    lua_setallocf(L, allocate, &trial);

    int status = lua_pcall(L, 0, 0, 0);
    trial.left = 1000000000;
    if (!trial.denied && status != LUA_OK)
        fail_msg("%s", lua_tostring(L, -1));
    host_close(L);
    assert_int_equal(trial.host.used, 0);
    return !trial.denied;
}

static void try_all(const char *script)
{
    int fd[2];
    pthread_t thread;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
    assert_int_equal(pthread_create(&thread, NULL, parent, &fd[1]), 0);
    long budget = 0;
    while (!gets_through(script, fd[0], budget))
        budget++;
    close(fd[0]);
    pthread_join(thread, NULL);
    close(fd[1]);
    assert_in_range(budget, 10, 20000);
}

#define TRY(name)                                                              \
    static void no_jump_loses_memory_in_##name(void **state)                   \
    {                                                                          \
        (void)state;                                                           \
        try_all(name);                                                         \
    }

TRY(rows)
TRY(selections)
TRY(changes)
TRY(files)
TRY(scenarios)
TRY(errors)
TRY(sandbox)
TRY(engines)
TRY(sensitivity)

static void a_state_begins_whole_or_not_at_all(void **state)
{
    (void)state;
    lua_State *L = NULL;
    for (size_t memory = 0; !L; memory += 97) {
        struct host host = { .fd = -1,
                             .open = library_open,
                             .lib = "",
                             .home = "",
                             .seed = 1,
                             .memory = memory };
        L = host_new(&host);
        if (L)
            host_close(L);
        assert_int_equal(host.used, 0);
    }
}

/* A scenario that sets the number of projects, from what it was. */
static bool keep(const char *name, const char *parent, int from, int to)
{
    struct err err;
    const struct store_scenario scenario = { .name = name, .parent = parent };
    struct plan *base = model_new("Town");
    plan_add_key(base, CLUSTER, "C1", &err);
    if (from > 0)
        plan_set(base, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(from), &err);
    struct plan *fork = plan_fork(base, name);
    plan_set(fork, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(to), &err);
    struct changes *list = changes_between(base, fork);
    bool ok = store_keep(plan_file(), &scenario, list, &err);
    changes_free(list);
    plan_free(fork);
    plan_free(base);
    return ok;
}

static bool log_a_run(void)
{
    struct err err;
    struct run_part part = { RUN_IN, "script", "s.lua", "0", "x", 1 };
    struct run_record run = { .started = "",
                              .state = "done",
                              .command = "run",
                              .script = "",
                              .folder = "",
                              .arguments = "[]",
                              .options = "{}",
                              .versions = "{}",
                              .nparts = 1,
                              .part = &part };
    return run_log(plan_file(), &run, &err);
}

/* With scenarios: B on A, and C, which the plan has left behind. */
static int save_plan(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = model_new("Town");
    unlink(plan_file());
    int row = plan_add_key(plan, CLUSTER, "C1", &err);
    bool ok = row == 0 && store_save(plan, plan_file(), &err) &&
              keep("A", NULL, 0, 1) && keep("B", "A", 1, 2) &&
              keep("C", NULL, 5, 6) && log_a_run();
    plan_free(plan);
    return ok ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_state_begins_whole_or_not_at_all),
        cmocka_unit_test(no_jump_loses_memory_in_rows),
        cmocka_unit_test(no_jump_loses_memory_in_selections),
        cmocka_unit_test(no_jump_loses_memory_in_changes),
        cmocka_unit_test(no_jump_loses_memory_in_files),
        cmocka_unit_test(no_jump_loses_memory_in_scenarios),
        cmocka_unit_test(no_jump_loses_memory_in_errors),
        cmocka_unit_test(no_jump_loses_memory_in_sandbox),
        cmocka_unit_test(no_jump_loses_memory_in_engines),
        cmocka_unit_test(no_jump_loses_memory_in_sensitivity),
    };
    return cmocka_run_group_tests(tests, save_plan, NULL);
}
