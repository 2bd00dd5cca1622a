/* ccn.engine.rank(problem): the engine of scripts/rank.lua.
 *
 *     local result = ccn.engine.rank {
 *         method = "sum",            -- or "topsis"
 *         keys = { "A", "B" },
 *         criteria = { {
 *             name = "jobs", weight = 2, column = { 10, false },
 *             normal = "minmax",     -- "scale", "vector", "ratio",
 *                                    -- "share"
 *             lower = false, missing = "worst",
 *         } },
 *         gates = { { name = "open", column = { 1, 1 }, least = 1,
 *                     unknown = "refuse" } },
 *     }
 *
 * A scale is { kind = "linear", at = {...}, points = {...}, out_of = 10 }.
 * Keys and columns are lists, or columns of a plan (column.h).  What the
 * result says is asked one alternative at a time, so that nothing is copied
 * of a long one:
 *
 *     #result                  how many are ranked
 *     result:at(k)             the number of the k-th of them
 *     result:entry(i)          score, low, high, coverage, rank, rank_low,
 *                              rank_high, tied, number of its gate or 0
 *     result:parts(i)          what each criterion adds to its score
 *     result:excluded()        the numbers of those whom a gate keeps out
 */
#include "bindings/methods/rank.h"

#include <math.h>

#include "bindings/methods/arrays.h"

#define TYPE "ccn.ranking"

static const char *const methods[] = { "sum", "topsis", NULL };
static const char *const normals[] = { "scale", "vector", "minmax",
                                       "ratio", "share",  NULL };
static const char *const policies[] = { "unstated", "refuse", "worst",
                                        "best",     "value",  "out",
                                        "interval", NULL };
static const char *const unknowns[] = { "unstated", "refuse", "pass", "exclude",
                                        NULL };
static const char *const kinds[] = { "linear", "bands", "all",
                                     "deduct", "codes", NULL };

static size_t points_needed(enum scale_kind kind, size_t count)
{
    switch (kind) {
    case SCALE_BANDS:
        return count + 1;
    case SCALE_ALL:
        return 1;
    case SCALE_DEDUCT:
        return 2;
    case SCALE_LINEAR:
    case SCALE_CODES:
        break;
    }
    return count;
}

/* The scale of the criterion at an index. */
static struct scale read_scale(struct arrays *arrays, int criterion)
{
    lua_State *L = arrays->L;
    struct scale scale = { .out_of = 1 };
    if (lua_getfield(L, criterion, "scale") != LUA_TTABLE)
        bind_fail(L, "scale: a table is needed");
    int table = lua_gettop(L);
    scale.kind = (enum scale_kind)arrays_choice(arrays, table, "kind", kinds);
    size_t count = arrays_count(arrays, table, "at");
    size_t points = points_needed(scale.kind, count);
    scale.count = (int)count;
    scale.at = arrays_numbers_optional(arrays, table, "at", count);
    scale.points = arrays_numbers(arrays, table, "points", points);
    scale.out_of = arrays_number(arrays, table, "out_of", 1);
    lua_pop(L, 1);
    return scale;
}

static struct criterion read_criterion(struct arrays *arrays, int table,
                                       size_t alternatives)
{
    struct criterion criterion = {
        .name = arrays_text(arrays, table, "name"),
        .column = arrays_numbers(arrays, table, "column", alternatives),
        .weight = arrays_number(arrays, table, "weight", NAN),
        .lower = arrays_flag(arrays, table, "lower"),
        .assumed = arrays_number(arrays, table, "assumed", NAN),
    };
    criterion.normal =
        (enum normal)arrays_choice(arrays, table, "normal", normals);
    criterion.missing =
        (enum missing)arrays_choice(arrays, table, "missing", policies);
    if (criterion.normal == NORMAL_SCALE)
        criterion.scale = read_scale(arrays, table);
    return criterion;
}

static struct gate read_gate(struct arrays *arrays, int table,
                             size_t alternatives)
{
    struct gate gate = {
        .name = arrays_text(arrays, table, "name"),
        .column = arrays_numbers(arrays, table, "column", alternatives),
        .least = arrays_number(arrays, table, "least", -INFINITY),
        .most = arrays_number(arrays, table, "most", INFINITY),
    };
    gate.unknown =
        (enum gate_unknown)arrays_choice(arrays, table, "unknown", unknowns);
    return gate;
}

static const struct criterion *read_criteria(struct arrays *arrays, int list,
                                             struct rank_problem *problem)
{
    size_t count = lua_rawlen(arrays->L, list);
    struct criterion *criterion = arrays_room(arrays, count, sizeof *criterion);
    for (size_t j = 0; j < count; j++) {
        lua_rawgeti(arrays->L, list, (lua_Integer)j + 1);
        luaL_checktype(arrays->L, -1, LUA_TTABLE);
        criterion[j] = read_criterion(arrays, lua_gettop(arrays->L),
                                      problem->alternatives);
        lua_pop(arrays->L, 1);
    }
    problem->criteria = (int)count;
    return criterion;
}

static const struct gate *read_gates(struct arrays *arrays, int list,
                                     struct rank_problem *problem)
{
    size_t count = lua_rawlen(arrays->L, list);
    struct gate *gate = arrays_room(arrays, count, sizeof *gate);
    for (size_t j = 0; j < count; j++) {
        lua_rawgeti(arrays->L, list, (lua_Integer)j + 1);
        luaL_checktype(arrays->L, -1, LUA_TTABLE);
        gate[j] =
            read_gate(arrays, lua_gettop(arrays->L), problem->alternatives);
        lua_pop(arrays->L, 1);
    }
    problem->gates = (int)count;
    return gate;
}

