#include "core/data/field.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/data/accept.h"
#include "core/data/shape.h"

bool field_calculated(const struct field *field)
{
    return field->derive || field->total;
}

int64_t field_scale(const struct field *field)
{
    if (field->kind != KIND_AREA)
        return 1;
    return strcmp(field->unit, "m2") == 0 ? AREA_M2 : AREA_HA;
}

double field_number(const struct field *field, struct value value)
{
    if (value.kind == KIND_NONE || kind_is_text(value.kind))
        return NAN;
    if (value.kind == KIND_REAL)
        return value.real;
    return (double)value.whole / (double)field_scale(field);
}

/* An area in its unit, exactly: 5399.8 m2 is 0.53998 ha. */
static void area_text(const struct field *field, int64_t tenths,
                      struct text *out)
{
    int64_t scale = field_scale(field);
    int digits = scale == AREA_M2 ? 1 : 5;
    uint64_t size = tenths < 0 ? 0 - (uint64_t)tenths : (uint64_t)tenths;
    char text[48];
    snprintf(text, sizeof text, "%s%" PRIu64 ".%0*" PRIu64,
             tenths < 0 ? "-" : "", size / (uint64_t)scale, digits,
             size % (uint64_t)scale);

    size_t end = strlen(text);
    while (text[end - 1] == '0')
        end--;
    if (text[end - 1] == '.')
        end--;
    text_put(out, text, end);
}

void field_text(const struct field *field, struct value value, struct text *out)
{
    char number[32];
    switch (value.kind) {
    case KIND_REAL:
        text_number(value.real, number);
        text_add(out, "%s", number);
        break;
    case KIND_AREA:
        area_text(field, value.whole, out);
        break;
    case KIND_DATE:
        date_format(value.whole, number);
        text_add(out, "%s", number);
        break;
    case KIND_CHOICE:
        text_add(out, "%s", field->choices[value.whole]);
        break;
    case KIND_FLAG:
        text_add(out, "%s", value.whole ? "true" : "false");
        break;
    case KIND_SHAPE:
        shape_wkt(value.text, out);
        break;
    case KIND_TEXT:
    case KIND_SET:
        text_put(out, value.text, strlen(value.text));
        break;
    case KIND_NONE:
        break;
    default:
        text_add(out, "%" PRId64, value.whole);
    }
}
