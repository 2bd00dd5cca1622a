#include "core/data/plan.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/text.h"
#include "core/data/accept.h"
#include "core/data/refer.h"
#include "core/data/total.h"

struct plan {
    const char *name;
    uint64_t revision;
    struct plan *base;     /* NULL when it is no fork */
    struct totals *totals; /* shared with all its forks */
    bool thawed;
    int ntables;
    struct table *table[];
};

/* No two states of any plans have the same number, so equal numbers are equal
 * contents.  It orders nothing that a user sees. */
static uint64_t next_revision(void)
{
    static atomic_uint_fast64_t last;
    return atomic_fetch_add(&last, 1) + 1;
}

static struct plan *plan_alloc(const char *name, int ntables)
{
    size_t tables = (size_t)ntables * sizeof(struct table *);
    struct plan *plan = mem_new(1, sizeof *plan + tables);
    plan->name = name;
    plan->ntables = ntables;
    return plan;
}

struct plan *plan_new(const char *name, const struct schema *const schemas[],
                      int nschemas)
{
    struct plan *plan = plan_alloc(intern(name), nschemas);
    plan->revision = next_revision();
    plan->totals = totals_new(schemas, nschemas);
    for (int i = 0; i < nschemas; i++)
        plan->table[i] = table_new(schemas[i]);
    return plan;
}

/* The same contents, once more. */
static struct plan *snapshot(const struct plan *from, const char *name)
{
    struct plan *plan = plan_alloc(name, from->ntables);
    plan->revision = from->revision;
    plan->totals = totals_share(from->totals);
    for (int i = 0; i < plan->ntables; i++)
        plan->table[i] = table_share(from->table[i]);
    return plan;
}

struct plan *plan_fork(const struct plan *from, const char *name)
{
    struct plan *plan = snapshot(from, intern(name));
    plan->base = snapshot(from, from->name);
    return plan;
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    plan_free(plan->base);
    for (int i = 0; i < plan->ntables; i++)
        table_drop(plan->table[i]);
    totals_drop(plan->totals);
    free(plan);
}

bool plan_adopt(struct plan *plan, struct plan *fork, struct err *err)
{
    assert(fork->base && plan->ntables == fork->ntables);
    if (plan->revision != fork->base->revision)
        return err_set(err, ERR_MOVED,
                       "'%s' has changed since '%s' was forked from it; "
                       "rebase the fork first",
                       plan->name, fork->name);
    for (int i = 0; i < plan->ntables; i++) {
        struct table *old = plan->table[i];
        plan->table[i] = fork->table[i];
        fork->table[i] = old;
    }
    plan->revision = fork->revision;
    plan_free(fork);
    return true;
}

/* Questions */

const char *plan_name(const struct plan *plan)
{
    return plan->name;
}

int plan_tables(const struct plan *plan)
{
    return plan->ntables;
}

const struct table *plan_table(const struct plan *plan, int table)
{
    assert(0 <= table && table < plan->ntables);
    return plan->table[table];
}

const struct schema *plan_schema(const struct plan *plan, int table)
{
    return table_schema(plan_table(plan, table));
}

int plan_table_named(const struct plan *plan, const char *name)
{
    for (int i = 0; i < plan->ntables; i++) {
        if (strcmp(plan_schema(plan, i)->name, name) == 0)
            return i;
    }
    return -1;
}

uint64_t plan_revision(const struct plan *plan)
{
    return plan->revision;
}

const struct plan *plan_base(const struct plan *plan)
{
    return plan->base ? plan->base : plan;
}

int plan_find(const struct plan *plan, int table, const char *key)
{
    return table_find(plan_table(plan, table), key);
}

struct value plan_get(const struct plan *plan, int table, int row, int field)
{
    const struct table *from = plan_table(plan, table);
    const struct field *what = &table_schema(from)->field[field];
    return what->derive ? what->derive(plan, row) : table_get(from, row, field);
}

struct value plan_value(const struct plan *plan, int table, int row, int field)
{
    const struct field *what = &plan_schema(plan, table)->field[field];
    struct value value = plan_get(plan, table, row, field);
    if (value.kind == KIND_REF)
        return value_text(
            table_key(plan_table(plan, what->refers - 1), (int)value.whole));
    if (value.kind == KIND_CHOICE)
        return value_text(intern(what->choices[value.whole]));
    return value;
}

void plan_text(const struct plan *plan, int table, int row, int field,
               struct text *out)
{
    const struct field *what = &plan_schema(plan, table)->field[field];
    field_text(what, plan_value(plan, table, row, field), out);
}

/* Changes */

static struct table *for_writing(struct plan *plan, int table)
{
    plan->table[table] = table_own(plan->table[table]);
    plan->revision = next_revision();
    return plan->table[table];
}

static bool check(const struct plan *plan, int table, int field,
                  struct value *value, struct err *err)
{
    const struct field *what = &plan_schema(plan, table)->field[field];
    return refer_find(plan, what, value, err) &&
           field_accept(what, value, err) &&
           refer_find_all(plan, what, *value, err);
}

static bool check_key(const struct plan *plan, int table, struct value *key,
                      struct err *err)
{
    const struct field *field = plan_schema(plan, table)->field;
    if (key->kind == KIND_NONE)
        return err_set(err, ERR_TYPE, "%s must be a text", field->name);
    if (!field_accept(field, key, err))
        return false;
    if (strchr(key->text, ';') || strchr(key->text, '\n'))
        return err_set(err, ERR_TYPE, "a key must not hold ; or line breaks");
    if (plan_find(plan, table, key->text) >= 0)
        return err_set(err, ERR_EXISTS, "there is a %s '%.80s' already",
                       plan_schema(plan, table)->name, key->text);
    return true;
}

