/* history_allows(): which entry may stand behind which. */
#include <string.h>

#include "core/base/date.h"
#include "core/base/fold.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/store/history.h"
#include "core/store/office.h"

static bool is(const struct entry *entry, const char *kind)
{
    return strcmp(entry->kind, kind) == 0;
}

/* Days */

/* The entry of the latest day, NULL without entries. */
static const struct entry *latest(const struct history *history)
{
    const struct entry *found = NULL;
    for (int i = 0; i < history->n; i++) {
        const struct entry *entry = &history->entry[i];
        if (!found || strcmp(entry->day, found->day) >= 0)
            found = entry;
    }
    return found;
}

/* Time does not run backwards.  Only what is new is held to that: chains that
 * were written before this rule may go back from one version to the next. */
static bool check_day(const struct history *history, int n,
                      const struct entry *entry, struct err *err)
{
    int64_t day;
    const struct entry *last = n == history->n ? latest(history) : NULL;
    if (!date_parse(entry->day, &day)) {
        return err_set(err, ERR_TYPE, "'%.40s' is no date such as 2026-09-15",
                       entry->day);
    }
    return !last || strcmp(entry->day, last->day) >= 0 ||
           err_set(err, ERR_RANGE,
                   "the day %s is before %s, the day of entry %lld (v%lld), "
                   "which came before; say the day with on=DATE",
                   entry->day, last->day, (long long)last->number,
                   (long long)last->version);
}

/* Versions */

static const struct {
    const char *kind, *duty;
} kinds[] = {
    { "base", "draft" },
    { "change", "draft" },
    { "undo", "draft" },
    { "record", "record" },
};

static const char *duty_of_kind(const char *kind, struct err *err)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].duty;
    }
    err_set(err, ERR_UNKNOWN, "there is no kind of version '%.40s'", kind);
    return NULL;
}

/* What is recorded and not decided: new rows of these tables. */
static bool records(const struct change *change)
{
    static const char *const tables[] = { "observation", "inspection", "firing",
                                          "proposal" };
    bool recorded = false;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        recorded = recorded || strcmp(change->table, tables[i]) == 0;
    if (!recorded)
        return false;
    return change->op == CHANGE_ADD ||
           (change->op == CHANGE_SET && change->old.kind == KIND_NONE);
}

static bool check_record(const struct entry *entry, struct err *err)
{
    struct changes *list = history_changes(entry, err);
    bool ok = list != NULL;
    for (int i = 0; ok && i < list->n; i++) {
        const struct change *change = &list->change[i];
        if (!records(change))
            ok = err_set(err, ERR_READONLY,
                         "%s '%.80s': a record only adds observations, "
                         "inspections, firings and proposals; this needs a "
                         "version that is decided on",
                         change->table, change->key ? change->key : "");
    }
    changes_free(list);
    return ok;
}

/* Whether it may take the place of the version that it follows. */
static bool check_follows(const struct history *history, int n,
                          const struct entry *entry, struct err *err)
{
    if (entry->follows == 0)
        return true;
    if (history_find(history, n, entry->follows) < 0)
        return history_none(history, entry->follows, err);
    enum state state = history_state(history, n, entry->follows);
    return (state != STATE_PUBLISHED && state != STATE_SUPERSEDED) ||
           err_set(err, ERR_READONLY,
                   "v%lld is %s; another version does not take its place",
                   (long long)entry->follows, say(state_names[state]));
}

static bool check_place(const struct history *history, int n,
                        const struct entry *entry, struct err *err)
{
    int64_t last = 0, head = history_head(history, n);
    for (int i = 0; i < n; i++) {
        if (!history->entry[i].decides)
            last = history->entry[i].version;
    }
    if (is(entry, "base") && n > 0)
        return err_set(err, ERR_EXISTS, "the plan has versions already");
    if (!is(entry, "base") && n == 0)
        return history_unbegun(err);
    if (entry->version != last + 1 || entry->parent != head)
        return err_set(err, ERR_MOVED,
                       "v%lld starts from v%lld, and v%lld is in force",
                       (long long)entry->version, (long long)entry->parent,
                       (long long)head);
    return check_follows(history, n, entry, err);
}

