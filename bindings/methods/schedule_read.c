#include "bindings/methods/schedule_read.h"

#include <math.h>

static const char *const row_kinds[] = { "opens", "spends", NULL };

/* A whole number of a table between two limits. */
static int read_int(struct arrays *a, int table, const char *field, int missing,
                    int least, int most)
{
    double number = arrays_number(a, table, field, missing);
    if (!(number >= least && number <= most) || number != floor(number))
        bind_fail(a->L, "%s: not a whole number from %d to %d", field, least,
                  most);
    return (int)number;
}

static int64_t read_limit(struct arrays *a, int table, const char *field,
                          int64_t missing)
{
    double number = arrays_number(a, table, field, NAN);
    if (isnan(number))
        return missing;
    if (!(fabs(number) < 9e15) || number != floor(number))
        bind_fail(a->L, "%s: not a whole number", field);
    return (int64_t)number;
}

/* Entries of a list of tables, each read by a function. */
static int read_list(struct arrays *a, const char *field,
                     void (*read)(struct arrays *, int table, size_t number,
                                  void *data),
                     void *data)
{
    size_t count = arrays_count(a, 1, field);
    lua_getfield(a->L, 1, field);
    int list = lua_gettop(a->L);
    for (size_t k = 0; k < count; k++) {
        lua_rawgeti(a->L, list, (lua_Integer)k + 1);
        luaL_checktype(a->L, -1, LUA_TTABLE);
        read(a, lua_gettop(a->L), k, data);
        lua_pop(a->L, 1);
    }
    lua_pop(a->L, 1);
    return (int)count;
}

static void read_source(struct arrays *a, int table, size_t number, void *data)
{
    struct schedule_problem *p = data;
    struct schedule_source *s = &((struct schedule_source *)p->source)[number];
    const unsigned char *kind =
        arrays_codes_optional(a, table, "kinds", (size_t)p->kinds);
    s->name = arrays_text(a, table, "name");
    s->budget = arrays_whole(a, table, "budget", (size_t)p->years, 0);
    s->carry = arrays_flag(a, table, "carry");
    s->weight = arrays_number(a, table, "weight", 0);
    s->barred = arrays_codes_optional(a, table, "barred", (size_t)p->phases);
    double share = arrays_number(a, table, "share", 1);
    if (!(share >= 0 && share <= 1))
        bind_fail(a->L, "source '%s': its share is from 0 to 1", s->name);
    s->share = (int)lrint(share * SCHEDULE_PARTS);
    for (int k = 0; k < p->kinds; k++)
        s->kinds |= !kind || kind[k] ? 1U << k : 0;
}

static void read_row(struct arrays *a, int table, size_t number, void *data)
{
    struct schedule_problem *p = data;
    struct schedule_row *r = &((struct schedule_row *)p->row)[number];
    size_t count = arrays_count(a, table, "phase");
    if (count > 10000000)
        bind_fail(a->L, "the problem is too large");
    r->name = arrays_text(a, table, "name");
    r->kind =
        (enum schedule_row_kind)arrays_choice(a, table, "kind", row_kinds);
    r->from = read_int(a, table, "from", 1, 1, p->years) - 1;
    r->to = read_int(a, table, "to", p->years, 1, p->years) - 1;
    r->entries = (int)count;
    r->phase = arrays_places(a, table, "phase", count, p->phases);
    r->amount = arrays_whole(a, table, "amount", count, 0);
    r->least = read_limit(a, table, "least", -SCHEDULE_NO_LIMIT);
    r->most = read_limit(a, table, "most", SCHEDULE_NO_LIMIT);
}

static void read_term(struct arrays *a, int table, size_t number, void *data)
{
    struct schedule_problem *p = data;
    struct schedule_term *t = &((struct schedule_term *)p->term)[number];
    t->name = arrays_text(a, table, "name");
    t->weight = arrays_number(a, table, "weight", 1);
    t->value =
        arrays_numbers(a, table, "value", (size_t)p->phases * (size_t)p->years);
}

