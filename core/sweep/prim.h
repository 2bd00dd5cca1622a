/* PRIM: the box of factor values in which something happens often (Friedman
 * and Fisher 1999, "Bump hunting in high-dimensional data", Statistics and
 * Computing 9:123-143; for scenario discovery: Bryant and Lempert 2010,
 * Technological Forecasting and Social Change 77:34-49).
 *
 *     struct prim_problem problem = { .y = y, .x = x, .runs = n,
 *                                     .factors = k, .alpha = 0.05,
 *                                     .least = 0.05 };
 *     struct prim prim;
 *     if (!prim_init(&prim, &problem, err))
 *         return false;
 *     prim.box[i].mean        density; prim.low[i * k + j] its limits
 *
 * Peeling starts with all runs and takes, again and again, about the share
 * alpha of those left off one end of one factor: where the mean rises most for
 * each run given up (factors of few values lose one value at a time, so peels
 * differ in size; Kwakkel and Jaxa-Rozen 2016, Environmental Modelling &
 * Software 79:311-321).  It ends when no peel raises the mean or the box would
 * keep less than the share `least` of all runs.  The boxes on the way are the
 * peeling trajectory, the first has no limits:
 *
 *     mean        of y in the box: density, where y is 0 or 1
 *     coverage    share of the sum of y that lies in it
 *     mass        share of the runs that do
 *
 * Failed runs (NAN in y) are left out and counted.
 */
#ifndef CORE_SWEEP_PRIM_H
#define CORE_SWEEP_PRIM_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/err.h"

struct prim_problem {
    const double *y;        /* not negative; mostly 0 or 1 */
    const double *const *x; /* of each factor, its value in each run */
    int64_t runs;
    int factors;
    double alpha, least;
};

struct prim_box {
    int64_t count; /* runs in it */
    double sum;    /* of their y */
    double mean, coverage, mass;
    int restricted; /* factors with a limit */
    int peeled;     /* factor, -1 for the first box */
};

struct prim {
    int factors;
    int64_t runs, failed; /* used, left out */
    double sum;           /* of y */
    int boxes;
    struct prim_box *box;
    double *low, *high; /* boxes rows of factors: limits that the box has
                           itself, infinite where it has none */
};

bool prim_init(struct prim *prim, const struct prim_problem *problem,
               struct err *err);
void prim_release(struct prim *prim);

/* What lies within limits, infinite where there is none; peeled is -1. */
void prim_measure(const struct prim_problem *problem, const double *low,
                  const double *high, struct prim_box *box);

/* Paste: move limits outwards again by about alpha of the box's runs, as long
 * as the mean rises; gives how often, and the box that results. */
int prim_paste(const struct prim_problem *problem, double *low, double *high,
               struct prim_box *box);

/* The quasi-p-value of each limited factor (1 of the others): how likely so
 * many or more of the box's runs would have y = 1 if it was as frequent as in
 * the box without that factor's limits (Bryant and Lempert 2010, 3.2).  For y
 * of 0 and 1. */
void prim_chances(const struct prim_problem *problem, const double *low,
                  const double *high, double *chance);

#endif
