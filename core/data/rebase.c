/* plan_rebase(): a fork's changes taken over to a plan that has moved on. */
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/data/change.h"

void conflicts_release(struct conflicts *list)
{
    free(list->conflict);
    *list = (struct conflicts){ 0 };
}

static void conflicts_push(struct conflicts *list, struct conflict conflict)
{
    if (list->n == list->room) {
        list->room = list->room ? 2 * list->room : 8;
        list->conflict = mem_grow(list->conflict, (size_t)list->room,
                                  sizeof *list->conflict);
    }
    list->conflict[list->n++] = conflict;
}

struct rebasing {
    const struct plan *fork, *base;
    struct plan *new; /* a fork of the moved-on plan */
    enum rebase policy;
    struct conflicts *conflicts;
};

/* Whether a conflict over the whole row was found before. */
static bool row_in_conflict(const struct rebasing *r,
                            const struct change *change)
{
    for (int i = 0; i < r->conflicts->n; i++) {
        const struct conflict *c = &r->conflicts->conflict[i];
        if (!c->field && c->table == change->table && c->key == change->key)
            return true;
    }
    return false;
}

static void row_conflict(struct rebasing *r, const struct change *change)
{
    if (!row_in_conflict(r, change))
        conflicts_push(r->conflicts, (struct conflict){ .table = change->table,
                                                        .key = change->key });
}

/* Whether a row of the moved-on plan still is what the base had. */
static bool row_untouched(const struct rebasing *r, int table, int row,
                          const char *key)
{
    int before = plan_find(r->base, table, key);
    const struct schema *schema = plan_schema(r->base, table);
    for (int i = 1; before >= 0 && i < schema->nfields; i++) {
        if (!field_calculated(&schema->field[i]) &&
            !value_equal(plan_value(r->base, table, before, i),
                         plan_value(r->new, table, row, i)))
            return false;
    }
    return before >= 0;
}

/* Rows that one side removed and the other changed, or both added. */
static void find_row_conflicts(struct rebasing *r, const struct changes *list)
{
    for (int i = 0; i < list->n; i++) {
        const struct change *change = &list->change[i];
        int table = plan_table_named(r->new, change->table);
        if (change->define || table < 0)
            continue;
        int row = plan_find(r->new, table, change->key);
        bool ours_new = plan_find(r->base, table, change->key) < 0;
        bool clash = false;
        if (change->op == CHANGE_ADD)
            clash = row >= 0;
        else if (change->op == CHANGE_REMOVE)
            clash = row >= 0 && !row_untouched(r, table, row, change->key);
        else
            clash = row < 0 && !ours_new &&
                    plan_find(r->fork, table, change->key) >= 0;
        if (clash)
            row_conflict(r, change);
    }
}

/* Bring back a row the other side removed, as the fork's base had it. */
static int restore_row(struct rebasing *r, int table, const char *key,
                       struct err *err)
{
    int row = plan_add_key(r->new, table, key, err);
    int before = plan_find(r->base, table, key);
    const struct schema *schema = plan_schema(r->base, table);
    for (int i = 1; row >= 0 && before >= 0 && i < schema->nfields; i++) {
        if (field_calculated(&schema->field[i]))
            continue;
        struct value value = plan_value(r->base, table, before, i);
        if (!plan_set(r->new, table, row, i, value, err))
            return -1;
    }
    return row;
}

static bool rebase_set(struct rebasing *r, const struct change *change,
                       int table, struct err *err)
{
    int row = plan_find(r->new, table, change->key);
    if (row < 0 && plan_find(r->fork, table, change->key) < 0)
        return true; /* both removed it */
    if (row < 0)
        row = restore_row(r, table, change->key, err);
    int field = schema_field(plan_schema(r->new, table), change->field);
    if (row < 0 || field < 0)
        return row >= 0 && err_set(err, ERR_UNKNOWN, "%s has no field '%.60s'",
                                   change->table, change->field);

    struct value now = plan_value(r->new, table, row, field);
    if (value_equal(now, change->new))
        return true;
    if (!value_equal(now, change->old) && !row_in_conflict(r, change)) {
        conflicts_push(r->conflicts,
                       (struct conflict){ change->table, change->key,
                                          change->field, change->old,
                                          change->new, now });
        if (r->policy != REBASE_OURS)
            return true;
    }
    return plan_set(r->new, table, row, field, change->new, err);
}

/* A field that goes while others have put values into it is a conflict. */
static bool rebase_undefine(struct rebasing *r, const struct change *change,
                            int table, int field, struct err *err)
{
    for (int row; (row = plan_known(r->new, table, field)) >= 0;) {
        conflicts_push(r->conflicts,
                       (struct conflict){
                           .table = change->table,
                           .key = table_key(plan_table(r->new, table), row),
                           .field = change->define->name,
                           .theirs = plan_value(r->new, table, row, field) });
        if (r->policy != REBASE_OURS)
            return true; /* it stays */
        if (!plan_set(r->new, table, row, field, value_none(), err))
            return false;
    }
    return plan_undefine(r->new, table, field, err);
}

