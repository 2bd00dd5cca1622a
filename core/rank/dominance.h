/* Who is dominated: another one is worth as much under every criterion that
 * weighs, and more under one, however the unknown turns out.
 *
 * A dominated alternative comes before the other under no weights at all.  By
 * sorting first, each is compared only with those that nobody dominates
 * (Chomicki, Godfrey, Gryz and Liang 2003, "Skyline with presorting", ICDE);
 * random tables of 10,000 x 10 take a tenth of a second, 100,000 x 10 some
 * seconds.
 */
#ifndef CORE_RANK_DOMINANCE_H
#define CORE_RANK_DOMINANCE_H

#include "core/rank/rank.h"

enum { DOMINANCE_MOST = 100000 }; /* alternatives */

/* by has room for every alternative: who dominates it and is not dominated
 * itself, or -1.  Returns false for more alternatives than can be compared. */
bool ranking_dominance(const struct ranking *ranking,
                       const struct rank_problem *problem, int64_t *by,
                       struct err *err);

#endif
