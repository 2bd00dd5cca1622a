#include "core/store/results_tables.h"

#include <stdio.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"

/* "CCNR" in the header of the file, where SQLite keeps what program it is
 * of. */
enum { APPLICATION = 0x43434e52 };

enum { TEXTS = 8 }; /* of about, in the order of the table */

static const char *const tables =
    "CREATE TABLE sweep (name TEXT NOT NULL, question TEXT NOT NULL,"
    " script TEXT NOT NULL, script_sha256 TEXT NOT NULL,"
    " parameters TEXT NOT NULL, design TEXT NOT NULL,"
    " versions TEXT NOT NULL, identity TEXT NOT NULL,"
    " seed INTEGER NOT NULL, runs INTEGER NOT NULL, block INTEGER NOT NULL,"
    " hash TEXT NOT NULL) STRICT;"
    "CREATE TABLE factor (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
    " title TEXT NOT NULL, unit TEXT NOT NULL, distribution TEXT NOT NULL,"
    " note TEXT NOT NULL) STRICT;"
    "CREATE TABLE result (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
    " title TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,"
    " note TEXT NOT NULL) STRICT;"
    "CREATE TABLE block (number INTEGER PRIMARY KEY, first INTEGER NOT NULL,"
    " runs INTEGER NOT NULL, failed INTEGER NOT NULL, hash BLOB NOT NULL)"
    " STRICT;";

static bool write_columns(sqlite3 *db, const char *table,
                          const struct results_column *column, int count,
                          struct err *err)
{
    char sql[80];
    snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
             table);
    sqlite3_stmt *insert = db_prepare(db, sql, err);
    bool ok = insert != NULL;
    for (int i = 0; ok && i < count; i++) {
        const char *const text[] = { column[i].name, column[i].title,
                                     column[i].unit, column[i].what,
                                     column[i].note };
        sqlite3_bind_int(insert, 1, i + 1);
        for (int k = 0; k < RESULTS_PROPERTIES; k++)
            sqlite3_bind_text(insert, k + 2, text[k], -1, SQLITE_STATIC);
        ok = db_done(db, insert, err);
    }
    sqlite3_finalize(insert);
    return ok;
}

static bool write_sweep(sqlite3 *db, const struct results_about *about,
                        struct err *err)
{
    const char *const text[TEXTS] = {
        about->name,       about->question, about->script,   about->script_hash,
        about->parameters, about->design,   about->versions, about->identity,
    };
    sqlite3_stmt *insert = db_prepare(
        db,
        "INSERT INTO sweep VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
        "?10, ?11, '')",
        err);
    if (!insert)
        return false;
    for (int i = 0; i < TEXTS; i++)
        sqlite3_bind_text(insert, i + 1, text[i], -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 9, (sqlite3_int64)about->seed);
    sqlite3_bind_int64(insert, 10, about->runs);
    sqlite3_bind_int64(insert, 11, about->block);
    bool ok = db_done(db, insert, err);
    sqlite3_finalize(insert);
    return ok;
}

static bool create_rows(sqlite3 *db, const struct results_about *about,
                        struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "CREATE TABLE experiment (number INTEGER PRIMARY KEY");
    for (int i = 0; i < about->inputs + about->outputs; i++) {
        text_add(&sql, ", ");
        db_name(&sql, about->column[i].name);
        text_add(&sql, " REAL");
    }
    text_add(&sql, ", failed TEXT) STRICT");
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

bool results_write_tables(sqlite3 *db, const struct results_about *about,
                          struct err *err)
{
    char mark[120];
    snprintf(mark, sizeof mark,
             "PRAGMA application_id = %d; PRAGMA user_version = %d;",
             APPLICATION, RESULTS_FORMAT);
    return db_run(db, err, "BEGIN IMMEDIATE") && db_run(db, err, mark) &&
           db_run(db, err, tables) && write_sweep(db, about, err) &&
           write_columns(db, "factor", about->column, about->inputs, err) &&
           write_columns(db, "result", about->column + about->inputs,
                         about->outputs, err) &&
           create_rows(db, about, err);
}

