/* Robustness: how plans do over futures that nobody knows the chances of.
 *
 *     struct regret_problem problem = { .value = value, .plans = m,
 *                                       .futures = n, .alpha = 0.5,
 *                                       .threshold = NAN };
 *     struct regret regret;
 *     if (!regret_init(&regret, &problem, err))
 *         return false;
 *     regret.plan[i].most_regret
 *
 * Of each plan, over its results v_j (with .lower, less is better and "best"
 * and "worst" change places):
 *
 *     worst        maximin (Wald 1950, Statistical Decision Functions)
 *     best         maximax
 *     hurwicz      alpha best + (1 - alpha) worst (Hurwicz 1951, Cowles
 *                  Commission Discussion Paper 370): alpha is how hopeful one
 *                  is, 0 to 1
 *     mean         Laplace: all futures alike
 *     most_regret  minimax regret (Savage 1951, Journal of the American
 *                  Statistical Association 46:55-67): the largest of the
 *                  regrets; a regret is how far the plan stays behind the best
 *                  plan of that future, 0 for the best
 *     mean_regret
 *     satisfied    share of futures in which it is at least (at most) the
 *                  threshold (satisficing: Starr 1963, Product Design and
 *                  Decision Theory, the domain criterion)
 *
 * A future in which any plan has failed (NAN) is left out for all, so that
 * all are judged by the same futures, and counted.
 */
#ifndef CORE_SWEEP_REGRET_H
#define CORE_SWEEP_REGRET_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/err.h"

struct regret_problem {
    const double *value; /* plans rows of futures */
    int plans;
    int64_t futures;
    bool lower;       /* less is better */
    double alpha;     /* of Hurwicz */
    double threshold; /* NAN: none */
};

struct regret_plan {
    double worst, best, hurwicz, mean, most_regret, mean_regret;
    double satisfied;     /* NAN without a threshold */
    int64_t worst_future; /* where its regret is largest */
    int64_t best_in;      /* futures in which no plan is better */
};

struct regret {
    int plans;
    int64_t futures, left_out; /* used, and with a failed run */
    int64_t *future;           /* those used */
    struct regret_plan *plan;
    double *regret; /* plans rows of futures */
};

bool regret_init(struct regret *regret, const struct regret_problem *problem,
                 struct err *err);
void regret_release(struct regret *regret);

#endif