/* Write one cell and keep the totals that rest on it right. */
static void put(struct plan *plan, int table, int row, int field,
                struct value value)
{
    for_writing(plan, table);
    bool summed = totals_rest_on(plan->totals, table, field);
    if (summed)
        totals_add(plan->totals, plan->table, table, row, -1);
    table_put(plan->table[table], row, field, value);
    if (summed)
        totals_add(plan->totals, plan->table, table, row, 1);
}

int plan_add_key(struct plan *plan, int table, const char *key, struct err *err)
{
    struct value value = key ? value_text(key) : value_none();
    if (!check_key(plan, table, &value, err)) {
        err_in(err, "new %s", plan_schema(plan, table)->name);
        return -1;
    }
    return table_add(for_writing(plan, table), value.text);
}

int plan_add(struct plan *plan, int table, const struct value values[],
             struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    struct value checked[FIELDS_MAX];

    checked[0] = values[0];
    bool ok = check_key(plan, table, &checked[0], err);
    for (int i = 1; ok && i < schema->nfields; i++) {
        checked[i] = values[i];
        if (values[i].kind != KIND_NONE)
            ok = check(plan, table, i, &checked[i], err);
    }
    if (!ok) {
        if (checked[0].kind == KIND_TEXT)
            err_in(err, "new %s '%.80s'", schema->name, checked[0].text);
        else
            err_in(err, "new %s", schema->name);
        return -1;
    }

    int row = table_add(for_writing(plan, table), checked[0].text);
    for (int i = 1; i < schema->nfields; i++) {
        if (checked[i].kind != KIND_NONE)
            put(plan, table, row, i, checked[i]);
    }
    return row;
}

static bool refuse(const struct plan *plan, int table, int row, struct err *err)
{
    return err_in(err, "%s '%.80s'", plan_schema(plan, table)->name,
                  table_key(plan_table(plan, table), row));
}

/* Whether a row stays as it is: a field that freezes is known.  Fields of one's
 * own are free; field -1 is the row as a whole. */
static bool is_frozen(const struct plan *plan, int table, int row, int field,
                      struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    if (plan->thawed ||
        (field >= 0 && strncmp(schema->field[field].name, "x_", 2) == 0))
        return false;
    for (int i = 1; i < schema->nfields; i++) {
        if (!schema->field[i].freezes ||
            table_get(plan->table[table], row, i).kind == KIND_NONE)
            continue;
        struct text text = TEXT_INIT;
        plan_text(plan, table, row, i, &text);
        err_set(err, ERR_READONLY, "it is frozen (%s %s); add a new version",
                schema->field[i].name, text.bytes);
        text_release(&text);
        return true;
    }
    return false;
}

void plan_thaw(struct plan *plan)
{
    plan->thawed = true;
}

bool plan_set(struct plan *plan, int table, int row, int field,
              struct value value, struct err *err)
{
    assert(table_has(plan_table(plan, table), row));
    if (field == 0) {
        err_set(err, ERR_READONLY,
                "the key cannot be changed; add a new row instead");
        return refuse(plan, table, row, err);
    }
    if (!check(plan, table, field, &value, err))
        return refuse(plan, table, row, err);
    if (value_equal(table_get(plan->table[table], row, field), value))
        return true;
    if (is_frozen(plan, table, row, field, err))
        return refuse(plan, table, row, err);
    put(plan, table, row, field, value);
    return true;
}

bool plan_remove(struct plan *plan, int table, int row, struct err *err)
{
    assert(table_has(plan_table(plan, table), row));
    if (!refer_unused(plan, table, row, err) ||
        is_frozen(plan, table, row, -1, err))
        return refuse(plan, table, row, err);
    struct table *from = for_writing(plan, table);
    for (int i = 1; i < table_schema(from)->nfields; i++) {
        if (!field_calculated(&table_schema(from)->field[i]))
            put(plan, table, row, i, value_none());
    }
    table_remove(for_writing(plan, table), row);
    return true;
}

bool plan_define(struct plan *plan, int table, const struct field *field,
                 struct err *err)
{
    const struct schema *schema =
        schema_extend(plan_schema(plan, table), field, err);
    if (!schema)
        return err_in(err, "new field of %s", plan_schema(plan, table)->name);
    table_extend(for_writing(plan, table), schema);
    return true;
}

int plan_known(const struct plan *plan, int table, int field)
{
    const struct table *rows = plan_table(plan, table);
    for (int row = 0; row < table_rows(rows); row++) {
        if (table_has(rows, row) &&
            plan_get(plan, table, row, field).kind != KIND_NONE)
            return row;
    }
    return -1;
}

bool plan_undefine(struct plan *plan, int table, int field, struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    const char *name = schema->field[field].name;
    if (strncmp(name, "x_", 2) != 0)
        return err_set(err, ERR_READONLY, "%s.%s is no field of one's own",
                       schema->name, name);
    int row = plan_known(plan, table, field);
    if (row >= 0)
        return err_set(
            err, ERR_MOVED, "the field %s.%s is in use: '%.80s' has a value",
            schema->name, name, table_key(plan_table(plan, table), row));
    table_narrow(for_writing(plan, table), schema_without(schema, field),
                 field);
    return true;
}

void plan_room(struct plan *plan, int table, int rows)
{
    if (rows > table_rows(plan->table[table]))
        table_room(for_writing(plan, table), rows);
}

struct table *plan_fill(struct plan *plan, int table)
{
    return for_writing(plan, table);
}

void plan_filled(struct plan *plan)
{
    for (int table = 0; table < plan->ntables; table++) {
        if (!totals_rest_on(plan->totals, table, -1))
            continue;
        for (int row = 0; row < table_rows(plan->table[table]); row++)
            totals_add(plan->totals, plan->table, table, row, 1);
    }
}
