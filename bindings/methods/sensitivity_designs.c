/* What designs tell, for scripts/sensitivity: ccn.engine.sobol_indices and
 * ccn.engine.morris_effects.  docs/sensitivity.md
 *
 *     { y =, x =, names =, count =, place =, runs =, second =, resamples =,
 *       level =, seed = }      -> blocks, left_out, mean, variance, first,
 *                                 total, second, steps, settling
 *     { ..., n =, levels =, candidates =, seed = }
 *                              -> failed, mean, strength, spread, used, steps,
 *                                 settling
 *
 * x may be missing; when it is there, runs that do not lie as the design says
 * are an error that names the first.
 */
#include <math.h>
#include <stdlib.h>

#include "bindings/methods/sensitivity.h"
#include "core/base/task.h"
#include "core/sweep/design.h"
#include "core/sweep/structure.h"

static bool has_columns(lua_State *L)
{
    bool has = lua_getfield(L, 1, "x") == LUA_TTABLE;
    lua_pop(L, 1);
    return has;
}

static void check_structure(lua_State *L, const struct sensitivity_sample *s,
                            int64_t run, int factor)
{
    if (run >= 0)
        bind_fail(L,
                  "run %lld: '%s' is not what the design has there; the runs "
                  "were sorted, changed or mixed, so no index can be made of "
                  "them",
                  (long long)run + 1, s->name[factor]);
}

static uint64_t read_seed(struct arrays *arrays)
{
    double seed = arrays_number(arrays, 1, "seed", 1);
    return seed >= 0 && seed < 0x1p53 ? (uint64_t)seed : 1;
}

static void push_variance(lua_State *L, const struct variance *v)
{
    size_t k = (size_t)v->factors;
    lua_createtable(L, 0, 9);
    sensitivity_set_whole(L, "blocks", v->blocks);
    sensitivity_set_whole(L, "left_out", v->left_out);
    sensitivity_set(L, "mean", v->mean);
    sensitivity_set(L, "variance", v->variance);
    sensitivity_set_estimates(L, "first", v->first, k);
    sensitivity_set_estimates(L, "total", v->total, k);
    if (v->second)
        sensitivity_set_estimates(L, "second", v->second, k * (k - 1) / 2);
    sensitivity_set_steps(L, v->step, v->steps);
    sensitivity_set_estimates(L, "settling", v->settling,
                              (size_t)v->steps * 2 * k);
}

static int engine_indices(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct sensitivity_sample sample;
    struct err err;
    sensitivity_read(&arrays, has_columns(L), &sample);
    bool second = arrays_flag(&arrays, 1, "second");
    int64_t k = sample.factors, block = second ? 2 * k + 2 : k + 2;
    double resamples = arrays_number(&arrays, 1, "resamples", 100);
    struct variance_problem problem = {
        .y = sample.y,
        .blocks = sample.runs / block,
        .factors = sample.factors,
        .second = second,
        .resamples =
            fabs(resamples) <= VARIANCE_RESAMPLES ? (int)resamples : -1,
        .level = arrays_number(&arrays, 1, "level", 0.95),
        .seed = read_seed(&arrays),
        .threads = sample.runs > 10000 ? task_threads() : 1
    };
    int factor = 0;
    if (sample.x)
        check_structure(L, &sample,
                        saltelli_broken(sample.x, sample.factors,
                                        problem.blocks, second, &factor),
                        factor);
    struct sensitivity *held = sensitivity_push(L);
    struct variance *variance = &held->variance;
    if (!variance_init(variance, &problem, &err))
        return bind_raise(L, &err);
    push_variance(L, variance);
    sensitivity_release(held);
    return 1;
}

/* The steps of the design, made again from what is stored of it. */
static bool read_steps(struct arrays *arrays,
                       const struct sensitivity_sample *sample,
                       struct effects_problem *problem, struct err *err)
{
    size_t k = (size_t)sample->factors, n;
    double levels = arrays_number(arrays, 1, "levels", 4);
    struct factor *factor = arrays_room(arrays, k, sizeof *factor);
    for (size_t j = 0; j < k; j++)
        factor[j] = (struct factor){ .name = sample->name[j],
                                     .kind = FACTOR_UNIFORM,
                                     .b = 1 };
    struct design_request request = {
        .kind = DESIGN_MORRIS,
        .factor = factor,
        .factors = sample->factors,
        .n = (int64_t)arrays_number(arrays, 1, "n", 0),
        .seed = read_seed(arrays),
        .levels = levels >= 1 && levels <= DESIGN_LEVELS ? (int)levels : -1,
        .candidates = (int64_t)arrays_number(arrays, 1, "candidates", 0)
    };
    n = (size_t)(sample->runs / ((int64_t)k + 1));
    int *changed = arrays_room(arrays, n * k, sizeof *changed);
    double *delta = arrays_room(arrays, n * k, sizeof *delta);
    struct design design;
    if (!design_init(&design, &request, err))
        return false;
    for (size_t t = 0; t < n && t < (size_t)request.n; t++)
        design_morris_steps(&design, (int64_t)t, changed + t * k,
                            delta + t * k);
    design_release(&design);
    problem->changed = changed;
    problem->delta = delta;
    return true;
}

static void push_effects(lua_State *L, const struct effects *effects)
{
    size_t k = (size_t)effects->factors;
    struct estimate *part = lua_newuserdatauv(L, 2 * k * sizeof *part + 1, 0);
    double *spread = lua_newuserdatauv(L, 2 * k * sizeof *spread + 1, 0);
    for (size_t j = 0; j < k; j++) {
        part[j] = effects->factor[j].mean;
        part[k + j] = effects->factor[j].strength;
        spread[j] = effects->factor[j].spread;
        spread[k + j] = (double)effects->factor[j].used;
    }
    lua_createtable(L, 0, 7);
    sensitivity_set_whole(L, "failed", effects->failed);
    sensitivity_set_estimates(L, "mean", part, k);
    sensitivity_set_estimates(L, "strength", part + k, k);
    sensitivity_set_list(L, "spread", spread, k);
    sensitivity_set_list(L, "used", spread + k, k);
    sensitivity_set_steps(L, effects->step, effects->steps);
    sensitivity_set_estimates(L, "settling", effects->settling,
                              (size_t)effects->steps * k);
}

static int engine_effects(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct sensitivity_sample sample;
    struct err err;
    sensitivity_read(&arrays, has_columns(L), &sample);
    struct effects_problem problem = {
        .y = sample.y,
        .factors = sample.factors,
        .trajectories = sample.runs / ((int64_t)sample.factors + 1),
        .level = arrays_number(&arrays, 1, "level", 0.95)
    };
    if (!read_steps(&arrays, &sample, &problem, &err))
        return bind_raise(L, &err);
    int factor = 0;
    if (sample.x)
        check_structure(L, &sample,
                        morris_broken(sample.x, sample.factors,
                                      problem.trajectories, problem.changed,
                                      &factor),
                        factor);
    struct sensitivity *held = sensitivity_push(L);
    struct effects *effects = &held->effects;
    if (!effects_init(effects, &problem, &err))
        return bind_raise(L, &err);
    push_effects(L, effects);
    sensitivity_release(held);
    return 1;
}

const luaL_Reg bind_sensitivity_designs[] = {
    { "morris_effects", engine_effects },
    { "sobol_indices", engine_indices },
    { NULL, NULL },
};
