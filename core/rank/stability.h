/* How far each weight can go before the order changes.
 *
 * A weight moves to t, its share of all weights, and the others keep their
 * proportions.  For the weighted sum two alternatives tie at
 *
 *     t = (B_b - B_a) / ((v_a - v_b) - (B_a - B_b))
 *
 * v the worth under the criterion and B the score without it, so the interval
 * is exact (Mareschal 1988, EJOR 33:54-64).  Where values are left out, t is
 * the root of a quadratic equation, exact as well.  For other methods the
 * order is made anew on a grid and the end of the interval halved down to
 * 1e-9; a change that comes and goes between two steps is not seen.
 *
 * Those that tie now may stand either way afterwards.
 */
#ifndef CORE_RANK_STABILITY_H
#define CORE_RANK_STABILITY_H

#include "core/rank/rank.h"

/* At the ends the two alternatives of a pair tie; -1, -1 where the end is
 * that of all shares, or the pair was not looked for. */
struct stay {
    double low, high;
    int64_t at_low[2], at_high[2]; /* who stands before whom now */
};

enum stay_kind { STAY_RANKING, STAY_WINNER, STAY_TOP, STAYS };

/* The share of a weight, and where the whole ranking, the first, and the set
 * of the best stay as they are.  A weight that is the whole weight has no
 * others to share with: low and high are 1. */
struct stability {
    double weight;
    struct stay stay[STAYS];
};

enum { STABILITY_SEARCH = 20000 }; /* alternatives, at most, when searched */

/* out: one for each criterion.  top: how many are the best; those who share
 * the last rank among them all are. */
bool ranking_stability(const struct ranking *ranking,
                       const struct rank_problem *problem, size_t top,
                       struct stability *out, struct err *err);

#endif
