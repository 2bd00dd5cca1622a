/* ccn.rank from a script, 1,000,000 x 10: what it adds to the engine. */
#include "tests/bench/bench.h"

#include <pthread.h>
#include <string.h>
#include <sys/socket.h>

#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/program/library.h"
#include "core/base/rng.h"
#include "core/rank/rank.h"

enum { ROWS = 1000000, COLUMNS = 10, TIMES = 5 };

static const char script[] =
    "require 'prelude'\n"
    "plan = ccn.new 'bench'\n"
    "local criteria, asked = {}, {}\n"
    "for j = 1, 10 do\n"
    "    local name = 'x_c' .. j\n"
    "    plan:define('enterprise', { name = name, kind = 'number', unit = '',\n"
    "        min = 0, max = 1000, en = name, vi = name, doc = name })\n"
    "    criteria[j] = { name = name, field = name, weight = j,\n"
    "        normal = 'minmax', missing = 'worst' }\n"
    "    asked[j] = { name = name, field = name, weight = j,\n"
    "        normal = 'minmax', missing = 'worst' }\n"
    "end\n"
    "asked[1].field = nil\n"
    "asked[1].value = function(row) return row.x_c1 end\n"
    "function by_fields() kept = ccn.rank(all, criteria) end\n"
    "function by_function() kept = ccn.rank(all, asked) end\n"
    "function select_all() all = plan:enterprises() end\n";

static void *answer(void *data)
{
    int fd = *(const int *)data;
    struct text text = TEXT_INIT;
    while (pipe_receive(fd, &text) > 0)
        pipe_send(fd, MESSAGE_YES, text.bytes, text.size);
    text_release(&text);
    return NULL;
}

static void must(bool ok, const char *why)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static void fill(struct plan *plan)
{
    struct err err;
    struct rng rng = rng_new(1, 0, 0);
    int first = plan_schema(plan, ENTERPRISE)->nfields - COLUMNS;
    plan_room(plan, ENTERPRISE, ROWS);
    for (int i = 0; i < ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "E%07d", i);
        must(plan_add_key(plan, ENTERPRISE, key, &err) >= 0, err.text);
        for (int j = 0; j < COLUMNS; j++) {
            struct value value = value_real(1 + 99 * rng_number(&rng));
            must(plan_set(plan, ENTERPRISE, i, first + j, value, &err),
                 err.text);
        }
    }
}

static double call(lua_State *L, const char *name)
{
    double from = own_seconds();
    lua_getglobal(L, name);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK)
        must(false, lua_tostring(L, -1));
    return own_seconds() - from;
}

static double median_of(lua_State *L, const char *name, int times)
{
    double took[TIMES];
    for (int i = 0; i < times; i++) {
        took[i] = call(L, name);
        lua_pushnil(L);
        lua_setglobal(L, "kept");
        lua_gc(L, LUA_GCCOLLECT);
    }
    return median(took, (size_t)times);
}

/* The engine alone, on the columns of the plan. */
static double engine(const struct plan *plan)
{
    struct criterion criterion[COLUMNS];
    const struct table *table = plan_table(plan, ENTERPRISE);
    int first = plan_schema(plan, ENTERPRISE)->nfields - COLUMNS;
    for (int j = 0; j < COLUMNS; j++) {
        union cell *room = NULL;
        const union cell *cell = table_column(table, first + j, &room);
        if (j == 0 && room)
            printf("the columns do not lie in one piece\n");
        criterion[j] = (struct criterion){ .name = "c",
                                           .weight = 1 + j,
                                           .column = &cell->real,
                                           .normal = NORMAL_MINMAX,
                                           .missing = MISSING_WORST };
    }
    struct rank_problem problem = { .method = RANK_SUM,
                                    .alternatives = ROWS,
                                    .criteria = COLUMNS,
                                    .criterion = criterion };
    double took[TIMES];
    for (int i = 0; i < TIMES; i++) {
        struct ranking ranking;
        struct err err;
        double from = own_seconds();
        must(ranking_init(&ranking, &problem, &err), err.text);
        took[i] = own_seconds() - from;
        ranking_release(&ranking);
    }
    return median(took, TIMES);
}

int main(void)
{
    int fd[2];
    pthread_t thread;
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, fd) == 0, "no socket");
    must(pthread_create(&thread, NULL, answer, &fd[1]) == 0, "no thread");
    struct host host = { .fd = fd[0],
                         .open = library_open,
                         .lib = "scripts",
                         .home = "tests",
                         .memory = (size_t)2 << 30,
                         .seed = 1 };
    lua_State *L = host_new(&host);
    must(L && luaL_dostring(L, script) == LUA_OK, "the script");
    lua_getglobal(L, "plan");
    struct plan *plan = bind_plan(L, -1);
    fill(plan);
    call(L, "select_all");
    engine(plan); /* the first time all memory is new */
    double fields = median_of(L, "by_fields", TIMES);
    print_seconds("the engine on columns of a plan, 1,000,000 x 10",
                  engine(plan), "");
    print_seconds("ccn.rank of fields, 1,000,000 x 10", fields,
                  "a tenth more at most");
    print_seconds("ccn.rank, one criterion a function, 1,000,000 x 10",
                  median_of(L, "by_function", 1), "");
    host_close(L);
    return 0;
}
