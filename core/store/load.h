/* Inside of store.h: the contents of a plan file into a plan. */
#ifndef CORE_STORE_LOAD_H
#define CORE_STORE_LOAD_H

#include <sqlite3.h>

#include "core/data/plan.h"

/* The plan is empty and has the fields of the file already (meta_fields). */
bool load_plan(sqlite3 *db, struct plan *plan, struct err *err);

/* What an open file holds, as a plan with the tables of another. */
struct plan *load_now(sqlite3 *db, const struct plan *like, struct err *err);

#endif
