/* Schedules near the best known: most parts stay as they are, labels find the
 * best for the others.
 *
 * P. Shaw (1998), "Using constraint programming and local search methods to
 * solve vehicle routing problems", CP98. */
#ifndef CORE_SCHEDULE_NEAR_H
#define CORE_SCHEDULE_NEAR_H

#include "core/base/rng.h"
#include "core/schedule/knapsack.h"
#include "core/schedule/whole.h"

/* So many times; free is how many parts may change, brought up to what labels
 * can do. */
void near_run(struct knapsacks *work, const struct whole_work *how,
              struct rng *rng, int times, int *free);

#endif