static struct rank_problem read_problem(struct arrays *arrays, int table)
{
    lua_State *L = arrays->L;
    struct rank_problem problem = { .method = RANK_SUM };
    problem.method =
        (enum rank_method)arrays_choice(arrays, table, "method", methods);
    problem.alternatives = arrays_count(arrays, table, "keys");
    problem.key = arrays_texts(arrays, table, "keys", problem.alternatives);

    lua_getfield(L, table, "criteria");
    luaL_checktype(L, -1, LUA_TTABLE);
    problem.criterion = read_criteria(arrays, lua_gettop(L), &problem);
    lua_pop(L, 1);
    if (lua_getfield(L, table, "gates") == LUA_TTABLE)
        problem.gate = read_gates(arrays, lua_gettop(L), &problem);
    lua_pop(L, 1);
    return problem;
}

const struct bind_ranking *bind_ranking(lua_State *L, int arg)
{
    return luaL_checkudata(L, arg, TYPE);
}

static int ranking_close(lua_State *L)
{
    struct bind_ranking *held = luaL_checkudata(L, 1, TYPE);
    ranking_release(&held->ranking);
    return 0;
}

static int ranking_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)bind_ranking(L, 1)->ranking.ranked);
    return 1;
}

static int ranking_at(lua_State *L)
{
    const struct ranking *ranking = &bind_ranking(L, 1)->ranking;
    lua_Integer k = luaL_checkinteger(L, 2);
    if (k < 1 || k > (lua_Integer)ranking->ranked)
        return 0;
    lua_pushinteger(L, (lua_Integer)ranking->order[k - 1] + 1);
    return 1;
}

/* The alternative whose number is at argument 2, from 0. */
static size_t check_alternative(lua_State *L, const struct ranking *ranking)
{
    lua_Integer i = luaL_checkinteger(L, 2);
    luaL_argcheck(L, i >= 1 && i <= (lua_Integer)ranking->alternatives, 2,
                  "no such alternative");
    return (size_t)i - 1;
}

static int ranking_entry(lua_State *L)
{
    const struct ranking *ranking = &bind_ranking(L, 1)->ranking;
    size_t i = check_alternative(L, ranking);
    luaL_checkstack(L, 9, NULL);
    lua_pushnumber(L, ranking->score[i]);
    lua_pushnumber(L, ranking->low[i]);
    lua_pushnumber(L, ranking->high[i]);
    lua_pushnumber(L, ranking->coverage[i]);
    lua_pushinteger(L, ranking->rank[i]);
    lua_pushinteger(L, ranking->rank_low[i]);
    lua_pushinteger(L, ranking->rank_high[i]);
    lua_pushinteger(L, ranking->tied[i]);
    lua_pushinteger(L, ranking->excluded[i] + 1);
    return 9;
}

static int ranking_parts(lua_State *L)
{
    const struct bind_ranking *held = bind_ranking(L, 1);
    size_t i = check_alternative(L, &held->ranking);
    int count = held->problem.criteria;
    double *part = lua_newuserdatauv(L, (size_t)count * sizeof *part, 0);
    luaL_argcheck(L, held->ranking.excluded[i] < 0, 2, "it is not ranked");
    ranking_explain(&held->ranking, &held->problem, i, part);
    arrays_push_numbers(L, part, (size_t)count);
    return 1;
}

static int ranking_excluded(lua_State *L)
{
    const struct ranking *ranking = &bind_ranking(L, 1)->ranking;
    lua_newtable(L);
    lua_Integer count = 0;
    for (size_t i = 0; i < ranking->alternatives; i++) {
        if (ranking->excluded[i] < 0)
            continue;
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static int engine_rank(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct bind_ranking *held = lua_newuserdatauv(L, sizeof *held, 1);
    *held = (struct bind_ranking){ 0 };
    luaL_setmetatable(L, TYPE);
    lua_pushvalue(L, arrays.anchor);
    lua_setiuservalue(L, -2, 1);
    held->problem = read_problem(&arrays, 1);

    struct err err;
    if (!ranking_init(&held->ranking, &held->problem, &err))
        return bind_raise(L, &err);
    return 1;
}

bool bind_ranking_carry(lua_State *from, int index, lua_State *to)
{
    struct err err;
    const struct bind_ranking *held = luaL_testudata(from, index, TYPE);
    if (!held)
        return false;
    struct bind_ranking *copy = lua_newuserdatauv(to, sizeof *copy, 1);
    *copy = (struct bind_ranking){ .problem = held->problem };
    luaL_setmetatable(to, TYPE);
    return ranking_init(&copy->ranking, &copy->problem, &err);
}

void bind_ranking_type(lua_State *L)
{
    static const luaL_Reg meta[] = {
        { "__gc", ranking_close },
        { "__len", ranking_length },
        { NULL, NULL },
    };
    static const luaL_Reg asked[] = {
        { "at", ranking_at },
        { "entry", ranking_entry },
        { "excluded", ranking_excluded },
        { "parts", ranking_parts },
        { NULL, NULL },
    };
    luaL_newmetatable(L, TYPE);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, asked);
    luaL_setfuncs(L, bind_robust_methods, 0);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

const luaL_Reg bind_rank_functions[] = {
    { "rank", engine_rank },
    { NULL, NULL },
};
