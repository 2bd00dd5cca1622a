#include "core/store/db.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/store/allow.h"
#include "core/store/drive.h"

bool db_busy(struct err *err)
{
    return err_set(err, ERR_FILE,
                   "the file is busy: another program is writing it; try "
                   "again when it has finished");
}

bool db_fail(sqlite3 *db, struct err *err)
{
    int code = sqlite3_errcode(db);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return db_busy(err);
    if (code == SQLITE_INTERRUPT)
        return err_set(err, ERR_FORMAT,
                       "it takes more than %d seconds of work to check: it is "
                       "damaged, or made to be slow",
                       DB_PATIENCE);
    if (code == SQLITE_NOTADB)
        return err_set(err, ERR_FORMAT,
                       "it is no plan file (no SQLite "
                       "database)");
    if (code == SQLITE_READONLY)
        return err_set(err, ERR_FILE,
                       "the file or its folder may not be written");
    if (code == SQLITE_CANTOPEN || code == SQLITE_PERM)
        return err_set(
            err, ERR_FILE,
            "it cannot be opened: its folder is not there, or file or "
            "folder may not be read or written");
    if (sqlite3_extended_errcode(db) == SQLITE_CONSTRAINT_COMMITHOOK)
        return err_set(err, ERR_FILE,
                       "the disk failed while the file was read; the file "
                       "holds the old contents");
    if (code == SQLITE_FULL)
        return err_set(err, ERR_FILE, "the disk is full");
    if (code == SQLITE_CORRUPT)
        return err_set(err, ERR_FORMAT, "the file is damaged: %s",
                       sqlite3_errmsg(db));
    return err_set(err, ERR_FILE, "%s", sqlite3_errmsg(db));
}

/* See https://sqlite.org/security.html: nothing of the file is to run. */
static void guard(sqlite3 *db, int ms)
{
    static const struct {
        int what, value;
    } config[] = {
        { SQLITE_DBCONFIG_DEFENSIVE, 1 },
        { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
        { SQLITE_DBCONFIG_DQS_DDL, 0 },
        { SQLITE_DBCONFIG_DQS_DML, 0 },
        { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
        { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
        { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
        { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    };
    for (size_t i = 0; i < sizeof config / sizeof *config; i++)
        sqlite3_db_config(db, config[i].what, config[i].value, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1 << 28);
    allow_only(db);
    sqlite3_busy_timeout(db, ms);
}

static int64_t work_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The moment is the pointer: nothing has to be freed. */
static int is_late(void *moment)
{
    return work_ms() > (intptr_t)moment;
}

void db_patience(sqlite3 *db, int seconds)
{
    enum { STEPS = 100 }; /* of SQLite's machine, between two looks */
    void *moment = (void *)(intptr_t)(work_ms() + seconds * 1000);
    sqlite3_progress_handler(db, seconds > 0 ? STEPS : 0, is_late, moment);
}

static const char *const settings = "PRAGMA mmap_size = 0;"
                                    "PRAGMA cell_size_check = ON;"
                                    "PRAGMA cache_size = -32768;"
                                    "PRAGMA temp_store = MEMORY;";

static const char *const safety = "PRAGMA journal_mode = TRUNCATE;"
                                  "PRAGMA synchronous = FULL;";

/* Whether another program wrote the file with a write-ahead log, which is part
 * of the file again by now. */
static bool had_log(const char *path)
{
    unsigned char header[20] = { 0 };
    FILE *file = fopen(path, "rb");
    bool ok = file && fread(header, 1, sizeof header, file) == sizeof header;
    if (file)
        fclose(file);
    return ok && header[18] == 2;
}

/* Even to read such a file SQLite would put files beside it, unless it is told
 * that the file does not change. */
static int open_unchanging(const char *path, sqlite3 **db)
{
    struct text uri = TEXT_INIT;
    text_add(&uri, "file:");
    for (; *path; path++)
        text_add(&uri, strchr("%?#", *path) ? "%%%02X" : "%c",
                 (unsigned char)*path);
    text_add(&uri, "?immutable=1");
    int code = sqlite3_open_v2(
        uri.bytes, db,
        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
    text_release(&uri);
    return code;
}

static int open_file(const char *path, enum db_mode mode, sqlite3 **db)
{
    static const int flags[] = {
        [DB_READ] = SQLITE_OPEN_READONLY,
        [DB_WRITE] = SQLITE_OPEN_READWRITE,
        [DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    };
    if (mode == DB_READ && had_log(path))
        return open_unchanging(path, db);
    /* A connection stays with one thread, so SQLite need not lock it. */
    return sqlite3_open_v2(path, db, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
}

sqlite3 *db_open(const char *path, enum db_mode mode, struct err *err)
{
    return db_open_within(path, mode, DB_BUSY_MS, err);
}

sqlite3 *db_open_within(const char *path, enum db_mode mode, int ms,
                        struct err *err)
{
    sqlite3 *db = NULL;
    if (mode != DB_READ && !drive_may_write(path, err))
        return NULL;
    int code = open_file(path, mode, &db);
    bool ok = code == SQLITE_OK || db_fail(db, err);
    if (ok) {
        guard(db, ms);
        db_patience(db, DB_PATIENCE);
        ok = db_run(db, err, settings) &&
             (mode == DB_READ || db_run(db, err, safety)) &&
             db_run(db, err, "SELECT count(*) FROM sqlite_schema");
    }
    if (!ok) {
        sqlite3_close(db);
        return NULL;
    }
    db_patience(db, 0);
    return db;
}

void db_close(sqlite3 *db)
{
    sqlite3_close(db);
}

bool db_run(sqlite3 *db, struct err *err, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           db_fail(db, err);
}

sqlite3_stmt *db_prepare(sqlite3 *db, const char *sql, struct err *err)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        db_fail(db, err);
    return statement;
}

bool db_next(sqlite3 *db, sqlite3_stmt *statement, bool *ok, struct err *err)
{
    int code = *ok ? sqlite3_step(statement) : SQLITE_DONE;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        *ok = db_fail(db, err);
    return code == SQLITE_ROW;
}

bool db_read(sqlite3 *db, struct err *err)
{
    return sqlite3_errcode(db) == SQLITE_OK || db_fail(db, err);
}

const char *db_column(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? text : "";
}

bool db_done(sqlite3 *db, sqlite3_stmt *statement, struct err *err)
{
    bool ok = sqlite3_step(statement) == SQLITE_DONE || db_fail(db, err);
    sqlite3_reset(statement);
    return ok;
}

bool db_ask(sqlite3 *db, const char *sql, int64_t *number, struct err *err)
{
    sqlite3_stmt *statement = db_prepare(db, sql, err);
    if (!statement)
        return false;
    bool ok = true;
    if (db_next(db, statement, &ok, err))
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return ok;
}

int64_t db_number(sqlite3 *db, const char *sql, int64_t missing)
{
    struct err err;
    db_ask(db, sql, &missing, &err);
    return missing;
}

bool db_has(sqlite3 *db, const char *table)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    const char *sql =
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
        found = sqlite3_step(statement) == SQLITE_ROW;
    }
    sqlite3_finalize(statement);
    return found;
}

static void quote(struct text *out, const char *text, char mark)
{
    text_put(out, &mark, 1);
    for (; *text; text++) {
        if (*text == mark)
            text_put(out, &mark, 1);
        text_put(out, text, 1);
    }
    text_put(out, &mark, 1);
}

void db_name(struct text *out, const char *name)
{
    quote(out, name, '"');
}

void db_text(struct text *out, const char *text)
{
    quote(out, text, '\'');
}
