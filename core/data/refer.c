#include "core/data/refer.h"

#include <string.h>

#include "core/data/accept.h"

static bool set_has(const char *set, const char *key)
{
    char name[480];
    for (const char *at = set; set_next(&at, name, sizeof name);) {
        if (strcmp(name, key) == 0)
            return true;
    }
    return false;
}

/* The first row of a table that refers to this one through this field; self:
 * the row itself when it is of the same table, else -1. */
static int referring(const struct table *table, int field, int row, int self,
                     const char *key)
{
    bool by_name = table_schema(table)->field[field].kind == KIND_SET;
    for (int i = 0; i < table_rows(table); i++) {
        struct value value = table_get(table, i, field);
        if (value.kind == KIND_NONE || i == self)
            continue;
        if (by_name ? set_has(value.text, key) : value.whole == row)
            return i;
    }
    return -1;
}

bool refer_unused(const struct plan *plan, int table, int row, struct err *err)
{
    const char *key = table_key(plan_table(plan, table), row);
    for (int t = 0; t < plan_tables(plan); t++) {
        const struct table *from = plan_table(plan, t);
        for (int i = 1; i < table_schema(from)->nfields; i++) {
            if (table_schema(from)->field[i].refers != table + 1)
                continue;
            int self = t == table ? row : -1;
            int user = referring(from, i, row, self, key);
            if (user >= 0)
                return err_set(err, ERR_EXISTS,
                               "%s '%.80s' still refers to it by %s",
                               table_schema(from)->name, table_key(from, user),
                               table_schema(from)->field[i].name);
        }
    }
    return true;
}

/* The key that was probably meant, or NULL.  Of many rows none is looked for:
 * an import may ask for each of its lines. */
static const char *nearest(const struct plan *plan, int table, const char *key)
{
    enum { ROWS_MOST = 512 };
    const struct table *rows = plan_table(plan, table);
    return table_rows(rows) <= ROWS_MOST ? table_nearest(rows, key) : NULL;
}

static bool nobody(const struct plan *plan, const struct field *field,
                   const char *key, struct err *err)
{
    const char *table = plan_schema(plan, field->refers - 1)->name;
    const char *near = nearest(plan, field->refers - 1, key);
    err_set(err, ERR_UNKNOWN, "%s: there is no %s '%.80s'", field->name, table,
            key);
    return near ? err_hint(err, "is '%s' meant?", near)
                : err_hint(err, "add it to the table %s first", table);
}

bool refer_find(const struct plan *plan, const struct field *field,
                struct value *value, struct err *err)
{
    if (field->kind != KIND_REF)
        return true;
    if (value->kind == KIND_TEXT) {
        int row = plan_find(plan, field->refers - 1, value->text);
        if (row < 0)
            return nobody(plan, field, value->text, err);
        *value = value_ref(row);
    }
    if (value->kind == KIND_REF &&
        !table_has(plan_table(plan, field->refers - 1), (int)value->whole))
        return err_set(err, ERR_UNKNOWN, "%s refers to a row that is removed",
                       field->name);
    return true;
}

bool refer_find_all(const struct plan *plan, const struct field *field,
                    struct value value, struct err *err)
{
    if (field->kind != KIND_SET || !field->refers || value.kind != KIND_SET)
        return true;
    char name[480];
    for (const char *at = value.text; set_next(&at, name, sizeof name);) {
        if (plan_find(plan, field->refers - 1, name) < 0)
            return nobody(plan, field, name, err);
    }
    return true;
}
