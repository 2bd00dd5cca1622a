/* ccn.engine.pipeline(problem, spec): for scripts/pipeline.lua.
 *
 * The problem is that of ccn.engine.place.  spec has
 *
 *   factors     how many
 *   land        the number of the resource that is land, or nil
 *   ground      { cluster =, free =, opens = {...}, areas = {...} }, ...
 *   effects     { factor =, target =, op =, at =, of =, scale =, offset = },
 * ... indicators  { kind =, year =, resource =, scale = }, ... ranking     of
 * ccn.engine.rank; then enterprise, a list with the number of the enterprise of
 * each alternative priority    of each term 1 when its values go by the order
 *
 * numbers counted from 1, years as numbers of the problem; at is a resource, a
 * cluster's place in ground, an opening counted over all of ground, a cluster,
 * or a criterion, by the target.
 */
#include "bindings/sweep/pipeline.h"

#include <math.h>
#include <string.h>

#include "bindings/methods/place_read.h"

#define TYPE "ccn.pipeline"

static const char *const targets[] = { "supply", "need", "free",     "opens",
                                       "area",   "shut", "earliest", "weight",
                                       "money",  "cost", "starts",   NULL };
static const char *const ops[] = { "set", "add", "times", NULL };
static const char *const kinds[] = { "placed", "left",  "done",   "last",
                                     "waited", "total", "opened", "used",
                                     "wanted", "opens", "paid",   NULL };

enum { SPEC = 2, PIPELINE_FACTORS = 1900 }; /* its index; at most */

/* A number counted from 1, of a field; -1 for nil. */
static int place_of(struct arrays *arrays, int table, const char *field,
                    int most)
{
    double number = arrays_number(arrays, table, field, 0);
    if (!(number >= 0 && number <= most) || number != floor(number))
        bind_fail(arrays->L, "%s: there is no number %.0f", field, number);
    return (int)number - 1;
}

static int needed(struct arrays *arrays, int table, const char *field, int most)
{
    int place = place_of(arrays, table, field, most);
    if (place < 0)
        bind_fail(arrays->L, "%s is missing", field);
    return place;
}

/* Land */

static struct pipeline_land read_land(struct arrays *arrays, int table,
                                      const struct pipeline *pipeline)
{
    struct pipeline_land land = { .first = pipeline->openings };
    size_t count = arrays_count(arrays, table, "opens");
    int64_t *year = arrays_whole(arrays, table, "opens", count, 0);
    int64_t *area = arrays_whole(arrays, table, "areas", count, 0);
    struct place_opening *opening = arrays_room(arrays, count, sizeof *opening);
    for (size_t k = 0; k < count; k++)
        opening[k] = (struct place_opening){ (int)year[k], area[k] };
    land.cluster = needed(arrays, table, "cluster", pipeline->problem.clusters);
    land.free = (int64_t)arrays_number(arrays, table, "free", 0);
    land.openings = (int)count;
    land.opening = opening;
    return land;
}

