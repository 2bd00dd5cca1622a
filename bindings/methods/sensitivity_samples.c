/* What any sample tells, for scripts/sensitivity: ccn.engine.pawn, regression,
 * prim, prim_box and regret.  docs/sensitivity.md
 *
 *     pawn { y =, x =, names =, slices =, seed = }
 *     regression { ..., ranks =, level = }
 *     prim { ..., alpha =, least = }
 *     prim_box { ..., alpha =, low =, high =, paste = }
 *     regret { values = { row, ... }, futures =, lower =, alpha =, threshold =
 * }
 */
#include <math.h>
#include <stdlib.h>

#include "bindings/methods/sensitivity.h"
#include "core/base/task.h"

/* Read the sample of a request that has columns. */
static struct arrays begin(lua_State *L, struct sensitivity_sample *sample)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    sensitivity_read(&arrays, true, sample);
    return arrays;
}

static void push_factor(lua_State *L, const struct pawn_factor *f)
{
    lua_createtable(L, 0, 5);
    sensitivity_set(L, "median", f->median);
    sensitivity_set(L, "mean", f->mean);
    sensitivity_set(L, "most", f->most);
    sensitivity_set_list(L, "distances", f->distance, (size_t)f->slices);
    sensitivity_set_list(L, "from", f->from, (size_t)f->slices);
}

static int engine_pawn(lua_State *L)
{
    struct sensitivity_sample sample;
    struct arrays arrays = begin(L, &sample);
    double slices = arrays_number(&arrays, 1, "slices", 10);
    double seed = arrays_number(&arrays, 1, "seed", 1);
    struct pawn_problem problem = {
        .y = sample.y,
        .x = sample.x,
        .runs = sample.runs,
        .factors = sample.factors,
        .slices = fabs(slices) <= PAWN_SLICES ? (int)slices : 0,
        .seed = seed >= 0 && seed < 0x1p53 ? (uint64_t)seed : 1,
        .threads = sample.runs > 10000 ? task_threads() : 1
    };
    struct sensitivity *held = sensitivity_push(L);
    struct pawn *pawn = &held->pawn;
    struct err err;
    if (!pawn_init(pawn, &problem, &err))
        return bind_raise(L, &err);
    lua_createtable(L, pawn->factors, 6);
    for (int j = 0; j < pawn->factors; j++) {
        push_factor(L, &pawn->factor[j]);
        lua_rawseti(L, -2, j + 1);
    }
    push_factor(L, &pawn->dummy);
    lua_setfield(L, -2, "dummy");
    sensitivity_set_whole(L, "runs", pawn->runs);
    sensitivity_set_whole(L, "failed", pawn->failed);
    sensitivity_set_steps(L, pawn->step, pawn->steps);
    sensitivity_set_list(L, "settling", pawn->settling,
                         (size_t)pawn->steps * ((size_t)pawn->factors + 1));
    sensitivity_release(held);
    return 1;
}

static int engine_regression(lua_State *L)
{
    struct sensitivity_sample sample;
    struct arrays arrays = begin(L, &sample);
    struct regress_problem problem = {
        .y = sample.y,
        .x = sample.x,
        .name = sample.name,
        .runs = sample.runs,
        .factors = sample.factors,
        .ranks = arrays_flag(&arrays, 1, "ranks"),
        .level = arrays_number(&arrays, 1, "level", 0.95)
    };
    struct sensitivity *held = sensitivity_push(L);
    struct regress *regress = &held->regress;
    struct err err;
    if (!regress_init(regress, &problem, &err))
        return bind_raise(L, &err);
    size_t k = (size_t)regress->factors;
    lua_createtable(L, 0, 6);
    sensitivity_set_whole(L, "runs", regress->runs);
    sensitivity_set_whole(L, "failed", regress->failed);
    sensitivity_set(L, "share", regress->share);
    sensitivity_set_estimates(L, "factor", regress->factor, k);
    sensitivity_set_steps(L, regress->step, regress->steps);
    sensitivity_set_list(L, "settling", regress->settling,
                         (size_t)regress->steps * k);
    sensitivity_release(held);
    return 1;
}

static void push_box(lua_State *L, const struct prim_box *box,
                     const double *low, const double *high, size_t k)
{
    lua_createtable(L, 0, 9);
    sensitivity_set_whole(L, "count", box->count);
    sensitivity_set(L, "sum", box->sum);
    sensitivity_set(L, "density", box->mean);
    sensitivity_set(L, "coverage", box->coverage);
    sensitivity_set(L, "mass", box->mass);
    sensitivity_set_whole(L, "restricted", box->restricted);
    if (box->peeled >= 0)
        sensitivity_set_whole(L, "peeled", box->peeled + 1);
    sensitivity_set_list(L, "low", low, k);
    sensitivity_set_list(L, "high", high, k);
}

static struct prim_problem prim_problem(struct arrays *arrays,
                                        const struct sensitivity_sample *s)
{
    return (struct prim_problem){ .y = s->y,
                                  .x = s->x,
                                  .runs = s->runs,
                                  .factors = s->factors,
                                  .alpha =
                                      arrays_number(arrays, 1, "alpha", 0.05),
                                  .least =
                                      arrays_number(arrays, 1, "least", 0.05) };
}