bool results_is_ours(sqlite3 *db)
{
    return db_number(db, "PRAGMA application_id", 0) == APPLICATION;
}

bool results_check_ours(sqlite3 *db, struct err *err)
{
    if (!results_is_ours(db))
        return db_read(db, err) &&
               err_set(err, ERR_FORMAT, "it holds no results of a sweep");
    int64_t format = db_number(db, "PRAGMA user_version", 0);
    if (format > RESULTS_FORMAT)
        return err_set(err, ERR_FORMAT,
                       "it was written by a newer ccn (format %d, this one "
                       "knows %d); use that version",
                       (int)format, RESULTS_FORMAT);
    return true;
}

bool results_has_identity(sqlite3 *db, const char *identity)
{
    struct err err;
    sqlite3_stmt *look =
        db_prepare(db, "SELECT 1 FROM sweep WHERE identity = ?1", &err);
    if (!look)
        return false;
    sqlite3_bind_text(look, 1, identity, -1, SQLITE_STATIC);
    bool same = sqlite3_step(look) == SQLITE_ROW;
    sqlite3_finalize(look);
    return same;
}

/* Reading */

static const char *text_at(sqlite3_stmt *row, int column)
{
    return intern(db_column(row, column));
}

static bool read_sweep(sqlite3 *db, struct results_about *about,
                       const char **hash, struct err *err)
{
    const char **text[TEXTS] = {
        &about->name,        &about->question,   &about->script,
        &about->script_hash, &about->parameters, &about->design,
        &about->versions,    &about->identity,
    };
    sqlite3_stmt *row = db_prepare(
        db,
        "SELECT name, question, script, script_sha256, parameters, design, "
        "versions, identity, seed, runs, block, hash FROM sweep",
        err);
    if (!row)
        return false;
    bool ok = true, found = db_next(db, row, &ok, err);
    for (int i = 0; found && i < TEXTS; i++)
        *text[i] = text_at(row, i);
    if (found) {
        about->seed = (uint64_t)sqlite3_column_int64(row, 8);
        about->runs = (long)sqlite3_column_int64(row, 9);
        about->block = sqlite3_column_int(row, 10);
        *hash = text_at(row, 11);
    }
    sqlite3_finalize(row);
    return found ||
           (ok && err_set(err, ERR_FORMAT, "it holds no results of a sweep"));
}

static int read_columns(sqlite3 *db, const char *sql,
                        struct results_column *column, int most,
                        struct err *err)
{
    sqlite3_stmt *row = db_prepare(db, sql, err);
    int count = 0;
    bool ok = row != NULL;
    while (count < most && db_next(db, row, &ok, err)) {
        const char **text[] = { &column[count].name, &column[count].title,
                                &column[count].unit, &column[count].what,
                                &column[count].note };
        for (int k = 0; k < RESULTS_PROPERTIES; k++)
            *text[k] = text_at(row, k);
        count++;
    }
    sqlite3_finalize(row);
    return ok ? count : -1;
}

bool results_read_tables(sqlite3 *db, struct results_about *about,
                         const char **hash, struct err *err)
{
    enum { MOST = 2000 };
    struct results_column *column = mem_new(MOST, sizeof *column);
    about->column = column;
    if (!read_sweep(db, about, hash, err))
        return false;
    about->inputs = read_columns(db,
                                 "SELECT name, title, unit, distribution, note "
                                 "FROM factor ORDER BY number",
                                 column, MOST, err);
    if (about->inputs < 0)
        return false;
    about->outputs =
        read_columns(db,
                     "SELECT name, title, unit, kind, note FROM result ORDER "
                     "BY number",
                     column + about->inputs, MOST - about->inputs, err);
    return about->outputs >= 0;
}
