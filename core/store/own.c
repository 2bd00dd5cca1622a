#include "core/store/own.h"

#include <ctype.h>
#include <string.h>

#include "core/store/allow.h"
#include "core/store/db.h"
#include "core/store/gpkg.h"
#include "core/store/history.h"
#include "core/store/meta.h"
#include "core/store/run.h"

/* Without blanks and quotes: a column that was added later stands there with
 * other ones. */
static void add_plain(struct text *out, const char *sql)
{
    for (; *sql; sql++) {
        if (!isspace((unsigned char)*sql) && *sql != '"')
            text_put(out, sql, 1);
    }
}

/* Everywhere. */
static void cut(struct text *text, const char *part)
{
    size_t size = strlen(part);
    for (char *at; (at = strstr(text->bytes, part)) != NULL;) {
        memmove(at, at + size, strlen(at + size) + 1);
        text->size -= size;
    }
}

/* A scenario of an older format has less columns, added in turn. */
static void cut_later(struct text *text)
{
    cut(text, ",questionTEXT");
    cut(text, ",parametersTEXT");
}

/* All that ccn writes beside the tables of the plan. */
static void add_scripts(struct text *out)
{
    add_plain(out, gpkg_schema);
    add_plain(out, meta_schema);
    add_plain(out, RUN_SCHEMA);
    add_plain(out, history_schema);
    cut(out, "IFNOTEXISTS");
    cut_later(out);
}

/* Whether these words stand there, up to the end of the statement. */
static bool stands_in(const struct text *scripts, const char *sql)
{
    struct text plain = TEXT_INIT;
    add_plain(&plain, sql);
    text_add(&plain, ";");
    cut_later(&plain);
    bool found = strstr(scripts->bytes, plain.bytes) != NULL;
    text_release(&plain);
    return found;
}

static bool makes(const struct text *scripts, const char *table)
{
    struct text head = TEXT_INIT;
    text_add(&head, "CREATETABLE%s(", table);
    bool found = strstr(scripts->bytes, head.bytes) != NULL;
    text_release(&head);
    return found;
}

/* The index that a table of the plan gets (sql.h). */
static bool is_key(const char *name, const char *table, const char *sql)
{
    struct text plain = TEXT_INIT, wanted = TEXT_INIT;
    text_add(&wanted, "CREATEUNIQUEINDEX%s_keyON%s(key)", table, table);
    add_plain(&plain, sql);
    bool same = strcmp(plain.bytes, wanted.bytes) == 0 &&
                strncmp(name, table, strlen(table)) == 0;
    text_release(&plain);
    text_release(&wanted);
    return same;
}

/* One object: is it as ccn writes it, or nobody's but another program's? */
static bool check(sqlite3_stmt *s, const struct text *scripts, struct err *err)
{
    const char *text[4];
    for (int i = 0; i < 4; i++) {
        text[i] = (const char *)sqlite3_column_text(s, i);
        if (!text[i])
            return err_set(err, ERR_FILE, "out of memory");
    }
    const char *type = text[0], *name = text[1], *table = text[2];
    bool ours = makes(scripts, table);
    if (strcmp(type, "table") == 0 ? !ours || stands_in(scripts, text[3])
                                   : !ours && !allow_known(table))
        return true;
    if (strcmp(type, "index") == 0 && is_key(name, table, text[3]))
        return true;
    return err_set(err, ERR_FORMAT,
                   "its %s '%.60s' is not of ccn, so the file is read, but not "
                   "written; save the plan as another file",
                   type, name);
}

static bool check_all(sqlite3 *db, struct err *err)
{
    struct text scripts = TEXT_INIT;
    sqlite3_stmt *s = db_prepare(db,
                                 "SELECT type, name, tbl_name, sql"
                                 " FROM sqlite_schema WHERE sql IS NOT NULL"
                                 " AND type IN ('table', 'index')",
                                 err);
    bool ok = s != NULL;
    add_scripts(&scripts);
    while (db_next(db, s, &ok, err))
        ok = check(s, &scripts, err);
    sqlite3_finalize(s);
    text_release(&scripts);
    return ok;
}

bool own_file(const char *path, int ms, struct err *err)
{
    sqlite3 *db = db_open_within(path, DB_READ, ms, err);
    bool ok = db && check_all(db, err);
    db_close(db);
    return ok;
}
