#include "core/store/transact.h"

#include <assert.h>

#include "core/store/db.h"

/* SQLite counts in the header of a file how often it was changed. */
enum { COUNTER_AT = 24, COUNTER_SIZE = 4 };

static int refuse(void *data)
{
    (void)data;
    return 1;
}

bool transact_begin(sqlite3 *db, struct err *err)
{
    if (!db_run(db, err, "BEGIN IMMEDIATE"))
        return false;
    sqlite3_commit_hook(db, refuse, NULL);
    return true;
}

/* Through the file that is open: to close another would give up its locks.
 * A file that is not written yet has none; 0. */
static bool counter(sqlite3 *db, uint32_t *number)
{
    sqlite3_file *file = NULL;
    unsigned char at[COUNTER_SIZE];
    *number = 0;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    assert(file && file->pMethods);
    int code = file->pMethods->xRead(file, at, COUNTER_SIZE, COUNTER_AT);
    for (int i = 0; i < COUNTER_SIZE; i++)
        *number = *number << 8 | at[i];
    return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}

/* A journal that is still to be rolled back keeps the file from being read. */
static bool look(const char *path, uint32_t *number)
{
    struct err err;
    sqlite3 *db = db_open(path, DB_READ, &err);
    bool ok = db && counter(db, number);
    db_close(db);
    return ok;
}

static void say(const char *path, bool known, uint32_t before, struct err *err)
{
    struct err why = *err;
    uint32_t now;
    if (!known || !look(path, &now))
        err_set(err, ERR_FILE,
                "%.200s; whether the file holds the old or the new contents is "
                "not known",
                why.text);
    else if (now != before)
        err_set(err, ERR_FILE, "%.200s; yet the new contents are in the file",
                why.text);
    else
        err_set(err, ERR_FILE, "%.200s; the file holds the old contents",
                why.text);
}

bool transact_commit(sqlite3 *db, const char *path, struct err *err)
{
    uint32_t before;
    bool known = counter(db, &before);
    if (sqlite3_get_autocommit(db))
        return err_set(err, ERR_FILE,
                       "the disk failed while the file was read; the file "
                       "holds the old contents");
    sqlite3_commit_hook(db, NULL, NULL);
    if (db_run(db, err, "COMMIT"))
        return true;
    transact_end(db);
    if (path)
        say(path, known, before, err);
    return false;
}

void transact_end(sqlite3 *db)
{
    if (db && !sqlite3_get_autocommit(db))
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
}
