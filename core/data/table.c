#include "core/data/table.h"

#include <assert.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/nearest.h"
#include "core/data/column.h"
#include "core/data/keymap.h"

/* A column for each field, then one for each field again: of a kept total the
 * number of unknown summands.  NULL where a field keeps nothing. */
struct table {
    atomic_int owners; /* plans */
    const struct schema *schema;
    int rows, live;
    struct keymap *keys;
    struct column **column;
};

static int blocks_for(int rows)
{
    return (rows + BLOCK - 1) >> BLOCK_BITS;
}

static struct table *table_alloc(const struct schema *schema)
{
    size_t columns = 2 * (size_t)schema->nfields;
    struct table *table = mem_new(1, sizeof *table);
    atomic_init(&table->owners, 1);
    table->schema = schema;
    table->column = mem_new(columns, sizeof *table->column);
    return table;
}

static union cell cell_none(const struct field *field)
{
    if (field->total)
        return (union cell){ .whole = 0 };
    if (field->kind == KIND_REAL)
        return (union cell){ .real = NAN };
    if (kind_is_text(field->kind))
        return (union cell){ .text = NULL };
    return (union cell){ .whole = WHOLE_NONE };
}

static void add_columns(struct table *table, int from)
{
    const struct schema *schema = table->schema;
    for (int i = from; i < schema->nfields; i++) {
        const struct field *field = &schema->field[i];
        int blocks = blocks_for(table->rows);
        if (!field->derive)
            table->column[i] = column_new(blocks, cell_none(field));
        if (field->total)
            table->column[schema->nfields + i] =
                column_new(blocks, (union cell){ .whole = 0 });
    }
}

struct table *table_new(const struct schema *schema)
{
    struct table *table = table_alloc(schema);
    table->keys = keymap_new();
    add_columns(table, 0);
    return table;
}

struct table *table_share(struct table *table)
{
    atomic_fetch_add(&table->owners, 1);
    return table;
}

void table_drop(struct table *table)
{
    if (!table || atomic_fetch_sub(&table->owners, 1) > 1)
        return;
    for (int i = 0; i < 2 * table->schema->nfields; i++)
        column_drop(table->column[i]);
    keymap_drop(table->keys);
    free(table->column);
    free(table);
}

struct table *table_own(struct table *table)
{
    if (atomic_load(&table->owners) == 1)
        return table;
    struct table *own = table_alloc(table->schema);
    own->rows = table->rows;
    own->live = table->live;
    own->keys = keymap_share(table->keys);
    for (int i = 0; i < 2 * table->schema->nfields; i++) {
        own->column[i] = table->column[i];
        if (own->column[i])
            atomic_fetch_add(&own->column[i]->owners, 1);
    }
    table_drop(table);
    return own;
}

const struct schema *table_schema(const struct table *table)
{
    return table->schema;
}

int table_rows(const struct table *table)
{
    return table->rows;
}

int table_live(const struct table *table)
{
    return table->live;
}

const char *table_key(const struct table *table, int row)
{
    assert(0 <= row && row < table->rows);
    return column_cell(table->column[0], row)->text;
}

bool table_has(const struct table *table, int row)
{
    return 0 <= row && row < table->rows && table_key(table, row) != NULL;
}

struct value table_get(const struct table *table, int row, int field)
{
    const struct column *column = table->column[field];
    assert(column && 0 <= row && row < table->rows);
    const struct field *what = &table->schema->field[field];
    union cell cell = *column_cell(column, row);
    struct value value = { .kind = what->kind };

    if (what->total) {
        const struct column *unknown =
            table->column[table->schema->nfields + field];
        value.whole = cell.whole;
        return column_cell(unknown, row)->whole ? value_none() : value;
    }
    if (what->kind == KIND_REAL) {
        value.real = cell.real;
        return isnan(cell.real) ? value_none() : value;
    }
    if (kind_is_text(what->kind)) {
        value.text = cell.text;
        return cell.text ? value : value_none();
    }
    value.whole = cell.whole;
    return cell.whole != WHOLE_NONE ? value : value_none();
}

int table_find(const struct table *table, const char *key)
{
    key = intern_find(key);
    return key ? table_find_kept(table, key) : -1;
}

int table_find_kept(const struct table *table, const char *key)
{
    return keymap_find(table->keys, table, key);
}

const char *table_nearest(const struct table *table, const char *key)
{
    struct nearest nearest = nearest_to(key);
    for (int row = 0; row < table->rows; row++) {
        const char *other = table_key(table, row);
        if (other)
            nearest_try(&nearest, other);
    }
    return nearest.best;
}

