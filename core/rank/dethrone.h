/* The smallest change of the weights after which the first is no longer first.
 *
 * Smallest in the sum of the absolute changes of the shares (Wolters and
 * Mareschal 1995, EJOR 81:281-290), of which half is the share that moves
 * from one criterion to another.  For each other alternative that is a linear
 * programme whose answer is plain: the weight goes to the criterion that
 * favours it most, and is taken first from where it is at the greatest
 * disadvantage.
 */
#ifndef CORE_RANK_DETHRONE_H
#define CORE_RANK_DETHRONE_H

#include "core/rank/rank.h"

struct dethrone {
    int64_t who;    /* draws level; -1: nobody can, whatever the weights */
    int64_t first;  /* the first now; the by-key first of those that tie */
    double moved;   /* share of the weight; 0 when the first place is tied */
    double *weight; /* the shares then, of each criterion */
};

/* Fails for other methods than the weighted sum, and where something is left
 * out.  The criteria without weight stay without. */
bool dethrone_init(struct dethrone *dethrone, const struct ranking *ranking,
                   const struct rank_problem *problem, struct err *err);
void dethrone_release(struct dethrone *dethrone);

#endif
