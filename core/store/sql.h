/* SQL that follows from the fields. */
#ifndef CORE_STORE_SQL_H
#define CORE_STORE_SQL_H

#include "core/base/text.h"
#include "core/data/field.h"

/* CREATE TABLE of one table, with a CHECK for each limit; STRICT when it has
 * no shape (GeoPackage wants names of geometry types). */
void sql_create(const struct schema *const schemas[], int n, int table,
                struct text *out);

/* CREATE UNIQUE INDEX of the keys, apart because it is made quickest when the
 * rows are there. */
void sql_index(const struct schema *schema, struct text *out);

/* Whether the field has a column. */
bool sql_stored(const struct field *field);

/* The field that holds the shape of a table, or -1. */
int sql_shape(const struct schema *schema);

/* SELECT all stored columns, INSERT all of them. */
void sql_select(const struct schema *schema, struct text *out);
void sql_insert(const struct schema *schema, struct text *out);

#endif
