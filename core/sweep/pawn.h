/* PAWN: how much knowing a factor moves the distribution of the result, from
 * any sample.
 *
 *     struct pawn_problem problem = { .y = y, .x = x, .runs = n, .factors = k,
 *                                     .slices = 10, .seed = 1, .threads = 2 };
 *     struct pawn pawn;
 *     if (!pawn_init(&pawn, &problem, err))
 *         return false;
 *     pawn.factor[j].median
 *
 * A factor's range is cut into slices of about as many runs each (or, when it
 * has no more values than that, one for each).  A slice's figure is the
 * Kolmogorov-Smirnov distance between the results within it and all results:
 * the largest difference of their distribution functions, from 0 to 1
 * (Pianosi and Wagener 2015, Environmental Modelling & Software 67:1-11; from
 * given data: 2018, ibid. 108:197-207).
 *
 * Slices differ by chance as well.  `dummy` are the figures of a factor that
 * is drawn at random and has no influence: what does not exceed them cannot
 * be told from none (Khorashadi Zadeh et al. 2017, ibid. 91:210-222).
 *
 * Failed runs (NAN) are left out and counted.
 */
#ifndef CORE_SWEEP_PAWN_H
#define CORE_SWEEP_PAWN_H

#include "core/base/err.h"
#include "core/sweep/steps.h"

enum { PAWN_SLICES = 100 }; /* at most */

struct pawn_problem {
    const double *y;
    const double *const *x; /* of each factor, its value in each run */
    int64_t runs;
    int factors, slices;
    uint64_t seed; /* of the dummy */
    int threads;
};

struct pawn_factor {
    int slices;
    double median, mean, most;
    double distance[PAWN_SLICES];
    double from[PAWN_SLICES]; /* least value within the slice */
};

struct pawn {
    int factors;
    int64_t runs, failed; /* used, left out */
    struct pawn_factor *factor, dummy;
    int steps;
    int64_t step[STEPS_MOST]; /* of the first runs used */
    double *settling;         /* of each step: median of each factor, then of
                                 the dummy */
};

bool pawn_init(struct pawn *pawn, const struct pawn_problem *problem,
               struct err *err);
void pawn_release(struct pawn *pawn);

#endif
