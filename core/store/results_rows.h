/* Inside of results.h: a block as a table that SQLite reads by itself, which
 * takes half the time of binding every value to a statement. */
#ifndef CORE_STORE_RESULTS_ROWS_H
#define CORE_STORE_RESULTS_ROWS_H

#include <sqlite3.h>

#include "core/store/results.h"

struct results_rows {
    int inputs, outputs;
    const struct results_block *block; /* NULL: no rows */
};

/* Make the table ccn_rows (number, columns, failed) of what source holds at
 * the time; source outlives the database.  A failure shows in the next
 * statement that names the table. */
void results_rows_module(sqlite3 *db, struct results_rows *source);

#endif
