/* Prices at which the knapsacks of all years agree with the parts. */
#ifndef CORE_SCHEDULE_AGREE_H
#define CORE_SCHEDULE_AGREE_H

#include "core/schedule/knapsack.h"
#include "core/schedule/whole.h"

/* Up to so many passes from the best prices; ends with a pass at the best, and
 * returns its bound. */
double agree(struct knapsacks *work, const struct whole_work *how, long passes);

#endif
