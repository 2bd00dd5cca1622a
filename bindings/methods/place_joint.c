/* ccn.engine.joint(problem [, watch]): land and tenants together
 * (core/place/joint.h).
 *
 * The problem is that of ccn.engine.place, its supplies with all phases as
 * early as can be, with, counted from 1:
 *
 *   phases_of     [cluster] how many phases it has
 *   serves_from   [phase] the first year; years + 1: never
 *   phase_cost    [phase]
 *   base_room     cluster after cluster, by resource; false: no limit
 *   phase_room    phase after phase, by resource; false: no limit
 *   capital       by year; nil: as much as is wanted
 *
 * The result has serves (year of each phase, years + 1 for never), total and
 * bound. */
#include <math.h>

#include "bindings/host/stop.h"
#include "bindings/methods/place_ask.h"
#include "bindings/methods/place_read.h"
#include "core/place/joint.h"

static int *read_starts(struct arrays *arrays, int clusters)
{
    size_t n = (size_t)clusters;
    int64_t *count = arrays_whole(arrays, 1, "phases_of", n, 0);
    int *start = arrays_room(arrays, n + 1, sizeof *start);
    for (size_t c = 0; c < n; c++) {
        if (count[c] < 0 || count[c] > 1000 || start[c] > 10000000)
            bind_fail(arrays->L, "phases_of: no such number of phases");
        start[c + 1] = start[c] + (int)count[c];
    }
    return start;
}

static struct place_phases read_phases(struct arrays *arrays,
                                       const struct place_problem *problem)
{
    int *start = read_starts(arrays, problem->clusters);
    size_t count = (size_t)start[problem->clusters];
    size_t R = (size_t)problem->resources;
    struct place_phases phases = { .start = start };
    phases.earliest =
        arrays_places(arrays, 1, "serves_from", count, problem->years + 1);
    for (size_t p = 0; p < count; p++) {
        if (phases.earliest[p] < 0)
            bind_fail(arrays->L, "serves_from: a year is missing");
    }
    phases.cost = arrays_numbers(arrays, 1, "phase_cost", count);
    phases.base = arrays_whole(arrays, 1, "base_room",
                               (size_t)problem->clusters * R, PLACE_NO_LIMIT);
    phases.room =
        arrays_whole(arrays, 1, "phase_room", count * R, PLACE_NO_LIMIT);
    phases.capital =
        arrays_numbers_optional(arrays, 1, "capital", (size_t)problem->years);
    return phases;
}

static void push_joint(lua_State *L, const int *serves, size_t count,
                       const double *total_bound)
{
    lua_createtable(L, 0, 3);
    arrays_push_whole(L, serves, count, 1);
    lua_setfield(L, -2, "serves");
    lua_pushnumber(L, total_bound[0] + 0.0); /* no -0 */
    lua_setfield(L, -2, "total");
    lua_pushnumber(L, total_bound[1] + 0.0);
    lua_setfield(L, -2, "bound");
}

int engine_joint(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lua_pushnil(L); /* what watch fails with */
    struct arrays arrays = arrays_new(L);
    struct place_problem problem = { 0 };
    place_read(&arrays, &problem);
    struct place_phases phases = read_phases(&arrays, &problem);
    size_t count = (size_t)phases.start[problem.clusters];
    struct place_work work = place_read_work(&arrays);
    int *serves = arrays_room(&arrays, count + 1, sizeof *serves);

    struct place_joint joint;
    struct err err;
    stop_work_begin();
    bool solved = place_joint(&joint, &problem, &phases, &work, &err);
    stop_work_end();
    double total_bound[] = { joint.total, joint.bound };
    for (size_t p = 0; solved && p < count; p++)
        serves[p] = joint.serves[p];
    place_joint_release(&joint);
    if (!lua_isnil(L, 3)) {
        lua_settop(L, 3);
        return lua_error(L);
    }
    if (!solved)
        return bind_raise(L, &err);
    push_joint(L, serves, count, total_bound);
    return 1;
}
