#include "core/store/migrate.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/allow.h"
#include "core/store/db.h"
#include "core/store/own.h"
#include "core/store/run.h"
#include "core/store/store.h"

enum { PATH_ROOM = 4200 };

/* From a format to the next.  Format 1 kept no question of a scenario, format 2
 * no criteria sets, format 3 no log of runs, no offices and no unit, day of
 * receipt and status of an observation, format 4 no trigger sets, firings and
 * proposals. */
static const struct {
    int from;
    const char *sql;
} steps[] = {
    { 1, "ALTER TABLE scenario ADD COLUMN question TEXT;"
         "UPDATE ccn_meta SET value = 2 WHERE name = 'format';" },
    { 2, "CREATE TABLE IF NOT EXISTS \"criteria_set\" ("
         "fid INTEGER PRIMARY KEY, \"key\" TEXT NOT NULL, \"name\" TEXT,"
         " \"version\" TEXT, \"text\" TEXT, \"sha256\" TEXT,"
         " \"approved_by\" TEXT, \"decision\" TEXT, \"note\" TEXT,"
         " \"origin\" TEXT, \"approved_on\" TEXT) STRICT;"
         "INSERT OR IGNORE INTO gpkg_contents"
         " (table_name, data_type, identifier, srs_id)"
         " VALUES ('criteria_set', 'attributes', 'criteria_set', 0);"
         "UPDATE ccn_meta SET value = 3 WHERE name = 'format';" },
    { 3, "ALTER TABLE observation ADD COLUMN \"unit\" TEXT;"
         "ALTER TABLE observation ADD COLUMN \"received\" TEXT;"
         "ALTER TABLE observation ADD COLUMN \"status\" TEXT;"
         "ALTER TABLE scenario ADD COLUMN parameters TEXT;" RUN_SCHEMA
         "CREATE TABLE IF NOT EXISTS \"office\" ("
         "fid INTEGER PRIMARY KEY, \"key\" TEXT NOT NULL, \"role\" TEXT,"
         " \"name\" TEXT, \"unit\" TEXT, \"duties\" TEXT,"
         " \"valid_from\" TEXT, \"valid_to\" TEXT, \"ground\" TEXT,"
         " \"note\" TEXT, \"origin\" TEXT) STRICT;"
         "INSERT OR IGNORE INTO gpkg_contents"
         " (table_name, data_type, identifier, srs_id)"
         " VALUES ('office', 'attributes', 'office', 0);"
         "UPDATE ccn_meta SET value = 4 WHERE name = 'format';" },
    { 4, "CREATE TABLE IF NOT EXISTS \"trigger_set\" ("
         "fid INTEGER PRIMARY KEY, \"key\" TEXT NOT NULL, \"name\" TEXT,"
         " \"version\" TEXT, \"text\" TEXT, \"sha256\" TEXT,"
         " \"approved_by\" TEXT, \"decision\" TEXT, \"note\" TEXT,"
         " \"origin\" TEXT, \"approved_on\" TEXT) STRICT;"
         "CREATE TABLE IF NOT EXISTS \"firing\" ("
         "fid INTEGER PRIMARY KEY, \"key\" TEXT NOT NULL, \"set\" TEXT,"
         " \"trigger\" TEXT, \"subject\" TEXT, \"from\" TEXT, \"period\" TEXT,"
         " \"day\" TEXT, \"state\" TEXT, \"since\" TEXT, \"value\" REAL,"
         " \"observations\" TEXT, \"note\" TEXT) STRICT;"
         "CREATE TABLE IF NOT EXISTS \"proposal\" ("
         "fid INTEGER PRIMARY KEY, \"key\" TEXT NOT NULL, \"firings\" TEXT,"
         " \"day\" TEXT, \"script\" TEXT, \"parameters\" TEXT,"
         " \"sha256\" TEXT, \"seed\" INTEGER, \"base\" TEXT,"
         " \"reason\" TEXT, \"outcome\" TEXT, \"versions\" TEXT,"
         " \"note\" TEXT) STRICT;"
         "INSERT OR IGNORE INTO gpkg_contents"
         " (table_name, data_type, identifier, srs_id)"
         " VALUES ('trigger_set', 'attributes', 'trigger_set', 0),"
         " ('firing', 'attributes', 'firing', 0),"
         " ('proposal', 'attributes', 'proposal', 0);"
         "UPDATE ccn_meta SET value = 5 WHERE name = 'format';" },
};

int migrate_format(sqlite3 *db)
{
    if (!db_has(db, "ccn_meta"))
        return 0;
    int64_t format =
        db_number(db, "SELECT value FROM ccn_meta WHERE name = 'format'", 0);
    return format > INT_MAX   ? INT_MAX
           : format < INT_MIN ? INT_MIN
                              : (int)format;
}

bool migrate_knows(sqlite3 *db, int format, struct err *err)
{
    if (format == 0)
        return db_read(db, err) &&
               err_set(err, ERR_FORMAT,
                       "it is no plan of ccn: it has no table ccn_meta");
    if (format > STORE_FORMAT)
        return err_set(err, ERR_FORMAT,
                       "it was written by a newer ccn (format %d, this one "
                       "knows %d); use that version",
                       format, STORE_FORMAT);
    return format > 0 ||
           err_set(err, ERR_FORMAT, "format %d is not known", format);
}

bool migrate(sqlite3 *db, struct err *err)
{
    int format = migrate_format(db);
    if (!migrate_knows(db, format, err))
        return false;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].from != format)
            continue;
        allow_change(db);
        bool ok = db_run(db, err, steps[i].sql);
        allow_only(db);
        if (!ok)
            return err_in(err, "from format %d", format);
        format++;
    }
    return true;
}

/* The pages of one file into another that is not there yet. */
static bool copy_file(const char *path, const char *name, struct err *err)
{
    sqlite3 *from = db_open(path, DB_READ, err);
    sqlite3 *to = from ? db_open(name, DB_CREATE, err) : NULL;
    sqlite3_backup *backup =
        to ? sqlite3_backup_init(to, "main", from, "main") : NULL;
    bool ok = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
    if (backup)
        sqlite3_backup_finish(backup);
    db_close(to);
    db_close(from);
    return ok;
}

/* Copy a file of an older format beside itself, once; a copy that was cut off
 * never has the name of a whole one. */
static bool keep_old(const char *path, int format, struct err *err)
{
    char name[PATH_ROOM], part[PATH_ROOM + 4], journal[PATH_ROOM + 12];
    snprintf(name, sizeof name, "%s.format%d.bak", path, format);
    snprintf(part, sizeof part, "%s.new", name);
    snprintf(journal, sizeof journal, "%s-journal", part);
    struct stat about;
    if (stat(name, &about) == 0 && about.st_size > 0)
        return true;
    unlink(part);
    unlink(journal);
    bool ok = copy_file(path, part, err) && rename(part, name) == 0;
    unlink(ok ? journal : part);
    return ok || err_set(err, ERR_FILE, "cannot keep a copy as '%.200s'", name);
}

sqlite3 *migrate_open(const char *path, struct err *err)
{
    sqlite3 *db = NULL;
    if (store_recover(path, err) && own_file(path, DB_BUSY_MS, err))
        db = db_open(path, DB_WRITE, err);
    int format = db ? migrate_format(db) : 0;
    if (db && migrate_knows(db, format, err) &&
        (format == STORE_FORMAT || keep_old(path, format, err)))
        return db;
    db_close(db);
    return NULL;
}
