/* A value: one cell of a plan, or something on its way to become one. */
#ifndef CORE_DATA_VALUE_H
#define CORE_DATA_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum kind {
    KIND_NONE,   /* not known: nil in Lua, NULL in SQLite, empty in a sheet */
    KIND_REAL,   /* .real: finite */
    KIND_WHOLE,  /* .whole */
    KIND_MONEY,  /* .whole: VND */
    KIND_AREA,   /* .whole: tenths of a square metre (0.1 m2) */
    KIND_TEXT,   /* .text: UTF-8, never empty */
    KIND_CHOICE, /* .whole: position in the choices of the field */
    KIND_SET,    /* .text: names joined by ';', sorted by bytes, no doubles */
    KIND_DATE,   /* .whole: days since 1970-01-01 */
    KIND_FLAG,   /* .whole: 0 or 1 */
    KIND_REF,    /* .whole: row of the table the field refers to */
    KIND_SHAPE,  /* .text: a GeoPackage geometry, interned; see shape.h */
    KINDS
};

struct value {
    enum kind kind;
    union {
        double real;
        int64_t whole;
        const char *text;
    };
};

static inline struct value value_none(void)
{
    return (struct value){ .kind = KIND_NONE };
}

static inline struct value value_real(double real)
{
    return (struct value){ .kind = KIND_REAL, .real = real };
}

static inline struct value value_whole(int64_t whole)
{
    return (struct value){ .kind = KIND_WHOLE, .whole = whole };
}

static inline struct value value_money(int64_t vnd)
{
    return (struct value){ .kind = KIND_MONEY, .whole = vnd };
}

static inline struct value value_area(int64_t tenths)
{
    return (struct value){ .kind = KIND_AREA, .whole = tenths };
}

static inline struct value value_text(const char *text)
{
    return (struct value){ .kind = KIND_TEXT, .text = text };
}

static inline struct value value_date(int64_t days)
{
    return (struct value){ .kind = KIND_DATE, .whole = days };
}

static inline struct value value_flag(bool flag)
{
    return (struct value){ .kind = KIND_FLAG, .whole = flag };
}

static inline struct value value_ref(int row)
{
    return (struct value){ .kind = KIND_REF, .whole = row };
}

/* Which member of the union a kind uses. */
static inline bool kind_is_text(enum kind kind)
{
    return kind == KIND_TEXT || kind == KIND_SET || kind == KIND_SHAPE;
}

/* Equal to the bit: same kind and same content.  Texts must be interned. */
bool value_equal(struct value a, struct value b);

enum { AREA_HA = 100000, AREA_M2 = 10 }; /* tenths of m2 in a ha, in a m2 */

#endif
