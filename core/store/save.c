#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/data/digest.h"
#include "core/store/allow.h"
#include "core/store/chain.h"
#include "core/store/db.h"
#include "core/store/gpkg.h"
#include "core/store/load.h"
#include "core/store/meta.h"
#include "core/store/migrate.h"
#include "core/store/save.h"
#include "core/store/sidecar.h"
#include "core/store/slot.h"
#include "core/store/sql.h"
#include "core/store/store.h"
#include "core/store/tables.h"
#include "core/store/transact.h"

enum { PATH_ROOM = 4200 };

static bool is_file(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && about.st_size > 0;
}

static bool write_row(sqlite3 *db, sqlite3_stmt *s, const struct plan *plan,
                      int table, int row, struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    sqlite3_bind_int(s, 1, row + 1);
    for (int i = 0, parameter = 2; i < schema->nfields; i++) {
        if (sql_stored(&schema->field[i]))
            slot_bind(s, parameter++, plan, table, row, i);
    }
    return db_done(db, s, err);
}

static bool write_rows(sqlite3 *db, const struct plan *plan, int number,
                       struct err *err)
{
    const struct table *table = plan_table(plan, number);
    struct text sql = TEXT_INIT;
    sql_insert(table_schema(table), &sql);
    sqlite3_stmt *s = db_prepare(db, sql.bytes, err);
    text_release(&sql);
    bool ok = s != NULL;
    for (int row = 0; ok && row < table_rows(table); row++) {
        if (table_has(table, row))
            ok = write_row(db, s, plan, number, row, err);
    }
    sqlite3_finalize(s);
    return ok || err_in(err, "%s", table_schema(table)->name);
}

static bool write_table(sqlite3 *db, const struct plan *plan,
                        const struct schema *const schemas[], int table,
                        struct err *err)
{
    return tables_prepare(db, schemas, plan_tables(plan), table, err) &&
           write_rows(db, plan, table, err) &&
           tables_index(db, schemas[table], err) &&
           gpkg_update(db, plan, table, err);
}

static bool write_all(sqlite3 *db, const struct plan *plan, struct err *err)
{
    enum { TABLES_MOST = 64 };
    const struct schema *schemas[TABLES_MOST] = { NULL };
    int n = plan_tables(plan);
    assert(n <= TABLES_MOST);
    for (int t = 0; t < n; t++)
        schemas[t] = plan_schema(plan, t);

    bool ok = db_has(db, "ccn_meta")
                  ? migrate(db, err)
                  : gpkg_create(db, err) && meta_create(db, err);
    for (int t = 0; ok && t < n; t++)
        ok = write_table(db, plan, schemas, t, err);
    return ok && meta_write_fields(db, plan, err) && meta_write(db, plan, err);
}

/* The transaction */

/* What is asked and written in the same transaction. */
struct also {
    const char *before; /* digest of what the file must hold; NULL: anything */
    bool (*write)(sqlite3 *db, void *data, struct err *err); /* NULL: nothing */
    void *data;
};

/* Nobody writes any more, so what is read now is what is written over. */
static bool still(sqlite3 *db, const struct plan *plan, const char *before,
                  struct err *err)
{
    if (!before)
        return true;
    struct plan *now = migrate(db, err) ? load_now(db, plan, err) : NULL;
    bool same = now && strcmp(plan_digest(now), before) == 0;
    if (now && !same)
        err_set(err, ERR_MOVED,
                "another program has changed the plan meanwhile; try it again");
    plan_free(now);
    return same;
}

/* The scenario that the plan has become goes; its children are the plan's. */
static bool lift(sqlite3 *db, void *data, struct err *err)
{
    const char *promoted = data;
    struct text sql = TEXT_INIT;
    text_add(&sql, "UPDATE scenario SET parent = NULL WHERE parent = ");
    db_text(&sql, promoted);
    text_add(&sql, "; DELETE FROM scenario WHERE name = ");
    db_text(&sql, promoted);
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

static bool transact(sqlite3 *db, const struct plan *plan, const char *path,
                     struct also also, struct err *err)
{
    bool ok = transact_begin(db, err) && still(db, plan, also.before, err) &&
              write_all(db, plan, err) &&
              (!also.write || also.write(db, also.data, err)) &&
              transact_commit(db, path, err);
    if (!ok)
        transact_end(db);
    return ok;
}

static bool save_over(const struct plan *plan, const char *path,
                      struct also also, struct err *err)
{
    sqlite3 *db = migrate_open(path, err);
    bool ok = db && transact(db, plan, path, also, err);
    db_close(db);
    return ok;
}

/* A rename lasts only when the folder is written too. */
static void sync_folder(const char *path)
{
    char name[PATH_ROOM];
    snprintf(name, sizeof name, "%s", path);
    int folder = open(dirname(name), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

/* The journal of a file that is closed is empty; it would keep its name. */
static void drop_journal(const char *path)
{
    char name[PATH_ROOM + 16];
    snprintf(name, sizeof name, "%s-journal", path);
    unlink(name);
}

/* A journal without its file would be rolled back into the new one, and may be
 * what a file moved elsewhere needs. */
static bool no_journal(const char *path, struct err *err)
{
    bool waits;
    if (!sidecar_journal(path, &waits, err))
        return false;
    return !waits || err_set(err, ERR_FILE,
                             "the journal of a plan file that is gone lies "
                             "there; put the file back beside it, or remove "
                             "the journal");
}

static bool save_new(const struct plan *plan, const char *path, struct err *err)
{
    char name[PATH_ROOM];
    if (!no_journal(path, err))
        return false;
    snprintf(name, sizeof name, "%s.new-%ld", path, (long)getpid());
    unlink(name);
    sqlite3 *db = db_open(name, DB_CREATE, err);
    bool ok = db && transact(db, plan, NULL, (struct also){ 0 }, err);
    db_close(db);
    drop_journal(name);
    if (ok && rename(name, path) < 0)
        ok = err_set(err, ERR_FILE, "%s", err_system(errno));
    if (ok)
        sync_folder(path);
    else
        unlink(name);
    return ok;
}

bool store_recover(const char *path, struct err *err)
{
    bool waits;
    if (!sidecar_journal(path, &waits, err))
        return err_in(err, "%.200s", path);
    if (!waits)
        return true;
    sqlite3 *db = db_open(path, DB_WRITE, err); /* reading rolls it back */
    db_close(db);
    return db || err_in(err, "%.200s", path);
}

static void allow_tables(const struct plan *plan)
{
    for (int i = 0; i < plan_tables(plan); i++)
        allow_table(plan_schema(plan, i)->name);
}

bool store_save(const struct plan *plan, const char *path, struct err *err)
{
    allow_tables(plan);
    bool ok = is_file(path) ? save_over(plan, path, (struct also){ 0 }, err)
                            : save_new(plan, path, err);
    return ok || err_in(err, "%.200s", path);
}

bool save_with(const struct plan *plan, const char *before, const char *path,
               bool (*also)(sqlite3 *db, void *data, struct err *err),
               void *data, struct err *err)
{
    allow_tables(plan);
    bool ok = save_over(plan, path, (struct also){ before, also, data }, err);
    return ok || err_in(err, "%.200s", path);
}

bool store_save_over(const struct plan *plan, const char *before,
                     const char *path, struct err *err)
{
    return save_with(plan, before, path, NULL, NULL, err);
}

bool store_promote(const struct plan *plan, const char *before,
                   const char *path, const char *name, struct err *err)
{
    return save_with(plan, before, path, lift, (void *)name, err);
}
