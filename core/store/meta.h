/* Inside of store.h: the tables of ccn beside those of the plan. */
#ifndef CORE_STORE_META_H
#define CORE_STORE_META_H

#include <sqlite3.h>

#include "core/data/plan.h"

/* Make the tables of ccn in an empty file. */
bool meta_create(sqlite3 *db, struct err *err);

/* Format, revision and name of the plan; the revision goes up by one. */
bool meta_write(sqlite3 *db, const struct plan *plan, struct err *err);

/* CREATE TABLE of what meta_create() makes; RUN_SCHEMA comes with it. */
extern const char *const meta_schema;

/* The name of the plan, interned; NULL: it cannot be read. */
const char *meta_name(sqlite3 *db, struct err *err);

/* Fields of the analysts' own, to the file and from it. */
bool meta_write_fields(sqlite3 *db, const struct plan *plan, struct err *err);
bool meta_fields(sqlite3 *db, struct plan *plan, struct err *err);

#endif
