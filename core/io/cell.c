#include "core/io/cell.h"

#include <string.h>

#include "core/base/fold.h"
#include "core/io/export.h"

static bool read_number(const struct field *field, struct factor factor,
                        const struct number *number, struct value *value,
                        struct err *err)
{
    static const char *const finest[KINDS] = {
        [KIND_MONEY] = "1 VND", [KIND_AREA] = "0.1 m²"
    };
    value->kind = field->kind;
    if (field->kind == KIND_REAL)
        return number_real(number, factor.times, factor.tens, &value->real,
                           err);
    return number_whole(number, factor.times, factor.tens, finest[field->kind],
                        &value->whole, err);
}

/* Exact names first: they are the rule, and quick. */
static const char *choice_of(const struct field *field, const char *cell)
{
    const char *const *vi = field->choices_vi;
    for (int i = 0; field->choices[i]; i++) {
        if (strcmp(field->choices[i], cell) == 0)
            return field->choices[i];
    }
    for (int i = 0; field->choices[i]; i++) {
        if (vi && strcmp(vi[i], cell) == 0)
            return field->choices[i];
    }
    for (int i = 0; field->choices[i]; i++) {
        if (fold_same(field->choices[i], cell) ||
            (vi && fold_same(vi[i], cell)))
            return field->choices[i];
    }
    return cell;
}

static bool is_one_of(const char *cell, const char *const names[],
                      bool (*same)(const char *, const char *))
{
    for (int i = 0; names[i]; i++) {
        if (same(cell, names[i]))
            return true;
    }
    return false;
}

static bool same_bytes(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* As with choices, exact names first. */
static bool read_flag(const char *cell, struct value *value, struct err *err)
{
    static const char *const no[] = { "false", "0", "no", "không", NULL };
    static const char *const yes[] = { "true", "1", "yes", "có", NULL };
    bool is_yes = is_one_of(cell, yes, same_bytes);
    bool is_no = !is_yes && is_one_of(cell, no, same_bytes);
    is_yes = is_yes || (!is_no && is_one_of(cell, yes, fold_same));
    is_no = is_no || (!is_yes && is_one_of(cell, no, fold_same));
    if (!is_yes && !is_no)
        return err_set(err, ERR_TYPE,
                       "not yes or no (1, 0, true, false, có, không)");
    *value = value_flag(is_yes);
    return true;
}

bool cell_read(const struct field *field, struct factor factor,
               enum decimal decimal, const char *cell, struct value *value,
               struct err *err)
{
    struct number number;
    if (!*cell) {
        *value = value_none();
        return true;
    }
    switch (field->kind) {
    case KIND_REAL:
    case KIND_WHOLE:
    case KIND_MONEY:
    case KIND_AREA:
        return number_read(cell, decimal, &number, err) &&
               read_number(field, factor, &number, value, err);
    case KIND_FLAG:
        return read_flag(cell, value, err);
    case KIND_CHOICE:
        *value = value_text(choice_of(field, export_plain(cell)));
        return true;
    case KIND_TEXT:
    case KIND_SET:
    case KIND_REF:
        *value = value_text(export_plain(cell));
        return true;
    default:
        *value = value_text(cell);
        return true;
    }
}
