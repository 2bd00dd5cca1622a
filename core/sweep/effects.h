/* Elementary effects: what a Morris design tells of each factor.
 *
 *     struct effects_problem problem = { .y = y, .trajectories = n,
 *                                        .factors = k, .changed = changed,
 *                                        .delta = delta, .level = 0.95 };
 *     struct effects effects;
 *     if (!effects_init(&effects, &problem, err))
 *         return false;
 *     effects.factor[j].strength.value     mu*
 *
 * An effect is the change of the result over a step divided by the step,
 * measured in widths of the factor's grid (Morris 1991, Technometrics
 * 33:161-174).  Of each factor's effects:
 *
 *     mean        mu, with its sign
 *     strength    mu*, the mean of their absolute values (Campolongo, Cariboni
 *                 and Saltelli 2007, Environmental Modelling & Software
 *                 22:1509-1518)
 *     spread      sigma, their standard deviation (n - 1): how far the effect
 *                 depends on where the other factors stand
 *
 * mean and strength have the interval -+ z standard errors of a mean.  A step
 * from or to a failed run (NAN) gives no effect; `used` says how many did.
 */
#ifndef CORE_SWEEP_EFFECTS_H
#define CORE_SWEEP_EFFECTS_H

#include "core/base/err.h"
#include "core/sweep/steps.h"

struct effects_problem {
    const double *y; /* trajectories rows of factors + 1 */
    int64_t trajectories;
    int factors;
    const int *changed;  /* trajectories rows of factors: which each step */
    const double *delta; /* ... changes, and by how much, with its sign */
    double level;
};

struct effect {
    int64_t used;
    struct estimate mean, strength; /* NAN if none was used; their intervals
                                       NAN if only one was */
    double spread;
};

struct effects {
    int factors;
    int64_t failed; /* runs */
    struct effect *factor;
    int steps;
    int64_t step[STEPS_MOST];  /* trajectories */
    struct estimate *settling; /* of each step: strength of each factor */
};

bool effects_init(struct effects *effects,
                  const struct effects_problem *problem, struct err *err);
void effects_release(struct effects *effects);

#endif
