#include "core/store/run.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/store/own.h"
#include "core/store/run_open.h"
#include "core/store/sidecar.h"
#include "core/store/store.h"
#include "core/store/transact.h"

enum { PATIENCE = 100 }; /* ms */

/* Of the columns that are texts, in the order of the statements below. */
static void bind_texts(sqlite3_stmt *s, const struct run_record *run)
{
    const char *texts[] = { run->started,    run->state,   run->error,
                            run->command,    run->script,  run->folder,
                            run->arguments,  run->options, run->versions,
                            run->parameters, run->result };
    int n = sizeof texts / sizeof *texts;
    for (int i = 0; i < n; i++)
        sqlite3_bind_text(s, i + 1, texts[i], -1, SQLITE_STATIC);
    sqlite3_bind_double(s, n + 1, run->seconds);
    sqlite3_bind_int64(s, n + 2, run->seed);
    if (run->id > 0)
        sqlite3_bind_int64(s, n + 3, run->id);
}

static bool write_run(sqlite3 *db, const char *sql,
                      const struct run_record *run, struct err *err)
{
    sqlite3_stmt *s = db_prepare(db, sql, err);
    if (!s)
        return false;
    bind_texts(s, run);
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    return ok;
}

int64_t run_begin(sqlite3 *db, const struct run_record *run, struct err *err)
{
    bool ok = write_run(
        db,
        "INSERT INTO run (started, state, error, command, script, folder,"
        " arguments, options, versions, parameters, result, seconds, seed, id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run, err);
    return ok ? sqlite3_last_insert_rowid(db) : -1;
}

static bool write_text(sqlite3 *db, const struct run_part *part,
                       struct err *err)
{
    if (!part->bytes || part->size > RUN_TEXT_MOST)
        return true;
    sqlite3_stmt *s =
        db_prepare(db, "INSERT OR IGNORE INTO run_text VALUES (?, ?)", err);
    if (!s)
        return false;
    sqlite3_bind_text(s, 1, part->sha256, -1, SQLITE_STATIC);
    sqlite3_bind_blob(s, 2, part->size ? part->bytes : "", (int)part->size,
                      SQLITE_STATIC);
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    return ok;
}

static bool write_parts(sqlite3 *db, const struct run_record *run,
                        struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db, "INSERT INTO run_part VALUES (?, ?, ?, ?, ?, ?)", err);
    bool ok = s != NULL;
    for (int i = 0; ok && i < run->nparts; i++) {
        const struct run_part *part = &run->part[i];
        const char *texts[] = { part->side == RUN_IN ? "in" : "out", part->kind,
                                part->name, part->sha256 };
        sqlite3_bind_int64(s, 1, run->id);
        sqlite3_bind_int(s, 2, i + 1);
        for (int k = 0; k < 4; k++)
            sqlite3_bind_text(s, k + 3, texts[k], -1, SQLITE_STATIC);
        ok = db_done(db, s, err) && write_text(db, part, err);
    }
    sqlite3_finalize(s);
    return ok;
}

bool run_end(sqlite3 *db, const struct run_record *run, struct err *err)
{
    return write_run(
               db,
               "UPDATE run SET started = ?, state = ?, error = ?, command = ?,"
               " script = ?, folder = ?, arguments = ?, options = ?,"
               " versions = ?, parameters = ?, result = ?, seconds = ?,"
               " seed = ? WHERE id = ?",
               run, err) &&
           write_parts(db, run, err);
}

/* A plan file of today's format, or a journal. */
static bool is_log(sqlite3 *db, struct err *err)
{
    int format = migrate_format(db);
    if (format != 0 && format != STORE_FORMAT)
        return err_set(err, ERR_FORMAT,
                       "it is of format %d, and only files of format %d have a "
                       "log; a save brings it up to date",
                       format, STORE_FORMAT);
    return db_has(db, "run") ||
           (db_read(db, err) &&
            err_set(err, ERR_FORMAT, "it has no log of runs"));
}

static sqlite3 *open_log(const char *path, enum db_mode mode, struct err *err)
{
    sqlite3 *db = NULL;
    if (sidecar_none(path, err) &&
        (mode == DB_READ || own_file(path, PATIENCE, err)))
        db = db_open_within(path, mode, PATIENCE, err);
    if (db && is_log(db, err))
        return db;
    db_close(db);
    return NULL;
}

/* A journal does not wait for the disk: a program that is killed loses nothing,
 * and a power cut may cost the journal, never a plan. */
static bool quicken(sqlite3 *db, struct err *err)
{
    return db_has(db, "ccn_meta") ||
           db_run(db, err, "PRAGMA synchronous = OFF");
}

/* One transaction; a failure leaves the log as it was. */
static bool transact(const char *path, struct run_record *run,
                     bool (*change)(sqlite3 *, struct run_record *,
                                    struct err *),
                     struct err *err)
{
    sqlite3 *db =
        store_recover(path, err) ? open_log(path, DB_WRITE, err) : NULL;
    bool ok = db && quicken(db, err) && transact_begin(db, err) &&
              change(db, run, err) && transact_commit(db, path, err);
    if (!ok)
        transact_end(db);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}

static bool add(sqlite3 *db, struct run_record *run, struct err *err)
{
    run->id = run_begin(db, run, err);
    if (run->id > 0 && write_parts(db, run, err))
        return true;
    run->id = 0;
    return false;
}

bool run_log(const char *path, struct run_record *run, struct err *err)
{
    run->id = 0;
    bool ok = transact(path, run, add, err);
    if (!ok)
        run->id = 0;
    return ok;
}

static bool take_out(sqlite3 *db, struct run_record *run, struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql,
             "DELETE FROM run_part WHERE run = %lld;"
             "DELETE FROM run WHERE id = %lld;",
             (long long)run->id, (long long)run->id);
    bool ok = db_run(db, err, sql.bytes);
    bool there = sqlite3_changes(db) == 1;
    text_release(&sql);
    if (ok && !there)
        return err_set(err, ERR_UNKNOWN, "there is no run %lld",
                       (long long)run->id);
    return ok && db_run(db, err,
                        "DELETE FROM run_text WHERE sha256 NOT IN"
                        " (SELECT sha256 FROM run_part)");
}

bool run_forget(const char *path, int64_t id, struct err *err)
{
    struct run_record run = { .id = id };
    return transact(path, &run, take_out, err);
}

bool run_make_journal(const char *path, struct err *err)
{
    struct stat about;
    if (stat(path, &about) == 0 && about.st_size > 0)
        return true;
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return err_set(err, ERR_FILE, "%.200s: %s", path, err_system(errno));
    close(file);
    sqlite3 *db = db_open_within(path, DB_WRITE, PATIENCE, err);
    bool ok = db && transact_begin(db, err) &&
              (db_has(db, "run") || db_run(db, err, RUN_SCHEMA)) &&
              transact_commit(db, path, err);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}

sqlite3 *run_open(const char *path, struct err *err)
{
    return open_log(path, DB_READ, err);
}
