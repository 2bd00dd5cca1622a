/* Inside of plan.h: who refers to a row. */
#ifndef CORE_DATA_REFER_H
#define CORE_DATA_REFER_H

#include "core/data/plan.h"

/* Fails with the first other row that refers to this one. */
bool refer_unused(const struct plan *plan, int table, int row, struct err *err);

#endif
