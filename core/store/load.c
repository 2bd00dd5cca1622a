#include "core/store/load.h"

#include <stdint.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/data/accept.h"
#include "core/store/db.h"
#include "core/store/slot.h"
#include "core/store/sql.h"

/* While rows are read a reference holds the interned key of its row in place
 * of the row's number, which is not known yet. */
static struct value waiting(const char *key)
{
    return (struct value){ .kind = KIND_REF, .whole = (int64_t)(intptr_t)key };
}

static bool check_key(const struct plan *plan, int table,
                      const struct value *key, struct err *err)
{
    if (key->kind == KIND_NONE || strpbrk(key->text, ";\n"))
        return err_set(err, ERR_FORMAT, "a row has no proper key");
    if (table_find_kept(plan_table(plan, table), key->text) >= 0)
        return err_set(err, ERR_EXISTS, "there is a %s '%.80s' already",
                       plan_schema(plan, table)->name, key->text);
    return true;
}

static bool load_row(sqlite3_stmt *statement, struct plan *plan, int table,
                     struct table *to, struct err *err)
{
    const struct schema *schema = table_schema(to);
    struct value value;
    if (!slot_read(statement, 0, &schema->field[0], &value, err) ||
        !check_key(plan, table, &value, err))
        return err_in(err, "%s", schema->name);

    int row = table_add(to, value.text);
    for (int i = 1, column = 1; i < schema->nfields; i++) {
        const struct field *field = &schema->field[i];
        if (!sql_stored(field))
            continue;
        if (!slot_read(statement, column++, field, &value, err))
            return err_in(err, "%s '%.80s'", schema->name, table_key(to, row));
        if (value.kind == KIND_NONE)
            continue;
        table_put(to, row, i,
                  field->kind == KIND_REF ? waiting(value.text) : value);
    }
    return true;
}

static bool load_table(sqlite3 *db, struct plan *plan, int table,
                       struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    struct text sql = TEXT_INIT;
    text_add(&sql, "SELECT count(*) FROM ");
    db_name(&sql, schema->name);
    int64_t rows = db_number(db, sql.bytes, 0);
    text_clear(&sql);
    sql_select(schema, &sql);
    sqlite3_stmt *statement = db_prepare(db, sql.bytes, err);
    text_release(&sql);
    if (!statement)
        return err_in(err, "%s", schema->name);

    bool ok = rows < INT32_MAX / 2 ||
              err_set(err, ERR_RANGE, "%s has too many rows", schema->name);
    if (ok && rows > 0)
        plan_room(plan, table, (int)rows);
    struct table *to = plan_fill(plan, table);
    int got = 0;
    while (ok && (got = db_row(db, statement, err)) > 0)
        ok = load_row(statement, plan, table, to, err);
    sqlite3_finalize(statement);
    return ok && got == 0;
}

static bool no_row(const struct plan *plan, const struct table *from, int row,
                   const struct field *field, const char *key, struct err *err)
{
    err_set(err, ERR_UNKNOWN, "%s: there is no %s '%.80s'", field->name,
            plan_schema(plan, field->refers - 1)->name, key);
    return err_in(err, "%s '%.80s'", table_schema(from)->name,
                  table_key(from, row));
}

/* Put the rows where keys are waiting. */
static bool resolve(struct plan *plan, int table, int number, struct err *err)
{
    struct table *from = plan_fill(plan, table);
    const struct field *field = &table_schema(from)->field[number];
    const struct table *to = plan_table(plan, field->refers - 1);
    const char *last = NULL;
    int found = -1;
    for (int row = 0; row < table_rows(from); row++) {
        struct value value = table_get(from, row, number);
        if (value.kind == KIND_NONE)
            continue;
        const char *key = (const char *)(intptr_t)value.whole;
        if (key != last) {
            found = table_find_kept(to, key);
            last = key;
        }
        if (found < 0)
            return no_row(plan, from, row, field, key, err);
        table_put(from, row, number, value_ref(found));
    }
    return true;
}

static bool check_set(const struct plan *plan, const struct table *from,
                      int number, struct err *err)
{
    const struct field *field = &table_schema(from)->field[number];
    char name[480];
    for (int row = 0; row < table_rows(from); row++) {
        struct value value = table_get(from, row, number);
        if (value.kind == KIND_NONE)
            continue;
        for (const char *at = value.text; set_next(&at, name, sizeof name);) {
            if (plan_find(plan, field->refers - 1, name) < 0)
                return no_row(plan, from, row, field, name, err);
        }
    }
    return true;
}

static bool resolve_table(struct plan *plan, int table, struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    for (int i = 1; i < schema->nfields; i++) {
        const struct field *field = &schema->field[i];
        if (field->kind == KIND_REF && !resolve(plan, table, i, err))
            return false;
        if (field->kind == KIND_SET && field->refers &&
            !check_set(plan, plan_table(plan, table), i, err))
            return false;
    }
    return true;
}

bool load_plan(sqlite3 *db, struct plan *plan, struct err *err)
{
    for (int table = 0; table < plan_tables(plan); table++) {
        if (!load_table(db, plan, table, err))
            return false;
    }
    for (int table = 0; table < plan_tables(plan); table++) {
        if (!resolve_table(plan, table, err))
            return false;
    }
    plan_filled(plan);
    return true;
}
