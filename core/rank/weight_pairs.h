/* Weights from pairwise judgements (AHP: Saaty 1980, The Analytic Hierarchy
 * Process): how many times as much does one criterion count as another?
 *
 *     double judgement[] = { 1, 3, 1 / 3.0, 1 };
 *     struct pairs pairs = { .n = 2, .name = names, .judgement = judgement };
 *     struct priorities found = { .weight = weight };
 *     if (!priorities_find(&pairs, &found, err))
 *         return false;
 *
 * Judgements may be missing, as long as they link every criterion with every
 * other.  The eigenvector is then that of Harker (1987, Mathematical Modelling
 * 9:353-360): what is missing is taken as the ratio of the weights themselves.
 * The geometric mean is then that of the logarithmic least squares (Bozoki,
 * Fulop and Ronyai 2010, Mathematical and Computer Modelling 52:318-333).
 *
 * The consistency ratio is that of the eigenvalue: CI / RI, CI = (lambda_max -
 * n) / (n - 1), good up to 0.1.  With m judgements missing RI is that of the
 * full matrix times 1 - 2 m / ((n - 1) (n - 2)) (Agoston and Csato 2022, Omega
 * 108:102576, who complete by the least eigenvalue, which is never above that
 * of Harker: our ratio is on the strict side).
 */
#ifndef CORE_RANK_WEIGHT_PAIRS_H
#define CORE_RANK_WEIGHT_PAIRS_H

#include "core/base/err.h"

enum { PAIRS_MOST = 30 }; /* criteria */

enum priority { PRIORITY_EIGENVECTOR, PRIORITY_GEOMETRIC };

/* Which mean CI of random judgements. */
enum random_index {
    INDEX_ALONSO_LAMATA, /* 2006, Int. J. Uncertainty, Fuzziness and
                            Knowledge-Based Systems 14:445-459 */
    INDEX_SAATY          /* 1980 */
};

struct pairs {
    int n;
    const char *const *name;
    const double *judgement; /* n rows of n; NAN: not judged */
    enum priority priority;
    enum random_index index;
};

struct priorities {
    double *weight;    /* n, room of the caller; they sum to 1 */
    double lambda_max; /* of the eigenvector, whatever the weights are from */
    double ci, ri, cr; /* ri, cr: NAN beyond 15 criteria; cr of up to two: 0 */
    int missing;       /* pairs not judged */
    int triad[3];      /* where a_ij a_jk / a_ik is farthest from 1; else -1 */
    double triad_product; /* that, 1: no contradiction */
    int worst[2];         /* the judgement farthest from the weights; else -1 */
    double worst_ratio;   /* it, divided by the ratio of the weights */
};

/* Errors name the two criteria. */
bool priorities_find(const struct pairs *pairs, struct priorities *found,
                     struct err *err);

/* The mean CI of random judgements on n criteria; NAN where the table ends. */
double random_index(enum random_index index, int n);

#endif
