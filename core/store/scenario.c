#include <string.h>

#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/store/sidecar.h"
#include "core/store/store.h"
#include "core/store/transact.h"

static void bind_text(sqlite3_stmt *s, int parameter, const char *text)
{
    sqlite3_bind_text(s, parameter, text && *text ? text : NULL, -1,
                      SQLITE_STATIC);
}

static bool insert(sqlite3 *db, const struct store_scenario *scenario,
                   const struct changes *list, struct err *err)
{
    sqlite3_stmt *s = db_prepare(
        db,
        "INSERT OR REPLACE INTO scenario (name, parent, question, parameters,"
        " summary, changes) VALUES (?, ?, ?, ?, ?, ?)",
        err);
    if (!s)
        return false;
    struct text words = TEXT_INIT, bytes = TEXT_INIT;
    changes_outline(list, &words);
    changes_write(list, &bytes);
    bind_text(s, 1, scenario->name);
    bind_text(s, 2, scenario->parent);
    bind_text(s, 3, scenario->question);
    bind_text(s, 4, scenario->parameters);
    sqlite3_bind_text(s, 5, words.bytes, (int)words.size, SQLITE_STATIC);
    sqlite3_bind_blob(s, 6, bytes.bytes, (int)bytes.size, SQLITE_STATIC);
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    text_release(&words);
    text_release(&bytes);
    return ok;
}

/* A parent is kept, and is no descendant. */
static bool check_parent(sqlite3 *db, const struct store_scenario *scenario,
                         struct err *err)
{
    struct text sql = TEXT_INIT;
    if (!scenario->parent || *scenario->parent == '\0')
        return true;
    text_add(&sql, "WITH RECURSIVE above (name) AS (SELECT name FROM scenario"
                   " WHERE name = ");
    db_text(&sql, scenario->parent);
    text_add(&sql, " UNION SELECT parent FROM scenario JOIN above USING (name)"
                   " WHERE parent IS NOT NULL)"
                   " SELECT coalesce(max(name = ");
    db_text(&sql, scenario->name);
    text_add(&sql, "), 2) FROM above");
    int64_t found = db_number(db, sql.bytes, 2);
    text_release(&sql);
    if (found == 1)
        return err_set(err, ERR_READONLY,
                       "scenario '%.80s' is an ancestor of itself",
                       scenario->name);
    return found == 0 ||
           err_set(err, ERR_UNKNOWN, "there is no scenario '%.80s'",
                   scenario->parent);
}

bool store_keep(const char *path, const struct store_scenario *scenario,
                const struct changes *list, struct err *err)
{
    sqlite3 *db = migrate_open(path, err);
    bool ok = db && transact_begin(db, err) && migrate(db, err) &&
              check_parent(db, scenario, err) &&
              insert(db, scenario, list, err) && transact_commit(db, path, err);
    if (!ok)
        transact_end(db);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}
