#include "core/io/heading.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/fold.h"
#include "core/base/nearest.h"

/* The two parts of "name [unit]". */
struct parts {
    struct text name, unit;
    bool has_unit;
};

/* The size of a text without the blanks at its end. */
static size_t trimmed(const char *text, size_t size)
{
    while (size > 0 && strchr(" \t\r\n", text[size - 1]))
        size--;
    return size;
}

/* marks: the two that stand around a unit, "[]" or "()". */
static struct parts parts_of(const char *text, const char *marks)
{
    struct parts parts = { TEXT_INIT, TEXT_INIT, false };
    size_t end = trimmed(text, strlen(text)), open = end;
    if (end > 0 && text[end - 1] == marks[1]) {
        while (open > 0 && text[open - 1] != marks[0])
            open--;
        parts.has_unit = open > 0;
    }
    if (parts.has_unit)
        text_put(&parts.unit, text + open, end - 1 - open);
    text_put(&parts.name, text, trimmed(text, parts.has_unit ? open - 1 : end));
    return parts;
}

static void parts_release(struct parts *parts)
{
    text_release(&parts->name);
    text_release(&parts->unit);
}

static bool in_aliases(const char *name, const char *aliases)
{
    struct text alias = TEXT_INIT;
    bool found = false;
    while (aliases && *aliases && !found) {
        size_t size = strcspn(aliases, "|");
        text_clear(&alias);
        text_put(&alias, aliases, size);
        found = fold_same(name, alias.bytes);
        aliases += size + (aliases[size] == '|');
    }
    text_release(&alias);
    return found;
}

enum rank { BY_NAME, BY_LABEL, BY_ALIAS, RANKS };

static bool matches(const struct field *field, const char *name, enum rank rank)
{
    if (rank == BY_NAME)
        return fold_same(name, field->name);
    if (rank == BY_LABEL)
        return (field->en && fold_same(name, field->en)) ||
               (field->vi && fold_same(name, field->vi));
    return in_aliases(name, field->aliases);
}

static const char *nearest_field(const struct schema *schema, const char *name)
{
    struct nearest nearest = nearest_to(name);
    for (int f = 0; f < schema->nfields; f++) {
        const struct field *field = &schema->field[f];
        if (field_calculated(field))
            continue;
        nearest_try(&nearest, field->name);
        if (field->en)
            nearest_try_as(&nearest, field->en, field->name);
        if (field->vi)
            nearest_try_as(&nearest, field->vi, field->name);
    }
    return nearest.best;
}

static bool find_field(const struct schema *schema, const char *name,
                       int *found, struct err *err)
{
    *found = -1;
    for (int rank = BY_NAME; rank < RANKS && *found < 0; rank++) {
        for (int f = 0; f < schema->nfields; f++) {
            if (!matches(&schema->field[f], name, (enum rank)rank))
                continue;
            if (*found >= 0)
                return err_set(err, ERR_UNKNOWN,
                               "'%s' may be %s or %s; use the field's name",
                               name, schema->field[*found].name,
                               schema->field[f].name);
            *found = f;
        }
    }
    if (*found >= 0)
        return true;
    err_set(err, ERR_UNKNOWN, "%s has no field '%s'", schema->name, name);
    const char *near = nearest_field(schema, name);
    return near ? err_hint(err, "is '%s' meant?", near)
                : err_hint(err, "rename the column or take it out; ccn "
                                "describe md lists the fields");
}

/* The unit in which the plan keeps the field, as a factor on field->unit. */
static int kept_tens(const struct field *field, struct err *err)
{
    struct factor factor = { .times = 1 };
    if (field->kind != KIND_AREA)
        return 0;
    unit_factor(field->unit, "m2", &factor, err);
    return factor.tens + 1; /* tenths of m2 */
}

bool heading_is_number(const struct field *field)
{
    enum kind kind = field->kind;
    return kind == KIND_REAL || kind == KIND_WHOLE || kind == KIND_MONEY ||
           kind == KIND_AREA;
}

static bool find_factor(const struct field *field, const struct parts *parts,
                        struct factor *factor, struct err *err)
{
    *factor = (struct factor){ .times = 1 };
    if (parts->has_unit && !heading_is_number(field))
        return err_set(err, ERR_TYPE, "%s has no unit, so '[%s]' means nothing",
                       field->name, parts->unit.bytes);
    if (parts->has_unit &&
        !unit_factor(parts->unit.bytes, field->unit, factor, err))
        return err_in(err, "%s", field->name);
    factor->tens += kept_tens(field, err);
    return true;
}

static bool read_with(const struct schema *schema, const char *text,
                      const char *marks, struct heading *heading,
                      struct err *err)
{
    struct parts parts = parts_of(text, marks);
    struct heading got = { 0 };
    bool good = find_field(schema, parts.name.bytes, &got.field, err);
    const struct field *field = good ? &schema->field[got.field] : NULL;
    if (good && field_calculated(field))
        good = err_set(err, ERR_READONLY,
                       "%s is calculated; leave this column out", field->name);
    good = good && find_factor(field, &parts, &got.factor, err);
    parts_release(&parts);
    if (good)
        *heading = got;
    return good;
}

/* "Area (m2)" is read as "Area [m2]" where no field is called that. */
bool heading_read(const struct schema *schema, const char *text,
                  struct heading *heading, struct err *err)
{
    struct err other;
    return read_with(schema, text, "[]", heading, err) ||
           (err->code == ERR_UNKNOWN && strchr(text, '(') &&
            read_with(schema, text, "()", heading, &other));
}

void heading_write(const struct field *field, struct text *out)
{
    bool unit = heading_is_number(field) && *field->unit;
    text_add(out, unit ? "%s [%s]" : "%s", field->name, field->unit);
}
