/* How credible it is that one alternative is at least as good as another
 * (ELECTRE III: Roy 1978; Figueira, Greco, Roy and Slowinski 2013, Journal of
 * Multi-Criteria Decision Analysis 20:61-85).
 *
 * With g how much b is better than a by a criterion, indifference q,
 * preference p and veto v:
 *
 *     concordance  c = (p - g) / (p - q), from 0 to 1
 *     discordance  d = (g - p) / (v - p), from 0 to 1; 0 without a veto
 *     credibility  C times (1 - d) / (1 - C) of each d > C, C = sum of w c
 *
 * rounded to 12 digits, so that a sum of weights meets a cut that it equals.
 */
#ifndef CORE_RANK_CREDIBILITY_H
#define CORE_RANK_CREDIBILITY_H

#include <stddef.h>

#include "core/rank/method.h"

struct thresholds {
    const double *q, *p, *veto; /* of each criterion; NULL: 0, 0, none; a veto
                                   that is NAN: none */
};

/* From the parameters "q", "p" and "veto". */
bool thresholds_read(const struct method_problem *problem,
                     struct thresholds *thresholds, struct err *err);

/* a, b: a value for each criterion.  concordance may be NULL. */
double credibility(const struct method_problem *problem,
                   const struct thresholds *thresholds, const double *a,
                   const double *b, double *concordance);

/* Two preorders of a credibility matrix (n rows of n) by distillation, from
 * the best (descending) and from the worst (ascending), each as groups of
 * places, the best first: s(l) = beta + alpha l is what one credibility must
 * be above another to count. */
void distill(const double *rho, size_t n, double alpha, double beta,
             struct figures *out);

#endif
