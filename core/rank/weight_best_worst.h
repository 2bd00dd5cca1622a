/* Weights by the best-worst method, linear model (Rezaei 2016, Omega
 * 64:126-130): how many times as much does the best criterion count as each,
 * and each as the worst?
 *
 *     min xi   |w_B - a_Bj w_j| <= xi,  |w_j - a_jW w_W| <= xi,
 *              sum w = 1,  w >= 0
 *
 * The programme is solved exactly by the simplex method on a full table, with
 * Bland's rule (1977, Mathematics of Operations Research 2:103-107), which
 * never goes in circles.  Its optimum is one point: with xi taken for the unit
 * the sum of the weights, which is then to be the most, rises with w_B and with
 * w_W, and each limit of the two rises in the one with the other.  xi itself is
 * the consistency figure, 0 the best; it is not to be divided by the index of
 * the other, nonlinear model.  The ratio of the input needs no weights: max
 * |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW) (Liang, Brunelli and Rezaei 2020, Omega
 * 96:102175).
 */
#ifndef CORE_RANK_WEIGHT_BEST_WORST_H
#define CORE_RANK_WEIGHT_BEST_WORST_H

#include "core/base/err.h"

enum {
    BEST_WORST_MOST = 30,      /* criteria */
    BEST_WORST_RATIO = 1000000 /* comparison; beyond, rounding shows */
};

struct best_worst {
    int n;
    const char *const *name;
    const double *best_over;  /* a_Bj of each, 1 for the best itself */
    const double *over_worst; /* a_jW of each, 1 for the worst itself */
    int best, worst;          /* -1: where the 1 stands */
};

struct best_worst_weights {
    double *weight;     /* n, room of the caller; they sum to 1 */
    double *low, *high; /* n, or both NULL: what each can be with the same xi */
    bool unique;        /* no other weights are as good */
    int best, worst;
    double xi;
    double ratio; /* consistency of the input, 0 to 1 */
    int farthest; /* the criterion that gives the ratio; -1: none */
};

/* Errors name the criterion. */
bool best_worst_find(const struct best_worst *given,
                     struct best_worst_weights *found, struct err *err);

#endif
