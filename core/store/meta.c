#include "core/store/meta.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/run.h"
#include "core/store/store.h"

const char *const meta_schema =
    "CREATE TABLE ccn_meta ("
    "    name TEXT PRIMARY KEY, value ANY) STRICT;"
    "CREATE TABLE ccn_field ("
    "    seq INTEGER PRIMARY KEY, \"table\" TEXT NOT NULL,"
    "    name TEXT NOT NULL, kind INTEGER NOT NULL, unit TEXT NOT NULL,"
    "    en TEXT NOT NULL, vi TEXT NOT NULL, doc TEXT NOT NULL,"
    "    least REAL NOT NULL, most REAL NOT NULL, refers TEXT,"
    "    choices TEXT, UNIQUE (\"table\", name)) STRICT;"
    "CREATE TABLE scenario ("
    "    name TEXT PRIMARY KEY, parent TEXT, changes BLOB NOT NULL,"
    "    summary TEXT NOT NULL, question TEXT, parameters TEXT) STRICT;";

bool meta_create(sqlite3 *db, struct err *err)
{
    return db_run(db, err, meta_schema) && db_run(db, err, RUN_SCHEMA);
}

bool meta_write(sqlite3 *db, const struct plan *plan, struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql,
             "INSERT OR REPLACE INTO ccn_meta VALUES ('format', %d);"
             "INSERT OR REPLACE INTO ccn_meta VALUES ('revision',"
             " 1 + coalesce((SELECT value FROM ccn_meta"
             " WHERE name = 'revision'), 0));"
             "INSERT OR REPLACE INTO ccn_meta VALUES ('plan', ",
             STORE_FORMAT);
    db_text(&sql, plan_name(plan));
    text_add(&sql, ");");
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

const char *meta_name(sqlite3 *db, struct err *err)
{
    const char *name = "plan", *sql = "SELECT value FROM ccn_meta"
                                      " WHERE name = 'plan'"
                                      " AND typeof(value) = 'text'";
    sqlite3_stmt *statement = db_prepare(db, sql, err);
    if (!statement)
        return NULL;
    bool ok = true;
    if (db_next(db, statement, &ok, err)) {
        name = (const char *)sqlite3_column_text(statement, 0);
        ok = sqlite3_errcode(db) != SQLITE_NOMEM || db_fail(db, err);
    }
    name = ok ? intern(name) : NULL;
    sqlite3_finalize(statement);
    return name;
}

static bool is_own(const struct field *field)
{
    return strncmp(field->name, "x_", 2) == 0;
}

/* Choices stand one to a line. */
static void join(const char *const *choices, struct text *out)
{
    for (int i = 0; choices && choices[i]; i++)
        text_add(out, "%s%s", i ? "\n" : "", choices[i]);
}

static void bind_field(sqlite3_stmt *s, const struct plan *plan,
                       const char *table, const struct field *field)
{
    const char *texts[] = { table,     field->name, NULL,      field->unit,
                            field->en, field->vi,   field->doc };
    for (int i = 0; i < 7; i++) {
        if (texts[i])
            sqlite3_bind_text(s, i + 1, texts[i], -1, SQLITE_STATIC);
    }
    sqlite3_bind_int(s, 3, (int)field->kind);
    sqlite3_bind_double(s, 8, field->min);
    sqlite3_bind_double(s, 9, field->max);
    const char *refers =
        field->refers ? plan_schema(plan, field->refers - 1)->name : NULL;
    sqlite3_bind_text(s, 10, refers, -1, SQLITE_STATIC);
    struct text choices = TEXT_INIT;
    join(field->choices, &choices);
    sqlite3_bind_text(s, 11, choices.size ? choices.bytes : NULL, -1,
                      SQLITE_TRANSIENT);
    text_release(&choices);
}

bool meta_write_fields(sqlite3 *db, const struct plan *plan, struct err *err)
{
    if (!db_run(db, err, "DELETE FROM ccn_field"))
        return false;
    sqlite3_stmt *statement = db_prepare(
        db,
        "INSERT INTO ccn_field (\"table\", name, kind, unit, en, vi, doc,"
        " least, most, refers, choices) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        err);
    bool ok = statement != NULL;
    for (int t = 0; ok && t < plan_tables(plan); t++) {
        const struct schema *schema = plan_schema(plan, t);
        for (int i = 0; ok && i < schema->nfields; i++) {
            if (!is_own(&schema->field[i]))
                continue;
            bind_field(statement, plan, schema->name, &schema->field[i]);
            ok = db_done(db, statement, err);
        }
    }
    sqlite3_finalize(statement);
    return ok;
}

static const char *text_at(sqlite3_stmt *statement, int column)
{
    return intern((const char *)sqlite3_column_text(statement, column));
}

/* The lines of a text as a list that the caller frees; NULL for none. */
static const char **split(const char *lines)
{
    if (!lines)
        return NULL;
    size_t n = 1;
    for (const char *at = lines; *at; at++)
        n += *at == '\n';
    const char **list = mem_new(n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++) {
        size_t size = strcspn(lines, "\n");
        list[i] = intern_bytes(lines, size);
        lines += size + (lines[size] == '\n');
    }
    return list;
}

static bool read_field(sqlite3_stmt *statement, struct plan *plan,
                       struct err *err)
{
    const char *table = text_at(statement, 0);
    const char *refers = text_at(statement, 9);
    const char **choices = split(text_at(statement, 10));
    int64_t kind = sqlite3_column_int64(statement, 2);
    struct field field = {
        .name = text_at(statement, 1),
        .kind = kind > 0 && kind < KINDS ? (enum kind)kind : KIND_NONE,
        .unit = text_at(statement, 3),
        .en = text_at(statement, 4),
        .vi = text_at(statement, 5),
        .doc = text_at(statement, 6),
        .min = sqlite3_column_double(statement, 7),
        .max = sqlite3_column_double(statement, 8),
        .choices = choices,
        .refers = refers ? plan_table_named(plan, refers) + 1 : 0,
    };
    int number = table ? plan_table_named(plan, table) : -1;
    bool ok = number >= 0 && field.name && field.unit;
    if (!ok)
        err_set(err, ERR_FORMAT, "ccn_field holds what is no field");
    ok = ok && plan_define(plan, number, &field, err);
    free(choices);
    return ok;
}

bool meta_fields(sqlite3 *db, struct plan *plan, struct err *err)
{
    sqlite3_stmt *statement = db_prepare(
        db,
        "SELECT \"table\", name, kind, unit, en, vi, doc, least, most, refers,"
        " choices FROM ccn_field ORDER BY seq",
        err);
    bool ok = statement != NULL;
    while (db_next(db, statement, &ok, err))
        ok = read_field(statement, plan, err);
    sqlite3_finalize(statement);
    return ok;
}
