/* A table: all the things of one kind in a plan, one column per field.
 *
 * A row keeps its number for ever: rows are added and marked removed, never
 * moved, so a row number is a handle that stays good in every fork of the
 * table.  It never leaves memory: files, differences and scripts use keys,
 * because two forks may give the same new number to different things.
 *
 * Forks share everything until one of them writes.  Columns are cut into
 * blocks of BLOCK cells: the writer gets a block of its own, the others never
 * notice, and a fork costs next to nothing.
 *
 * Every cell takes eight bytes.  What is not known is NAN in a real column,
 * NULL in a text, set or shape column and WHOLE_NONE in the others.
 */
#ifndef CORE_DATA_TABLE_H
#define CORE_DATA_TABLE_H

#include <stdint.h>

#include "core/data/field.h"

#define WHOLE_NONE INT64_MIN

enum { BLOCK_BITS = 10, BLOCK = 1 << BLOCK_BITS };

union cell {
    double real;
    int64_t whole;
    const char *text;
};

struct table;

/* Life cycle */

struct table *table_new(const struct schema *schema);
struct table *table_share(struct table *table); /* the same one, once more */
void table_drop(struct table *table);

/* Questions */

const struct schema *table_schema(const struct table *table);
int table_rows(const struct table *table);          /* removed ones included */
int table_live(const struct table *table);          /* without them */
bool table_has(const struct table *table, int row); /* not removed */

const char *table_key(const struct table *table, int row); /* NULL: removed */
struct value table_get(const struct table *table, int row, int field);

/* The row with this key, or -1; the second for a key that is interned. */
int table_find(const struct table *table, const char *key);
int table_find_kept(const struct table *table, const char *key);

/* The key that one which is not there was probably meant to be, or NULL. */
const char *table_nearest(const struct table *table, const char *key);

/* A stored field of all rows as one array: the table's own memory when it
 * lies in one piece (as after opening a file), else copied into *room, which
 * the caller frees.  room must be NULL at first or reused from such a call. */
const union cell *table_column(const struct table *table, int field,
                               union cell **room);

/* Whether this field of these two tables is the same memory, so that no cell
 * below rows both have can differ. */
bool table_same_block(const struct table *a, const struct table *b, int field,
                      int block);

/* Changes.  The table must not be shared: table_own() gives one that is not,
 * and drops the shared one.  Values must have passed field_accept(). */

struct table *table_own(struct table *table);
void table_room(struct table *table, int rows);      /* before adding so many */
int table_add(struct table *table, const char *key); /* key: interned */
void table_put(struct table *table, int row, int field, struct value value);
void table_remove(struct table *table, int row);

/* Take a schema that extends the one the table has. */
void table_extend(struct table *table, const struct schema *schema);

/* Take a schema that has all fields but this one (schema_without). */
void table_narrow(struct table *table, const struct schema *schema, int field);

/* Kept totals (struct total): sum and number of unknown summands of a row. */
void table_total_add(struct table *table, int row, int field, int64_t sum,
                     int64_t unknown);

#endif
