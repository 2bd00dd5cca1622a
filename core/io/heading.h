/* A heading of a file: which field its column holds, and in which unit.
 *
 *     "total_area"            the field's name
 *     "Diện tích [m2]"        its label in Vietnamese or English, and a unit
 *     "khu đất [ha]"          one of its aliases
 *
 * Small and large letters and blanks make no difference (core/base/fold.h).  A
 * name goes before a label, a label before an alias.
 */
#ifndef CORE_IO_HEADING_H
#define CORE_IO_HEADING_H

#include "core/base/text.h"
#include "core/data/field.h"
#include "core/io/unit.h"

struct heading {
    int field;
    struct factor factor; /* from the cell to what the column of the plan
                           * holds: tenths of m2, VND, else the field's unit */
};

/* Fails with ERR_UNKNOWN and the nearest field for a heading that names none,
 * for a label that two fields share, for a unit that does not fit, and with
 * ERR_READONLY for a calculated field. */
bool heading_read(const struct schema *schema, const char *text,
                  struct heading *heading, struct err *err);

/* Whether the cells of a field are numbers, which may have a unit. */
bool heading_is_number(const struct field *field);

/* What heading_read() reads back: "total_area [ha]". */
void heading_write(const struct field *field, struct text *out);

#endif
