#include "core/data/accept.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/text.h"
#include "core/data/shape.h"

static bool in_limits(const struct field *field, double number, struct err *err)
{
    bool limited = field->min < field->max;
    if (!limited || (field->min <= number && number <= field->max))
        return true;

    char low[32], high[32], got[32];
    text_number(field->min, low);
    text_number(field->max, high);
    text_number(number, got);
    return err_set(err, ERR_RANGE, "%s must be from %s to %s%s%s, got %s",
                   field->name, low, high, *field->unit ? " " : "", field->unit,
                   got);
}

static bool accept_real(const struct field *field, struct value *value,
                        struct err *err)
{
    if (value->kind == KIND_WHOLE)
        *value = value_real((double)value->whole);
    if (value->kind != KIND_REAL || !isfinite(value->real))
        return err_set(err, ERR_TYPE, "%s must be a number", field->name);
    if (value->real == 0)
        value->real = 0; /* one zero only: -0.0 is not kept */
    return in_limits(field, value->real, err);
}

/* A real that is a whole number becomes one. */
static bool make_whole(struct value *value)
{
    if (value->kind == KIND_REAL && value->real == trunc(value->real) &&
        fabs(value->real) < 9e18)
        *value = value_whole((int64_t)value->real);
    return value->kind == KIND_WHOLE;
}

static bool accept_whole(const struct field *field, struct value *value,
                         struct err *err)
{
    if (!make_whole(value) || value->whole == INT64_MIN)
        return err_set(err, ERR_TYPE, "%s must be a whole number", field->name);
    return in_limits(field, (double)value->whole, err);
}

static bool accept_money(const struct field *field, struct value *value,
                         struct err *err)
{
    if (value->kind != KIND_MONEY && make_whole(value))
        value->kind = KIND_MONEY;
    if (value->kind != KIND_MONEY || value->whole == INT64_MIN)
        return err_set(err, ERR_TYPE, "%s must be whole VND", field->name);
    return in_limits(field, (double)value->whole, err);
}

static bool accept_area(const struct field *field, struct value *value,
                        struct err *err)
{
    double scale = (double)field_scale(field);
    if (value->kind == KIND_WHOLE)
        *value = value_real((double)value->whole);
    if (value->kind == KIND_REAL) {
        double tenths = value->real * scale;
        if (!isfinite(tenths) || fabs(tenths) > 9e15)
            return err_set(err, ERR_TYPE, "%s must be an area in %s",
                           field->name, field->unit);
        if (fabs(tenths - round(tenths)) > 1e-3)
            return err_set(err, ERR_RANGE,
                           "%s is finer than 0.1 m²; round it first",
                           field->name);
        *value = value_area((int64_t)llround(tenths));
    }
    if (value->kind != KIND_AREA || value->whole == INT64_MIN)
        return err_set(err, ERR_TYPE, "%s must be an area in %s", field->name,
                       field->unit);
    return in_limits(field, (double)value->whole / scale, err);
}

static bool is_utf8(const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        int size = text_utf8(text, left);
        if (size == 0)
            return false;
        text += size;
        left -= (size_t)size;
    }
    return true;
}

static bool accept_text(const struct field *field, struct value *value,
                        struct err *err)
{
    if (value->kind != KIND_TEXT)
        return err_set(err, ERR_TYPE, "%s must be a text", field->name);
    if (*value->text == '\0')
        return err_set(err, ERR_TYPE, "%s must not be an empty text",
                       field->name);
    if (!is_utf8(value->text))
        return err_set(err, ERR_TYPE, "%s is not UTF-8", field->name);
    value->text = intern(value->text);
    return true;
}

static int choice_named(const char *const *names, const char *name)
{
    for (int i = 0; names && names[i]; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return -1;
}

static bool choice_refused(const struct field *field, const char *got,
                           struct err *err)
{
    struct text list = TEXT_INIT;
    for (int i = 0; field->choices[i] && list.size < 200; i++)
        text_add(&list, "%s%s", i ? ", " : "", field->choices[i]);
    err_set(err, ERR_RANGE, "%s cannot be '%.80s'; it is one of: %s",
            field->name, got, list.bytes);
    text_release(&list);
    return false;
}

static bool accept_choice(const struct field *field, struct value *value,
                          struct err *err)
{
    if (value->kind == KIND_CHOICE)
        return true;
    if (value->kind != KIND_TEXT)
        return err_set(err, ERR_TYPE, "%s must be a text", field->name);
    int choice = choice_named(field->choices, value->text);
    if (choice < 0)
        choice = choice_named(field->choices_vi, value->text);
    if (choice < 0)
        return choice_refused(field, value->text, err);
    *value = (struct value){ .kind = KIND_CHOICE, .whole = choice };
    return true;
}

const char *set_next(const char **at, char *room, size_t size)
{
    *at += strspn(*at, "; ");
    size_t length = strcspn(*at, ";");
    const char *end = *at + length;
    while (length > 0 && (*at)[length - 1] == ' ')
        length--;
    if (length == 0)
        return NULL;
    if (length > size - 1)
        length = size - 1;
    memcpy(room, *at, length);
    room[length] = '\0';
    *at = end;
    return room;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "b; a;b" as its names, sorted, without doubles, joined by ';'.  Interned;
 * NULL when nothing is left. */
static const char *set_normal(const char *text)
{
    size_t size = strlen(text) + 1, n = 0;
    const char **name = mem_new(size / 2 + 1, sizeof *name);
    char *room = mem_new(size, 1);
    struct text joined = TEXT_INIT;

    while (set_next(&text, room, size))
        name[n++] = intern(room);
    qsort(name, n, sizeof *name, by_bytes);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || name[i] != name[i - 1])
            text_add(&joined, "%s%s", i ? ";" : "", name[i]);
    }
    const char *set = joined.size ? intern(joined.bytes) : NULL;
    text_release(&joined);
    free(room);
    free(name);
    return set;
}

