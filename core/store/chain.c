#include "core/store/chain.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/store/sidecar.h"
#include "core/store/transact.h"

void chain_release(struct chain *chain)
{
    for (int i = 0; i < chain->n; i++)
        changes_free(chain->list[i]);
    free(chain->scenario);
    free(chain->list);
    *chain = (struct chain){ 0 };
}

/* Reading */

static const char *text_at(sqlite3_stmt *s, int column)
{
    return intern((const char *)sqlite3_column_text(s, column));
}

static bool take(struct chain *chain, sqlite3_stmt *s, struct err *err)
{
    const void *bytes = sqlite3_column_blob(s, 0);
    size_t size = (size_t)sqlite3_column_bytes(s, 0);
    struct store_scenario scenario = { .name = text_at(s, 1),
                                       .parent = text_at(s, 2),
                                       .question = text_at(s, 3),
                                       .parameters = text_at(s, 4) };
    if (!scenario.name)
        return err_set(err, ERR_FORMAT, "a scenario has no name");
    struct changes *list = changes_read(bytes ? bytes : "", size, err);
    if (!list)
        return false;
    size_t n = (size_t)chain->n++;
    chain->scenario = mem_grow(chain->scenario, n + 1, sizeof scenario);
    chain->list = mem_grow(chain->list, n + 1, sizeof list);
    chain->scenario[n] = scenario;
    chain->list[n] = list;
    return true;
}

/* Format 3 and older kept no parameters. */
static sqlite3_stmt *prepare(sqlite3 *db, const char *behind, struct err *err)
{
    struct text sql = TEXT_INIT;
    int format = migrate_format(db);
    if (format == 0 && !db_read(db, err))
        return NULL;
    text_add(&sql, "SELECT changes, name, parent, %s, %s FROM scenario %s",
             format < 2 ? "NULL" : "question",
             format < 4 ? "NULL" : "parameters", behind);
    sqlite3_stmt *s = db_prepare(db, sql.bytes, err);
    text_release(&sql);
    return s;
}

static sqlite3 *open_to_read(const char *path, struct err *err)
{
    sqlite3 *db = sidecar_none(path, err) ? db_open(path, DB_READ, err) : NULL;
    if (db && db_has(db, "scenario"))
        return db;
    if (db && db_read(db, err))
        err_set(err, ERR_FORMAT, "it keeps no scenarios");
    db_close(db);
    return NULL;
}

static bool is_among(const struct chain *chain, const char *name)
{
    for (int i = 0; i < chain->n; i++) {
        if (strcmp(chain->scenario[i].name, name) == 0)
            return true;
    }
    return false;
}

/* The scenario of this name, behind those that were taken for its children. */
static bool climb(sqlite3_stmt *s, struct chain *chain, const char *name,
                  struct err *err)
{
    if (is_among(chain, name))
        return err_set(err, ERR_FORMAT,
                       "scenario '%.80s' is an ancestor of itself", name);
    sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
    bool ok = true, there = db_next(sqlite3_db_handle(s), s, &ok, err);
    if (there)
        ok = take(chain, s, err);
    sqlite3_reset(s);
    if (there || !ok)
        return ok;
    if (chain->n == 0)
        return err_set(err, ERR_UNKNOWN, "there is no scenario '%.80s'", name);
    return err_set(err, ERR_FORMAT, "scenario '%.80s' has no parent '%.80s'",
                   chain->scenario[chain->n - 1].name, name);
}

static void reverse(struct chain *chain)
{
    for (int i = 0, k = chain->n - 1; i < k; i++, k--) {
        struct store_scenario scenario = chain->scenario[i];
        struct changes *list = chain->list[i];
        chain->scenario[i] = chain->scenario[k];
        chain->list[i] = chain->list[k];
        chain->scenario[k] = scenario;
        chain->list[k] = list;
    }
}

