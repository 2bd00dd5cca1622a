/* Inside of store.h: a transaction that is taken in whole, or not at all, and
 * of which nothing untrue is said.
 *
 *     ok = transact_begin(db, err) && ... && transact_commit(db, path, err);
 *     if (!ok)
 *         transact_end(db);
 */
#ifndef CORE_STORE_TRANSACT_H
#define CORE_STORE_TRANSACT_H

#include <sqlite3.h>

#include "core/base/err.h"

/* Until transact_commit() nothing is committed: SQLite ends a transaction by
 * itself when it cannot read the file, and would then take what follows
 * statement by statement. */
bool transact_begin(sqlite3 *db, struct err *err);

/* A failed commit may have reached the disk or not: looks, then says.  Of a
 * file that has no name yet (path NULL) there is nothing to say. */
bool transact_commit(sqlite3 *db, const char *path, struct err *err);

/* Roll back, if there is something to roll back. */
void transact_end(sqlite3 *db);

#endif
