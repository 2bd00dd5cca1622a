/* Variance-based sensitivity: Sobol' indices out of a Saltelli design.
 *
 *     struct variance_problem problem = {
 *         .y = y, .blocks = n, .factors = k, .resamples = 100, .level = 0.95,
 *         .seed = 1, .threads = 2 };
 *     struct variance variance;
 *     if (!variance_init(&variance, &problem, err))
 *         return false;
 *     variance.first[j].value      what factor j explains alone
 *     variance.total[j].value      what would be left if all but j were known
 *
 * With a, b the results at A and B, c_j that at A with factor j of B, d_j that
 * at B with factor j of A, all less their mean, and V the variance of a and b:
 *
 *     first    mean of b (c_j - a) / V            Saltelli et al. 2010,
 *     total    mean of (a - c_j)^2 / (2 V)        Computer Physics
 *                                                 Communications 181:259-270,
 *                                                 table 2, (b) and (f: Jansen)
 *     second   mean of (d_j c_l - a b) / V        Saltelli 2002, ibid.
 *              - first_j - first_l                145:280-297, theorem 2
 *
 * A block one of whose runs has failed (NAN) is left out whole and counted.
 *
 * Intervals: blocks are sampled anew with weights of a Poisson distribution of
 * mean 1 (the Poisson bootstrap: Hanley and MacGibbon 2006, Computer Methods
 * and Programs in Biomedicine 83:57-62), so one pass over the results serves
 * all; an interval is the index -+ z standard deviations of those.  No more
 * is held than the sums of each resample.
 */
#ifndef CORE_SWEEP_VARIANCE_H
#define CORE_SWEEP_VARIANCE_H

#include "core/base/err.h"
#include "core/sweep/steps.h"

struct variance_problem {
    const double *y; /* of each run of the design, in its order */
    int64_t blocks;
    int factors;
    bool second;   /* the design has the runs for it */
    int resamples; /* for intervals; 0: none, low and high are NAN */
    double level;  /* of the intervals, as 0.95 */
    uint64_t seed;
    int threads;
};

enum {
    VARIANCE_RESAMPLES = 10000, /* at most */
    VARIANCE_SECOND = 256       /* factors, at most, with second order */
};

struct variance {
    int factors;
    int64_t blocks, left_out; /* used, and with a failed run */
    double mean, variance;
    struct estimate *first, *total; /* of each factor */
    struct estimate *second;        /* of each pair 0-1, 0-2, .., 1-2, ..; or
                                       NULL */
    int steps;
    int64_t step[STEPS_MOST];  /* blocks used */
    struct estimate *settling; /* of each step: first, then total, of each
                                  factor */
};

bool variance_init(struct variance *variance,
                   const struct variance_problem *problem, struct err *err);
void variance_release(struct variance *variance);

#endif
