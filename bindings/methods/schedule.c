/* ccn.engine.schedule(problem): the engine of scripts/schedule.lua.
 *
 * The problem has the fields of struct schedule_problem (core/schedule) under
 * their names, lists of numbers counted from 1:
 *
 *   phases (keys), years, first_year, cluster, earliest, latest, must
 *   kinds (names); pay_phase, pay_kind, pay_before, pay_amount: payments
 *   arc_first, arc_then, arc_lag: precedence
 *   sources: { { name =, budget =, carry =, kinds = flags, share =, barred =
 *       flags, weight = }, ... }
 *   rows: { { name =, kind = "opens" | "spends", from =, to =, phase =,
 *       amount =, least =, most = }, ... }
 *   terms: { { name =, weight =, value = phase after phase, each by years } }
 *   seconds, steps, threads, seed, gap; from = years of an earlier answer
 *
 * A function behind the problem is told of progress; false stops.  The result
 * is a handle, or nil and a text when nothing keeps the limits.
 * ccn.engine.scheduled(handle), .schedule_why(handle, phase, year) and
 * .schedule_relax(problem) ask further.
 */
#include <math.h>
#include <string.h>

#include "bindings/host/stop.h"
#include "bindings/lua/held.h"
#include "bindings/methods/schedule_read.h"
#include "bindings/methods/told.h"
#include "core/schedule/reason.h"

#define TYPE "ccn.schedule"

/* A schedule with its problem; the user value holds the arrays. */
struct handle {
    struct schedule_problem problem;
    struct schedule schedule;
    struct reasons reasons; /* made when first asked */
};

static int handle_close(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, TYPE);
    schedule_release(&handle->schedule);
    if (handle->reasons.model.problem)
        reasons_release(&handle->reasons);
    memset(&handle->reasons, 0, sizeof handle->reasons);
    return 0;
}

/* Push a handle that holds the anchor. */
static struct handle *push_handle(lua_State *L, const struct arrays *arrays)
{
    struct handle *handle = held_push(L, sizeof *handle, TYPE, handle_close);
    lua_pushvalue(L, arrays->anchor);
    lua_setiuservalue(L, -2, 1);
    return handle;
}

static bool watch(void *data, const struct schedule_progress *progress)
{
    const struct told told = { progress->seconds, progress->total,
                               progress->bound, progress->steps };
    return told_watcher(data, &told);
}

/* Years of an earlier answer, false for never. */
static const int *read_from(struct arrays *arrays,
                            const struct schedule_problem *problem)
{
    int *from = arrays_places_optional(arrays, 1, "from",
                                       (size_t)problem->phases, problem->years);
    for (int p = 0; from && p < problem->phases; p++) {
        if (from[p] < 0)
            from[p] = problem->years;
    }
    return from;
}

static struct schedule_work read_work(struct arrays *arrays, lua_State *L)
{
    struct told_limits limits = told_limits(arrays);
    return (struct schedule_work){
        .seconds = limits.seconds,
        .steps = limits.steps,
        .threads = limits.threads,
        .seed = limits.seed,
        .gap = limits.gap,
        .watch = watch,
        .data = L,
    };
}

/* ccn.engine.schedule(problem [, watch]) */
static int engine_schedule(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lua_pushnil(L); /* what watch fails with */
    struct arrays arrays = arrays_new(L);
    struct handle *handle = push_handle(L, &arrays);
    schedule_read(&arrays, &handle->problem);
    struct schedule_work work = read_work(&arrays, L);
    work.from = read_from(&arrays, &handle->problem);

    struct err err;
    stop_work_begin();
    bool solved =
        schedule_solve(&handle->schedule, &handle->problem, &work, &err);
    stop_work_end();
    if (!lua_isnil(L, 3)) {
        lua_settop(L, 3);
        return lua_error(L);
    }
    if (!solved && err.code == ERR_UNSOLVED) {
        lua_pushnil(L);
        lua_pushstring(L, err.text);
        return 2;
    }
    return solved ? 1 : bind_raise(L, &err);
}

