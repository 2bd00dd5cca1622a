/* Versions of a plan and the decisions on them: a chain in the plan file.
 *
 *     struct history history;
 *     if (history_read("laocai.gpkg", &history, &err)) {
 *         int64_t head = history_head(&history, history.n);
 *         struct plan *plan = history_content(&history, head, &options, &err);
 *         ...
 *         history_release(&history);
 *     }
 *
 * Entries (tables version and decision) are numbered in one sequence and only
 * ever added.  Each has the SHA-256 of the entry before and its own, over all
 * that it says.  A version has its list of changes (change.h): the first, of
 * kind base, from an empty plan; a record (new rows of observations,
 * inspections, firings and proposals) is in force at once; a change or an undo
 * is a draft until it is decided on:
 *
 *     draft - check > checked - submit > submitted - consult > consulted
 *     - approve > approved - publish > published, later superseded
 *     submitted or consulted - return > returned, - reject > rejected
 *     checked, submitted or consulted - urgent > urgent, which is in force
 *     until it is confirmed (- confirm > published) or undone
 *
 * The tables of the plan are what the published versions give, one after the
 * other; what differs from that was changed outside of them.
 */
#ifndef CORE_STORE_HISTORY_H
#define CORE_STORE_HISTORY_H

#include "core/store/store.h"

enum state {
    STATE_DRAFT,
    STATE_CHECKED,
    STATE_SUBMITTED,
    STATE_CONSULTED,
    STATE_APPROVED,
    STATE_RETURNED,
    STATE_REJECTED,
    STATE_URGENT, /* in force, to be confirmed */
    STATE_PUBLISHED,
    STATE_SUPERSEDED,
    STATES
};

extern const char *const state_names[STATES];

/* Texts are interned, never NULL in what is read but where it is said. */
struct entry {
    int64_t number;     /* in the chain, from 1 */
    bool decides;       /* a decision, else a version */
    int64_t version;    /* its number, from 1 */
    int64_t parent;     /* version it starts from; 0: an empty plan */
    int64_t follows;    /* version it takes the place of; 0: none */
    const char *kind;   /* base, change, undo, record; or check, submit, ... */
    const char *title;  /* of a version */
    const char *reason; /* or comment; "" for none */
    const char *role;   /* who: role and initials */
    const char *initials;
    const char *office;  /* which had the role on the day */
    const char *day;     /* 2028-06-30, as whoever wrote it says */
    const char *written; /* UTC, by the clock */
    const char *content; /* SHA-256 of what the plan says then (digest.h) */
    const char *before;  /* SHA-256 of the entry before; "" of the first */
    const char *sha256;
    const char *summary; /* of a version: its changes in words */
    void *bytes;         /* of a version: its changes */
    size_t size;
};

struct history {
    int n;
    struct entry *entry; /* in the order of their numbers */
};

/* All entries; none for a file that has no versions.  What they say is not
 * checked: history_verify() does. */
bool history_read(const char *path, struct history *history, struct err *err);
void history_release(struct history *history);

/* Questions.  n: as it was behind the first n entries. */

/* The number of the entry of a version from 0, or -1. */
int history_find(const struct history *history, int n, int64_t version);
enum state history_state(const struct history *history, int n, int64_t version);

/* Whether an entry puts its version in force. */
bool history_publishes(const struct entry *entry);

/* The version in force: the last published one, or 0. */
int64_t history_head(const struct history *history, int n);

/* Say how to begin, of a plan that has no versions.  Returns false. */
bool history_unbegun(struct err *err);

/* Say that there is no such version, and which is the last.  Returns false. */
bool history_none(const struct history *history, int64_t version,
                  struct err *err);

/* The i-th verdict (check, submit, ...) in the order of the steps; NULL: no
 * more. */
const char *history_verdict(int i);

/* Whether a version other than a record was published since this one was. */
bool history_moved(const struct history *history, int n, int64_t version);

struct changes *history_changes(const struct entry *version, struct err *err);

/* What the plan says in a version: of one that was published, with all that was
 * published before; of another, on top of its parent.  0: an empty plan. */
struct plan *history_content(const struct history *history, int64_t version,
                             const struct store_options *options,
                             struct err *err);

/* Rules, the same for who writes and for who verifies.  office.c has those of
 * who may do what. */

/* Whether an entry may stand behind the first n; head is the plan in force
 * there, after what it is with the entry.  Sets .office.  An entry behind all
 * of them is a new one: its day is not before the latest of theirs. */
bool history_allows(const struct history *history, int n, struct entry *entry,
                    const struct plan *head, const struct plan *after,
                    struct err *err);

/* The SHA-256 of an entry, interned. */
const char *history_digest(const struct entry *entry);

/* Writing */

/* CREATE TABLE of both. */
extern const char *const history_schema;

/* Give a version its changes; .bytes is the caller's to free. */
void history_fill(struct entry *entry, const struct changes *list);

/* Add an entry that history_allows(): number, time and hashes are filled in.
 * With a plan, that becomes the plan in the file, in the same transaction.
 * Fails with ERR_MOVED when another entry was added since the history was
 * read, or the plan in the file is not any more what it was: before is its
 * plan_digest(). */
bool history_add(const char *path, const struct history *history,
                 struct entry *entry, const struct plan *plan,
                 const char *before, struct err *err);

/* Put a plan in place of whatever the tables hold, as long as no entry was
 * added since the history was read (ERR_MOVED) and they still hold before
 * (plan_digest(); NULL: they cannot be read). */
bool history_restore(const char *path, const struct history *history,
                     const struct plan *plan, const char *before,
                     struct err *err);

/* Whether entries, contents and the plan in the file agree.  If not, err says
 * the first thing that does not; when all versions do and only the plan
 * differs, *outside is what was changed outside of them (the caller frees),
 * without the values of rows that are gone.
 * Without a plan (NULL) only entries and contents are looked at. */
bool history_verify(const struct history *history, const struct plan *plan,
                    const struct store_options *options,
                    struct changes **outside, struct err *err);

#endif
