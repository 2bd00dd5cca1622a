#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/store/sidecar.h"
#include "core/store/store.h"

static void bind_text(sqlite3_stmt *s, int parameter, const char *text)
{
    sqlite3_bind_text(s, parameter, text && *text ? text : NULL, -1,
                      SQLITE_STATIC);
}

/* In words, for who looks at the file with other tools. */
static void summarise(const struct changes *list, struct text *out)
{
    for (int i = 0; i < list->n; i++) {
        const struct change *change = &list->change[i];
        static const char *const op[] = { "define", "add", "set", "remove" };
        text_add(out, "%s%s %s", i ? "\n" : "", op[change->op], change->table);
        if (change->key)
            text_add(out, " '%s'", change->key);
        if (change->field)
            text_add(out, " %s", change->field);
    }
}

static bool insert(sqlite3 *db, const struct store_scenario *scenario,
                   const struct changes *list, struct err *err)
{
    sqlite3_stmt *s = db_prepare(
        db,
        "INSERT OR REPLACE INTO scenario (name, parent, question, summary,"
        " changes) VALUES (?, ?, ?, ?, ?)",
        err);
    if (!s)
        return false;
    struct text words = TEXT_INIT, bytes = TEXT_INIT;
    summarise(list, &words);
    changes_write(list, &bytes);
    bind_text(s, 1, scenario->name);
    bind_text(s, 2, scenario->parent);
    bind_text(s, 3, scenario->question);
    sqlite3_bind_text(s, 4, words.bytes, (int)words.size, SQLITE_STATIC);
    sqlite3_bind_blob(s, 5, bytes.bytes, (int)bytes.size, SQLITE_STATIC);
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    text_release(&words);
    text_release(&bytes);
    return ok;
}

bool store_keep(const char *path, const struct store_scenario *scenario,
                const struct changes *list, struct err *err)
{
    sqlite3 *db = NULL;
    if (store_recover(path, err))
        db = db_open(path, DB_WRITE, err);
    bool ok = db && db_run(db, err, "BEGIN IMMEDIATE") && migrate(db, err) &&
              insert(db, scenario, list, err) && db_run(db, err, "COMMIT");
    if (db && !ok)
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}

static sqlite3 *open_to_read(const char *path, struct err *err)
{
    sqlite3 *db = sidecar_none(path, err) ? db_open(path, DB_READ, err) : NULL;
    if (db && db_has(db, "scenario"))
        return db;
    if (db)
        err_set(err, ERR_FORMAT, "it keeps no scenarios");
    db_close(db);
    return NULL;
}

struct changes *store_scenario(const char *path, const char *name,
                               struct err *err)
{
    struct changes *list = NULL;
    sqlite3 *db = open_to_read(path, err);
    sqlite3_stmt *s =
        db ? db_prepare(db, "SELECT changes FROM scenario WHERE name = ?1", err)
           : NULL;
    if (s) {
        sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
        if (sqlite3_step(s) == SQLITE_ROW) {
            const void *bytes = sqlite3_column_blob(s, 0);
            size_t size = (size_t)sqlite3_column_bytes(s, 0);
            list = changes_read(bytes ? bytes : "", size, err);
        } else {
            err_set(err, ERR_UNKNOWN, "there is no scenario '%.80s'", name);
        }
    }
    sqlite3_finalize(s);
    db_close(db);
    if (!list)
        err_in(err, "%.200s", path);
    return list;
}

const char **store_scenarios(const char *path, struct err *err)
{
    sqlite3 *db = open_to_read(path, err);
    sqlite3_stmt *s =
        db ? db_prepare(db, "SELECT name FROM scenario ORDER BY name", err)
           : NULL;
    const char **names = NULL;
    size_t n = 0;
    if (s) {
        names = mem_new(1, sizeof *names);
        while (sqlite3_step(s) == SQLITE_ROW) {
            names = mem_grow(names, n + 2, sizeof *names);
            names[n++] = intern((const char *)sqlite3_column_text(s, 0));
            names[n] = NULL;
        }
    }
    sqlite3_finalize(s);
    db_close(db);
    if (!names)
        err_in(err, "%.200s", path);
    return names;
}
