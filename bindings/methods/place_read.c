#include "bindings/methods/place_read.h"

#include <math.h>

#include "bindings/methods/told.h"

static const char *const kinds[] = { "wait", "left", "pair", "change", NULL };
static const char *const uses[] = { "held", "spent", "carried", NULL };

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
        double most = arrays_number(arrays, table, "most", INFINITY);
        term[k].limited = most < INFINITY || isnan(most);
        term[k].most = most;
        size_t size = term[k].kind == TERM_PAIR
                          ? people * (size_t)problem->clusters
                          : people;
        term[k].value = arrays_numbers_optional(arrays, table, "value", size);
        lua_pop(L, 1);
    }
    problem->terms = (int)count;
    problem->term = term;
}

static void read_resource(struct arrays *a, int table, struct place_resource *r,
                          const struct place_problem *p)
{
    r->name = arrays_text(a, table, "name");
    r->kind = (enum resource_kind)arrays_choice(a, table, "kind", uses);
    double groups = arrays_number(a, table, "groups", p->clusters);
    if (!(groups >= 0 && groups <= 1000000))
        bind_fail(a->L, "the problem is too large");
    r->groups = (int)groups;
    r->group = arrays_places_optional(a, table, "group", (size_t)p->clusters,
                                      r->groups);
    if (!r->group)
        r->groups = p->clusters;
    size_t cells = (size_t)r->groups * (size_t)p->years;
    r->need = arrays_whole(a, table, "need", (size_t)p->enterprises, -1);
    r->supply = arrays_whole(a, table, "supply", cells, PLACE_NO_LIMIT);
}

static void read_resources(struct arrays *a, struct place_problem *p)
{
    size_t count = arrays_count(a, 1, "resources");
    if (count > PLACE_RESOURCES)
        bind_fail(a->L, "at most %d resources, got %d", PLACE_RESOURCES,
                  (int)count);
    struct place_resource *resource = arrays_room(a, count, sizeof *resource);
    lua_getfield(a->L, 1, "resources");
    int list = lua_gettop(a->L);
    for (size_t k = 0; k < count; k++) {
        lua_rawgeti(a->L, list, (lua_Integer)k + 1);
        luaL_checktype(a->L, -1, LUA_TTABLE);
        read_resource(a, lua_gettop(a->L), &resource[k], p);
        lua_pop(a->L, 1);
    }
    lua_pop(a->L, 1);
    p->resources = (int)count;
    p->resource = resource;
}

/* Lists with an entry for each enterprise. */
static void read_enterprises(struct arrays *a, struct place_problem *p)
{
    size_t n = (size_t)p->enterprises;
    int people = p->enterprises;
    p->enterprise_key = arrays_texts(a, 1, "enterprises", n);
    p->out = arrays_codes_optional(a, 1, "out", n);
    p->barred = arrays_codes_optional(a, 1, "barred", n * (size_t)p->clusters);
    p->earliest = arrays_places_optional(a, 1, "earliest", n, p->years);
    p->pin_cluster =
        arrays_places_optional(a, 1, "pin_cluster", n, p->clusters);
    p->pin_year = arrays_places_optional(a, 1, "pin_year", n, p->years);
    p->together = arrays_places_optional(a, 1, "together", n, people);
    p->apart = arrays_places_optional(a, 1, "apart", n, people);
    p->current_cluster =
        arrays_places_optional(a, 1, "current_cluster", n, p->clusters);
    p->current_year = arrays_places_optional(a, 1, "current_year", n, p->years);
    p->order = arrays_places(a, 1, "order", n, p->enterprises);
}

static void read_clusters(struct arrays *a, struct place_problem *p)
{
    size_t cells = (size_t)p->clusters * (size_t)p->years;
    p->cluster_key = arrays_texts(a, 1, "clusters", (size_t)p->clusters);
    p->shut = arrays_codes_optional(a, 1, "shut", cells);
}

void place_read(struct arrays *arrays, struct place_problem *problem)
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
    read_resources(arrays, problem);
    if (lua_getfield(L, 1, "terms") == LUA_TTABLE)
        read_terms(arrays, lua_gettop(L), problem);
    lua_pop(L, 1);
}

static bool watch(void *data, const struct place_progress *progress)
{
    const struct told told = { progress->seconds, progress->total,
                               progress->bound, progress->steps };
    return told_watcher(data, &told);
}

struct place_work place_read_work(struct arrays *arrays)
{
    struct told_limits limits = told_limits(arrays);
    return (struct place_work){
        .seconds = limits.seconds,
        .steps = limits.steps,
        .threads = limits.threads,
        .seed = limits.seed,
        .gap = limits.gap,
        .watch = watch,
        .data = arrays->L,
    };
}
