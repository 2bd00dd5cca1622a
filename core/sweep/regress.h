/* Regression-based ranking of factors, from any sample.
 *
 *     struct regress_problem problem = { .y = y, .x = x, .runs = n,
 *                                        .factors = k, .name = names,
 *                                        .level = 0.95 };
 *     struct regress regress;
 *     if (!regress_init(&regress, &problem, err))
 *         return false;
 *     regress.factor[j].value    standardised coefficient
 *     regress.share              R^2, what a straight line explains
 *
 * The coefficients are those of least squares with every column less its mean
 * and divided by its standard deviation: by how many of its own a result
 * changes when the factor does by one.  With `ranks` every column is replaced
 * by its ranks first, equal values sharing their mean, so that any rising or
 * falling effect is a straight line (Iman and Conover 1979, Technometrics
 * 21:499-509; Saltelli et al. 2008, Global Sensitivity Analysis: The Primer,
 * 1.2.5).  Where R^2 is low the coefficients say little.
 *
 * Intervals: -+ z standard errors of least squares.  Failed runs (NAN) are
 * left out and counted; a factor that does not vary has NAN.
 */
#ifndef CORE_SWEEP_REGRESS_H
#define CORE_SWEEP_REGRESS_H

#include <stdbool.h>

#include "core/base/err.h"
#include "core/sweep/steps.h"

enum { REGRESS_FACTORS = 2000 }; /* at most */

struct regress_problem {
    const double *y;
    const double *const *x; /* of each factor, its value in each run */
    const char *const *name;
    int64_t runs;
    int factors;
    bool ranks;
    double level;
};

struct regress {
    int factors;
    int64_t runs, failed; /* used, left out */
    double share;         /* R^2 */
    struct estimate *factor;
    int steps;
    int64_t step[STEPS_MOST];
    double *settling; /* of each step: coefficient of each factor */
};

bool regress_init(struct regress *regress,
                  const struct regress_problem *problem, struct err *err);
void regress_release(struct regress *regress);

#endif
