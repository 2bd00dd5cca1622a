/* A list of changes: what turns one plan into another.
 *
 * One mechanism serves scenario differences, what a worker hands back,
 * proposals, versions, undo and rebase.  Things are named by table, key and
 * field name; values stand as field_accept() takes them, references as keys,
 * choices by name.  The order is: fields defined, rows added, cells set, rows
 * removed, fields taken away; tables, keys (by bytes) and fields in a fixed
 * order within each, so that the same difference is the same list.
 *
 *     struct changes *list = changes_between(base, fork);
 *     changes_apply(base, list, &err);      now base equals fork to the bit
 */
#ifndef CORE_DATA_CHANGE_H
#define CORE_DATA_CHANGE_H

#include "core/base/text.h"
#include "core/data/plan.h"

enum change_op {
    CHANGE_DEFINE,   /* field added: .define says which */
    CHANGE_ADD,      /* row added, all cells none */
    CHANGE_SET,      /* cell: .old to .new */
    CHANGE_REMOVE,   /* row removed, all cells none already */
    CHANGE_UNDEFINE, /* field taken away, all cells none already */
    CHANGE_OPS
};

struct change {
    enum change_op op;
    const char *table, *key, *field; /* interned; NULL where there is none */
    struct value old, new;           /* kinds REAL, WHOLE, ... TEXT for refs */
    const struct field *define;      /* of CHANGE_(UN)DEFINE, kept for ever */
};

struct changes {
    int n, room;
    struct change *change;
};

/* Life cycle */

struct changes *changes_new(void);
void changes_free(struct changes *list);
void changes_push(struct changes *list, struct change change);

/* What turns a into b. */
struct changes *changes_between(const struct plan *a, const struct plan *b);

/* The list that undoes this one. */
struct changes *changes_invert(const struct changes *list);

/* Apply all or nothing, through the door.  Refused with ERR_MOVED when a cell
 * does not hold .old, a row to be added is there, or one to be set is not. */
bool changes_apply(struct plan *plan, const struct changes *list,
                   struct err *err);

/* The same, frozen rows included: puts back what was changed outside. */
bool changes_restore(struct plan *plan, const struct changes *list,
                     struct err *err);

/* Rebase: take what the fork changed against its base over to a plan that
 * has moved on.  A conflict is a cell that both changed, to different values,
 * or a row one changed and the other removed. */

enum rebase { REBASE_REFUSE, REBASE_OURS, REBASE_THEIRS };

struct conflict {
    const char *table, *key, *field; /* field NULL: the whole row */
    struct value base, ours, theirs; /* as in struct change */
};

struct conflicts {
    int n, room;
    struct conflict *conflict;
};

void conflicts_release(struct conflicts *list);

/* A fork of the moved-on plan with the fork's changes on top; NULL when there
 * are conflicts and the policy is REBASE_REFUSE.  Conflicts are listed under
 * every policy. */
struct plan *plan_rebase(const struct plan *fork, const struct plan *onto,
                         enum rebase policy, struct conflicts *conflicts,
                         struct err *err);

/* The same for a list alone, kept from a plan as it was then: what it says of
 * old values stands for the base, and name names the result. */
struct plan *changes_rebase(const struct changes *list, const char *name,
                            const struct plan *onto, enum rebase policy,
                            struct conflicts *conflicts, struct err *err);

/* Text for people: "cluster 'Âu Lâu': total_area 50 ha -> 75 ha".  The unit is
 * left out where the plan does not know the field. */
void change_print(const struct plan *plan, const struct change *change,
                  struct text *out);

/* The list in words, a line for each change without its values, for who looks
 * at a file with other tools. */
void changes_outline(const struct changes *list, struct text *out);

/* Bytes for a pipe or a file, and back.  Reading checks everything. */
void changes_write(const struct changes *list, struct text *out);
struct changes *changes_read(const void *bytes, size_t size, struct err *err);

#endif
