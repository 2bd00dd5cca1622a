/* What parts may choose and spend, for the knapsacks of knapsack.h. */
#ifndef CORE_SCHEDULE_SUMS_H
#define CORE_SCHEDULE_SUMS_H

#include "core/schedule/knapsack.h"

/* All choices that can be in something better than known, and their sums,
 * priced as in the dual.  Returns false when the problem is not of the kind,
 * or too large. */
bool sums_make(struct knapsacks *work);
void sums_release(struct knapsacks *work);

/* After a pass with this bound: leave out choices that lose too much to be in
 * anything better.  Returns false when nothing is left. */
bool sums_narrow(struct knapsacks *work, double bound);

#endif
