/* Inside of field.h: what a value from outside must be, kind by kind. */
#ifndef CORE_DATA_ACCEPT_H
#define CORE_DATA_ACCEPT_H

#include "core/data/field.h"

/* Tenths of a square metre in the unit of an area field; 1 for others. */
int64_t field_scale(const struct field *field);

/* The next name of a set from *at on, moving *at behind it; NULL at the end.
 * The name is copied into room (cut to size). */
const char *set_next(const char **at, char *room, size_t size);

/* One copy of an analyst's field, kept until the program ends. */
const struct field *field_keep(const struct field *field);

#endif
