/* Inside of plan.h: who refers to a row. */
#ifndef CORE_DATA_REFER_H
#define CORE_DATA_REFER_H

#include "core/data/plan.h"

/* Fails with the first other row that refers to this one. */
bool refer_unused(const struct plan *plan, int table, int row, struct err *err);

/* A value of a reference, the key of a row or a row, as that row; others stay.
 * Fails with ERR_UNKNOWN when there is none. */
bool refer_find(const struct plan *plan, const struct field *field,
                struct value *value, struct err *err);

/* Whether every name in a set that refers is the key of a row. */
bool refer_find_all(const struct plan *plan, const struct field *field,
                    struct value value, struct err *err);

#endif
