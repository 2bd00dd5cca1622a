#include "core/store/sql.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/store/db.h"

bool sql_stored(const struct field *field)
{
    return !field_calculated(field);
}

int sql_shape(const struct schema *schema)
{
    for (int i = 0; i < schema->nfields; i++) {
        if (schema->field[i].kind == KIND_SHAPE)
            return i;
    }
    return -1;
}

static const char *type_of(enum kind kind)
{
    static const char *const types[KINDS] = {
        [KIND_REAL] = "REAL",      [KIND_WHOLE] = "INTEGER",
        [KIND_MONEY] = "INTEGER",  [KIND_AREA] = "INTEGER",
        [KIND_TEXT] = "TEXT",      [KIND_CHOICE] = "TEXT",
        [KIND_SET] = "TEXT",       [KIND_DATE] = "TEXT",
        [KIND_FLAG] = "INTEGER",   [KIND_REF] = "TEXT",
        [KIND_SHAPE] = "GEOMETRY",
    };
    return types[kind];
}

static void add_limit(const struct field *field, double limit, struct text *out)
{
    char number[32];
    if (field->kind == KIND_REAL) {
        text_number(limit, number);
        text_add(out, "%s", number);
        return;
    }
    double scale = 1;
    if (field->kind == KIND_AREA)
        scale = strcmp(field->unit, "m2") == 0 ? AREA_M2 : AREA_HA;
    limit *= scale;
    int64_t whole = limit >= 0x1p63    ? INT64_MAX
                    : limit <= -0x1p63 ? INT64_MIN
                                       : (int64_t)limit;
    text_add(out, "%" PRId64, whole);
}

/* Not x IN (...): SQLite would make a table of the list for every row. */
static void add_choices(const struct field *field, struct text *out)
{
    text_add(out, " CHECK (");
    for (int i = 0; field->choices[i]; i++) {
        text_add(out, "%s", i ? " OR " : "");
        db_name(out, field->name);
        text_add(out, " = ");
        db_text(out, field->choices[i]);
    }
    text_add(out, ")");
}

static void add_check(const struct field *field, struct text *out)
{
    if (field->min < field->max) {
        text_add(out, " CHECK (");
        db_name(out, field->name);
        text_add(out, " BETWEEN ");
        add_limit(field, field->min, out);
        text_add(out, " AND ");
        add_limit(field, field->max, out);
        text_add(out, ")");
    }
    if (field->kind == KIND_CHOICE)
        add_choices(field, out);
    if (field->kind == KIND_FLAG) {
        text_add(out, " CHECK (");
        db_name(out, field->name);
        text_add(out, " IN (0, 1))");
    }
}

static void add_column(const struct schema *const schemas[],
                       const struct field *field, struct text *out)
{
    db_name(out, field->name);
    text_add(out, " %s", type_of(field->kind));
    add_check(field, out);
    if (field->kind == KIND_REF) {
        text_add(out, " REFERENCES ");
        db_name(out, schemas[field->refers - 1]->name);
        text_add(out, " (");
        db_name(out, schemas[field->refers - 1]->field[0].name);
        text_add(out, ") DEFERRABLE INITIALLY DEFERRED");
    }
}

void sql_create(const struct schema *const schemas[], int n, int table,
                struct text *out)
{
    (void)n;
    const struct schema *schema = schemas[table];
    text_add(out, "CREATE TABLE ");
    db_name(out, schema->name);
    text_add(out, " (\n    fid INTEGER PRIMARY KEY,\n    ");
    db_name(out, schema->field[0].name);
    text_add(out, " TEXT NOT NULL");
    for (int i = 1; i < schema->nfields; i++) {
        if (!sql_stored(&schema->field[i]))
            continue;
        text_add(out, ",\n    ");
        add_column(schemas, &schema->field[i], out);
    }
    text_add(out, "\n)%s;\n", sql_shape(schema) < 0 ? " STRICT" : "");
}

void sql_index(const struct schema *schema, struct text *out)
{
    text_add(out, "CREATE UNIQUE INDEX \"%s_key\" ON ", schema->name);
    db_name(out, schema->name);
    text_add(out, " (");
    db_name(out, schema->field[0].name);
    text_add(out, ");\n");
}

static int add_names(const struct schema *schema, struct text *out)
{
    int n = 0;
    for (int i = 0; i < schema->nfields; i++) {
        if (!sql_stored(&schema->field[i]))
            continue;
        text_add(out, "%s", n++ ? ", " : "");
        db_name(out, schema->field[i].name);
    }
    return n;
}

void sql_select(const struct schema *schema, struct text *out)
{
    text_add(out, "SELECT ");
    add_names(schema, out);
    text_add(out, " FROM ");
    db_name(out, schema->name);
    text_add(out, " ORDER BY fid");
}

void sql_insert(const struct schema *schema, struct text *out)
{
    text_add(out, "INSERT INTO ");
    db_name(out, schema->name);
    text_add(out, " (fid, ");
    int n = add_names(schema, out);
    text_add(out, ") VALUES (?");
    for (int i = 0; i < n; i++)
        text_add(out, ", ?");
    text_add(out, ")");
}