static bool allows_version(const struct history *history, int n,
                           struct entry *entry, const struct plan *head,
                           const struct plan *after, struct err *err)
{
    const char *duty = duty_of_kind(entry->kind, err);
    if (!duty || !check_place(history, n, entry, err) ||
        !check_day(history, n, entry, err))
        return false;
    if (*entry->title == '\0')
        return err_set(err, ERR_TYPE, "a version needs a title");
    if (is(entry, "record") && !check_record(entry, err))
        return false;
    entry->office = office_with(is(entry, "base") ? after : head, entry->role,
                                duty, entry->day, err);
    return entry->office != NULL;
}

/* Decisions */

#define BIT(state) (1U << STATE_##state)

static const struct rule {
    const char *verdict, *duty;
    unsigned from;
    bool on_head; /* only when the version starts from what is in force */
} rules[] = {
    { "check", "check", BIT(DRAFT), true },
    { "submit", "draft", BIT(CHECKED), true },
    { "consult", "consult", BIT(SUBMITTED) | BIT(CONSULTED) | BIT(URGENT),
      true },
    { "approve", "approve", BIT(SUBMITTED) | BIT(CONSULTED), true },
    { "return", "approve", BIT(SUBMITTED) | BIT(CONSULTED), false },
    { "reject", "approve", BIT(SUBMITTED) | BIT(CONSULTED), false },
    { "publish", "publish", BIT(APPROVED), true },
    { "urgent", "urgent", BIT(CHECKED) | BIT(SUBMITTED) | BIT(CONSULTED),
      true },
    { "confirm", "approve", BIT(URGENT), true },
};

static const struct rule *rule_of(const char *verdict, struct err *err)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].verdict, verdict) == 0)
            return &rules[i];
    }
    err_set(err, ERR_UNKNOWN,
            "there is no verdict '%.40s'; they are check, submit, consult, "
            "approve, return, reject, publish, urgent and confirm",
            verdict);
    return NULL;
}

/* The last day of what was written of a version. */
static const char *last_day(const struct history *history, int n,
                            int64_t version)
{
    const char *day = "";
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &history->entry[i];
        if (entry->version == version && strcmp(entry->day, day) > 0)
            day = entry->day;
    }
    return day;
}

const char *history_verdict(int i)
{
    return i < (int)(sizeof rules / sizeof *rules) ? rules[i].verdict : NULL;
}

/* Behind an error: which steps may follow a state, and whose duty they are. */
static bool hint_next(enum state state, const struct plan *head,
                      const char *day, struct err *err)
{
    struct text next = TEXT_INIT, roles = TEXT_INIT;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        text_clear(&roles);
        if (rules[i].from >> state & 1)
            office_roles(head, rules[i].duty, day, &roles);
        if (roles.size > 0)
            text_add(&next, "%s%s (%s)", next.size ? ", " : "",
                     rules[i].verdict, roles.bytes);
    }
    if (next.size > 0)
        err_hint(err, "next: %s", next.bytes);
    text_release(&next);
    text_release(&roles);
    return false;
}

static bool check_state(const struct history *history, int n,
                        const struct entry *entry, const struct rule *rule,
                        const struct plan *head, struct err *err)
{
    int at = history_find(history, n, entry->version);
    if (at < 0)
        return history_none(history, entry->version, err);
    enum state state = history_state(history, n, entry->version);
    if (!(rule->from >> state & 1)) {
        err_set(err, ERR_READONLY, "v%lld is %s, so '%s' cannot follow",
                (long long)entry->version, say(state_names[state]),
                rule->verdict);
        return hint_next(state, head, entry->day, err);
    }
    if (!check_day(history, n, entry, err))
        return false;
    const char *day = last_day(history, n, entry->version);
    if (strcmp(entry->day, day) < 0)
        return err_set(err, ERR_RANGE,
                       "the day %s is before %s, the day of what went before",
                       entry->day, day);
    int64_t parent = history->entry[at].parent;
    int64_t base = state == STATE_URGENT ? entry->version : parent;
    return !rule->on_head || !history_moved(history, n, base) ||
           err_set(err, ERR_MOVED,
                   "the base moved: v%lld starts from v%lld, and v%lld was "
                   "published since; rebase it and submit it again",
                   (long long)entry->version, (long long)parent,
                   (long long)history_head(history, n));
}

