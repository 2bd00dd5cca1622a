#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/store/db.h"
#include "core/store/history.h"
#include "core/store/sidecar.h"

/* Both tables as one; the order of columns is that of read(). */
#define ENTRIES                                                                \
    "SELECT entry, 0, id, parent, follows, kind, title, reason, role,"         \
    " initials, office, day, written, content, before, sha256, summary,"       \
    " changes FROM version"                                                    \
    " UNION ALL SELECT entry, 1, version, 0, 0, verdict, '', comment, role,"   \
    " initials, office, day, written, content, before, sha256, '', NULL"       \
    " FROM decision ORDER BY 1, 2"

void history_release(struct history *history)
{
    for (int i = 0; i < history->n; i++)
        free(history->entry[i].bytes);
    free(history->entry);
    *history = (struct history){ 0 };
}

static bool read_texts(sqlite3_stmt *s, struct entry *entry)
{
    const char **texts[] = {
        &entry->kind,     &entry->title,  &entry->reason, &entry->role,
        &entry->initials, &entry->office, &entry->day,    &entry->written,
        &entry->content,  &entry->before, &entry->sha256, &entry->summary
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = intern((const char *)sqlite3_column_text(s, (int)i + 5));
        if (!*texts[i])
            return false;
    }
    return true;
}

static bool read_entry(sqlite3_stmt *s, struct history *history,
                       struct err *err)
{
    size_t n = (size_t)history->n;
    struct entry entry = { .number = sqlite3_column_int64(s, 0),
                           .decides = sqlite3_column_int(s, 1) != 0,
                           .version = sqlite3_column_int64(s, 2),
                           .parent = sqlite3_column_int64(s, 3),
                           .follows = sqlite3_column_int64(s, 4) };
    if (!read_texts(s, &entry))
        return err_set(err, ERR_FORMAT, "entry %lld of the versions is damaged",
                       (long long)entry.number);
    const void *bytes = sqlite3_column_blob(s, 17);
    entry.size = (size_t)sqlite3_column_bytes(s, 17);
    if (entry.size > 0) {
        entry.bytes = mem_raw(entry.size, 1);
        memcpy(entry.bytes, bytes, entry.size);
    }
    history->entry = mem_grow(history->entry, n + 1, sizeof entry);
    history->entry[n] = entry;
    history->n++;
    return true;
}

static bool read_all(sqlite3 *db, struct history *history, struct err *err)
{
    sqlite3_stmt *s = db_prepare(db, ENTRIES, err);
    bool ok = s != NULL;
    while (db_next(db, s, &ok, err))
        ok = read_entry(s, history, err);
    sqlite3_finalize(s);
    return ok;
}

bool history_read(const char *path, struct history *history, struct err *err)
{
    *history = (struct history){ 0 };
    sqlite3 *db = sidecar_none(path, err) ? db_open(path, DB_READ, err) : NULL;
    bool has = db && db_has(db, "version");
    bool ok = db && (has ? read_all(db, history, err) : db_read(db, err));
    db_close(db);
    if (ok)
        return true;
    history_release(history);
    return err_in(err, "%.200s", path);
}

/* Questions */

int history_find(const struct history *history, int n, int64_t version)
{
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &history->entry[i];
        if (!entry->decides && entry->version == version)
            return i;
    }
    return -1;
}

bool history_unbegun(struct err *err)
{
    return err_set(err, ERR_UNKNOWN,
                   "the plan has no versions yet; begin them with a base: "
                   "ccn versions PLAN begin=yes as=ROLE:INITIALS");
}

bool history_none(const struct history *history, int64_t version,
                  struct err *err)
{
    int64_t last = 0;
    for (int i = 0; i < history->n; i++) {
        if (!history->entry[i].decides)
            last = history->entry[i].version;
    }
    if (last == 0)
        return history_unbegun(err);
    return err_set(err, ERR_UNKNOWN,
                   "there is no version v%lld; the last is v%lld",
                   (long long)version, (long long)last);
}

static bool is(const struct entry *entry, const char *kind)
{
    return strcmp(entry->kind, kind) == 0;
}

bool history_publishes(const struct entry *entry)
{
    return entry->decides ? is(entry, "publish") || is(entry, "urgent")
                          : is(entry, "base") || is(entry, "record");
}