static void read_payments(struct arrays *a, struct schedule_problem *p)
{
    size_t n = arrays_count(a, 1, "pay_phase");
    if (n > 10000000)
        bind_fail(a->L, "the problem is too large");
    const int *phase = arrays_places(a, 1, "pay_phase", n, p->phases);
    const int *kind = arrays_places(a, 1, "pay_kind", n, p->kinds);
    const int64_t *before = arrays_whole(a, 1, "pay_before", n, 0);
    const int64_t *amount = arrays_whole(a, 1, "pay_amount", n, 0);
    struct schedule_payment *payment = arrays_room(a, n, sizeof *payment);
    for (size_t i = 0; i < n; i++) {
        bool near = before[i] >= 0 && before[i] < SCHEDULE_LONGEST;
        payment[i] =
            (struct schedule_payment){ phase[i], kind[i],
                                       near ? (int)before[i] : SCHEDULE_LONGEST,
                                       amount[i] };
    }
    p->payments = (int)n;
    p->payment = payment;
}

static void read_arcs(struct arrays *a, struct schedule_problem *p)
{
    size_t n = arrays_count(a, 1, "arc_first");
    if (n > 10000000)
        bind_fail(a->L, "the problem is too large");
    const int *first = arrays_places(a, 1, "arc_first", n, p->phases);
    const int *then = arrays_places(a, 1, "arc_then", n, p->phases);
    const int64_t *lag = arrays_whole(a, 1, "arc_lag", n, 0);
    struct schedule_arc *arc = arrays_room(a, n, sizeof *arc);
    for (size_t i = 0; i < n; i++) {
        bool near = lag[i] >= 0 && lag[i] <= SCHEDULE_YEARS;
        arc[i] =
            (struct schedule_arc){ first[i], then[i], near ? (int)lag[i] : -1 };
    }
    p->arcs = (int)n;
    p->arc = arc;
}

static void read_phases(struct arrays *a, struct schedule_problem *p)
{
    size_t n = arrays_count(a, 1, "phases");
    if (n > 1000000)
        bind_fail(a->L, "the problem is too large");
    p->phases = (int)n;
    p->years = read_int(a, 1, "years", 1, 1, SCHEDULE_YEARS);
    p->first_year = read_int(a, 1, "first_year", 1, 1, 9999);
    p->phase_key = arrays_texts(a, 1, "phases", n);
    int *cluster = arrays_places_optional(a, 1, "cluster", n, (int)n + 1);
    p->must = arrays_codes_optional(a, 1, "must", n);
    int *earliest = arrays_places_optional(a, 1, "earliest", n, p->years);
    int *latest = arrays_places_optional(a, 1, "latest", n, p->years);
    for (size_t i = 0; i < n; i++) {
        if (cluster && cluster[i] < 0)
            bind_fail(a->L, "%s: entry %zu: no such number, %lld", "cluster",
                      i + 1, 0LL);
        if (earliest && earliest[i] < 0)
            earliest[i] = 0;
        if (latest && latest[i] < 0)
            latest[i] = p->years - 1;
    }
    p->cluster = cluster;
    p->earliest = earliest;
    p->latest = latest;
}

void schedule_read(struct arrays *a, struct schedule_problem *p)
{
    read_phases(a, p);
    size_t kinds = arrays_count(a, 1, "kinds");
    if (kinds > SCHEDULE_KINDS)
        bind_fail(a->L, "at most %d kinds of cost, got %d", SCHEDULE_KINDS,
                  (int)kinds);
    p->kinds = (int)kinds;
    p->kind_name = arrays_texts(a, 1, "kinds", kinds);
    read_payments(a, p);
    read_arcs(a, p);
    size_t sources = arrays_count(a, 1, "sources");
    if (sources > SCHEDULE_SOURCES)
        bind_fail(a->L, "at most %d sources of money, got %d", SCHEDULE_SOURCES,
                  (int)sources);
    p->source = arrays_room(a, sources, sizeof *p->source);
    p->sources = read_list(a, "sources", read_source, p);
    p->row = arrays_room(a, arrays_count(a, 1, "rows"), sizeof *p->row);
    p->rows = read_list(a, "rows", read_row, p);
    p->term = arrays_room(a, arrays_count(a, 1, "terms"), sizeof *p->term);
    p->terms = read_list(a, "terms", read_term, p);
}
