/* Inside of results.h: the tables of a results file beside its rows. */
#ifndef CORE_STORE_RESULTS_TABLES_H
#define CORE_STORE_RESULTS_TABLES_H

#include <sqlite3.h>

#include "core/store/results.h"

/* Begins a transaction, and leaves it open. */
bool results_write_tables(sqlite3 *db, const struct results_about *about,
                          struct err *err);

/* Everything of about, texts interned, and the hash; the caller frees
 * about->column. */
bool results_read_tables(sqlite3 *db, struct results_about *about,
                         const char **hash, struct err *err);

/* Whether it is a results file; the second says what else it is. */
bool results_is_ours(sqlite3 *db);
bool results_check_ours(sqlite3 *db, struct err *err);

bool results_has_identity(sqlite3 *db, const char *identity);

#endif