bool store_chain(const char *path, const char *name, struct chain *chain,
                 struct err *err)
{
    *chain = (struct chain){ 0 };
    sqlite3 *db = open_to_read(path, err);
    sqlite3_stmt *s = db ? prepare(db, "WHERE name = ?1", err) : NULL;
    bool ok = s != NULL;
    while (ok && name) {
        ok = climb(s, chain, name, err);
        name = ok ? chain->scenario[chain->n - 1].parent : NULL;
    }
    sqlite3_finalize(s);
    db_close(db);
    reverse(chain);
    if (ok)
        return true;
    chain_release(chain);
    return err_in(err, "%.200s", path);
}

bool store_tree(const char *path, struct chain *chain, struct err *err)
{
    *chain = (struct chain){ 0 };
    sqlite3 *db = open_to_read(path, err);
    sqlite3_stmt *s = db ? prepare(db, "ORDER BY name", err) : NULL;
    bool ok = s != NULL;
    while (db_next(db, s, &ok, err))
        ok = take(chain, s, err);
    sqlite3_finalize(s);
    db_close(db);
    if (ok)
        return true;
    chain_release(chain);
    return err_in(err, "%.200s", path);
}

/* Putting together */

static struct plan *link_on(const struct chain *chain, int i,
                            const struct plan *below, enum rebase policy,
                            struct conflicts *found, struct err *err)
{
    const char *name = chain->scenario[i].name;
    struct plan *fork = plan_fork(below, name);
    if (changes_apply(fork, chain->list[i], err))
        return fork;
    plan_free(fork);
    return changes_rebase(chain->list[i], name, below, policy, found, err);
}

struct plan *chain_on(const struct chain *chain, const struct plan *plan,
                      enum rebase policy, struct conflicts found[],
                      struct err *err)
{
    struct plan *at = plan_fork(plan, plan_name(plan));
    for (int i = 0; i < chain->n; i++)
        found[i] = (struct conflicts){ 0 };
    for (int i = 0; at && i < chain->n; i++) {
        struct plan *next = link_on(chain, i, at, policy, &found[i], err);
        plan_free(at);
        at = next;
        if (!at)
            err_in(err, "%.80s", chain->scenario[i].name);
    }
    return at;
}

/* Changing */

static bool count_children(sqlite3 *db, const char *name, int64_t *count,
                           struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "SELECT count(*) FROM scenario WHERE parent = ");
    db_text(&sql, name);
    bool ok = db_ask(db, sql.bytes, count, err);
    text_release(&sql);
    return ok;
}

static bool remove_all(sqlite3 *db, const char *name, struct err *err)
{
    struct text sql = TEXT_INIT;
    text_add(&sql, "WITH RECURSIVE below (name) AS (SELECT ");
    db_text(&sql, name);
    text_add(&sql,
             " UNION SELECT scenario.name FROM scenario JOIN below"
             " ON scenario.parent = below.name)"
             " DELETE FROM scenario WHERE name IN (SELECT name FROM below)");
    bool ok = db_run(db, err, sql.bytes);
    text_release(&sql);
    return ok;
}

static bool discard(sqlite3 *db, const char *name, bool all, struct err *err)
{
    int64_t children = 0;
    if (!all && !count_children(db, name, &children, err))
        return false;
    if (children > 0)
        return err_set(err, ERR_READONLY,
                       "scenario '%.80s' has scenarios of its own; discard "
                       "them first, or all of them together",
                       name);
    if (!remove_all(db, name, err))
        return false;
    return sqlite3_changes(db) > 0 ||
           err_set(err, ERR_UNKNOWN, "there is no scenario '%.80s'", name);
}

bool store_discard(const char *path, const char *name, bool all,
                   struct err *err)
{
    sqlite3 *db = migrate_open(path, err);
    bool ok = db && transact_begin(db, err) && migrate(db, err) &&
              discard(db, name, all, err) && transact_commit(db, path, err);
    if (!ok)
        transact_end(db);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}
