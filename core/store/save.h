/* Inside of core/store: a save with something else in its transaction. */
#ifndef CORE_STORE_SAVE_H
#define CORE_STORE_SAVE_H

#include <sqlite3.h>

#include "core/data/plan.h"

/* The new contents of a plan file that is there, and what also() writes.  Of a
 * file that does not hold before (plan_digest(); NULL: whatever it holds) any
 * more, ERR_MOVED. */
bool save_with(const struct plan *plan, const char *before, const char *path,
               bool (*also)(sqlite3 *db, void *data, struct err *err),
               void *data, struct err *err);

#endif
