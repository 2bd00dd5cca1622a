/* ccn.engine.rank(problem): the engine of scripts/rank.lua.
 *
 *     local result = ccn.engine.rank {
 *         method = "sum",            -- or "topsis"
 *         keys = { "A", "B" },
 *         criteria = { {
 *             name = "jobs", weight = 2, column = { 10, false },
 *             normal = "minmax",     -- "scale", "vector", "ratio"
 *             lower = false, missing = "worst",
 *         } },
 *         gates = { { name = "open", column = { 1, 1 }, least = 1,
 *                     unknown = "refuse" } },
 *     }
 *
 * A scale is { kind = "linear", at = {...}, points = {...}, out_of = 10 }.
 * The result has lists by alternative (score, low, high, coverage, rank,
 * rank_low, rank_high, tied, excluded: number of the gate or 0), the list
 * order, and parts: for each criterion the list of what it adds.
 */
#include <math.h>

#include "bindings/arrays.h"
#include "core/rank/rank.h"

#define TYPE "ccn.ranking"

static const char *const methods[] = { "sum", "topsis", NULL };
static const char *const normals[] = { "scale", "vector", "minmax", "ratio",
                                       NULL };
static const char *const policies[] = { "unstated", "refuse", "worst", "best",
                                        "value",    "out",    NULL };
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
        luaL_error(L, "scale: a table is needed");
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

static int ranking_close(lua_State *L)
{
    ranking_release(luaL_checkudata(L, 1, TYPE));
    return 0;
}

static struct ranking *push_ranking(lua_State *L)
{
    struct ranking *ranking = lua_newuserdatauv(L, sizeof *ranking, 0);
    *ranking = (struct ranking){ 0 };
    if (luaL_newmetatable(L, TYPE)) {
        lua_pushcfunction(L, ranking_close);
        lua_setfield(L, -2, "__gc");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_setmetatable(L, -2);
    return ranking;
}

/* Push the list of what each criterion adds, each a list by alternative. */
static void push_parts(lua_State *L, const struct rank_problem *problem,
                       const struct ranking *ranking, double *part)
{
    lua_createtable(L, problem->criteria, 0);
    for (int j = 0; j < problem->criteria; j++) {
        lua_createtable(L, (int)problem->alternatives, 0);
        lua_rawseti(L, -2, j + 1);
    }
    for (size_t i = 0; i < problem->alternatives; i++) {
        if (ranking->excluded[i] < 0)
            ranking_explain(ranking, problem, i, part);
        for (int j = 0; j < problem->criteria; j++) {
            lua_rawgeti(L, -1, j + 1);
            if (ranking->excluded[i] < 0)
                lua_pushnumber(L, part[j]);
            else
                lua_pushboolean(L, 0);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
            lua_pop(L, 1);
        }
    }
    lua_setfield(L, -2, "parts");
}

static void push_order(lua_State *L, const struct ranking *ranking)
{
    lua_createtable(L, (int)ranking->ranked, 0);
    for (size_t k = 0; k < ranking->ranked; k++) {
        lua_pushinteger(L, (lua_Integer)ranking->order[k] + 1);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
    }
    lua_setfield(L, -2, "order");
}

static void push_result(lua_State *L, const struct ranking *ranking)
{
    size_t n = ranking->alternatives;
    const struct {
        const char *name;
        const double *number;
    } numbers[] = { { "score", ranking->score },
                    { "low", ranking->low },
                    { "high", ranking->high },
                    { "coverage", ranking->coverage } };
    const struct {
        const char *name;
        const int *number;
        int add;
    } whole[] = { { "rank", ranking->rank, 0 },
                  { "rank_low", ranking->rank_low, 0 },
                  { "rank_high", ranking->rank_high, 0 },
                  { "tied", ranking->tied, 0 },
                  { "excluded", ranking->excluded, 1 } };

    lua_createtable(L, 0, 12);
    for (size_t k = 0; k < sizeof numbers / sizeof numbers[0]; k++) {
        arrays_push_numbers(L, numbers[k].number, n);
        lua_setfield(L, -2, numbers[k].name);
    }
    for (size_t k = 0; k < sizeof whole / sizeof whole[0]; k++) {
        arrays_push_whole(L, whole[k].number, n, whole[k].add);
        lua_setfield(L, -2, whole[k].name);
    }
    push_order(L, ranking);
}

static int engine_rank(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct rank_problem problem = read_problem(&arrays, 1);
    double *part = arrays_room(&arrays, (size_t)problem.criteria, sizeof *part);
    struct ranking *ranking = push_ranking(L);

    struct err err;
    if (!ranking_init(ranking, &problem, &err))
        return bind_raise(L, &err);
    push_result(L, ranking);
    push_parts(L, &problem, ranking, part);
    return 1;
}

const luaL_Reg bind_rank_functions[] = {
    { "rank", engine_rank },
    { NULL, NULL },
};
