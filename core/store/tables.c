#include "core/store/tables.h"

#include <string.h>

#include "core/store/db.h"
#include "core/store/gpkg.h"
#include "core/store/sql.h"

/* Whether the table was made by this very statement, and never altered. */
static bool made_by(sqlite3 *db, const char *table, const struct text *create,
                    bool *same, struct err *err)
{
    sqlite3_stmt *s = db_prepare(db,
                                 "SELECT 1 FROM sqlite_schema"
                                 " WHERE type = 'table' AND name = ?1"
                                 " AND sql || ?3 = ?2",
                                 err);
    bool ok = s != NULL;
    if (ok) {
        sqlite3_bind_text(s, 1, table, -1, SQLITE_STATIC);
        sqlite3_bind_text(s, 2, create->bytes, -1, SQLITE_STATIC);
        sqlite3_bind_text(s, 3, ";\n", -1, SQLITE_STATIC);
    }
    *same = db_next(db, s, &ok, err);
    sqlite3_finalize(s);
    return ok;
}

/* Fails when a column is neither of the model nor an analyst's own. */
static bool check_columns(sqlite3 *db, const struct schema *schema,
                          struct err *err)
{
    sqlite3_stmt *s =
        db_prepare(db, "SELECT name FROM pragma_table_info(?1)", err);
    bool ok = s != NULL;
    if (ok)
        sqlite3_bind_text(s, 1, schema->name, -1, SQLITE_STATIC);
    while (db_next(db, s, &ok, err)) {
        const char *name = db_column(s, 0);
        bool known = strcmp(name, "fid") == 0 || strncmp(name, "x_", 2) == 0 ||
                     schema_field(schema, name) >= 0;
        if (!known)
            ok = err_set(err, ERR_FORMAT,
                         "table %s has a column '%.60s' that ccn does not "
                         "know and would lose; save to another file, or name "
                         "it x_... and define it",
                         schema->name, name);
    }
    sqlite3_finalize(s);
    return ok;
}

static bool run(sqlite3 *db, struct text *sql, struct err *err)
{
    bool ok = db_run(db, err, sql->bytes);
    text_release(sql);
    return ok;
}

static bool empty(sqlite3 *db, const struct schema *schema, struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "DROP INDEX IF EXISTS \"%s_key\"; DELETE FROM \"%s\";",
             schema->name, schema->name);
    return run(db, &sql, err);
}

/* Take away a table, if it is there, and all that was announced of it. */
static bool drop(sqlite3 *db, const struct schema *schema, struct err *err)
{
    static const char *const parts[] = {
        "gpkg_geometry_columns",
        "gpkg_extensions",
        "gpkg_data_columns",
        "gpkg_contents",
    };
    int shape = sql_shape(schema);
    struct text sql = TEXT_INIT;
    if (shape >= 0)
        text_add(&sql, "DROP TABLE IF EXISTS \"rtree_%s_%s\";", schema->name,
                 schema->field[shape].name);
    text_add(&sql, "DROP TABLE IF EXISTS \"%s\";", schema->name);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        text_add(&sql, "DELETE FROM %s WHERE table_name = '%s';", parts[i],
                 schema->name);
    return run(db, &sql, err);
}

bool tables_prepare(sqlite3 *db, const struct schema *const schemas[], int n,
                    int table, struct err *err)
{
    const struct schema *schema = schemas[table];
    struct text create = TEXT_INIT;
    sql_create(schemas, n, table, &create);
    bool same, ok = made_by(db, schema->name, &create, &same, err);
    if (ok && same) {
        ok = empty(db, schema, err);
    } else if (ok) {
        ok = check_columns(db, schema, err) && drop(db, schema, err) &&
             db_run(db, err, create.bytes) && gpkg_announce(db, schema, err);
    }
    text_release(&create);
    return ok;
}

bool tables_index(sqlite3 *db, const struct schema *schema, struct err *err)
{
    struct text sql = TEXT_INIT;
    sql_index(schema, &sql);
    return run(db, &sql, err);
}
