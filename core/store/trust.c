#include "core/store/trust.h"

#include <string.h>

#include "core/store/db.h"
#include "core/store/sql.h"

/* They are known by their names; their text does not matter, since triggers
 * never run on our connections. */
static bool known_trigger(const char *name)
{
    static const char *const known[] = { "rtree_", "gpkg_", "trigger_insert_f",
                                         "trigger_delete_f" };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strncmp(name, known[i], strlen(known[i])) == 0)
            return true;
    }
    return false;
}

static bool check_objects(sqlite3 *db, struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db,
                   "SELECT type, name FROM sqlite_schema"
                   " WHERE type NOT IN ('table', 'index') ORDER BY name",
                   err);
    bool ok = s != NULL;
    while (ok && sqlite3_step(s) == SQLITE_ROW) {
        const char *type = (const char *)sqlite3_column_text(s, 0);
        const char *name = (const char *)sqlite3_column_text(s, 1);
        if (!type || !name || strcmp(type, "trigger") != 0 ||
            !known_trigger(name))
            ok = err_set(err, ERR_FORMAT,
                         "it holds a %s '%.60s' that ccn does not write; "
                         "remove it (DROP) if you know what it is",
                         type ? type : "?", name ? name : "?");
    }
    sqlite3_finalize(s);
    return ok;
}

static bool check_table(sqlite3 *db, const struct schema *schema,
                        struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db, "SELECT name FROM pragma_table_info(?1)", err);
    uint64_t seen = 0;
    if (!s)
        return false;
    sqlite3_bind_text(s, 1, schema->name, -1, SQLITE_STATIC);
    while (sqlite3_step(s) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(s, 0);
        int field = name ? schema_field(schema, name) : -1;
        if (field >= 0)
            seen |= (uint64_t)1 << field;
    }
    sqlite3_finalize(s);
    for (int i = 0; i < schema->nfields; i++) {
        if (sql_stored(&schema->field[i]) && !(seen >> i & 1))
            return err_set(err, ERR_FORMAT, "table %s has no column %s",
                           schema->name, schema->field[i].name);
    }
    return true;
}

bool trust_schema(sqlite3 *db, const struct plan *plan, struct err *err)
{
    bool ok = check_objects(db, err);
    for (int i = 0; ok && i < plan_tables(plan); i++)
        ok = check_table(db, plan_schema(plan, i), err);
    return ok;
}

bool trust_integrity(sqlite3 *db, struct err *err)
{
    sqlite3_stmt *s = db_prepare(db, "PRAGMA integrity_check(1)", err);
    if (!s)
        return false;
    bool ok = sqlite3_step(s) == SQLITE_ROW || db_fail(db, err);
    const char *said = ok ? (const char *)sqlite3_column_text(s, 0) : "";
    if (ok && (!said || strcmp(said, "ok") != 0))
        ok = err_set(err, ERR_FORMAT, "the file is damaged: %.200s",
                     said ? said : "?");
    sqlite3_finalize(s);
    return ok;
}
