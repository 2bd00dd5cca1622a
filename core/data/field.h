/* A field: one property of a thing in the plan, described once.
 *
 * The description is the Lua property, the SQLite column, the heading in CSV
 * and XLSX, the line in the reference, the QGIS alias and the check on every
 * value that comes in.  A .def file lists the fields of one table:
 *
 *     FIELD(PARCEL_AREA, "area", AREA, "ha", LIMITS(0, 10000),
 *           .en = "Area", .vi = "Diện tích", .doc = "Surveyed area")
 *
 * To add a field, add an entry; nothing else needs to know.  The first field
 * of a table is its key: a text, never none, no two rows alike, never changed.
 *
 * Limits are physical plausibility, in the unit of the field; what the law
 * allows is a dated rule.  Fields that analysts add at run time are described
 * the same way; their names begin with x_.
 */
#ifndef CORE_DATA_FIELD_H
#define CORE_DATA_FIELD_H

#include <stddef.h>

#include "core/base/err.h"
#include "core/data/value.h"

struct plan;

enum { FIELDS_MAX = 64 }; /* fields in one table, at most */

struct field {
    const char *name; /* lower case, words joined by _ */
    enum kind kind;
    const char *unit;    /* "ha"; "" when there is none */
    const char *en;      /* heading for people */
    const char *vi;      /* the same in Vietnamese */
    const char *doc;     /* one line for people */
    const char *rule;    /* id of the legal rule that concerns it, or NULL */
    const char *aliases; /* other headings a file may use, joined by | */
    double min, max;     /* inclusive, in the unit; they hold when min < max */
    const char *const *choices;    /* KIND_CHOICE: the names, then NULL */
    const char *const *choices_vi; /* the same in Vietnamese, or NULL */
    int refers; /* KIND_REF, and a KIND_SET of keys: number of a table + 1 */

    /* A calculated field has no column and takes one of two forms. */

    /* .derive: asked afresh at every read, so it must be cheap.  Returns none
     * when not known. */
    struct value (*derive)(const struct plan *plan, int row);

    /* .total: the sum of a whole, money or area field over the rows of
     * another table that refer to this row, kept up to date by the door.  Not
     * known as soon as one of the summands is not; a NULL .what counts rows. */
    const struct total *total;
    bool freezes; /* once it is known, the row stays as it is but for x_ fields
                   */
};

struct total {
    int table;        /* number of the table whose rows are summed */
    const char *by;   /* its reference to this table */
    const char *what; /* its field to sum, or NULL to count */
};

struct schema {
    const char *name;   /* "parcel": the SQLite table and the Lua type */
    const char *plural; /* "parcels" */
    const char *en, *vi;
    const char *doc;
    const struct field *field;
    int nfields;
};

/* Whether the field is calculated and so cannot be set. */
bool field_calculated(const struct field *field);

/* Turn a value from outside into one that the field can hold: 3 and 3.0 stand
 * for each other, the name of a choice becomes its position, a number becomes
 * money (whole VND) or an area (in the unit of the field, to 0.1 m2), a text
 * becomes a date or a set.  None is always accepted; NaN, infinities and
 * empty texts never.  Texts come back interned.  A text for a KIND_REF field is
 * not looked up here; plan_set() does that. */
bool field_accept(const struct field *field, struct value *value,
                  struct err *err);

/* The number in the unit of the field: an area in ha or m2, anything else as
 * it is; NAN for none and for texts. */
double field_number(const struct field *field, struct value value);

/* Write a value as text that field_accept() reads back to the same bit: what
 * CSV and change lists hold.  A reference must be a key already (plan_text).
 * Returns out->bytes; appends nothing for none. */
struct text;
void field_text(const struct field *field, struct value value,
                struct text *out);

/* The number of the field with this name, or -1. */
int schema_field(const struct schema *schema, const char *name);

/* The name nearest to a misspelt one, or NULL when none is near. */
const char *schema_nearest(const struct schema *schema, const char *name);

/* A schema with one field more (an x_ field).  Equal requests give the same
 * pointer; schemas are kept until the program ends.  Fails for a name that is
 * taken, does not begin with x_ or has other characters than a-z 0-9 _, for a
 * calculated or key field, a shape, and beyond FIELDS_MAX. */
const struct schema *schema_extend(const struct schema *schema,
                                   const struct field *field, struct err *err);

/* A schema without all of its x_ fields. */
const struct schema *schema_root(const struct schema *schema);

/* A schema without one of its x_ fields; that which was extended by it, where
 * it is the last. */
const struct schema *schema_without(const struct schema *schema, int field);

/* Two ways to expand a .def file: into names, and into descriptions. */
#define FIELD_NAME(id, ...) id,
#define FIELD_ENTRY(id, title, sort, measure, ...)                             \
    [id] = { .name = title, .kind = KIND_##sort, .unit = measure, __VA_ARGS__ },

/* clang-format off */
#define LIMITS(low, high) .min = (low), .max = (high)
#define CHOICES(...) .choices = (const char *const[]){ __VA_ARGS__, NULL }
#define CHOICES_VI(...) .choices_vi = (const char *const[]){ __VA_ARGS__, NULL }
#define REFERS(table) .refers = (table) + 1
#define TOTAL(from, link, field) \
    .total = &(const struct total){ .table = (from), .by = (link), .what = (field) }
#define COUNT(from, link) TOTAL(from, link, NULL)
/* clang-format on */

#endif
