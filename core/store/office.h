/* Inside of history.h: who may do what on which day, by the table office. */
#ifndef CORE_STORE_OFFICE_H
#define CORE_STORE_OFFICE_H

#include "core/base/text.h"
#include "core/data/plan.h"

/* The key of the office that has the role on the day, and the duty; NULL with
 * the reason. */
const char *office_with(const struct plan *plan, const char *role,
                        const char *duty, const char *day, struct err *err);

/* The next office with the duty on the day, from row *row on (moved behind it);
 * NULL: no more. */
const char *office_next(const struct plan *plan, const char *duty,
                        const char *day, int *row);

/* The roles that have the duty on the day, the first four of them: SXD, STC. */
void office_roles(const struct plan *plan, const char *duty, const char *day,
                  struct text *out);

#endif
