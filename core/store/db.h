/* Inside of store.h: SQLite with struct err, and with its guards on. */
#ifndef CORE_STORE_DB_H
#define CORE_STORE_DB_H

#include <sqlite3.h>

#include "core/base/text.h"

enum db_mode { DB_READ, DB_WRITE, DB_CREATE };

/* Open a database as something a stranger may have made.  NULL with the
 * reason in err. */
sqlite3 *db_open(const char *path, enum db_mode mode, struct err *err);

/* The same, waiting so many ms for others who write. */
enum { DB_BUSY_MS = 5000 };
sqlite3 *db_open_within(const char *path, enum db_mode mode, int ms,
                        struct err *err);

/* How long a file may take to be checked, in seconds of this thread's work:
 * whoever made it may have made it slow.  db_open() sets DB_PATIENCE for what
 * it reads itself, and takes it away; 0 takes it away.  What takes longer
 * fails. */
enum { DB_PATIENCE = 5 };
void db_patience(sqlite3 *db, int seconds);

void db_close(sqlite3 *db);

/* Set err from the last failure of the database; returns false. */
bool db_fail(sqlite3 *db, struct err *err);

/* False: another program is writing the file. */
bool db_busy(struct err *err);

bool db_run(sqlite3 *db, struct err *err, const char *sql);
sqlite3_stmt *db_prepare(sqlite3 *db, const char *sql, struct err *err);

/* The next row of a statement.  False at its end, or when *ok is false; *ok
 * becomes false when the row cannot be read. */
bool db_next(sqlite3 *db, sqlite3_stmt *statement, bool *ok, struct err *err);

/* Whether the question before this one (db_number, db_has) was answered by the
 * file: both give their default for a file that cannot be read as well. */
bool db_read(sqlite3 *db, struct err *err);

/* The text of a column; "" for NULL. */
const char *db_column(sqlite3_stmt *statement, int column);

/* Step a statement that gives no row, and make it ready again. */
bool db_done(sqlite3 *db, sqlite3_stmt *statement, struct err *err);

/* The first column of the first row of a query; *number stays as it is when
 * there is none. */
bool db_ask(sqlite3 *db, const char *sql, int64_t *number, struct err *err);

/* The same where a query that fails is as good as none: or missing. */
int64_t db_number(sqlite3 *db, const char *sql, int64_t missing);

/* Whether there is a table of this name. */
bool db_has(sqlite3 *db, const char *table);

/* Add a name in double quotes, or a text in single ones. */
void db_name(struct text *out, const char *name);
void db_text(struct text *out, const char *text);

#endif
