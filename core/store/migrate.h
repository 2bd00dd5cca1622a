/* Inside of store.h: files of older formats. */
#ifndef CORE_STORE_MIGRATE_H
#define CORE_STORE_MIGRATE_H

#include <sqlite3.h>

#include "core/base/err.h"

/* The format of the file: 0 when it is no plan of ccn, or cannot be read. */
int migrate_format(sqlite3 *db);

/* Whether it is a format of ours; else err says what is wrong with the file.
 * Changes nothing; to be asked right behind migrate_format(). */
bool migrate_knows(sqlite3 *db, int format, struct err *err);

/* Bring an open database to the format of today, in its own transaction or
 * inside of one.  Refuses newer formats with a clear word. */
bool migrate(sqlite3 *db, struct err *err);

/* Open a plan file of our own (own.h) to be written, of today's format or an
 * older one, which is first copied beside itself (name.format1.bak), once.  It
 * is not migrated yet: that is part of the transaction. */
sqlite3 *migrate_open(const char *path, struct err *err);

#endif
