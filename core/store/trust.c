#include "core/store/trust.h"

#include <string.h>

#include "core/store/db.h"
#include "core/store/sql.h"

/* Triggers of ccn, GDAL and QGIS, which never run on our connections, are known
 * by their names; they keep indexes and lists, so all that they write begins
 * with these. */
static const char *const known[] = { "rtree_", "gpkg_", "trigger_insert_f",
                                     "trigger_delete_f" };
static const char *const written[] = { "rtree_", "gpkg_" };

static bool begins_with(const char *text, const char *const *with, int n)
{
    for (int i = 0; i < n; i++) {
        if (sqlite3_strnicmp(text, with[i], (int)strlen(with[i])) == 0)
            return true;
    }
    return false;
}

/* What comes behind this word, and behind quotes; NULL: another word. */
static const char *behind(const char *at, const char *word)
{
    size_t size = strlen(word);
    if (sqlite3_strnicmp(at, word, (int)size) != 0)
        return NULL;
    return at + size + strspn(at + size, " \t\r\n\"`[");
}

/* Whether a statement begins here that writes where no such trigger does. */
static bool writes_elsewhere(const char *at)
{
    static const char *const words[] = { "INTO ",    "INTO\"", "FROM ",
                                         "UPDATE ",  "INTO\n", "FROM\n",
                                         "UPDATE\n", "FROM\"", "UPDATE\"" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *name = behind(at, words[i]);
        if (name && !begins_with(name, written, 2))
            return true;
    }
    return false;
}

static bool known_trigger(const char *name, const char *sql)
{
    const char *body = strstr(sql, "BEGIN");
    if (!body || !begins_with(name, known, 4))
        return false;
    for (; *body; body++) {
        if (writes_elsewhere(body))
            return false;
    }
    return true;
}

/* Of virtual tables only the spatial index. */
static bool known_virtual(const char *sql)
{
    return strstr(sql, "USING rtree") || strstr(sql, "USING RTREE");
}

static bool check_object(const char *type, const char *name, const char *sql,
                         struct err *err)
{
    const char *what = type;
    if (strcmp(type, "table") == 0) {
        if (known_virtual(sql))
            return true;
        what = "virtual table";
    } else if (strcmp(type, "trigger") == 0 && known_trigger(name, sql)) {
        return true;
    }
    return err_set(err, ERR_FORMAT,
                   "it holds a %s '%.60s' that ccn does not write; "
                   "remove it (DROP) if you know what it is",
                   what, name);
}

bool trust_objects(sqlite3 *db, struct err *err)
{
    sqlite3_stmt *s = db_prepare(db,
                                 "SELECT type, name, sql FROM sqlite_schema"
                                 " WHERE type NOT IN ('table', 'index')"
                                 " OR sql LIKE 'CREATE VIRTUAL%' ORDER BY name",
                                 err);
    bool ok = s != NULL;
    while (db_next(db, s, &ok, err))
        ok = check_object(db_column(s, 0), db_column(s, 1), db_column(s, 2),
                          err);
    sqlite3_finalize(s);
    return ok;
}

static bool check_table(sqlite3 *db, const struct schema *schema,
                        struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db, "SELECT name FROM pragma_table_info(?1)", err);
    uint64_t seen = 0;
    bool ok = s != NULL;
    if (!ok)
        return false;
    sqlite3_bind_text(s, 1, schema->name, -1, SQLITE_STATIC);
    while (db_next(db, s, &ok, err)) {
        int field = schema_field(schema, db_column(s, 0));
        if (field >= 0)
            seen |= (uint64_t)1 << field;
    }
    sqlite3_finalize(s);
    for (int i = 0; ok && i < schema->nfields; i++) {
        if (sql_stored(&schema->field[i]) && !(seen >> i & 1))
            ok = err_set(err, ERR_FORMAT, "table %s has no column %s",
                         schema->name, schema->field[i].name);
    }
    return ok;
}

bool trust_schema(sqlite3 *db, const struct plan *plan, struct err *err)
{
    bool ok = trust_objects(db, err);
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
    if (ok && strcmp(db_column(s, 0), "ok") != 0)
        ok = err_set(err, ERR_FORMAT, "the file is damaged: %.200s",
                     db_column(s, 0));
    sqlite3_finalize(s);
    return ok;
}
