/* ccn.engine.place(problem): the engine of scripts/place.lua.
 *
 * The problem has the fields of struct place_problem (core/place/place.h)
 * under their names, enterprises, clusters and order as lists, numbers counted
 * from 1; land in tenths of a square metre, wastewater in litres a day, money
 * in VND; room, treatment and shut as lists of cluster after cluster, each by
 * years; false or nil for no limit.  mode is "strict" or "best"; seconds is
 * the time for "best".
 *
 * The result is a handle; ccn.engine.placed(handle), .why_not(handle, e, c)
 * and .changes(handle, e) ask it.  ccn.engine.land_serving(free, opens, areas,
 * first_year, years) gives the room by year.
 */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "bindings/arrays.h"
#include "core/place/best.h"
#include "core/place/reason.h"
#include "core/solver/solver.h"

#define TYPE "ccn.placement"

/* More than the Earth, in tenths of a square metre; sums stay far from
 * overflow. */
#define AREA_MOST INT64_C(6000000000000000)

/* A placement with its problem; the user value holds the arrays. */
struct handle {
    struct place_problem problem;
    struct placement placement;
};

static const char *const kinds[] = { "wait", "left", "pair", NULL };
static const char *const modes[] = { "strict", "best", NULL };

static void read_terms(struct arrays *arrays, int list,
                       struct place_problem *problem)
{
    lua_State *L = arrays->L;
    size_t count = lua_rawlen(L, list);
    struct place_term *term = arrays_room(arrays, count, sizeof *term);
    size_t people = (size_t)problem->enterprises;
    for (size_t k = 0; k < count; k++) {
        lua_rawgeti(L, list, (lua_Integer)k + 1);
        int table = lua_gettop(L);
        luaL_checktype(L, table, LUA_TTABLE);
        term[k].name = arrays_text(arrays, table, "name");
        term[k].weight = arrays_number(arrays, table, "weight", NAN);
        term[k].kind =
            (enum term_kind)arrays_choice(arrays, table, "kind", kinds);
        size_t size = term[k].kind == TERM_PAIR
                          ? people * (size_t)problem->clusters
                          : people;
        term[k].value = arrays_numbers_optional(arrays, table, "value", size);
        lua_pop(L, 1);
    }
    problem->terms = (int)count;
    problem->term = term;
}

/* Lists with an entry for each enterprise. */
static void read_enterprises(struct arrays *a, struct place_problem *p)
{
    size_t n = (size_t)p->enterprises;
    p->enterprise_key = arrays_texts(a, 1, "enterprises", n);
    p->land = arrays_whole(a, 1, "land", n, -1);
    p->wastewater = arrays_whole_optional(a, 1, "wastewater", n, -1);
    p->cost = arrays_whole_optional(a, 1, "cost", n, -1);
    p->out = arrays_codes_optional(a, 1, "out", n);
    p->barred = arrays_codes_optional(a, 1, "barred", n * (size_t)p->clusters);
    p->earliest = arrays_places_optional(a, 1, "earliest", n, p->years);
    p->pin_cluster =
        arrays_places_optional(a, 1, "pin_cluster", n, p->clusters);
    p->pin_year = arrays_places_optional(a, 1, "pin_year", n, p->years);
    p->order = arrays_places(a, 1, "order", n, p->enterprises);
}

/* Lists with an entry for each cluster and year, or each year. */
static void read_clusters(struct arrays *a, struct place_problem *p)
{
    size_t cells = (size_t)p->clusters * (size_t)p->years;
    p->cluster_key = arrays_texts(a, 1, "clusters", (size_t)p->clusters);
    p->room = arrays_whole(a, 1, "room", cells, PLACE_NO_LIMIT);
    p->treatment =
        arrays_whole_optional(a, 1, "treatment", cells, PLACE_NO_LIMIT);
    p->shut = arrays_codes_optional(a, 1, "shut", cells);
    p->budget =
        arrays_whole_optional(a, 1, "budget", (size_t)p->years, PLACE_NO_LIMIT);
    p->carry = arrays_flag(a, 1, "carry");
}

static void read_problem(struct arrays *arrays, struct place_problem *problem)
{
    lua_State *L = arrays->L;
    size_t enterprises = arrays_count(arrays, 1, "enterprises");
    size_t clusters = arrays_count(arrays, 1, "clusters");
    double years = arrays_number(arrays, 1, "years", 0);
    if (!(years >= 0 && years <= 1000) || enterprises > 100000000 ||
        clusters > 1000000)
        bind_fail(L, "the problem is too large");
    problem->enterprises = (int)enterprises;
    problem->clusters = (int)clusters;
    problem->years = (int)years;
    double first_year = arrays_number(arrays, 1, "first_year", 1);
    if (!(first_year >= 1 && first_year <= 9999))
        bind_fail(L, "first_year: no such year");
    problem->first_year = (int)first_year;
    read_enterprises(arrays, problem);
    read_clusters(arrays, problem);
    if (lua_getfield(L, 1, "terms") == LUA_TTABLE)
        read_terms(arrays, lua_gettop(L), problem);
    lua_pop(L, 1);
}

static int handle_close(lua_State *L)
{
    struct handle *handle = luaL_checkudata(L, 1, TYPE);
    placement_release(&handle->placement);
    return 0;
}