static void read_ground(struct arrays *arrays, struct pipeline *pipeline)
{
    lua_State *L = arrays->L;
    size_t count = arrays_count(arrays, SPEC, "ground");
    struct pipeline_land *land = arrays_room(arrays, count, sizeof *land);
    pipeline->land =
        place_of(arrays, SPEC, "land", pipeline->problem.resources);
    if (count && pipeline->land < 0)
        bind_fail(L, "%s is missing", "land");
    lua_getfield(L, SPEC, "ground");
    int list = lua_gettop(L);
    for (size_t k = 0; k < count; k++) {
        lua_rawgeti(L, list, (lua_Integer)k + 1);
        luaL_checktype(L, -1, LUA_TTABLE);
        land[k] = read_land(arrays, lua_gettop(L), pipeline);
        pipeline->openings += land[k].openings;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    pipeline->lands = (int)count;
    pipeline->ground = land;
}

/* Effects */

static int most_at(const struct pipeline *pipeline, enum effect_target target)
{
    switch (target) {
    case EFFECT_SUPPLY:
    case EFFECT_NEED:
        return pipeline->problem.resources;
    case EFFECT_FREE:
        return pipeline->lands;
    case EFFECT_OPENS:
    case EFFECT_AREA:
        return pipeline->openings;
    case EFFECT_SHUT:
        return pipeline->problem.clusters;
    case EFFECT_EARLIEST:
        return 1;
    case EFFECT_WEIGHT:
        return pipeline->ranking ? pipeline->ranking->problem.criteria : 0;
    case EFFECT_MONEY:
        return pipeline->works ? pipeline->works->problem.sources : 0;
    case EFFECT_COST:
    case EFFECT_STARTS:
        return pipeline->works ? 1 : 0;
    }
    return 0;
}

static struct effect read_effect(struct arrays *arrays, int table,
                                 const struct pipeline *pipeline)
{
    struct effect effect = { .of = -1 };
    effect.factor = needed(arrays, table, "factor", pipeline->head.inputs);
    effect.target =
        (enum effect_target)arrays_choice(arrays, table, "target", targets);
    effect.op = (enum effect_op)arrays_choice(arrays, table, "op", ops);
    effect.at = needed(arrays, table, "at", most_at(pipeline, effect.target));
    effect.scale = arrays_number(arrays, table, "scale", 1);
    effect.offset = arrays_number(arrays, table, "offset", 0);
    int most = pipeline->problem.enterprises;
    int years = pipeline->problem.years;
    if (effect.target == EFFECT_SUPPLY)
        most = resource_groups(&pipeline->problem, effect.at);
    else if (effect.target >= EFFECT_MONEY)
        most = pipeline->works->problem.phases;
    if (effect.target >= EFFECT_MONEY)
        years = pipeline->works->problem.years;
    effect.of = place_of(arrays, table, "of", most);
    effect.year = place_of(arrays, table, "year", years);
    return effect;
}

static void read_effects(struct arrays *arrays, struct pipeline *pipeline)
{
    lua_State *L = arrays->L;
    size_t count = arrays_count(arrays, SPEC, "effects");
    struct effect *effect = arrays_room(arrays, count, sizeof *effect);
    lua_getfield(L, SPEC, "effects");
    int list = lua_gettop(L);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        luaL_checktype(L, -1, LUA_TTABLE);
        effect[i] = read_effect(arrays, lua_gettop(L), pipeline);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    pipeline->effects = (int)count;
    pipeline->effect = effect;
}

/* What an indicator may ask of. */
static int most_asked(const struct pipeline *pipeline, enum indicator_kind kind)
{
    if (kind == INDICATOR_OPENS)
        return pipeline->works ? pipeline->works->problem.phases : 0;
    if (kind == INDICATOR_PAID)
        return pipeline->works ? pipeline->works->problem.sources : 0;
    return pipeline->problem.resources;
}

static void check_indicator(lua_State *L, const struct pipeline *pipeline,
                            const struct indicator *made)
{
    bool of_works = made->kind == INDICATOR_OPENED ||
                    made->kind == INDICATOR_OPENS ||
                    made->kind == INDICATOR_PAID;
    bool named = made->kind >= INDICATOR_USED && made->kind != INDICATOR_PAID;
    if (named && made->resource < 0)
        bind_fail(L, "%s is missing", "resource");
    if (of_works && !pipeline->works)
        bind_fail(L, "%s is missing", "works");
}

static void read_indicators(struct arrays *arrays, struct pipeline *pipeline)
{
    lua_State *L = arrays->L;
    size_t count = arrays_count(arrays, SPEC, "indicators");
    struct indicator *made = arrays_room(arrays, count, sizeof *made);
    lua_getfield(L, SPEC, "indicators");
    int list = lua_gettop(L);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        luaL_checktype(L, -1, LUA_TTABLE);
        int at = lua_gettop(L);
        made[i].kind =
            (enum indicator_kind)arrays_choice(arrays, at, "kind", kinds);
        made[i].year = place_of(arrays, at, "year", pipeline->problem.years);
        made[i].resource = place_of(arrays, at, "resource",
                                    most_asked(pipeline, made[i].kind));
        made[i].scale = arrays_number(arrays, at, "scale", 1);
        check_indicator(L, pipeline, &made[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    pipeline->head.outputs = (int)count;
    pipeline->indicator = made;
}

/* The order: the ranking must outlive the pipeline, so the anchor holds it. */
static void read_ranking(struct arrays *arrays, struct pipeline *pipeline)
{
    lua_State *L = arrays->L;
    const struct place_problem *problem = &pipeline->problem;
    if (lua_getfield(L, SPEC, "ranking") != LUA_TNIL) {
        pipeline->ranking = bind_ranking(L, lua_gettop(L));
        size_t count = pipeline->ranking->problem.alternatives;
        lua_setfield(L, arrays->anchor, "ranking");
        pipeline->enterprise = arrays_places(arrays, SPEC, "enterprise", count,
                                             problem->enterprises);
    } else {
        lua_pop(L, 1);
    }
    pipeline->priority =
        arrays_codes_optional(arrays, SPEC, "priority", (size_t)problem->terms);
}

/* The works, which the anchor holds as well. */
static void read_works(struct arrays *arrays, struct pipeline *pipeline)
{
    lua_State *L = arrays->L;
    if (lua_getfield(L, SPEC, "works") == LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    pipeline->works = bind_works(L, lua_gettop(L));
    lua_setfield(L, arrays->anchor, "works");
    pipeline->opening = arrays_places(arrays, SPEC, "opening",
                                      (size_t)pipeline->works->problem.phases,
                                      pipeline->openings);
}

static struct pipeline *push_pipeline(lua_State *L, const struct arrays *arrays)
{
    struct pipeline *pipeline = lua_newuserdatauv(L, sizeof *pipeline, 1);
    *pipeline = (struct pipeline){ .head = { .run = pipeline_run,
                                             .open = pipeline_open,
                                             .close = pipeline_close } };
    lua_pushvalue(L, arrays->anchor);
    lua_setiuservalue(L, -2, 1);
    if (luaL_newmetatable(L, TYPE)) {
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, BIND_EXPERIMENT);
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_setmetatable(L, -2);
    return pipeline;
}

static int engine_pipeline(lua_State *L)
{
    struct err err;
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, SPEC, LUA_TTABLE);
    lua_settop(L, SPEC);
    struct arrays arrays = arrays_new(L);
    struct pipeline *pipeline = push_pipeline(L, &arrays);
    place_read(&arrays, &pipeline->problem);
    if (!place_check(&pipeline->problem, &err))
        return bind_raise(L, &err);
    pipeline->head.inputs =
        place_of(&arrays, SPEC, "factors", PIPELINE_FACTORS) + 1;
    read_ground(&arrays, pipeline);
    read_ranking(&arrays, pipeline);
    read_works(&arrays, pipeline);
    read_effects(&arrays, pipeline);
    read_indicators(&arrays, pipeline);
    return 1;
}

const luaL_Reg bind_pipeline_functions[] = {
    { "pipeline", engine_pipeline },
    { NULL, NULL },
};
