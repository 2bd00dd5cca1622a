#include "bindings/methods/sensitivity.h"

#include <math.h>
#include <stddef.h>

#define SENSITIVITY "ccn.sensitivity"

/* Reading */

/* The numbers of the runs that are there, from 0, or NULL. */
static const int64_t *read_places(struct arrays *arrays, size_t count,
                                  double runs)
{
    const double *number = arrays_numbers_optional(arrays, 1, "place", count);
    if (!number)
        return NULL;
    int64_t *place = arrays_room(arrays, count, sizeof *place);
    for (size_t i = 0; i < count; i++) {
        if (!(number[i] >= 1 && number[i] <= runs))
            bind_fail(arrays->L, "%s: entry %zu: no such number, %lld", "place",
                      i + 1, (long long)number[i]);
        place[i] = (int64_t)number[i] - 1;
    }
    return place;
}

/* A column, each value at the number of its run. */
static const double *placed(struct arrays *arrays, const double *from,
                            const int64_t *place, size_t count, int64_t runs)
{
    if (!place && count == (size_t)runs)
        return from;
    double *to = arrays_room(arrays, (size_t)runs, sizeof *to);
    for (int64_t i = 0; i < runs; i++)
        to[i] = NAN;
    for (size_t i = 0; i < count && (place || (int64_t)i < runs); i++)
        to[place ? place[i] : (int64_t)i] = from[i];
    return to;
}

static void read_columns(struct arrays *arrays, const int64_t *place,
                         size_t count, struct sensitivity_sample *sample)
{
    lua_State *L = arrays->L;
    size_t k = (size_t)sample->factors;
    if (lua_getfield(L, 1, "x") != LUA_TTABLE)
        bind_fail(L, "%s: a list is needed, got %s", "x", luaL_typename(L, -1));
    int table = lua_gettop(L);
    const double **x = arrays_room(arrays, k, sizeof *x);
    for (size_t j = 0; j < k; j++)
        x[j] = placed(arrays,
                      arrays_numbers(arrays, table, sample->name[j], count),
                      place, count, sample->runs);
    lua_settop(L, table - 1);
    sample->x = x;
    for (int64_t i = 0; i < sample->runs * (int64_t)k; i++) {
        int64_t run = i % sample->runs;
        if (isfinite(sample->y[run]) && !isfinite(x[i / sample->runs][run]))
            bind_fail(L, "run %lld has a result but no value of '%s'",
                      (long long)run + 1, sample->name[i / sample->runs]);
    }
}

enum { RUNS = 1 << 30 };

void sensitivity_read(struct arrays *arrays, bool with_x,
                      struct sensitivity_sample *sample)
{
    double wanted = arrays_number(arrays, 1, "count", 0);
    size_t count = wanted >= 0 && wanted < RUNS ? (size_t)wanted : 0;
    double runs = arrays_number(arrays, 1, "runs", (double)count);
    if (!(runs >= 0 && runs <= RUNS))
        bind_fail(arrays->L, "the design has more than %d runs", RUNS);
    const int64_t *place = read_places(arrays, count, runs);
    *sample = (struct sensitivity_sample){
        .runs = (int64_t)runs,
        .factors = (int)arrays_count(arrays, 1, "names"),
    };
    sample->name = arrays_texts(arrays, 1, "names", (size_t)sample->factors);
    sample->y = placed(arrays, arrays_numbers(arrays, 1, "y", count), place,
                       count, sample->runs);
    if (with_x)
        read_columns(arrays, place, count, sample);
}

/* Results */

void sensitivity_release(struct sensitivity *held)
{
    variance_release(&held->variance);
    effects_release(&held->effects);
    pawn_release(&held->pawn);
    regress_release(&held->regress);
    prim_release(&held->prim);
    regret_release(&held->regret);
}

static int sensitivity_free(lua_State *L)
{
    sensitivity_release(luaL_checkudata(L, 1, SENSITIVITY));
    return 0;
}

struct sensitivity *sensitivity_push(lua_State *L)
{
    struct sensitivity *held = lua_newuserdatauv(L, sizeof *held, 0);
    *held = (struct sensitivity){ .variance = { 0 } };
    /* Each time: a jump may have left the type half made. */
    luaL_newmetatable(L, SENSITIVITY);
    lua_pushcfunction(L, sensitivity_free);
    lua_setfield(L, -2, "__gc");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    return held;
}

void sensitivity_set(lua_State *L, const char *name, double number)
{
    if (isnan(number))
        return;
    lua_pushnumber(L, number);
    lua_setfield(L, -2, name);
}

void sensitivity_set_whole(lua_State *L, const char *name, int64_t whole)
{
    lua_pushinteger(L, (lua_Integer)whole);
    lua_setfield(L, -2, name);
}

void sensitivity_set_list(lua_State *L, const char *name, const double *number,
                          size_t count)
{
    arrays_push_numbers(L, number, count);
    lua_setfield(L, -2, name);
}

void sensitivity_set_steps(lua_State *L, const int64_t *step, int steps)
{
    lua_createtable(L, steps, 0);
    for (int i = 0; i < steps; i++) {
        lua_pushinteger(L, (lua_Integer)step[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "steps");
}

static void push_part(lua_State *L, const struct estimate *estimate,
                      size_t count, size_t offset)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        double number = *(const double *)((const char *)&estimate[i] + offset);
        if (isnan(number))
            lua_pushboolean(L, 0);
        else
            lua_pushnumber(L, number);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

void sensitivity_set_estimates(lua_State *L, const char *name,
                               const struct estimate *estimate, size_t count)
{
    lua_createtable(L, 0, 3);
    push_part(L, estimate, count, offsetof(struct estimate, value));
    lua_setfield(L, -2, "value");
    push_part(L, estimate, count, offsetof(struct estimate, low));
    lua_setfield(L, -2, "low");
    push_part(L, estimate, count, offsetof(struct estimate, high));
    lua_setfield(L, -2, "high");
    lua_setfield(L, -2, name);
}
