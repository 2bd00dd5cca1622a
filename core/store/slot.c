#include "core/store/slot.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/data/shape.h"
#include "core/store/db.h"

/* The key of the row that a reference names. */
static const char *key_of(const struct plan *plan, const struct field *field,
                          struct value value)
{
    return table_key(plan_table(plan, field->refers - 1), (int)value.whole);
}

static void bind_kept(sqlite3_stmt *statement, int parameter, const char *kept)
{
    sqlite3_bind_text(statement, parameter, kept, (int)intern_size(kept),
                      SQLITE_STATIC);
}

void slot_bind(sqlite3_stmt *statement, int parameter, const struct plan *plan,
               int table, int row, int number)
{
    const struct field *field = &plan_schema(plan, table)->field[number];
    struct value value = plan_get(plan, table, row, number);
    char date[11];
    switch (value.kind) {
    case KIND_NONE:
        sqlite3_bind_null(statement, parameter);
        break;
    case KIND_REAL:
        sqlite3_bind_double(statement, parameter, value.real);
        break;
    case KIND_TEXT:
    case KIND_SET:
        bind_kept(statement, parameter, value.text);
        break;
    case KIND_REF:
        bind_kept(statement, parameter, key_of(plan, field, value));
        break;
    case KIND_CHOICE:
        sqlite3_bind_text(statement, parameter, field->choices[value.whole], -1,
                          SQLITE_STATIC);
        break;
    case KIND_SHAPE:
        sqlite3_bind_blob(statement, parameter, value.text,
                          (int)shape_size(value.text), SQLITE_STATIC);
        break;
    case KIND_DATE:
        date_format(value.whole, date);
        sqlite3_bind_text(statement, parameter, date, 10, SQLITE_TRANSIENT);
        break;
    default:
        sqlite3_bind_int64(statement, parameter, value.whole);
    }
}

/* What SQLite should hold for a kind. */
static int storage_of(enum kind kind)
{
    static const int storage[KINDS] = {
        [KIND_REAL] = SQLITE_FLOAT,    [KIND_WHOLE] = SQLITE_INTEGER,
        [KIND_MONEY] = SQLITE_INTEGER, [KIND_AREA] = SQLITE_INTEGER,
        [KIND_TEXT] = SQLITE_TEXT,     [KIND_CHOICE] = SQLITE_TEXT,
        [KIND_SET] = SQLITE_TEXT,      [KIND_DATE] = SQLITE_TEXT,
        [KIND_FLAG] = SQLITE_INTEGER,  [KIND_REF] = SQLITE_TEXT,
        [KIND_SHAPE] = SQLITE_BLOB,
    };
    return storage[kind];
}

static bool read_text(sqlite3_stmt *statement, int column,
                      const struct field *field, struct value *value,
                      struct err *err)
{
    const char *text = db_column(statement, column);
    size_t size = (size_t)sqlite3_column_bytes(statement, column);
    if (memchr(text, '\0', size))
        return err_set(err, ERR_FORMAT, "%s holds a zero byte", field->name);
    *value = value_text(text);
    return true;
}

static bool read_shape(sqlite3_stmt *statement, int column, struct value *value,
                       struct err *err)
{
    const void *bytes = sqlite3_column_blob(statement, column);
    size_t size = (size_t)sqlite3_column_bytes(statement, column);
    const char *shape = shape_from_gpkg(bytes ? bytes : "", size, err);
    *value = (struct value){ .kind = KIND_SHAPE, .text = shape };
    return shape != NULL;
}

bool slot_read(sqlite3_stmt *statement, int column, const struct field *field,
               struct value *value, struct err *err)
{
    int type = sqlite3_column_type(statement, column);
    *value = value_none();
    if (type == SQLITE_NULL)
        return true;
    bool real = field->kind == KIND_REAL && type == SQLITE_INTEGER;
    if (type != storage_of(field->kind) && !real)
        return err_set(err, ERR_FORMAT, "%s is of the wrong type", field->name);

    bool ok = true;
    if (type == SQLITE_TEXT)
        ok = read_text(statement, column, field, value, err);
    else if (type == SQLITE_BLOB)
        ok = read_shape(statement, column, value, err);
    else if (field->kind == KIND_REAL)
        *value = value_real(sqlite3_column_double(statement, column));
    else
        *value =
            (struct value){ .kind = field->kind,
                            .whole = sqlite3_column_int64(statement, column) };
    if (ok && field->kind == KIND_REF)
        value->text = intern(value->text);
    return ok && (field->kind == KIND_REF || field_accept(field, value, err));
}