static bool rebase_field(struct rebasing *r, const struct change *change,
                         int table, struct err *err)
{
    int field = schema_field(plan_schema(r->new, table), change->define->name);
    if (change->op == CHANGE_DEFINE)
        return field >= 0 || plan_define(r->new, table, change->define, err);
    return field < 0 || rebase_undefine(r, change, table, field, err);
}

static bool rebase_one(struct rebasing *r, const struct change *change,
                       struct err *err)
{
    int table = plan_table_named(r->new, change->table);
    if (table < 0)
        return err_set(err, ERR_UNKNOWN, "there is no table '%.60s'",
                       change->table);
    if (change->define)
        return rebase_field(r, change, table, err);
    if (r->policy != REBASE_OURS && row_in_conflict(r, change))
        return true;

    int row = plan_find(r->new, table, change->key);
    if (change->op == CHANGE_ADD)
        return row >= 0 || plan_add_key(r->new, table, change->key, err) >= 0;
    if (change->op == CHANGE_REMOVE)
        return row < 0 || plan_remove(r->new, table, row, err);
    return rebase_set(r, change, table, err);
}

struct plan *plan_rebase(const struct plan *fork, const struct plan *onto,
                         enum rebase policy, struct conflicts *conflicts,
                         struct err *err)
{
    struct changes *list = changes_between(plan_base(fork), fork);
    struct rebasing r = { fork, plan_base(fork),
                          plan_fork(onto, plan_name(fork)), policy, conflicts };

    *conflicts = (struct conflicts){ 0 };
    find_row_conflicts(&r, list);
    bool ok = true;
    for (int i = 0; ok && i < list->n; i++)
        ok = rebase_one(&r, &list->change[i], err);
    changes_free(list);

    if (ok && policy == REBASE_REFUSE && conflicts->n > 0)
        ok = err_set(err, ERR_MOVED, "conflicts (%d) between '%s' and '%s'",
                     conflicts->n, plan_name(fork), plan_name(onto));
    if (ok)
        return r.new;
    plan_free(r.new);
    return NULL;
}

/* A field that others use by now stays. */
static bool put_back_field(struct plan *plan, const struct change *change,
                           int table, struct err *err)
{
    int field = schema_field(plan_schema(plan, table), change->define->name);
    if (change->op == CHANGE_UNDEFINE)
        return field >= 0 || plan_define(plan, table, change->define, err);
    return field < 0 || plan_known(plan, table, field) >= 0 ||
           plan_undefine(plan, table, field, err);
}

/* Make the plan what a change says that it was made from; applying says what is
 * not known. */
static bool put_back(struct plan *plan, const struct change *change,
                     struct err *err)
{
    int table = plan_table_named(plan, change->table);
    if (table < 0)
        return true;
    if (change->define)
        return put_back_field(plan, change, table, err);
    int row = plan_find(plan, table, change->key);
    bool added = change->op == CHANGE_SET && change->old.kind == KIND_NONE;
    if (added && row < 0)
        return true;
    if (change->op == CHANGE_ADD)
        return row < 0 || plan_remove(plan, table, row, err);
    if (row < 0)
        row = plan_add_key(plan, table, change->key, err);
    if (row < 0 || change->op == CHANGE_REMOVE)
        return row >= 0;
    int field = schema_field(plan_schema(plan, table), change->field);
    return field < 0 || plan_set(plan, table, row, field, change->old, err);
}

/* The list without the fields that the plan has by now all the same. */
static struct changes *undefined(const struct changes *list,
                                 const struct plan *plan)
{
    struct changes *left = changes_new();
    for (int i = 0; i < list->n; i++) {
        const struct change *change = &list->change[i];
        int table = plan_table_named(plan, change->table);
        bool there =
            change->op == CHANGE_DEFINE && table >= 0 &&
            schema_field(plan_schema(plan, table), change->define->name) >= 0;
        if (!there)
            changes_push(left, *change);
    }
    return left;
}

struct plan *changes_rebase(const struct changes *list, const char *name,
                            const struct plan *onto, enum rebase policy,
                            struct conflicts *conflicts, struct err *err)
{
    struct plan *base = plan_fork(onto, plan_name(onto));
    struct plan *result = NULL;
    bool ok = true;
    *conflicts = (struct conflicts){ 0 };
    /* Backwards: a row that was added is set before, and unset first. */
    for (int i = list->n - 1; ok && i >= 0; i--)
        ok = put_back(base, &list->change[i], err);
    struct plan *fork = plan_fork(base, name);
    struct changes *left = undefined(list, base);
    if (ok && changes_apply(fork, left, err))
        result = plan_rebase(fork, onto, policy, conflicts, err);
    changes_free(left);
    plan_free(fork);
    plan_free(base);
    return result;
}