static void push_paid(lua_State *L, const struct handle *handle)
{
    int cells = handle->problem.sources * handle->problem.payments;
    lua_createtable(L, cells, 0);
    for (int i = 0; i < cells; i++) {
        lua_pushinteger(L, handle->schedule.paid[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "paid");
}

static void push_prices(lua_State *L, const struct handle *handle)
{
    const struct schedule_problem *problem = &handle->problem;
    arrays_push_numbers(L, handle->schedule.price,
                        (size_t)problem->sources * (size_t)problem->years);
    lua_setfield(L, -2, "price");
    arrays_push_numbers(L, handle->schedule.row_price, (size_t)problem->rows);
    lua_setfield(L, -2, "row_price");
}

/* ccn.engine.scheduled(handle) gives { year = {...} }, years + 1 for never,
 * and paid (source after source), price, row_price, terms, money, total,
 * bound, opened, steps, seconds. */
static int engine_scheduled(lua_State *L)
{
    const struct handle *handle = luaL_checkudata(L, 1, TYPE);
    const struct schedule *schedule = &handle->schedule;
    lua_createtable(L, 0, 12);
    arrays_push_whole(L, schedule->year, (size_t)schedule->phases, 1);
    lua_setfield(L, -2, "year");
    arrays_push_numbers(L, schedule->term, (size_t)handle->problem.terms);
    lua_setfield(L, -2, "terms");
    push_paid(L, handle);
    push_prices(L, handle);
    lua_pushnumber(L, schedule->money);
    lua_setfield(L, -2, "money");
    lua_pushnumber(L, schedule->total + 0.0); /* no -0 */
    lua_setfield(L, -2, "total");
    lua_pushnumber(L, schedule->bound + 0.0); /* no -0 */
    lua_setfield(L, -2, "bound");
    lua_pushinteger(L, schedule->opened);
    lua_setfield(L, -2, "opened");
    lua_pushinteger(L, schedule->steps);
    lua_setfield(L, -2, "steps");
    lua_pushnumber(L, schedule->seconds);
    lua_setfield(L, -2, "seconds");
    return 1;
}

static int check_place(lua_State *L, int arg, int most)
{
    lua_Integer number = luaL_checkinteger(L, arg);
    luaL_argcheck(L, number >= 1 && number <= most, arg, "no such number");
    return (int)number - 1;
}

static const char *const limit_names[] = { "years", "rules", "before",
                                           "after", "money", "row" };

/* ccn.engine.schedule_why(handle, phase, year) gives { limits = { money =
 * true, ... }, other =, row =, missing =, until =, sources = { flags }, loss
 * = }, 0 for none. */
static int engine_why(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, TYPE);
    const struct schedule_problem *problem = &handle->problem;
    luaL_argcheck(L, handle->schedule.year != NULL, 1, "nothing scheduled");
    int phase = check_place(L, 2, problem->phases);
    int year = check_place(L, 3, problem->years + 1);
    if (!handle->reasons.model.problem)
        reasons_init(&handle->reasons, problem, &handle->schedule);

    struct schedule_reason reason;
    reasons_at(&handle->reasons, phase, year, &reason);
    lua_createtable(L, 0, 8);
    told_flags(L, "limits", reason.limits, limit_names,
               sizeof limit_names / sizeof limit_names[0]);
    told_whole(L, "other", reason.other + 1);
    told_whole(L, "row", reason.row + 1);
    told_whole(L, "missing", reason.missing);
    told_whole(L, "until", reason.until + 1);
    lua_createtable(L, problem->sources, 0);
    for (int s = 0; s < problem->sources; s++) {
        lua_pushboolean(L, reason.sources >> s & 1);
        lua_rawseti(L, -2, s + 1);
    }
    lua_setfield(L, -2, "sources");
    lua_pushnumber(L, reason.loss);
    lua_setfield(L, -2, "loss");
    return 1;
}

/* ccn.engine.schedule_relax(problem) gives a list of { phase = } and { row = },
 * the fewest demands found without which there is a schedule; nil when there is
 * none even without any. */
static int engine_relax(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct schedule_problem problem = { .phases = 0 };
    schedule_read(&arrays, &problem);
    struct schedule_work work = read_work(&arrays, L);
    work.watch = NULL;
    size_t most = (size_t)problem.phases + (size_t)problem.rows;
    struct schedule_demand *demand = arrays_room(&arrays, most, sizeof *demand);
    int count = schedule_relax(&problem, &work, demand);
    if (count < 0)
        return 0;
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        lua_createtable(L, 0, 1);
        told_whole(L, demand[i].row ? "row" : "phase", demand[i].number + 1);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

const luaL_Reg bind_schedule_functions[] = {
    { "schedule", engine_schedule },
    { "schedule_relax", engine_relax },
    { "schedule_why", engine_why },
    { "scheduled", engine_scheduled },
    { NULL, NULL },
};
