/* How sure a ranking is: methods of what ccn.engine.rank gives.
 *
 *     result:stability(top)    of each criterion { weight =, ranking =,
 *                              winner =, top = }, each of these { low =,
 *                              high =, at_low = { before, after } or nil,
 *                              at_high = }
 *     result:dethrone()        { first =, who = or nil, moved =, weights = }
 *     result:dominated()       { { who, by }, ... }
 *     result:reversals()       { trials =, { kind =, who =, turned =,
 *                              first_changed =, pair = }, ... }
 *     result:acceptability{}   by place in the order: shares, centres,
 *                              confidence, mean_rank; samples, exact
 *
 * Alternatives are numbers from 1.
 */
#include <math.h>
#include <stdlib.h>

#include "bindings/lua/held.h"
#include "bindings/methods/arrays.h"
#include "bindings/methods/rank.h"
#include "core/base/task.h"
#include "core/rank/dethrone.h"
#include "core/rank/dominance.h"
#include "core/rank/reversal.h"
#include "core/rank/smaa.h"
#include "core/rank/stability.h"

/* What C must free, should pushing the result jump out. */
struct kept {
    struct dethrone dethrone;
    struct reversals reversals;
    struct smaa smaa;
    struct worths worths;
};

#define KEPT "ccn.kept"

static int kept_free(lua_State *L)
{
    struct kept *kept = luaL_checkudata(L, 1, KEPT);
    dethrone_release(&kept->dethrone);
    reversals_release(&kept->reversals);
    smaa_release(&kept->smaa);
    worths_release(&kept->worths);
    return 0;
}

static struct kept *push_kept(lua_State *L)
{
    return held_push(L, sizeof(struct kept), KEPT, kept_free);
}

/* Set a field of the table on top to a pair, unless there is none. */
static void set_pair(lua_State *L, const char *name, const int64_t pair[2])
{
    if (pair[0] < 0)
        return;
    lua_createtable(L, 2, 0);
    for (int i = 0; i < 2; i++) {
        lua_pushinteger(L, (lua_Integer)pair[i] + 1);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, name);
}

static void set_number(lua_State *L, const char *name, double number)
{
    lua_pushnumber(L, number);
    lua_setfield(L, -2, name);
}

static void set_whole(lua_State *L, const char *name, int64_t whole)
{
    lua_pushinteger(L, (lua_Integer)whole);
    lua_setfield(L, -2, name);
}

static void push_stability(lua_State *L, const struct stability *stability)
{
    static const char *const kinds[STAYS] = { "ranking", "winner", "top" };
    lua_createtable(L, 0, 4);
    set_number(L, "weight", stability->weight);
    for (int i = 0; i < STAYS; i++) {
        const struct stay *stay = &stability->stay[i];
        lua_createtable(L, 0, 4);
        set_number(L, "low", stay->low);
        set_number(L, "high", stay->high);
        set_pair(L, "at_low", stay->at_low);
        set_pair(L, "at_high", stay->at_high);
        lua_setfield(L, -2, kinds[i]);
    }
}

static int ranking_stability_of(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    lua_Integer top = luaL_checkinteger(L, 2);
    luaL_argcheck(L, top >= 1, 2, "at least 1 is needed");
    int count = held->problem.criteria;
    struct stability *out =
        lua_newuserdatauv(L, (size_t)count * sizeof *out + 1, 0);
    struct err err;
    if (!ranking_stability(&held->ranking, &held->problem, (size_t)top, out,
                           &err))
        return bind_raise(L, &err);
    lua_createtable(L, count, 0);
    for (int j = 0; j < count; j++) {
        push_stability(L, &out[j]);
        lua_rawseti(L, -2, j + 1);
    }
    return 1;
}

static int ranking_dethrone(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    struct dethrone *dethrone = &push_kept(L)->dethrone;
    struct err err;
    if (!dethrone_init(dethrone, &held->ranking, &held->problem, &err))
        return bind_raise(L, &err);
    lua_createtable(L, 0, 4);
    if (dethrone->first >= 0)
        set_whole(L, "first", dethrone->first + 1);
    if (dethrone->who >= 0) {
        set_whole(L, "who", dethrone->who + 1);
        set_number(L, "moved", dethrone->moved);
        arrays_push_numbers(L, dethrone->weight,
                            (size_t)held->problem.criteria);
        lua_setfield(L, -2, "weights");
    }
    return 1;
}