/* Neither the author, nor whose version this one took the place of. */
static bool check_author(const struct history *history, int n,
                         const struct entry *entry, struct err *err)
{
    int64_t version = entry->version;
    while (version > 0) {
        const struct entry *made =
            &history->entry[history_find(history, n, version)];
        if (fold_same(made->initials, entry->initials))
            return err_set(err, ERR_READONLY,
                           "%.40s is the author of v%lld, and the author may "
                           "not approve (longer initials tell two persons "
                           "apart)",
                           entry->initials, (long long)version);
        version = made->follows < version ? made->follows : 0;
    }
    return true;
}

static bool was_heard(const struct history *history, int n, int64_t version,
                      const char *office)
{
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &history->entry[i];
        if (entry->decides && entry->version == version &&
            is(entry, "consult") && strcmp(entry->office, office) == 0)
            return true;
    }
    return false;
}

/* Every office to be consulted on the day has given its opinion. */
static bool check_heard(const struct history *history, int n,
                        const struct entry *entry, const struct plan *head,
                        struct err *err)
{
    int row = 0;
    const char *office;
    while ((office = office_next(head, "consult", entry->day, &row))) {
        if (!was_heard(history, n, entry->version, office))
            return err_set(err, ERR_READONLY,
                           "v%lld: '%.80s' has not given its opinion yet",
                           (long long)entry->version, office);
    }
    return true;
}

/* What is in force urgently is confirmed or undone before anything else. */
static bool check_confirmed(const struct history *history, int n,
                            const struct entry *entry, struct err *err)
{
    int at = history_find(history, n, entry->version);
    if (!history_publishes(entry) || is(&history->entry[at], "undo"))
        return true;
    for (int i = 0; i < n; i++) {
        const struct entry *made = &history->entry[i];
        if (!made->decides &&
            history_state(history, n, made->version) == STATE_URGENT)
            return err_set(err, ERR_READONLY,
                           "v%lld is in force urgently and not confirmed yet; "
                           "confirm it or undo it first",
                           (long long)made->version);
    }
    return true;
}

/* Who decides urgently says why. */
static bool check_reason(const struct entry *entry, struct err *err)
{
    return !is(entry, "urgent") || *entry->reason != '\0' ||
           err_set(err, ERR_TYPE,
                   "an urgent decision needs its reason (comment=)");
}

static bool needs_other(const struct entry *entry)
{
    return is(entry, "approve") || is(entry, "urgent") || is(entry, "confirm");
}

static bool allows_decision(const struct history *history, int n,
                            struct entry *entry, const struct plan *head,
                            struct err *err)
{
    const struct rule *rule = rule_of(entry->kind, err);
    if (!rule || !check_state(history, n, entry, rule, head, err))
        return false;
    if (!check_confirmed(history, n, entry, err) || !check_reason(entry, err))
        return false;
    if (needs_other(entry) && !check_author(history, n, entry, err))
        return false;
    if ((is(entry, "approve") || is(entry, "confirm")) &&
        !check_heard(history, n, entry, head, err))
        return false;
    entry->office = office_with(head, entry->role, rule->duty, entry->day, err);
    return entry->office != NULL;
}

bool history_allows(const struct history *history, int n, struct entry *entry,
                    const struct plan *head, const struct plan *after,
                    struct err *err)
{
    if (*entry->role == '\0' || *entry->initials == '\0')
        return err_set(err, ERR_TYPE,
                       "say who: a role and initials, as SCT:NVA");
    return entry->decides ? allows_decision(history, n, entry, head, err)
                          : allows_version(history, n, entry, head, after, err);
}
