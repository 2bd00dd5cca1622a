/* A cell of a file as a value for a field: numbers exactly and in the unit
 * of the plan, choices and flags by any of their names. */
#ifndef CORE_IO_CELL_H
#define CORE_IO_CELL_H

#include "core/data/field.h"
#include "core/io/number.h"
#include "core/io/unit.h"

/* factor: of the heading (heading.h).  A text in the value is part of cell.
 * A blank cell is none.  What the field allows is the door's to check. */
bool cell_read(const struct field *field, struct factor factor,
               enum decimal decimal, const char *cell, struct value *value,
               struct err *err);

#endif
