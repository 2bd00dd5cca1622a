#include "core/data/total.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "core/base/mem.h"

struct rest {
    int from, by, what; /* table, its reference, its summand or -1 */
    int to, field;      /* table and total */
};

struct totals {
    atomic_int owners;
    int n;
    struct rest rest[];
};

static struct rest rest_of(const struct schema *const schemas[], int to,
                           int field)
{
    const struct total *total = schemas[to]->field[field].total;
    const struct schema *from = schemas[total->table];
    struct rest rest = { total->table, schema_field(from, total->by), -1, to,
                         field };
    if (total->what)
        rest.what = schema_field(from, total->what);
    assert(rest.by >= 0 && (!total->what || rest.what >= 0));
    return rest;
}

struct totals *totals_new(const struct schema *const schemas[], int nschemas)
{
    size_t most = (size_t)nschemas * FIELDS_MAX;
    struct totals *totals =
        mem_new(1, sizeof *totals + most * sizeof(struct rest));
    atomic_init(&totals->owners, 1);
    for (int t = 0; t < nschemas; t++) {
        for (int i = 0; i < schemas[t]->nfields; i++) {
            if (schemas[t]->field[i].total)
                totals->rest[totals->n++] = rest_of(schemas, t, i);
        }
    }
    return totals;
}

struct totals *totals_share(struct totals *totals)
{
    atomic_fetch_add(&totals->owners, 1);
    return totals;
}

void totals_drop(struct totals *totals)
{
    if (atomic_fetch_sub(&totals->owners, 1) == 1)
        free(totals);
}

bool totals_rest_on(const struct totals *totals, int table, int field)
{
    for (int i = 0; i < totals->n; i++) {
        const struct rest *rest = &totals->rest[i];
        if (rest->from == table &&
            (field < 0 || rest->by == field || rest->what == field))
            return true;
    }
    return false;
}

void totals_add(const struct totals *totals, struct table **tables, int table,
                int row, int sign)
{
    for (int i = 0; i < totals->n; i++) {
        const struct rest *rest = &totals->rest[i];
        if (rest->from != table)
            continue;
        struct value by = table_get(tables[table], row, rest->by);
        if (by.kind == KIND_NONE)
            continue;
        struct value what = { .kind = KIND_WHOLE, .whole = 1 };
        if (rest->what >= 0)
            what = table_get(tables[table], row, rest->what);
        bool known = what.kind != KIND_NONE;
        tables[rest->to] = table_own(tables[rest->to]);
        table_total_add(tables[rest->to], (int)by.whole, rest->field,
                        known ? sign * what.whole : 0, known ? 0 : sign);
    }
}
