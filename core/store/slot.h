/* Inside of store.h: one cell between a plan and SQLite. */
#ifndef CORE_STORE_SLOT_H
#define CORE_STORE_SLOT_H

#include <sqlite3.h>

#include "core/data/plan.h"

/* Bind the cell of a row to a parameter, as the file holds it. */
void slot_bind(sqlite3_stmt *statement, int parameter, const struct plan *plan,
               int table, int row, int number);

/* Read a column as a value of the field that has passed field_accept().  A
 * reference comes as its key (KIND_TEXT, interned). */
bool slot_read(sqlite3_stmt *statement, int column, const struct field *field,
               struct value *value, struct err *err);

#endif