/* Push a handle that holds the anchor. */
static struct handle *push_handle(lua_State *L, const struct arrays *arrays)
{
    struct handle *handle = lua_newuserdatauv(L, sizeof *handle, 1);
    memset(handle, 0, sizeof *handle);
    lua_pushvalue(L, arrays->anchor);
    lua_setiuservalue(L, -2, 1);
    if (luaL_newmetatable(L, TYPE)) {
        lua_pushcfunction(L, handle_close);
        lua_setfield(L, -2, "__gc");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_setmetatable(L, -2);
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
static bool place_best(struct handle *handle, double *x, double seconds,
                       struct err *err)
{
    struct place_model model;
    if (!place_model_init(&model, &handle->problem, err))
        return false;
    bool solved = solve_model(handle, &model, x, seconds, err);
    place_model_release(&model);
    return solved;
}

static int engine_place(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct handle *handle = push_handle(L, &arrays);
    struct place_problem *problem = &handle->problem;
    read_problem(&arrays, problem);
    bool best = arrays_choice(&arrays, 1, "mode", modes) == 1;
    double seconds = arrays_number(&arrays, 1, "seconds", 60);
    size_t choices = (size_t)problem->enterprises * (size_t)problem->clusters *
                     (size_t)problem->years;
    double *x = arrays_room(&arrays, best ? choices : 0, sizeof *x);

    struct err err;
    bool placed = best ? place_best(handle, x, seconds, &err)
                       : place_strict(&handle->placement, problem, &err);
    return placed ? 1 : bind_raise(L, &err);
}

/* ccn.engine.placed(handle) gives { cluster = {...}, year = {...} }, 0 for
 * who is left out, and total, bound, proved, placed, terms. */
static int engine_placed(lua_State *L)
{
    const struct handle *handle = luaL_checkudata(L, 1, TYPE);
    const struct placement *placement = &handle->placement;
    size_t n = (size_t)placement->enterprises;
    lua_createtable(L, 0, 8);
    arrays_push_whole(L, placement->cluster, n, 1);
    lua_setfield(L, -2, "cluster");
    arrays_push_whole(L, placement->year, n, 1);
    lua_setfield(L, -2, "year");
    arrays_push_numbers(L, placement->term, (size_t)handle->problem.terms);
    lua_setfield(L, -2, "terms");
    lua_pushnumber(L, placement->total);
    lua_setfield(L, -2, "total");
    lua_pushinteger(L, placement->placed);
    lua_setfield(L, -2, "placed");
    if (isfinite(placement->bound)) {
        lua_pushnumber(L, placement->bound);
        lua_setfield(L, -2, "bound");
    }
    return 1;
}

static int check_number(lua_State *L, int arg, int most)
{
    lua_Integer number = luaL_checkinteger(L, arg);
    luaL_argcheck(L, number >= 1 && number <= most, arg, "no such number");
    return (int)number - 1;
}

static void set_whole(lua_State *L, const char *name, int64_t whole)
{
    lua_pushinteger(L, whole);
    lua_setfield(L, -2, name);
}

static void push_limits(lua_State *L, unsigned limits)
{
    static const char *const names[] = { "out",        "barred", "pin",
                                         "early",      "shut",   "land",
                                         "wastewater", "budget" };
    lua_newtable(L);
    for (unsigned k = 0; k < sizeof names / sizeof names[0]; k++) {
        if (!(limits & 1U << k))
            continue;
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, names[k]);
    }
    lua_setfield(L, -2, "limits");
}

/* ccn.engine.why_not(handle, enterprise, cluster) gives { limits = { land =
 * true, ... }, year =, land =, treatment =, money =, code =, price = }. */
static int engine_why_not(lua_State *L)
{
    const struct handle *handle = luaL_checkudata(L, 1, TYPE);
    const struct place_problem *problem = &handle->problem;
    int enterprise = check_number(L, 2, problem->enterprises);
    int cluster = check_number(L, 3, problem->clusters);

    struct place_reason reason;
    placement_why_not(&handle->placement, problem, enterprise, cluster,
                      &reason);
    lua_createtable(L, 0, 8);
    push_limits(L, reason.limits);
    set_whole(L, "year", reason.year + 1);
    set_whole(L, "land", reason.land);
    set_whole(L, "treatment", reason.treatment);
    set_whole(L, "money", reason.money);
    set_whole(L, "code", reason.code);
    lua_pushnumber(L, reason.price);
    lua_setfield(L, -2, "price");
    return 1;
}

/* ccn.engine.changes(handle, enterprise) gives { land = { cluster =, year =,
 * amount = }, ... }: changes each of which alone makes room for it. */
static int engine_changes(lua_State *L)
{
    static const char *const names[CHANGES] = { "land", "wastewater", "budget",
                                                "shut", "barred" };
    const struct handle *handle = luaL_checkudata(L, 1, TYPE);
    int enterprise = check_number(L, 2, handle->problem.enterprises);

    struct place_change change[CHANGES];
    placement_changes(&handle->placement, &handle->problem, enterprise, change);
    lua_newtable(L);
    for (int k = 0; k < CHANGES; k++) {
        if (change[k].cluster < 0)
            continue;
        lua_createtable(L, 0, 3);
        set_whole(L, "cluster", change[k].cluster + 1);
        set_whole(L, "year", change[k].year + 1);
        set_whole(L, "amount", change[k].amount);
        lua_setfield(L, -2, names[k]);
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
    { "changes", engine_changes }, { "land_serving", engine_land_serving },
    { "place", engine_place },     { "placed", engine_placed },
    { "why_not", engine_why_not }, { NULL, NULL },
};
