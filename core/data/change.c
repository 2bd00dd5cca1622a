#include "core/data/change.h"

#include <sha256.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/say.h"

struct changes *changes_new(void)
{
    return mem_new(1, sizeof(struct changes));
}

void changes_free(struct changes *list)
{
    if (!list)
        return;
    free(list->change);
    free(list);
}

void changes_push(struct changes *list, struct change change)
{
    if (list->n == list->room) {
        list->room = list->room ? 2 * list->room : 16;
        list->change =
            mem_grow(list->change, (size_t)list->room, sizeof *list->change);
    }
    list->change[list->n++] = change;
}

struct changes *changes_invert(const struct changes *list)
{
    static const enum change_op inverse_of[CHANGE_OPS] = {
        [CHANGE_DEFINE] = CHANGE_UNDEFINE, [CHANGE_ADD] = CHANGE_REMOVE,
        [CHANGE_SET] = CHANGE_SET,         [CHANGE_REMOVE] = CHANGE_ADD,
        [CHANGE_UNDEFINE] = CHANGE_DEFINE,
    };
    struct changes *inverse = changes_new();
    for (int i = list->n - 1; i >= 0; i--) {
        struct change change = list->change[i];
        struct value old = change.old;
        change.old = change.new;
        change.new = old;
        change.op = inverse_of[change.op];
        changes_push(inverse, change);
    }
    return inverse;
}

/* The name of its field, NULL where it has none. */
static const char *field_of(const struct change *change)
{
    return change->define ? change->define->name : change->field;
}

/* Where a change is, in the plan it is applied to. */
struct place {
    int table, row, field;
};

static bool find_place(const struct plan *plan, const struct change *change,
                       struct place *place, struct err *err)
{
    place->row = place->field = -1;
    place->table = plan_table_named(plan, change->table);
    if (place->table < 0)
        return err_set(err, ERR_UNKNOWN, "there is no table '%.60s'",
                       change->table);
    if (change->op == CHANGE_DEFINE || change->op == CHANGE_ADD)
        return true;
    if (change->op != CHANGE_UNDEFINE)
        place->row = plan_find(plan, place->table, change->key);
    if (change->op != CHANGE_UNDEFINE && place->row < 0)
        return err_set(err, ERR_MOVED, "there is no %s '%.80s'", change->table,
                       change->key);
    if (change->op == CHANGE_REMOVE)
        return true;
    const char *name = field_of(change);
    place->field = schema_field(plan_schema(plan, place->table), name);
    if (place->field < 0)
        return err_set(err, ERR_UNKNOWN, "%s has no field '%.60s'",
                       change->table, name);
    return true;
}

static bool apply_set(struct plan *plan, const struct change *change,
                      const struct place *place, struct err *err)
{
    struct value now = plan_value(plan, place->table, place->row, place->field);
    if (!value_equal(now, change->old))
        return err_set(err, ERR_MOVED,
                       "%s '%.80s': %s is not what the change expects",
                       change->table, change->key, change->field);
    return plan_set(plan, place->table, place->row, place->field, change->new,
                    err);
}

static bool apply_one(struct plan *plan, const struct change *change,
                      struct err *err)
{
    struct place place;
    if (!find_place(plan, change, &place, err))
        return false;
    switch (change->op) {
    case CHANGE_DEFINE:
        return plan_define(plan, place.table, change->define, err);
    case CHANGE_ADD:
        return plan_add_key(plan, place.table, change->key, err) >= 0;
    case CHANGE_SET:
        return apply_set(plan, change, &place, err);
    case CHANGE_UNDEFINE:
        return plan_undefine(plan, place.table, place.field, err);
    default:
        return plan_remove(plan, place.table, place.row, err);
    }
}

static bool apply(struct plan *plan, const struct changes *list, bool thaw,
                  struct err *err)
{
    struct plan *trial = plan_fork(plan, plan_name(plan));
    if (thaw)
        plan_thaw(trial);
    for (int i = 0; i < list->n; i++) {
        if (!apply_one(trial, &list->change[i], err)) {
            plan_free(trial);
            return err_in(err, "change %d of %d", i + 1, list->n);
        }
    }
    return plan_adopt(plan, trial, err);
}

bool changes_apply(struct plan *plan, const struct changes *list,
                   struct err *err)
{
    return apply(plan, list, false, err);
}

bool changes_restore(struct plan *plan, const struct changes *list,
                     struct err *err)
{
    return apply(plan, list, true, err);
}

/* A text of many lines by its hash; false: it is none. */
static bool print_long(struct value value, struct text *out)
{
    enum { LONG = 200 };
    char digest[SHA256_DIGEST_STRING_LENGTH];
    if (value.kind != KIND_TEXT || intern_size(value.text) < LONG ||
        !strchr(value.text, '\n'))
        return false;
    SHA256Data((const uint8_t *)value.text, intern_size(value.text), digest);
    text_add(out, say("%zu bytes of text, SHA-256 %.12s"),
             intern_size(value.text), digest);
    return true;
}

static void print_value(const struct field *field, struct value value,
                        struct text *out)
{
    if (value.kind == KIND_NONE) {
        text_add(out, "%s", say("not known"));
        return;
    }
    if (print_long(value, out))
        return;
    field_text(field, value, out);
    if (*field->unit)
        text_add(out, " %s", field->unit);
}

void change_print(const struct plan *plan, const struct change *change,
                  struct text *out)
{
    static const char *const mark[CHANGE_OPS] = { [CHANGE_DEFINE] = "+ ",
                                                  [CHANGE_ADD] = "+ ",
                                                  [CHANGE_SET] = "",
                                                  [CHANGE_REMOVE] = "- ",
                                                  [CHANGE_UNDEFINE] = "- " };
    text_add(out, "%s%s", mark[change->op], change->table);
    if (change->key)
        text_add(out, " '%s'", change->key);
    if (change->define)
        text_add(out, ".%s", change->define->name);
    if (change->op != CHANGE_SET)
        return;

    bool was = change->old.kind != KIND_NONE;
    const struct field unknown = { .name = change->field,
                                   .kind = was ? change->old.kind
                                               : change->new.kind,
                                   .unit = "" };
    int table = plan_table_named(plan, change->table);
    const struct schema *schema = table < 0 ? NULL : plan_schema(plan, table);
    int number = schema ? schema_field(schema, change->field) : -1;
    const struct field *field = number < 0 ? &unknown : &schema->field[number];
    text_add(out, ": %s ", change->field);
    print_value(field, change->old, out);
    text_add(out, " -> ");
    print_value(field, change->new, out);
}

void changes_outline(const struct changes *list, struct text *out)
{
    for (int i = 0; i < list->n; i++) {
        const struct change *change = &list->change[i];
        static const char *const op[CHANGE_OPS] = { "define", "add", "set",
                                                    "remove", "undefine" };
        text_add(out, "%s%s %s", i ? "\n" : "", op[change->op], change->table);
        if (change->key)
            text_add(out, " '%s'", change->key);
        if (change->field)
            text_add(out, " %s", change->field);
    }
}