static int ranking_dominated(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    size_t n = held->ranking.alternatives;
    int64_t *by = lua_newuserdatauv(L, n * sizeof *by + 1, 0);
    struct err err;
    if (!ranking_dominance(&held->ranking, &held->problem, by, &err))
        return bind_raise(L, &err);
    lua_newtable(L);
    lua_Integer count = 0;
    for (size_t i = 0; i < n; i++) {
        if (by[i] < 0)
            continue;
        lua_createtable(L, 2, 0);
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_rawseti(L, -2, 1);
        lua_pushinteger(L, (lua_Integer)by[i] + 1);
        lua_rawseti(L, -2, 2);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static void push_reversal(lua_State *L, const struct reversal *reversal)
{
    static const char *const kinds[] = { "left out", "copy", "worse" };
    lua_createtable(L, 0, 5);
    lua_pushstring(L, kinds[reversal->kind]);
    lua_setfield(L, -2, "kind");
    set_whole(L, "who", reversal->who + 1);
    set_whole(L, "turned", reversal->turned);
    lua_pushboolean(L, reversal->first_changed);
    lua_setfield(L, -2, "first_changed");
    set_pair(L, "pair", reversal->pair);
}

static int ranking_reversals(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    struct reversals *reversals = &push_kept(L)->reversals;
    struct err err;
    if (!reversals_init(reversals, &held->ranking, &held->problem, &err))
        return bind_raise(L, &err);
    lua_createtable(L, (int)reversals->found, 1);
    set_whole(L, "trials", reversals->trials);
    for (long i = 0; i < reversals->found; i++) {
        push_reversal(L, &reversals->list[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* Acceptability */

static const struct weight_ratio *read_ratios(struct arrays *arrays, int table,
                                              int criteria, int *count)
{
    size_t n = arrays_count(arrays, table, "more");
    const int *more =
        arrays_places_optional(arrays, table, "more", n, criteria);
    const int *less =
        arrays_places_optional(arrays, table, "less", n, criteria);
    const double *factor = arrays_numbers_optional(arrays, table, "factor", n);
    struct weight_ratio *ratio = arrays_room(arrays, n, sizeof *ratio);
    *count = more && less && factor ? (int)n : 0;
    for (int i = 0; i < *count; i++) {
        ratio[i] = (struct weight_ratio){ more[i], less[i], factor[i] };
        if (more[i] < 0 || less[i] < 0 || isnan(factor[i]))
            bind_fail(arrays->L, "a ratio needs two criteria and a factor");
    }
    return ratio;
}

static void read_limits(struct arrays *arrays, int table, int criteria,
                        struct weight_limits *limits)
{
    size_t n = (size_t)criteria;
    limits->low = arrays_numbers_optional(arrays, table, "low", n);
    limits->high = arrays_numbers_optional(arrays, table, "high", n);
    limits->ratio = read_ratios(arrays, table, criteria, &limits->ratios);
}

/* The places of the alternatives in the order; of the excluded none. */
static const int64_t *places_of(struct arrays *arrays,
                                const struct ranking *ranking)
{
    int64_t *place = arrays_room(arrays, ranking->alternatives, sizeof *place);
    for (size_t i = 0; i < ranking->alternatives; i++)
        place[i] = -1;
    for (size_t k = 0; k < ranking->ranked; k++)
        place[ranking->order[k]] = (int64_t)k;
    return place;
}

static int by_row(const void *a, const void *b)
{
    const struct spread *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return x->criterion - y->criterion;
}

/* One value that is not certain; false when its alternative is not ranked. */
static bool read_spread(struct arrays *arrays, int table,
                        const struct bind_ranking *held, const int64_t *place,
                        struct spread *spread)
{
    static const char *const kinds[] = { "uniform",  "triangular", "normal",
                                         "discrete", "worth",      NULL };
    lua_State *L = arrays->L;
    double who = arrays_number(arrays, table, "who", 0);
    double criterion = arrays_number(arrays, table, "criterion", 0);
    if (!(who >= 1 && who <= (double)held->ranking.alternatives) ||
        !(criterion >= 1 && criterion <= held->problem.criteria))
        bind_fail(L, "no such alternative or criterion");
    int64_t row = place[(size_t)who - 1];
    *spread = (struct spread){
        .row = (size_t)row,
        .criterion = (int)criterion - 1,
        .kind = (enum spread_kind)arrays_choice(arrays, table, "kind", kinds),
        .a = arrays_number(arrays, table, "a", 0),
        .b = arrays_number(arrays, table, "b", 0),
        .c = arrays_number(arrays, table, "c", 0),
        .count = (int)arrays_count(arrays, table, "values"),
    };
    size_t count = (size_t)spread->count;
    if (spread->kind == SPREAD_DISCRETE) {
        spread->value = arrays_numbers(arrays, table, "values", count);
        spread->chance = arrays_numbers(arrays, table, "chances", count);
    }
    return row >= 0;
}

static const struct spread *read_spreads(struct arrays *arrays, int table,
                                         const struct bind_ranking *held,
                                         size_t *count)
{
    lua_State *L = arrays->L;
    const int64_t *place = places_of(arrays, &held->ranking);
    size_t n = arrays_count(arrays, table, "spreads");
    struct spread *spread = arrays_room(arrays, n, sizeof *spread);
    *count = 0;
    lua_getfield(L, table, "spreads");
    int list = lua_gettop(L);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        luaL_checktype(L, -1, LUA_TTABLE);
        *count +=
            read_spread(arrays, lua_gettop(L), held, place, &spread[*count]);
        lua_settop(L, list);
    }
    lua_settop(L, list - 1);
    qsort(spread, *count, sizeof *spread, by_row);
    for (size_t i = 1; i < *count; i++) {
        if (by_row(&spread[i - 1], &spread[i]) == 0)
            bind_fail(L, "a value is said twice not to be certain");
    }
    return spread;
}

enum { SHARES = 20000000 }; /* figures, at most */

static void read_smaa(struct arrays *arrays, const struct bind_ranking *held,
                      struct smaa_problem *problem)
{
    size_t n = held->ranking.ranked;
    double samples = arrays_number(arrays, 2, "samples", 10000);
    double seed = arrays_number(arrays, 2, "seed", 1);
    double ranks = arrays_number(arrays, 2, "ranks", 0);
    if (!(ranks >= 0 && ranks <= (double)n))
        ranks = (double)n;
    if ((ranks > 0 ? ranks : (double)n) * (double)n > SHARES)
        bind_fail(arrays->L,
                  "that is a table of %g ranks of %g alternatives; "
                  "ask for fewer ranks",
                  ranks > 0 ? ranks : (double)n, (double)n);
    problem->samples =
        samples >= 1 && samples <= SMAA_SAMPLES ? (long)samples : 0;
    problem->seed = seed >= 0 && seed < 0x1p53 ? (uint64_t)seed : 1;
    problem->ranks = (size_t)ranks;
    problem->threads =
        (double)problem->samples * (double)n > 1e6 ? task_threads() : 1;
    problem->norm = held->ranking.norm;
    problem->spread = read_spreads(arrays, 2, held, &problem->spreads);
}

static void push_rows(lua_State *L, const double *number, size_t n,
                      size_t columns)
{
    lua_createtable(L, (int)n, 0);
    for (size_t k = 0; k < n; k++) {
        if (columns > 0 && isnan(number[k * columns]))
            lua_pushboolean(L, 0);
        else
            arrays_push_numbers(L, number + k * columns, columns);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
    }
}

static void push_smaa(lua_State *L, const struct smaa *smaa)
{
    lua_createtable(L, 0, 8);
    push_rows(L, smaa->share, smaa->n, smaa->ranks);
    lua_setfield(L, -2, "shares");
    push_rows(L, smaa->centre, smaa->n, (size_t)smaa->criteria);
    lua_setfield(L, -2, "centres");
    arrays_push_numbers(L, smaa->confidence, smaa->n);
    lua_setfield(L, -2, "confidence");
    arrays_push_numbers(L, smaa->mean_rank, smaa->n);
    lua_setfield(L, -2, "mean_rank");
    set_whole(L, "samples", smaa->samples);
    set_whole(L, "ranks", (int64_t)smaa->ranks);
    lua_pushboolean(L, smaa->exact);
    lua_setfield(L, -2, "exact");
}

static int ranking_acceptability(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    struct arrays arrays = arrays_new(L);
    struct weight_limits limits = { 0 };
    struct smaa_problem problem = { .limits = &limits };
    struct err err;
    read_limits(&arrays, 2, held->problem.criteria, &limits);
    read_smaa(&arrays, held, &problem);
    if (!worths_add_up(&held->problem, &err))
        return bind_raise(L, &err);
    struct kept *kept = push_kept(L);
    worths_init(&kept->worths, &held->ranking, &held->problem);
    problem.worths = &kept->worths;
    if (!smaa_init(&kept->smaa, &problem, &err))
        return bind_raise(L, &err);
    push_smaa(L, &kept->smaa);
    return 1;
}

const luaL_Reg bind_robust_methods[] = {
    { "acceptability", ranking_acceptability },
    { "dethrone", ranking_dethrone },
    { "dominated", ranking_dominated },
    { "reversals", ranking_reversals },
    { "stability", ranking_stability_of },
    { NULL, NULL },
};
