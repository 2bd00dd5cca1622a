/* Inside of store.h: what a statement may do, whoever wrote the schema that it
 * meets (an authorizer, https://sqlite.org/c3ref/set_authorizer.html).
 *
 * Statements are ours, but checks, indexes and defaults of a file that came
 * from a stranger are evaluated with them.  All that is not listed is refused:
 * other functions and pragmas, other databases, triggers and views, virtual
 * tables but the spatial index, and tables of others.
 */
#ifndef CORE_STORE_ALLOW_H
#define CORE_STORE_ALLOW_H

#include <sqlite3.h>
#include <stdbool.h>

/* This table is one of ours, from now on in this process.  The name stays. */
void allow_table(const char *name);
bool allow_known(const char *name); /* whether it was made so */

/* Put the guard on a connection. */
void allow_only(sqlite3 *db);

/* Take it off, for a statement that changes a table: SQLite itself needs more
 * for that. */
void allow_change(sqlite3 *db);

#endif
