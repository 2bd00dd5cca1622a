/* How the values of a criterion become worth: once over the column, then for
 * every value. */
#ifndef CORE_RANK_NORM_H
#define CORE_RANK_NORM_H

#include "core/rank/rank.h"

/* Which number stands for an unknown worth. */
enum fill { FILL_STATED, FILL_LOW, FILL_HIGH };

/* Learn the norm from the column of those not excluded.  total: the sum of
 * all weights.  Fails when a ratio has nothing to be taken of. */
bool norm_init(struct norm *norm, const struct criterion *criterion,
               const int *excluded, size_t n, double total, struct err *err);

/* The worth of n values from number from on; weight gets the weight each
 * counts with, 0 where it is left out. */
void norm_worth(const struct norm *norm, size_t from, size_t n, enum fill fill,
                double *worth, double *weight);

#endif
