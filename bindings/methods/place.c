/* ccn.engine.place(problem): the engine of scripts/place.lua.
 *
 * The problem has the fields of struct place_problem (core/place/place.h)
 * under their names, enterprises, clusters and order as lists, numbers counted
 * from 1.  resources is a list of { name =, kind = "held" | "spent" |
 * "carried", need =, supply =, group =, groups = }; supply goes group after
 * group, each by years; false for no limit.  shut goes cluster after cluster.
 * mode is "strict", "best" (the own engine) or "exact" (CBC); seconds, steps,
 * gap, seed, threads and from, an earlier handle, are of struct place_work.  A
 * function behind the problem is told of progress; false stops, and so does ^C.
 *
 * The result is a handle; ccn.engine.placed(handle), .why_not(handle, e, c),
 * .changes(handle, e), .other(handle, e), .wish(handle, e) and .worth(handle,
 * r) ask it. ccn.engine.land_serving(free, opens, areas, first_year, years)
 * gives the room by year.
 */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/stop.h"
#include "bindings/lua/held.h"
#include "bindings/methods/place_ask.h"
#include "bindings/methods/place_read.h"
#include "core/place/best.h"
#include "core/place/optimum.h"
#include "core/place/pins.h"
#include "core/solver/solver.h"

/* More than the Earth, in tenths of a square metre; sums stay far from
 * overflow. */
#define AREA_MOST INT64_C(6000000000000000)

static const char *const modes[] = { "strict", "best", "exact", NULL };

static int handle_close(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, PLACEMENT_TYPE);
    placement_release(&handle->placement);
    ledger_release(&handle->ledger);
    return 0;
}

/* Push a handle that holds the anchor. */
static struct handle *push_handle(lua_State *L, const struct arrays *arrays)
{
    struct handle *handle =
        held_push(L, sizeof *handle, PLACEMENT_TYPE, handle_close);
    lua_pushvalue(L, arrays->anchor);
    lua_setiuservalue(L, -2, 1);
    return handle;
}

/* The module lies beside the program. */
static bool open_solver(struct solver *solver, struct err *err)
{
    static const char file[] = "ccn-cbc.so";
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - sizeof file);
    if (size < 0)
        size = 0;
    path[size] = '\0';
    char *slash = strrchr(path, '/');
    memcpy(slash ? slash + 1 : path, file, sizeof file);
    return solver_open(solver, path, err);
}

static bool solve_model(struct handle *handle, const struct place_model *model,
                        double *x, double seconds, struct err *err)
{
    const struct programme programme = {
        .columns = model->columns,
        .rows = model->rows,
        .cost = model->cost,
        .start = model->start,
        .index = model->index,
        .element = model->element,
        .least = model->least,
        .most = model->most,
    };
    struct solver solver;
    struct answer answer = { .x = x };
    return open_solver(&solver, err) &&
           solver_solve(&solver, &programme, seconds, &answer, err) &&
           place_adopt(&handle->placement, &handle->problem, model, x,
                       answer.bound, err);
}

/* x has room for every choice there is. */
static bool place_exact(struct handle *handle, double *x, double seconds,
                        struct err *err)
{
    struct place_model model;
    if (!place_model_init(&model, &handle->problem, err))
        return false;
    bool solved = solve_model(handle, &model, x, seconds, err);
    place_model_release(&model);
    return solved;
}

/* The handle in the field from of the problem; NULL when there is none. */
static const struct placement *read_from(lua_State *L)
{
    lua_getfield(L, 1, "from"); /* the problem holds it, so it lives on */
    const struct handle *from = luaL_testudata(L, -1, PLACEMENT_TYPE);
    lua_pop(L, 1);
    return from && from->placement.cluster ? &from->placement : NULL;
}

static bool place_mode(struct arrays *arrays, struct handle *handle,
                       struct err *err)
{
    struct place_problem *problem = &handle->problem;
    struct place_work work = place_read_work(arrays);
    int mode = arrays_choice(arrays, 1, "mode", modes);
    if (mode == 0)
        return place_strict(&handle->placement, problem, err);
    if (mode == 1) {
        work.from = read_from(arrays->L);
        stop_work_begin();
        bool placed = place_best(&handle->placement, problem, &work, err);
        stop_work_end();
        return placed;
    }
    size_t choices = (size_t)problem->enterprises * (size_t)problem->clusters *
                     (size_t)problem->years;
    double *x = arrays_room(arrays, choices, sizeof *x);
    return place_exact(handle, x, work.seconds, err);
}

/* ccn.engine.place(problem [, watch]) */
static int engine_place(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lua_pushnil(L); /* what watch fails with */
    struct arrays arrays = arrays_new(L);
    struct handle *handle = push_handle(L, &arrays);
    place_read(&arrays, &handle->problem);

    struct err err;
    bool placed = place_mode(&arrays, handle, &err);
    if (!lua_isnil(L, 3)) {
        lua_settop(L, 3);
        return lua_error(L);
    }
    return placed ? 1 : bind_raise(L, &err);
}