static int engine_prim(lua_State *L)
{
    struct sensitivity_sample sample;
    struct arrays arrays = begin(L, &sample);
    struct prim_problem problem = prim_problem(&arrays, &sample);
    struct sensitivity *held = sensitivity_push(L);
    struct prim *prim = &held->prim;
    struct err err;
    if (!prim_init(prim, &problem, &err))
        return bind_raise(L, &err);
    size_t k = (size_t)prim->factors;
    lua_createtable(L, prim->boxes, 3);
    for (int i = 0; i < prim->boxes; i++) {
        push_box(L, &prim->box[i], prim->low + (size_t)i * k,
                 prim->high + (size_t)i * k, k);
        lua_rawseti(L, -2, i + 1);
    }
    sensitivity_set_whole(L, "runs", prim->runs);
    sensitivity_set_whole(L, "failed", prim->failed);
    sensitivity_set(L, "sum", prim->sum);
    sensitivity_release(held);
    return 1;
}

static double *copy_limits(struct arrays *arrays, const char *field, size_t k)
{
    const double *from = arrays_numbers(arrays, 1, field, k);
    double *to = arrays_room(arrays, k, sizeof *to);
    for (size_t j = 0; j < k; j++)
        to[j] = from[j];
    return to;
}

static int engine_box(lua_State *L)
{
    struct sensitivity_sample sample;
    struct arrays arrays = begin(L, &sample);
    struct prim_problem problem = prim_problem(&arrays, &sample);
    size_t k = (size_t)sample.factors;
    double *low = copy_limits(&arrays, "low", k);
    double *high = copy_limits(&arrays, "high", k);
    double *chance = arrays_room(&arrays, k, sizeof *chance);
    struct prim_box box;
    int pastes = 0;
    if (arrays_flag(&arrays, 1, "paste"))
        pastes = prim_paste(&problem, low, high, &box);
    else
        prim_measure(&problem, low, high, &box);
    prim_chances(&problem, low, high, chance);
    push_box(L, &box, low, high, k);
    sensitivity_set_whole(L, "pastes", pastes);
    sensitivity_set_list(L, "chances", chance, k);
    return 1;
}

/* The rows of the field values, each a list or a column. */
static void read_values(struct arrays *arrays, struct regret_problem *problem)
{
    lua_State *L = arrays->L;
    size_t plans = arrays_count(arrays, 1, "values");
    double futures = arrays_number(arrays, 1, "futures", 0);
    size_t n = futures > 0 && futures < 1e9 ? (size_t)futures : 0;
    double *value = arrays_room(arrays, plans * n, sizeof *value);
    for (size_t i = 0; i < plans; i++) {
        lua_newtable(L);
        lua_getfield(L, 1, "values");
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        lua_setfield(L, -3, "values");
        lua_pop(L, 1);
        const double *row = arrays_numbers(arrays, lua_gettop(L), "values", n);
        for (size_t j = 0; j < n; j++)
            value[i * n + j] = row[j];
        lua_pop(L, 1);
    }
    problem->value = value;
    problem->plans = (int)plans;
    problem->futures = (int64_t)n;
}

static void push_plan(lua_State *L, const struct regret *regret, int i)
{
    const struct regret_plan *plan = &regret->plan[i];
    lua_createtable(L, 0, 10);
    sensitivity_set(L, "worst", plan->worst);
    sensitivity_set(L, "best", plan->best);
    sensitivity_set(L, "hurwicz", plan->hurwicz);
    sensitivity_set(L, "mean", plan->mean);
    sensitivity_set(L, "most_regret", plan->most_regret);
    sensitivity_set(L, "mean_regret", plan->mean_regret);
    sensitivity_set(L, "satisfied", plan->satisfied);
    sensitivity_set_whole(L, "worst_future", plan->worst_future + 1);
    sensitivity_set_whole(L, "best_in", plan->best_in);
    sensitivity_set_list(L, "regrets", regret->regret + i * regret->futures,
                         (size_t)regret->futures);
}

static int engine_regret(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct regret_problem problem = {
        .lower = arrays_flag(&arrays, 1, "lower"),
        .alpha = arrays_number(&arrays, 1, "alpha", 0.5),
        .threshold = arrays_number(&arrays, 1, "threshold", NAN)
    };
    read_values(&arrays, &problem);
    struct sensitivity *held = sensitivity_push(L);
    struct regret *regret = &held->regret;
    struct err err;
    if (!regret_init(regret, &problem, &err))
        return bind_raise(L, &err);
    lua_createtable(L, regret->plans, 3);
    for (int i = 0; i < regret->plans; i++) {
        push_plan(L, regret, i);
        lua_rawseti(L, -2, i + 1);
    }
    sensitivity_set_whole(L, "futures", regret->futures);
    sensitivity_set_whole(L, "left_out", regret->left_out);
    lua_createtable(L, (int)regret->futures, 0);
    for (int64_t j = 0; j < regret->futures; j++) {
        lua_pushinteger(L, (lua_Integer)regret->future[j] + 1);
        lua_rawseti(L, -2, (lua_Integer)j + 1);
    }
    lua_setfield(L, -2, "used");
    sensitivity_release(held);
    return 1;
}

const luaL_Reg bind_sensitivity_samples[] = {
    { "pawn", engine_pawn },     { "prim", engine_prim },
    { "prim_box", engine_box },  { "regression", engine_regression },
    { "regret", engine_regret }, { NULL, NULL },
};
