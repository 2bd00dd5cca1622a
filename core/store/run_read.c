#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/run.h"
#include "core/store/run_open.h"

#define COLUMNS                                                                \
    "SELECT id, seconds, seed, started, state, error, command, script,"        \
    " folder, arguments, parameters, options, versions, result FROM run"

static const char *text_at(sqlite3_stmt *s, int column)
{
    return intern((const char *)sqlite3_column_text(s, column));
}

static void read_run(sqlite3_stmt *s, struct run_record *run)
{
    const char **texts[] = { &run->started,   &run->state,      &run->error,
                             &run->command,   &run->script,     &run->folder,
                             &run->arguments, &run->parameters, &run->options,
                             &run->versions,  &run->result };
    *run = (struct run_record){ .id = sqlite3_column_int64(s, 0),
                                .seconds = sqlite3_column_double(s, 1),
                                .seed = sqlite3_column_int64(s, 2) };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_at(s, (int)i + 3);
}

/* Whether the columns that are never null are not: the file is a stranger's. */
static bool is_sound(const struct run_record *run, struct err *err)
{
    return (run->started && run->state && run->command && run->script &&
            run->folder && run->arguments && run->options && run->versions) ||
           err_set(err, ERR_FORMAT, "run %lld is damaged", (long long)run->id);
}

static bool read_part(sqlite3_stmt *s, struct run_record *run, struct err *err)
{
    struct run_part part = { .kind = text_at(s, 1),
                             .name = text_at(s, 2),
                             .sha256 = text_at(s, 3) };
    const char *side = text_at(s, 0);
    if (!side || !part.kind || !part.name || !part.sha256)
        return err_set(err, ERR_FORMAT, "run %lld is damaged",
                       (long long)run->id);
    part.side = strcmp(side, "in") == 0 ? RUN_IN : RUN_OUT;
    if (sqlite3_column_type(s, 4) != SQLITE_NULL) {
        const void *bytes = sqlite3_column_blob(s, 4);
        part.size = (size_t)sqlite3_column_bytes(s, 4);
        part.bytes = intern_bytes(bytes ? bytes : "", part.size);
    }
    run->part = mem_grow(run->part, (size_t)run->nparts + 1, sizeof part);
    run->part[run->nparts++] = part;
    return true;
}

static bool read_parts(sqlite3 *db, struct run_record *run, struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db,
                   "SELECT side, kind, name, sha256, bytes FROM run_part"
                   " LEFT JOIN run_text USING (sha256)"
                   " WHERE run = ?1 ORDER BY seq",
                   err);
    bool ok = s != NULL;
    int got = 0;
    if (ok)
        sqlite3_bind_int64(s, 1, run->id);
    while (ok && (got = db_row(db, s, err)) > 0)
        ok = read_part(s, run, err);
    sqlite3_finalize(s);
    return ok && got == 0;
}

static bool read_one(sqlite3 *db, int64_t id, struct run_record *run,
                     struct err *err)
{
    sqlite3_stmt *s = db_prepare(db, COLUMNS " WHERE id = ?1", err);
    if (!s)
        return false;
    sqlite3_bind_int64(s, 1, id);
    int got = db_row(db, s, err);
    if (got > 0)
        read_run(s, run);
    else if (got == 0)
        err_set(err, ERR_UNKNOWN, "there is no run %lld", (long long)id);
    sqlite3_finalize(s);
    return got > 0 && is_sound(run, err) && read_parts(db, run, err);
}

struct run_record *run_find(const char *path, int64_t id, struct err *err)
{
    struct run_record *run = mem_new(1, sizeof *run);
    sqlite3 *db = run_open(path, err);
    bool ok = db && read_one(db, id, run, err);
    db_close(db);
    if (ok)
        return run;
    err_in(err, "%.200s", path);
    run_free(run);
    return NULL;
}

void run_free(struct run_record *run)
{
    if (!run)
        return;
    free(run->part);
    free(run);
}

int run_list(const char *path, struct run_record **list, struct err *err)
{
    struct run_record *found = NULL;
    int n = 0, got = 0;
    sqlite3 *db = run_open(path, err);
    sqlite3_stmt *s = db ? db_prepare(db, COLUMNS " ORDER BY id", err) : NULL;
    bool ok = s != NULL;
    while (ok && (got = db_row(db, s, err)) > 0) {
        found = mem_grow(found, (size_t)n + 1, sizeof *found);
        read_run(s, &found[n]);
        ok = is_sound(&found[n++], err);
    }
    sqlite3_finalize(s);
    db_close(db);
    if (ok && got == 0) {
        *list = found;
        return n;
    }
    free(found);
    err_in(err, "%.200s", path);
    return -1;
}