const union cell *table_column(const struct table *table, int field,
                               union cell **room)
{
    const struct column *column = table->column[field];
    int blocks = blocks_for(table->rows);
    if (blocks == 0)
        return NULL;

    int same = 1;
    while (same < blocks && column->block[same]->cell ==
                                column->block[0]->cell + (size_t)same * BLOCK)
        same++;
    if (same == blocks)
        return column->block[0]->cell;

    *room = mem_grow(*room, (size_t)blocks * BLOCK, sizeof **room);
    for (int i = 0; i < blocks; i++)
        memcpy(*room + (size_t)i * BLOCK, column->block[i]->cell,
               BLOCK * sizeof **room);
    return *room;
}

bool table_same_block(const struct table *a, const struct table *b, int field,
                      int block)
{
    const struct column *x = a->column[field], *y = b->column[field];
    return x == y || x->block[block] == y->block[block];
}

/* Changes */

static union cell *cell_for_writing(struct table *table, int column, int row)
{
    assert(atomic_load(&table->owners) == 1);
    struct column *own = column_own(table->column[column]);
    table->column[column] = own;
    return column_write(own, row);
}

void table_room(struct table *table, int rows)
{
    for (int i = 0; i < 2 * table->schema->nfields; i++) {
        if (!table->column[i])
            continue;
        table->column[i] = column_own(table->column[i]);
        column_lengthen(table->column[i], blocks_for(rows));
    }
    table->keys = keymap_room(table->keys, table, rows);
}

static void clear_row(struct table *table, int row)
{
    int n = table->schema->nfields;
    for (int i = 0; i < n; i++) {
        const struct field *field = &table->schema->field[i];
        if (table->column[i])
            *cell_for_writing(table, i, row) = cell_none(field);
        if (table->column[n + i])
            cell_for_writing(table, n + i, row)->whole = 0;
    }
}

int table_add(struct table *table, const char *key)
{
    int row = table->rows;
    if ((row & (BLOCK - 1)) == 0) {
        for (int i = 0; i < 2 * table->schema->nfields; i++) {
            if (!table->column[i])
                continue;
            table->column[i] = column_own(table->column[i]);
            column_lengthen(table->column[i], blocks_for(row + 1));
        }
    }
    table->rows++;
    table->live++;
    cell_for_writing(table, 0, row)->text = key;
    table->keys = keymap_add(table->keys, table, key, row);
    return row;
}

void table_put(struct table *table, int row, int field, struct value value)
{
    const struct field *what = &table->schema->field[field];
    assert(0 <= row && row < table->rows && field > 0 && !what->total);
    union cell *cell = cell_for_writing(table, field, row);

    if (value.kind == KIND_NONE)
        *cell = cell_none(what);
    else if (what->kind == KIND_REAL)
        cell->real = value.real;
    else if (kind_is_text(what->kind))
        cell->text = value.text;
    else
        cell->whole = value.whole;
}

void table_remove(struct table *table, int row)
{
    assert(table_has(table, row));
    clear_row(table, row);
    table->live--;
}

void table_extend(struct table *table, const struct schema *schema)
{
    int old = table->schema->nfields, n = schema->nfields;
    struct column **column = mem_new(2 * (size_t)n, sizeof *column);
    for (int i = 0; i < old; i++) {
        column[i] = table->column[i];
        column[n + i] = table->column[old + i];
    }
    free(table->column);
    table->column = column;
    table->schema = schema;
    add_columns(table, old);
    for (int i = old; i < n; i++)
        column_lengthen(column[i], blocks_for(table->rows));
}

void table_narrow(struct table *table, const struct schema *schema, int field)
{
    int old = table->schema->nfields, n = schema->nfields;
    struct column **column = mem_new(2 * (size_t)n, sizeof *column);
    for (int i = 0, to = 0; i < old; i++) {
        if (i == field) {
            column_drop(table->column[i]);
            column_drop(table->column[old + i]);
            continue;
        }
        column[to] = table->column[i];
        column[n + to++] = table->column[old + i];
    }
    free(table->column);
    table->column = column;
    table->schema = schema;
}

void table_total_add(struct table *table, int row, int field, int64_t sum,
                     int64_t unknown)
{
    int n = table->schema->nfields;
    if (sum != 0)
        cell_for_writing(table, field, row)->whole += sum;
    if (unknown != 0)
        cell_for_writing(table, n + field, row)->whole += unknown;
}