int64_t history_head(const struct history *history, int n)
{
    while (n > 0 && !history_publishes(&history->entry[n - 1]))
        n--;
    return n > 0 ? history->entry[n - 1].version : 0;
}

bool history_moved(const struct history *history, int n, int64_t version)
{
    bool behind = version == 0, moved = false;
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &history->entry[i];
        if (!history_publishes(entry))
            continue;
        moved = moved || (behind && !is(entry, "record"));
        behind = behind || entry->version == version;
    }
    return moved || !behind;
}

const char *const state_names[STATES] = { "draft",     "checked",  "submitted",
                                          "consulted", "approved", "returned",
                                          "rejected",  "urgent",   "published",
                                          "superseded" };

static enum state after(enum state state, const struct entry *entry)
{
    static const struct {
        const char *verdict;
        enum state state;
    } to[] = {
        { "check", STATE_CHECKED },     { "submit", STATE_SUBMITTED },
        { "consult", STATE_CONSULTED }, { "approve", STATE_APPROVED },
        { "return", STATE_RETURNED },   { "reject", STATE_REJECTED },
        { "urgent", STATE_URGENT },     { "confirm", STATE_PUBLISHED },
        { "publish", STATE_PUBLISHED }, { "base", STATE_PUBLISHED },
        { "record", STATE_PUBLISHED },
    };
    if (state == STATE_URGENT && is(entry, "consult"))
        return state; /* heard afterwards */
    for (size_t i = 0; i < sizeof to / sizeof *to; i++) {
        if (is(entry, to[i].verdict))
            return to[i].state;
    }
    return state;
}

enum state history_state(const struct history *history, int n, int64_t version)
{
    enum state state = STATE_DRAFT;
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &history->entry[i];
        if (entry->version == version)
            state = after(state, entry);
        else if (!entry->decides && entry->follows == version)
            state = STATE_SUPERSEDED;
    }
    bool held = state == STATE_PUBLISHED || state == STATE_URGENT;
    return held && history_moved(history, n, version) ? STATE_SUPERSEDED
                                                      : state;
}

struct changes *history_changes(const struct entry *version, struct err *err)
{
    struct changes *list =
        changes_read(version->bytes ? version->bytes : "", version->size, err);
    if (!list)
        err_in(err, "version %lld", (long long)version->version);
    return list;
}

/* Apply the changes of a version, found at an entry. */
static bool apply(const struct entry *version, struct plan *plan,
                  struct err *err)
{
    struct changes *list = history_changes(version, err);
    bool ok = list && changes_apply(plan, list, err);
    if (list && !ok)
        err_in(err, "version %lld", (long long)version->version);
    changes_free(list);
    return ok;
}

/* The last entry that put a version in force, or -1. */
static int published_at(const struct history *history, int64_t version)
{
    int i = history->n - 1;
    while (i >= 0 && !(history_publishes(&history->entry[i]) &&
                       history->entry[i].version == version))
        i--;
    return i;
}

/* All that was published up to an entry, put into the plan. */
static bool replay(const struct history *history, int last, struct plan *plan,
                   struct err *err)
{
    bool ok = true;
    for (int i = 0; ok && i <= last; i++) {
        if (!history_publishes(&history->entry[i]))
            continue;
        int at = history_find(history, i + 1, history->entry[i].version);
        ok = at >= 0 ? apply(&history->entry[at], plan, err)
                     : history_none(history, history->entry[i].version, err);
    }
    return ok;
}

struct plan *history_content(const struct history *history, int64_t version,
                             const struct store_options *options,
                             struct err *err)
{
    char name[32];
    snprintf(name, sizeof name, "v%lld", (long long)version);
    struct plan *plan = plan_new(name, options->schemas, options->nschemas);
    int at = history_find(history, history->n, version);
    int last = published_at(history, version);
    bool ok = version == 0 || at >= 0 || history_none(history, version, err);
    if (ok && version > 0 && last >= 0)
        ok = replay(history, last, plan, err);
    else if (ok && version > 0)
        ok = replay(history, published_at(history, history->entry[at].parent),
                    plan, err) &&
             apply(&history->entry[at], plan, err);
    if (ok)
        return plan;
    plan_free(plan);
    return NULL;
}
