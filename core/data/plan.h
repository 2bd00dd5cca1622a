/* A plan: a table for every kind of thing, and the one door for changes.
 *
 * A scenario is a fork of a plan.  It starts equal to the plan, shares its
 * memory, and from then on goes its own way:
 *
 *     struct plan *late = plan_fork(base, "A year late");
 *     plan_set(late, PHASE, row, PHASE_OPENS, value_whole(2028), &err);
 *
 * A change of several steps works the same way: take the steps on a fork,
 * then plan_adopt() it to keep them all or plan_free() it to keep none.
 *
 * A plan belongs to one thread at a time; forks of one plan may belong to
 * different threads.  What tables there are is not known here: model.h says.
 */
#ifndef CORE_DATA_PLAN_H
#define CORE_DATA_PLAN_H

#include "core/data/table.h"

struct plan;

/* Life cycle */

struct plan *plan_new(const char *name, const struct schema *const schemas[],
                      int nschemas);
struct plan *plan_fork(const struct plan *from, const char *name);
void plan_free(struct plan *plan);

/* Move what the fork holds into the plan it came from, and free the fork.
 * Refused with ERR_MOVED, the fork untouched, when the plan has changed since
 * the fork was made: plan_rebase() first (change.h). */
bool plan_adopt(struct plan *plan, struct plan *fork, struct err *err);

/* Questions */

const char *plan_name(const struct plan *plan);
int plan_tables(const struct plan *plan);
const struct table *plan_table(const struct plan *plan, int table);
const struct schema *plan_schema(const struct plan *plan, int table);

/* The number of the table with this name, or -1. */
int plan_table_named(const struct plan *plan, const char *name);

/* Grows with every change; equal to the parent's after a fork. */
uint64_t plan_revision(const struct plan *plan);

/* What the fork started from; the plan itself for one that is no fork.  Good
 * as long as the plan is. */
const struct plan *plan_base(const struct plan *plan);

/* The row with this key, or -1. */
int plan_find(const struct plan *plan, int table, const char *key);

/* Any field, calculated ones included. */
struct value plan_get(const struct plan *plan, int table, int row, int field);

/* The same as a change list holds it: a reference as the key of its row
 * (TEXT), a choice by its name (TEXT), interned. */
struct value plan_value(const struct plan *plan, int table, int row, int field);

/* The value as plain text (field_text); a reference as the key of its row. */
void plan_text(const struct plan *plan, int table, int row, int field,
               struct text *out);

/* Changes.  A KIND_REF field takes a row or the key of a row. */

/* Add a row: one value per field of the schema the plan has now, none where
 * nothing is known; values[0] is the key.  Returns the new row, or -1. */
int plan_add(struct plan *plan, int table, const struct value values[],
             struct err *err);

/* The same in two steps, for rows that refer to each other. */
int plan_add_key(struct plan *plan, int table, const char *key,
                 struct err *err);

bool plan_set(struct plan *plan, int table, int row, int field,
              struct value value, struct err *err);

/* Refused while another row refers to it. */
bool plan_remove(struct plan *plan, int table, int row, struct err *err);

/* From now on frozen rows of this plan change too; its forks are not thawed. */
void plan_thaw(struct plan *plan);

/* Add a field of the analyst's own (schema_extend). */
bool plan_define(struct plan *plan, int table, const struct field *field,
                 struct err *err);

/* Take away a field of the analyst's own; refused with ERR_MOVED while
 * something is known in it. */
bool plan_undefine(struct plan *plan, int table, int field, struct err *err);

/* The first row in which something is known of a field, or -1. */
int plan_known(const struct plan *plan, int table, int field);

/* Room for so many rows in all, before reading a large file. */
void plan_room(struct plan *plan, int table, int rows);

/* The back door, for readers of plan files only: fill the tables with values
 * that have passed field_accept() (table_add, table_put), references resolved,
 * then close it, which brings the kept totals up to date. */
struct table *plan_fill(struct plan *plan, int table);
void plan_filled(struct plan *plan);

#endif
