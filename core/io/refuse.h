/* Inside of import.h: the list of what was refused. */
#ifndef CORE_IO_REFUSE_H
#define CORE_IO_REFUSE_H

#include "core/io/import.h"

/* Add one; heading and value may be NULL.  Control characters become '?', so
 * that the list can be shown on any terminal. */
void refuse(struct import_result *result, int line, int column,
            const char *heading, const char *value, const char *reason);

/* By line and column. */
void refuse_sort(struct import_result *result);

/* The first refusal and how many there are, as one error. */
bool refuse_all(const struct import_result *result, struct err *err);

#endif