static bool accept_set(const struct field *field, struct value *value,
                       struct err *err)
{
    if (value->kind != KIND_TEXT && value->kind != KIND_SET)
        return err_set(err, ERR_TYPE, "%s must be names joined by ;",
                       field->name);
    if (!is_utf8(value->text))
        return err_set(err, ERR_TYPE, "%s is not UTF-8", field->name);
    const char *set = set_normal(value->text);
    if (!set)
        return err_set(err, ERR_TYPE, "%s must not be an empty text",
                       field->name);
    *value = (struct value){ .kind = KIND_SET, .text = set };
    return true;
}

static bool accept_date(const struct field *field, struct value *value,
                        struct err *err)
{
    int64_t days;
    if (value->kind == KIND_TEXT && date_parse(value->text, &days))
        *value = value_date(days);
    char again[11];
    if (value->kind == KIND_DATE) {
        bool near = value->whole > -800000 && value->whole < 3000000;
        if (near)
            date_format(value->whole, again);
        if (near && date_parse(again, &days) && days == value->whole)
            return true;
    }
    return err_set(err, ERR_TYPE, "%s must be a date such as 2026-09-15",
                   field->name);
}

static bool accept_flag(const struct field *field, struct value *value,
                        struct err *err)
{
    static const char *const no[] = { "false", "no", "không", "0", NULL };
    static const char *const yes[] = { "true", "yes", "có", "1", NULL };

    if (value->kind == KIND_TEXT && choice_named(no, value->text) >= 0)
        *value = value_flag(false);
    else if (value->kind == KIND_TEXT && choice_named(yes, value->text) >= 0)
        *value = value_flag(true);
    else if (make_whole(value))
        value->kind = KIND_FLAG;
    if (value->kind != KIND_FLAG || (value->whole & ~1))
        return err_set(err, ERR_TYPE, "%s must be true or false", field->name);
    return true;
}

static bool accept_ref(const struct field *field, struct value *value,
                       struct err *err)
{
    if (value->kind != KIND_REF)
        return err_set(err, ERR_TYPE, "%s must be a row or its key",
                       field->name);
    return true;
}

static bool accept_shape(const struct field *field, struct value *value,
                         struct err *err)
{
    if (value->kind == KIND_SHAPE)
        return true;
    if (value->kind != KIND_TEXT)
        return err_set(err, ERR_TYPE,
                       "%s must be a shape such as POINT (104.9 21.6)",
                       field->name);
    const char *shape = shape_from_wkt(value->text, err);
    if (!shape)
        return err_in(err, "%s", field->name);
    *value = (struct value){ .kind = KIND_SHAPE, .text = shape };
    return true;
}

bool field_accept(const struct field *field, struct value *value,
                  struct err *err)
{
    static bool (*const accept[KINDS])(const struct field *, struct value *,
                                       struct err *) = {
        [KIND_REAL] = accept_real,   [KIND_WHOLE] = accept_whole,
        [KIND_MONEY] = accept_money, [KIND_AREA] = accept_area,
        [KIND_TEXT] = accept_text,   [KIND_CHOICE] = accept_choice,
        [KIND_SET] = accept_set,     [KIND_DATE] = accept_date,
        [KIND_FLAG] = accept_flag,   [KIND_REF] = accept_ref,
        [KIND_SHAPE] = accept_shape,
    };

    if (field_calculated(field))
        return err_set(err, ERR_READONLY, "%s is calculated and cannot be set",
                       field->name);
    if (value->kind == KIND_NONE)
        return true;
    struct value checked = *value;
    if (!accept[field->kind](field, &checked, err))
        return false;
    *value = checked;
    return true;
}
