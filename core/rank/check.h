/* Whether a rank problem is sound, before anything is calculated. */
#ifndef CORE_RANK_CHECK_H
#define CORE_RANK_CHECK_H

#include "core/rank/rank.h"

enum { ALTERNATIVE_NAME = 80 };

/* The key of an alternative, or its number from 1; cut to fit. */
const char *alternative_name(const struct rank_problem *problem, size_t i,
                             char name[ALTERNATIVE_NAME]);

/* Everything but the values: names, weights, scales, policies. */
bool problem_check(const struct rank_problem *problem, struct err *err);

/* Set excluded to the first gate that keeps an alternative out, or -1. */
bool problem_gates(const struct rank_problem *problem, int *excluded,
                   struct err *err);

/* The values of the alternatives that are not excluded; norms have the ranges
 * of the columns. */
bool problem_values(const struct rank_problem *problem, const int *excluded,
                    const struct norm *norms, struct err *err);

#endif
