/* Inside of store.h: the tables of a plan in an open file. */
#ifndef CORE_STORE_TABLES_H
#define CORE_STORE_TABLES_H

#include <sqlite3.h>

#include "core/data/field.h"

/* Make a table ready to be filled: there, empty, as sql_create() describes it
 * and without its index of keys.  One that another plan or an older ccn made
 * otherwise is made anew; refused when it has columns that ccn does not know,
 * since their contents would be lost. */
bool tables_prepare(sqlite3 *db, const struct schema *const schemas[], int n,
                    int table, struct err *err);

/* Index the keys of a table that has been filled. */
bool tables_index(sqlite3 *db, const struct schema *schema, struct err *err);

#endif
