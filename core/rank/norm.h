/* How the values of a criterion become worth: once over the column, then for
 * every value. */
#ifndef CORE_RANK_NORM_H
#define CORE_RANK_NORM_H

#include "core/rank/rank.h"

/* Which number stands for an unknown worth. */
enum fill { FILL_STATED, FILL_LOW, FILL_HIGH };

/* Learn the norm from the column of those not excluded; norm->range is set.
 * total: the sum of all weights.  Fails when a ratio has nothing to be taken
 * of. */
bool norm_init(struct norm *norm, const struct rank_problem *problem,
               const struct criterion *criterion, const int *excluded,
               double total, struct err *err);

/* The worth of n values from number from on; weight gets the weight each
 * counts with, 0 where it is left out. */
void norm_worth(const struct norm *norm, size_t from, size_t n, enum fill fill,
                double *worth, double *weight);

/* What one value would be worth. */
double norm_value(const struct norm *norm, double x);

/* Weight times worth; an unknown value stays NAN. */
void norm_parts(const struct norm *norm, size_t from, size_t n, double *part);

/* Put something in for the parts that are NAN, and set the weights.  Returns
 * filled, or part itself where nothing of the criterion is unknown. */
const double *norm_fill(const struct norm *norm, enum fill fill,
                        const double *part, size_t n, double *filled,
                        double *weight);

#endif
