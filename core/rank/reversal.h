/* Rank reversal: does the order of two turn when a third comes or goes?
 *
 * Where worth is taken from the data it can (Belton and Gear 1983, Omega
 * 11:228-230; the tests are those of Wang and Triantaphyllou 2008, Omega
 * 36:45-63).  Tried are: each alternative left out in turn, a copy of the last
 * added, and one that is worse than the last by a tenth of the range of each
 * criterion.  Each time the order is made anew.
 */
#ifndef CORE_RANK_REVERSAL_H
#define CORE_RANK_REVERSAL_H

#include "core/rank/rank.h"

enum { REVERSAL_MOST = 2000 }; /* left out in turn: the first so many */

enum trial_kind { TRIAL_LEAVE, TRIAL_COPY, TRIAL_WORSE };

/* A trial that turned something. */
struct reversal {
    enum trial_kind kind;
    int64_t who;        /* left out, or copied */
    bool first_changed; /* who was first of those that stay is not any more */
    long turned;        /* neighbours in the order that changed places */
    int64_t pair[2];    /* the first such: who stood before whom */
};

struct reversals {
    long trials, found;
    struct reversal *list; /* found of them */
};

/* Fails when the order cannot be made in one of the trials. */
bool reversals_init(struct reversals *reversals, const struct ranking *ranking,
                    const struct rank_problem *problem, struct err *err);
void reversals_release(struct reversals *reversals);

#endif
