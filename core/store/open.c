#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/store/allow.h"
#include "core/store/db.h"
#include "core/store/gpkg.h"
#include "core/store/load.h"
#include "core/store/meta.h"
#include "core/store/migrate.h"
#include "core/store/sidecar.h"
#include "core/store/store.h"
#include "core/store/trust.h"

static bool check_file(const char *path, struct err *err)
{
    struct stat about;
    if (stat(path, &about) < 0)
        return err_set(err, ERR_FILE, "%s", err_system(errno));
    if (!S_ISREG(about.st_mode))
        return err_set(err, ERR_FILE, "it is no file");
    if (about.st_size == 0)
        return err_set(err, ERR_FORMAT, "the file is empty");
    return true;
}

/* A copy in memory, brought to the format of today; the file stays as it is.
 * Takes the database over, whether it succeeds or not. */
static sqlite3 *migrated_copy(sqlite3 *db, struct err *err)
{
    sqlite3 *copy = db_open(":memory:", DB_CREATE, err);
    sqlite3_backup *backup =
        copy ? sqlite3_backup_init(copy, "main", db, "main") : NULL;
    if (backup)
        sqlite3_backup_step(backup, -1);
    if (backup && sqlite3_backup_finish(backup) == SQLITE_OK) {
        db_patience(copy, DB_PATIENCE);
        if (migrate(copy, err)) {
            db_close(db);
            return copy;
        }
    } else if (copy) {
        db_fail(copy, err);
    }
    db_close(copy);
    db_close(db);
    return NULL;
}

static bool read_all(sqlite3 *db, const struct store_options *options,
                     struct plan *plan, struct err *err)
{
    db_patience(db, DB_PATIENCE);
    bool ok = meta_fields(db, plan, err) &&
              (options->bare ? trust_objects(db, err)
                             : trust_schema(db, plan, err)) &&
              (options->unchecked || trust_integrity(db, err));
    db_patience(db, 0);
    return ok && (options->bare || load_plan(db, plan, err));
}

/* One transaction: what is read is one state, whoever writes meanwhile. */
static struct plan *read_plan(sqlite3 *db, const struct store_options *options,
                              struct err *err)
{
    const char *name = db_run(db, err, "BEGIN") ? meta_name(db, err) : NULL;
    if (!name)
        return NULL;
    struct plan *plan = plan_new(name, options->schemas, options->nschemas);
    if (read_all(db, options, plan, err))
        return plan;
    plan_free(plan);
    return NULL;
}

static bool is_plan(sqlite3 *db, int format, struct err *err)
{
    return migrate_knows(db, format, err) &&
           (db_number(db, "PRAGMA application_id", 0) == GPKG_ID ||
            err_set(err, ERR_FORMAT, "it is no GeoPackage (application_id)"));
}

struct plan *store_open(const char *path, const struct store_options *options,
                        struct err *err)
{
    struct plan *plan = NULL;
    sqlite3 *db = NULL;
    for (int i = 0; i < options->nschemas; i++)
        allow_table(options->schemas[i]->name);
    if (check_file(path, err) && sidecar_none(path, err))
        db = db_open(path, DB_READ, err);
    if (db) {
        int format = migrate_format(db);
        if (is_plan(db, format, err) &&
            (format == STORE_FORMAT || (db = migrated_copy(db, err))))
            plan = read_plan(db, options, err);
        db_close(db);
    }
    if (!plan)
        err_in(err, "%.200s", path);
    return plan;
}
