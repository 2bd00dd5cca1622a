#include "core/store/results.h"

#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/results_rows.h"
#include "core/store/results_tables.h"
#include "core/store/sidecar.h"

/* Soon at first, then less often. */
enum { COMMIT_FIRST_MS = 8, COMMIT_MS = 256 };

struct results {
    sqlite3 *db;
    sqlite3_stmt *rows, *block;
    struct results_rows source; /* what the statement rows reads */
    unsigned char *done;
    long blocks, stored;
    bool open; /* a transaction is */
    int64_t since;
    int wait; /* ms from one commit to the next */
};

static void release(struct results *results)
{
    sqlite3_finalize(results->rows);
    sqlite3_finalize(results->block);
    db_close(results->db);
    free(results->done);
    free(results);
}

/* No empty journal is left lying beside the file; and with EXTRA none comes
 * back after lost power, which would take a stored block away again. */
static bool mode(struct results *results, struct err *err)
{
    return db_run(results->db, err,
                  "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
}

/* Ready to put blocks. */
static bool prepare(struct results *results, const struct results_about *about,
                    struct err *err)
{
    results->blocks = (about->runs + about->block - 1) / about->block;
    results->done = mem_new((size_t)results->blocks + 1, 1);
    results->wait = COMMIT_FIRST_MS;
    results->source.inputs = about->inputs;
    results->source.outputs = about->outputs;
    results_rows_module(results->db, &results->source);
    results->rows = db_prepare(
        results->db, "INSERT INTO experiment SELECT * FROM ccn_rows", err);
    if (!results->rows)
        return false;
    results->block = db_prepare(
        results->db, "INSERT INTO block VALUES (?1, ?2, ?3, ?4, ?5)", err);
    return results->block != NULL;
}

/* An empty file, or the results of a sweep, may be written over. */
static bool may_replace(const char *path, struct err *err)
{
    if (access(path, F_OK) != 0)
        return true;
    struct err other;
    sqlite3 *db = db_open(path, DB_READ, &other);
    bool ours = db && results_is_ours(db);
    bool empty =
        db && db_number(db, "SELECT count(*) FROM sqlite_schema", 1) == 0;
    db_close(db);
    return ours || empty ||
           err_set(err, ERR_FILE,
                   "'%.200s' is there and holds no results of a sweep; it is "
                   "left alone: choose another name",
                   path);
}

static bool clear_away(const char *path, struct err *err)
{
    char journal[4200];
    if (!may_replace(path, err))
        return false;
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(path);
    unlink(journal);
    return true;
}

struct results *results_create(const char *path,
                               const struct results_about *about,
                               struct err *err)
{
    if (!clear_away(path, err))
        return NULL;
    struct results *results = mem_new(1, sizeof *results);
    results->db = db_open(path, DB_CREATE, err);
    results->open = results->db && mode(results, err) &&
                    results_write_tables(results->db, about, err);
    results->since = clock_ms();
    if (results->open && prepare(results, about, err))
        return results;
    release(results);
    err_in(err, "%.200s", path);
    return NULL;
}

static bool mark_done(struct results *results, struct err *err)
{
    sqlite3_stmt *each =
        db_prepare(results->db, "SELECT number, runs FROM block", err);
    bool ok = each != NULL;
    while (db_next(results->db, each, &ok, err)) {
        int64_t number = sqlite3_column_int64(each, 0);
        if (number < 0 || number >= results->blocks)
            continue;
        results->done[number] = 1;
        results->stored += sqlite3_column_int64(each, 1);
    }
    sqlite3_finalize(each);
    return ok;
}

static bool same_sweep(sqlite3 *db, const struct results_about *about,
                       struct err *err)
{
    bool same = results_has_identity(db, about->identity);
    return same ||
           err_set(err, ERR_MOVED,
                   "these are results of another sweep: its script, factors, "
                   "design, seed or parameters were not the same; --fresh "
                   "drops them and begins anew");
}

/* What a writer that was killed left is rolled back first. */
struct results *results_resume(const char *path,
                               const struct results_about *about, bool *none,
                               struct err *err)
{
    bool waits;
    *none = access(path, F_OK) != 0;
    if (*none || !sidecar_journal(path, &waits, err))
        return NULL;
    struct results *results = mem_new(1, sizeof *results);
    results->db = db_open(path, DB_WRITE, err);
    bool ok = results->db != NULL && mode(results, err);
    if (ok &&
        db_number(results->db, "SELECT count(*) FROM sqlite_schema", 1) == 0) {
        release(results); /* killed before it began */
        *none = true;
        return NULL;
    }
    ok = ok && results_check_ours(results->db, err) &&
         same_sweep(results->db, about, err) && prepare(results, about, err) &&
         mark_done(results, err);
    if (ok)
        return results;
    release(results);
    err_in(err, "%.200s", path);
    return NULL;
}

long results_unfinished(const char *path)
{
    struct err err;
    long stored = 0;
    sqlite3 *db = access(path, F_OK) == 0 ? db_open(path, DB_READ, &err) : NULL;
    if (db && results_is_ours(db) &&
        db_number(db, "SELECT hash = '' FROM sweep", 0) == 1)
        stored = (long)db_number(db, "SELECT sum(runs) FROM block", 0);
    db_close(db);
    return stored;
}

const unsigned char *results_done(const struct results *results)
{
    return results->done;
}

long results_stored(const struct results *results)
{
    return results->stored;
}

static bool commit(struct results *results, struct err *err)
{
    if (!results->open)
        return true;
    results->open = false;
    if (results->wait < COMMIT_MS)
        results->wait *= 2;
    return db_run(results->db, err, "COMMIT");
}

bool results_put(struct results *results, const struct results_block *block,
                 struct err *err)
{
    if (block->number < 0 || block->number >= results->blocks)
        return err_set(err, ERR_FORMAT, "there is no such block");
    if (results->done[block->number])
        return true; /* given to two, who found the same */
    if (!results->open) {
        if (!db_run(results->db, err, "BEGIN IMMEDIATE"))
            return false;
        results->open = true;
        results->since = clock_ms();
    }
    results->source.block = block;
    bool ok = db_done(results->db, results->rows, err);
    sqlite3_bind_int64(results->block, 1, block->number);
    sqlite3_bind_int64(results->block, 2, block->first + 1);
    sqlite3_bind_int64(results->block, 3, block->runs);
    sqlite3_bind_int64(results->block, 4, block->failed);
    sqlite3_bind_blob(results->block, 5, block->hash, RESULTS_HASH,
                      SQLITE_STATIC);
    ok = ok && db_done(results->db, results->block, err);
    results->source.block = NULL;
    if (!ok)
        return false;
    results->done[block->number] = 1;
    results->stored += block->runs;
    return clock_ms() - results->since < results->wait || commit(results, err);
}

/* The hash of all, when all are there. */
static bool finish(struct results *results, struct err *err)
{
    char text[SHA256_DIGEST_STRING_LENGTH];
    SHA2_CTX context;
    SHA256Init(&context);
    long found = 0;
    sqlite3_stmt *each =
        db_prepare(results->db, "SELECT hash FROM block ORDER BY number", err);
    bool ok = each != NULL;
    while (db_next(results->db, each, &ok, err)) {
        if (sqlite3_column_bytes(each, 0) != RESULTS_HASH)
            break;
        SHA256Update(&context, sqlite3_column_blob(each, 0), RESULTS_HASH);
        found++;
    }
    sqlite3_finalize(each);
    if (!ok || found < results->blocks)
        return ok;
    SHA256End(&context, text);
    sqlite3_stmt *set =
        db_prepare(results->db, "UPDATE sweep SET hash = ?1", err);
    if (!set)
        return false;
    sqlite3_bind_text(set, 1, text, -1, SQLITE_STATIC);
    ok = db_done(results->db, set, err);
    sqlite3_finalize(set);
    return ok;
}

bool results_close(struct results *results, struct err *err)
{
    bool ok = finish(results, err) && commit(results, err);
    release(results);
    return ok;
}
