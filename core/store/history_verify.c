/* history_verify(): recompute everything, and say what first does not agree. */
#include <string.h>

#include "core/data/digest.h"
#include "core/store/history.h"

/* What is in force behind the entries looked at so far. */
struct walk {
    const struct history *history;
    const struct store_options *options;
    struct plan *head;
};

static const char *what(const struct entry *entry)
{
    return entry->decides ? entry->kind : "version";
}

static bool at_entry(const struct entry *entry, struct err *err)
{
    return err_in(err, "entry %lld (v%lld, %.40s)", (long long)entry->number,
                  (long long)entry->version, what(entry));
}

/* The chain itself. */
static bool check_link(const struct history *history, int i, struct err *err)
{
    const struct entry *entry = &history->entry[i];
    const char *before = i > 0 ? history->entry[i - 1].sha256 : "";
    if (entry->number != i + 1)
        return err_set(err, ERR_FORMAT,
                       "entry %d is missing, the next is number %lld", i + 1,
                       (long long)entry->number);
    if (strcmp(history_digest(entry), entry->sha256) != 0)
        return err_set(err, ERR_FORMAT,
                       "it is not as it was written (SHA-256)");
    return strcmp(entry->before, before) == 0 ||
           err_set(err, ERR_FORMAT,
                   "it does not follow the entry before (SHA-256)");
}

/* What the plan says with a version on top of what is in force. */
static struct plan *with(const struct walk *walk, const struct entry *entry,
                         struct err *err)
{
    const struct history *history = walk->history;
    int at = history_find(history, history->n, entry->version);
    struct changes *list =
        at < 0 ? NULL : history_changes(&history->entry[at], err);
    if (at < 0)
        history_none(history, entry->version, err);
    struct plan *plan = list ? plan_fork(walk->head, "after") : NULL;
    if (plan && !changes_apply(plan, list, err)) {
        plan_free(plan);
        plan = NULL;
    }
    changes_free(list);
    return plan;
}

static bool check_content(const struct entry *entry, const struct plan *after,
                          struct err *err)
{
    return strcmp(plan_digest(after), entry->content) == 0 ||
           err_set(err, ERR_FORMAT,
                   "its changes do not give the contents that it names");
}

/* A decision other than publishing says what it decides on. */
static bool check_decided(const struct walk *walk, const struct entry *entry,
                          struct err *err)
{
    const struct history *history = walk->history;
    int at = history_find(history, history->n, entry->version);
    return (at >= 0 &&
            strcmp(history->entry[at].content, entry->content) == 0) ||
           err_set(err, ERR_FORMAT,
                   "it decides on other contents than those of v%lld",
                   (long long)entry->version);
}

static bool check_entry(struct walk *walk, int i, struct err *err)
{
    struct entry entry = walk->history->entry[i];
    const char *office = entry.office;
    bool replayed = !entry.decides || history_publishes(&entry);
    struct plan *after = replayed ? with(walk, &entry, err) : NULL;
    bool ok = !replayed || after;
    ok = ok && (replayed ? check_content(&entry, after, err)
                         : check_decided(walk, &entry, err));
    ok = ok && history_allows(walk->history, i, &entry, walk->head, after, err);
    if (ok && strcmp(entry.office, office) != 0)
        ok = err_set(err, ERR_FORMAT,
                     "the role was held by '%.80s', not by '%.80s'",
                     entry.office, office);
    if (ok && history_publishes(&entry)) {
        plan_free(walk->head);
        walk->head = after;
    } else {
        plan_free(after);
    }
    return ok;
}

/* Whether a change is only a value of a row that the plan has not any more. */
static bool goes(const struct plan *plan, const struct change *change)
{
    int table = plan_table_named(plan, change->table);
    return change->op == CHANGE_SET && table >= 0 &&
           plan_find(plan, table, change->key) < 0;
}

/* What a plan says otherwise, without the values of rows that are gone. */
static struct changes *otherwise(const struct plan *head,
                                 const struct plan *plan)
{
    struct changes *list = changes_between(head, plan), *left = changes_new();
    for (int i = 0; i < list->n; i++) {
        if (!goes(plan, &list->change[i]))
            changes_push(left, list->change[i]);
    }
    changes_free(list);
    return left;
}

static bool check_plan(const struct walk *walk, const struct plan *plan,
                       struct changes **outside, struct err *err)
{
    if (strcmp(plan_digest(plan), plan_digest(walk->head)) == 0)
        return true;
    struct changes *list = otherwise(walk->head, plan);
    struct text first = TEXT_INIT;
    *outside = list;
    if (list->n == 0)
        return err_set(err, ERR_MOVED,
                       "a field of its own (x_...) has another kind, unit or "
                       "choices than in the versions");
    change_print(plan, &list->change[0], &first);
    err_set(err, ERR_MOVED,
            "changes outside of any version (%d), the first: %.200s", list->n,
            first.bytes);
    text_release(&first);
    return false;
}

bool history_verify(const struct history *history, const struct plan *plan,
                    const struct store_options *options,
                    struct changes **outside, struct err *err)
{
    bool ok = true;
    *outside = NULL;
    struct walk walk = {
        history, options, plan_new("head", options->schemas, options->nschemas)
    };
    for (int i = 0; ok && i < history->n; i++) {
        ok = check_link(history, i, err) && check_entry(&walk, i, err);
        if (!ok)
            at_entry(&history->entry[i], err);
    }
    if (ok && plan && history->n > 0)
        ok = check_plan(&walk, plan, outside, err);
    plan_free(walk.head);
    return ok;
}
