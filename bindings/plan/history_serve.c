/* The parent's side of versions and decisions: every rule is checked here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bindings/plan/history.h"
#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/data/digest.h"
#include "core/store/history.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static const struct store_options bare = { .schemas = model_schema,
                                           .nschemas = MODEL_TABLES,
                                           .bare = true };

/* A plan file at work: what its versions say, what is in force, and what its
 * tables hold. */
struct work {
    const char *path;
    struct history history;
    struct plan *tables, *head, *after; /* after: with the version in hand */
    const char *before; /* digest of the tables as read; NULL: unreadable */
};

/* What the tables hold; when they cannot be read, for a restore, no row. */
static bool read_tables(struct work *work, bool restores, struct err *err)
{
    work->tables = store_open(work->path, &known, err);
    if (work->tables)
        work->before = plan_digest(work->tables);
    else if (restores && work->history.n > 0)
        work->tables = store_open(work->path, &bare, err);
    return work->tables != NULL;
}

static bool work_open(struct work *work, const char *path, bool restores,
                      struct err *err)
{
    *work = (struct work){ .path = path };
    if (!history_read(path, &work->history, err) ||
        !read_tables(work, restores, err))
        return false;
    work->head = history_content(&work->history,
                                 history_head(&work->history, work->history.n),
                                 &known, err);
    return work->head != NULL;
}

static void work_close(struct work *work)
{
    plan_free(work->after);
    plan_free(work->head);
    plan_free(work->tables);
    history_release(&work->history);
}

static bool same(const struct plan *a, const struct plan *b)
{
    return strcmp(plan_digest(a), plan_digest(b)) == 0;
}

/* Who and when */

static const char *today(void)
{
    char text[16];
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    strftime(text, sizeof text, "%Y-%m-%d", &local);
    return intern(text);
}

/* Whether the chain was begun days ahead of the clock, to play what may come.
 * The clock is UTC, days are local: they may differ by one. */
static bool plays(const struct history *history)
{
    int64_t day, clock;
    char written[11] = "";
    if (history->n == 0)
        return false;
    memcpy(written, history->entry[0].written,
           strnlen(history->entry[0].written, 10));
    return date_parse(history->entry[0].day, &day) &&
           date_parse(written, &clock) && day > clock + 2;
}

/* Whether no entry lies on that day or behind it. */
static bool is_last_day(const struct history *history, const char *day)
{
    for (int i = 0; i < history->n; i++) {
        if (strcmp(history->entry[i].day, day) >= 0)
            return false;
    }
    return true;
}

/* The day that is said, else today; + before it begins a chain ahead of the
 * clock.  A day ahead by mistake would hold all later entries to itself. */
static bool day_of(struct work *work, const char *said, struct entry *entry,
                   struct err *err)
{
    const struct history *history = &work->history;
    bool begins = history->n == 0 && strcmp(entry->kind, "base") == 0;
    bool ahead = history->n == 0 && (*said == '+' || !begins);
    said += *said == '+';
    entry->day = strcmp(said, "-") == 0 ? today() : intern(said);
    int64_t day;
    if (ahead || plays(history) || !date_parse(entry->day, &day) ||
        strcmp(entry->day, today()) <= 0 || !is_last_day(history, entry->day))
        return true;
    err_set(err, ERR_RANGE,
            "the day %s is after today, %s: no entry could be written before "
            "it any more",
            entry->day, today());
    if (begins)
        err_hint(err, "ahead=yes begins a plan that plays what may come");
    return false;
}

static void sign(struct entry *entry, const struct save_request *request)
{
    const char *colon = strrchr(request->parent, ':');
    size_t size = colon ? (size_t)(colon - request->parent) : 0;
    entry->role = intern_bytes(request->parent, size);
    entry->initials = intern(colon ? colon + 1 : "");
    entry->reason = request->question;
}

/* Versions */

/* The tables hold what is in force, or already what the version says, as after
 * changes by another program. */
static bool is_clean(const struct work *work, struct err *err)
{
    if (same(work->tables, work->after) || same(work->tables, work->head))
        return true;
    return err_set(err, ERR_MOVED,
                   "the plan holds changes outside of any version (ccn verify "
                   "shows them); make them a version, or restore the plan");
}

