/* changes_between(): what turns one plan into another.
 *
 * Only blocks that are not the same memory are looked at, so the difference
 * of a fork to its base costs what was changed and not what is there. */
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/data/change.h"

/* A row that may differ: its number in both plans, -1 where it is not. */
struct pair {
    const char *key;
    int a, b;
};

struct pairs {
    struct pair *pair;
    int n, room;
};

static void pairs_push(struct pairs *pairs, struct pair pair)
{
    if (pairs->n == pairs->room) {
        pairs->room = pairs->room ? 2 * pairs->room : 64;
        pairs->pair =
            mem_grow(pairs->pair, (size_t)pairs->room, sizeof *pairs->pair);
    }
    pairs->pair[pairs->n++] = pair;
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct pair *)a)->key, ((const struct pair *)b)->key);
}

static int blocks_of(const struct table *table)
{
    return (table_rows(table) + BLOCK - 1) >> BLOCK_BITS;
}

/* Whether no cell of this block can differ. */
static bool same_block(const struct table *a, const struct table *b, int block)
{
    if (block >= blocks_of(a) || block >= blocks_of(b) ||
        table_rows(a) != table_rows(b))
        return false;
    const struct schema *schema = table_schema(b);
    if (schema != table_schema(a))
        return false;
    for (int i = 0; i < schema->nfields; i++) {
        if (!field_calculated(&schema->field[i]) &&
            !table_same_block(a, b, i, block))
            return false;
    }
    return true;
}

static int row_of(const struct table *table, const char *key, int likely)
{
    if (likely < table_rows(table) && table_key(table, likely) == key)
        return likely;
    return table_find(table, key);
}

/* The rows of one table in which the plans may differ, by key. */
static struct pairs suspects(const struct table *a, const struct table *b)
{
    struct pairs pairs = { 0 };
    for (int block = 0; a != b && block < blocks_of(b); block++) {
        if (same_block(a, b, block))
            continue;
        int end = (block + 1) * BLOCK;
        for (int row = block * BLOCK; row < end && row < table_rows(b); row++) {
            const char *key = table_key(b, row);
            if (key)
                pairs_push(&pairs,
                           (struct pair){ key, row_of(a, key, row), row });
        }
    }
    for (int row = 0; a != b && row < table_rows(a); row++) {
        if (row < table_rows(b) && table_key(a, row) == table_key(b, row))
            continue;
        const char *key = table_key(a, row);
        if (key && row_of(b, key, row) < 0)
            pairs_push(&pairs, (struct pair){ key, row, -1 });
    }
    if (pairs.n > 1)
        qsort(pairs.pair, (size_t)pairs.n, sizeof *pairs.pair, by_key);
    return pairs;
}

/* The fields that only the wider of two schemas has. */
static void define(struct changes *list, const struct schema *narrow,
                   const struct schema *wide, enum change_op op)
{
    for (int i = 0; narrow != wide && i < wide->nfields; i++) {
        if (schema_field(narrow, wide->field[i].name) < 0)
            changes_push(list, (struct change){ .op = op,
                                                .table = intern(wide->name),
                                                .define = &wide->field[i] });
    }
}

static void add_or_remove(struct changes *list, const char *table,
                          const struct pairs *pairs, enum change_op op)
{
    for (int i = 0; i < pairs->n; i++) {
        const struct pair *pair = &pairs->pair[i];
        if (op == CHANGE_ADD ? pair->a < 0 : pair->b < 0)
            changes_push(
                list,
                (struct change){ .op = op, .table = table, .key = pair->key });
    }
}

/* The cell as a change holds it; none where the row or the field is not. */
static struct value cell(const struct plan *plan, int table, int row, int field)
{
    return row < 0 || field < 0 ? value_none()
                                : plan_value(plan, table, row, field);
}

static void set_cell(struct changes *list, const struct plan *const plan[2],
                     int table, const struct pair *pair, const int field[2])
{
    struct value old = cell(plan[0], table, pair->a, field[0]);
    struct value new = cell(plan[1], table, pair->b, field[1]);
    if (value_equal(old, new))
        return;
    const struct plan *named = plan[field[1] < 0 ? 0 : 1];
    const struct schema *schema = plan_schema(named, table);
    const char *name = schema->field[field[field[1] < 0 ? 0 : 1]].name;
    changes_push(list, (struct change){ .op = CHANGE_SET,
                                        .table = intern(schema->name),
                                        .key = pair->key,
                                        .field = intern(name),
                                        .old = old,
                                        .new = new });
}

/* The fields of b, then those that only a has. */
static void set_row(struct changes *list, const struct plan *const plan[2],
                    int table, const struct pair *pair)
{
    const struct schema *a = plan_schema(plan[0], table);
    const struct schema *b = plan_schema(plan[1], table);
    for (int i = 1; i < b->nfields; i++) {
        if (field_calculated(&b->field[i]))
            continue;
        bool same = a == b || (i < a->nfields &&
                               strcmp(a->field[i].name, b->field[i].name) == 0);
        const int field[2] = { same ? i : schema_field(a, b->field[i].name),
                               i };
        set_cell(list, plan, table, pair, field);
    }
    for (int i = 1; a != b && i < a->nfields; i++) {
        const int field[2] = { i, -1 };
        if (!field_calculated(&a->field[i]) &&
            schema_field(b, a->field[i].name) < 0)
            set_cell(list, plan, table, pair, field);
    }
}

struct changes *changes_between(const struct plan *a, const struct plan *b)
{
    int n = plan_tables(a);
    const struct plan *const plan[2] = { a, b };
    struct pairs *pairs = mem_new((size_t)n, sizeof *pairs);
    struct changes *list = changes_new();

    for (int t = 0; t < n; t++) {
        pairs[t] = suspects(plan_table(a, t), plan_table(b, t));
        define(list, plan_schema(a, t), plan_schema(b, t), CHANGE_DEFINE);
    }
    for (int t = 0; t < n; t++)
        add_or_remove(list, intern(plan_schema(b, t)->name), &pairs[t],
                      CHANGE_ADD);
    for (int t = 0; t < n; t++) {
        for (int i = 0; i < pairs[t].n; i++)
            set_row(list, plan, t, &pairs[t].pair[i]);
    }
    for (int t = 0; t < n; t++) {
        add_or_remove(list, intern(plan_schema(b, t)->name), &pairs[t],
                      CHANGE_REMOVE);
        free(pairs[t].pair);
    }
    for (int t = 0; t < n; t++)
        define(list, plan_schema(b, t), plan_schema(a, t), CHANGE_UNDEFINE);
    free(pairs);
    return list;
}