/* ccn.engine.pins_to_release(problem) gives the numbers of the enterprises
 * whose pins to release, few, so that the others can be kept; nil when that
 * cannot be said. */
static int engine_pins_to_release(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct handle *handle = push_handle(L, &arrays);
    place_read(&arrays, &handle->problem);
    int n = handle->problem.enterprises, count = 0;
    bool *released = arrays_room(&arrays, (size_t)n, sizeof *released);
    struct err err;
    if (!place_check(&handle->problem, &err) ||
        pins_to_release(&handle->problem, released) < 0)
        return 0;
    lua_newtable(L);
    for (int e = 0; e < n; e++) {
        if (!released[e])
            continue;
        lua_pushinteger(L, e + 1);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

/* Push the sums of the terms without their weights. */
static void push_amounts(lua_State *L, const struct handle *handle)
{
    const struct placement *placement = &handle->placement;
    lua_createtable(L, handle->problem.terms, 0);
    for (int k = 0; k < handle->problem.terms; k++) {
        double sum = 0;
        for (int e = 0; e < placement->enterprises; e++)
            sum += place_amount(&handle->problem, k, e, placement->cluster[e],
                                placement->year[e]);
        lua_pushnumber(L, sum);
        lua_rawseti(L, -2, k + 1);
    }
}

/* ccn.engine.placed(handle) gives { cluster = {...}, year = {...} }, 0 for
 * who is left out, and total, bound, placed, terms (weighted sums) and amounts
 * (the same without weights). */
static int engine_placed(lua_State *L)
{
    const struct handle *handle = luaL_checkudata(L, 1, PLACEMENT_TYPE);
    const struct placement *placement = &handle->placement;
    size_t n = (size_t)placement->enterprises;
    lua_createtable(L, 0, 8);
    arrays_push_whole(L, placement->cluster, n, 1);
    lua_setfield(L, -2, "cluster");
    arrays_push_whole(L, placement->year, n, 1);
    lua_setfield(L, -2, "year");
    arrays_push_numbers(L, placement->term, (size_t)handle->problem.terms);
    lua_setfield(L, -2, "terms");
    push_amounts(L, handle);
    lua_setfield(L, -2, "amounts");
    lua_pushnumber(L, placement->total + 0.0); /* no -0 */
    lua_setfield(L, -2, "total");
    lua_pushinteger(L, placement->placed);
    lua_setfield(L, -2, "placed");
    if (isfinite(placement->bound)) {
        lua_pushnumber(L, placement->bound + 0.0);
        lua_setfield(L, -2, "bound");
    }
    return 1;
}

/* ccn.engine.land_serving(free, opens, areas, first_year, years) gives the
 * land by year; land opened in a year serves from the next. */
static int engine_land_serving(lua_State *L)
{
    int64_t free = luaL_checkinteger(L, 1);
    int first_year = (int)luaL_checkinteger(L, 4);
    int years = (int)luaL_checkinteger(L, 5);
    luaL_argcheck(L, years >= 0 && years <= 1000, 5, "no such number of years");
    lua_settop(L, 5);
    lua_newtable(L); /* as the readers take fields */
    lua_pushvalue(L, 2);
    lua_setfield(L, 6, "opens");
    lua_pushvalue(L, 3);
    lua_setfield(L, 6, "areas");
    struct arrays arrays = arrays_new(L);
    size_t count = arrays_count(&arrays, 6, "opens");
    int64_t *year = arrays_whole(&arrays, 6, "opens", count, 0);
    int64_t *area = arrays_whole(&arrays, 6, "areas", count, 0);
    struct place_opening *opening =
        arrays_room(&arrays, count, sizeof *opening);
    int64_t *room = arrays_room(&arrays, (size_t)years, sizeof *room);

    luaL_argcheck(L, free >= 0 && free <= AREA_MOST, 1, "no such area");
    for (size_t k = 0; k < count; k++)
        luaL_argcheck(L, area[k] >= 0 && area[k] <= AREA_MOST, 3,
                      "no such area");
    luaL_argcheck(L, count <= 1000, 2, "too many openings");
    for (size_t k = 0; k < count; k++)
        opening[k] = (struct place_opening){ (int)year[k], area[k] };
    place_land_serving(free, (int)count, opening, first_year, years, room);
    lua_createtable(L, years, 0);
    for (int t = 0; t < years; t++) {
        lua_pushinteger(L, room[t]);
        lua_rawseti(L, -2, t + 1);
    }
    return 1;
}

const luaL_Reg bind_place_functions[] = {
    { "changes", engine_changes },
    { "joint", engine_joint },
    { "land_serving", engine_land_serving },
    { "other", engine_other },
    { "pins_to_release", engine_pins_to_release },
    { "place", engine_place },
    { "placed", engine_placed },
    { "why_not", engine_why_not },
    { "wish", engine_wish },
    { "worth", engine_worth },
    { NULL, NULL },
};
