#include <sha256.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/history.h"
#include "core/store/migrate.h"
#include "core/store/save.h"
#include "core/store/transact.h"

const char *const history_schema =
    "CREATE TABLE IF NOT EXISTS version ("
    "    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL UNIQUE,"
    "    kind TEXT NOT NULL, parent INTEGER NOT NULL,"
    "    follows INTEGER NOT NULL, title TEXT NOT NULL, reason TEXT NOT NULL,"
    "    role TEXT NOT NULL, initials TEXT NOT NULL, office TEXT NOT NULL,"
    "    day TEXT NOT NULL, written TEXT NOT NULL, summary TEXT NOT NULL,"
    "    changes BLOB NOT NULL, content TEXT NOT NULL, before TEXT NOT NULL,"
    "    sha256 TEXT NOT NULL) STRICT;"
    "CREATE TABLE IF NOT EXISTS decision ("
    "    entry INTEGER PRIMARY KEY,"
    "    version INTEGER NOT NULL REFERENCES version (id),"
    "    verdict TEXT NOT NULL, comment TEXT NOT NULL, role TEXT NOT NULL,"
    "    initials TEXT NOT NULL, office TEXT NOT NULL, day TEXT NOT NULL,"
    "    written TEXT NOT NULL, content TEXT NOT NULL, before TEXT NOT NULL,"
    "    sha256 TEXT NOT NULL) STRICT;";

/* The hash.  A number is eight bytes, the lowest first, a text its size and its
 * bytes. */

static void put_number(struct text *out, int64_t number)
{
    char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)((uint64_t)number >> (8 * i));
    text_put(out, bytes, sizeof bytes);
}

static void put_bytes(struct text *out, const void *bytes, size_t size)
{
    put_number(out, (int64_t)size);
    if (size > 0)
        text_put(out, bytes, size);
}

const char *history_digest(const struct entry *entry)
{
    const int64_t numbers[] = { entry->number, entry->decides, entry->version,
                                entry->parent, entry->follows };
    const char *texts[] = { entry->kind,   entry->title,    entry->reason,
                            entry->role,   entry->initials, entry->office,
                            entry->day,    entry->written,  entry->content,
                            entry->before, entry->summary };
    char digest[SHA256_DIGEST_STRING_LENGTH];
    struct text bytes = TEXT_INIT;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put_number(&bytes, numbers[i]);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_bytes(&bytes, texts[i], strlen(texts[i]));
    put_bytes(&bytes, entry->bytes, entry->size);
    SHA256Data((const uint8_t *)bytes.bytes, bytes.size, digest);
    text_release(&bytes);
    return intern(digest);
}

void history_fill(struct entry *entry, const struct changes *list)
{
    struct text words = TEXT_INIT, bytes = TEXT_INIT;
    if (strcmp(entry->kind, "base") == 0)
        text_add(&words, "%d changes", list->n); /* all that there is */
    else
        changes_outline(list, &words);
    changes_write(list, &bytes);
    entry->summary = words.size ? intern(words.bytes) : "";
    entry->bytes = mem_raw(bytes.size, 1);
    entry->size = bytes.size;
    memcpy(entry->bytes, bytes.bytes, bytes.size);
    text_release(&words);
    text_release(&bytes);
}

/* Writing */

/* The first columns of both tables differ, the last ones do not. */
static void bind_last(sqlite3_stmt *s, int at, const struct entry *entry)
{
    const char *texts[] = { entry->kind,     entry->reason,  entry->role,
                            entry->initials, entry->office,  entry->day,
                            entry->written,  entry->content, entry->before,
                            entry->sha256 };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        sqlite3_bind_text(s, at + (int)i, texts[i], -1, SQLITE_STATIC);
}

static bool insert(sqlite3 *db, const struct entry *entry, struct err *err)
{
    sqlite3_stmt *s = db_prepare(
        db,
        entry->decides
            ? "INSERT INTO decision (entry, version, verdict, comment, role,"
              " initials, office, day, written, content, before, sha256)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            : "INSERT INTO version (entry, id, kind, reason, role, initials,"
              " office, day, written, content, before, sha256, parent, follows,"
              " title, summary, changes)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    if (!s)
        return false;
    sqlite3_bind_int64(s, 1, entry->number);
    sqlite3_bind_int64(s, 2, entry->version);
    bind_last(s, 3, entry);
    if (!entry->decides) {
        sqlite3_bind_int64(s, 13, entry->parent);
        sqlite3_bind_int64(s, 14, entry->follows);
        sqlite3_bind_text(s, 15, entry->title, -1, SQLITE_STATIC);
        sqlite3_bind_text(s, 16, entry->summary, -1, SQLITE_STATIC);
        sqlite3_bind_blob64(s, 17, entry->bytes, entry->size, SQLITE_STATIC);
    }
    bool ok = db_done(db, s, err);
    sqlite3_finalize(s);
    return ok;
}

/* Whether the file still holds the entries that were read, and no more. */
static bool is_last(sqlite3 *db, int n, struct err *err)
{
    int64_t entries = db_number(db,
                                "SELECT (SELECT count(*) FROM version)"
                                " + (SELECT count(*) FROM decision)",
                                -1);
    if (entries < 0)
        return db_fail(db, err);
    return entries == n ||
           err_set(err, ERR_MOVED,
                   "another entry was added meanwhile; try it again");
}

static bool add(sqlite3 *db, void *data, struct err *err)
{
    const struct entry *entry = data;
    return db_run(db, err, history_schema) &&
           is_last(db, (int)entry->number - 1, err) && insert(db, entry, err);
}

static bool add_alone(const char *path, struct entry *entry, struct err *err)
{
    sqlite3 *db = migrate_open(path, err);
    bool ok = db && transact_begin(db, err) && migrate(db, err) &&
              add(db, entry, err) && transact_commit(db, path, err);
    if (!ok)
        transact_end(db);
    db_close(db);
    return ok || err_in(err, "%.200s", path);
}

bool history_add(const char *path, const struct history *history,
                 struct entry *entry, const struct plan *plan,
                 const char *before, struct err *err)
{
    entry->number = history->n + 1;
    entry->before = history->n ? history->entry[history->n - 1].sha256 : "";
    entry->written = clock_utc();
    entry->sha256 = history_digest(entry);
    return plan ? save_with(plan, before, path, add, entry, err)
                : add_alone(path, entry, err);
}

static bool unmoved(sqlite3 *db, void *data, struct err *err)
{
    const int *n = data;
    return is_last(db, *n, err);
}

bool history_restore(const char *path, const struct history *history,
                     const struct plan *plan, const char *before,
                     struct err *err)
{
    int n = history->n;
    return save_with(plan, before, path, unmoved, &n, err);
}