/* The tables become a plan, which keeps their name. */
static bool turn(struct work *work, const struct plan *into, struct err *err)
{
    struct changes *list = changes_between(work->tables, into);
    bool ok = changes_restore(work->tables, list, err);
    changes_free(list);
    return ok && (same(work->tables, into) ||
                  err_set(err, ERR_MOVED,
                          "a field of the plan is not as its versions "
                          "define it"));
}

/* Add a version that was made.  What is in force at once is in the tables too,
 * in the same transaction. */
static bool add_version(struct work *work, struct entry *entry, struct err *err)
{
    bool at_once =
        strcmp(entry->kind, "base") == 0 || strcmp(entry->kind, "record") == 0;
    bool write = at_once && !same(work->tables, work->after);
    entry->content = plan_digest(work->after);
    return (!write || turn(work, work->after, err)) &&
           history_add(work->path, &work->history, entry,
                       write ? work->tables : NULL, write ? work->before : NULL,
                       err);
}

static bool make_version(struct work *work, const struct save_request *request,
                         struct err *err)
{
    char kind[16] = "", day[16] = "";
    long long follows = 0;
    struct entry entry = { .title = request->name, .version = 1 };
    sscanf(request->parameters, "%15s %15s %lld", kind, day, &follows);
    entry.kind = intern(kind);
    if (!day_of(work, day, &entry, err))
        return false;
    entry.follows = follows;
    entry.parent = history_head(&work->history, work->history.n);
    for (int i = 0; i < work->history.n; i++)
        entry.version += !work->history.entry[i].decides;
    sign(&entry, request);
    work->after = plan_fork(work->head, "after");
    history_fill(&entry, request->list);
    bool ok = changes_apply(work->after, request->list, err) &&
              history_allows(&work->history, work->history.n, &entry,
                             work->head, work->after, err) &&
              is_clean(work, err);
    if (ok && request->list->n == 0)
        ok = err_set(err, ERR_RANGE, "the version would change nothing");
    ok = ok && add_version(work, &entry, err);
    free(entry.bytes);
    return ok;
}

/* Decisions */

static bool publish(struct work *work, struct entry *entry,
                    const struct entry *version, struct err *err)
{
    struct changes *list = history_changes(version, err);
    work->after = plan_fork(work->head, "after");
    bool ok = list && changes_apply(work->after, list, err) &&
              is_clean(work, err) && turn(work, work->after, err);
    changes_free(list);
    if (!ok)
        return false;
    entry->content = plan_digest(work->after);
    return history_add(work->path, &work->history, entry, work->tables,
                       work->before, err);
}

static bool decide(struct work *work, const struct save_request *request,
                   struct err *err)
{
    long long number = 0;
    char day[16] = "";
    sscanf(request->parameters, "%lld %15s", &number, day);
    struct entry entry = { .decides = true,
                           .version = number,
                           .kind = request->name,
                           .title = "",
                           .summary = "" };
    if (!day_of(work, day, &entry, err))
        return false;
    sign(&entry, request);
    int n = work->history.n, at = history_find(&work->history, n, number);
    if (!history_allows(&work->history, n, &entry, work->head, NULL, err))
        return false;
    entry.content = work->history.entry[at].content;
    if (history_publishes(&entry))
        return publish(work, &entry, &work->history.entry[at], err);
    return history_add(work->path, &work->history, &entry, NULL, NULL, err);
}

/* What the versions say, when their chain is sound, over the tables. */
static bool restore(struct work *work, struct err *err)
{
    struct changes *none;
    if (work->history.n == 0)
        return history_unbegun(err);
    return history_verify(&work->history, NULL, &known, &none, err) &&
           turn(work, work->head, err) &&
           history_restore(work->path, &work->history, work->tables,
                           work->before, err);
}

bool history_serve(const struct save_request *request, const char *path,
                   struct err *err)
{
    struct work work;
    bool restores = strcmp(request->what, "restore") == 0;
    bool ok = work_open(&work, path, restores, err);
    if (ok && strcmp(request->what, "version") == 0)
        ok = make_version(&work, request, err);
    else if (ok && strcmp(request->what, "decision") == 0)
        ok = decide(&work, request, err);
    else if (ok)
        ok = restore(&work, err);
    work_close(&work);
    return ok;
}
