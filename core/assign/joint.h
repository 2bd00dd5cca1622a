/* The course of the work where phases open in years of choice.  Private to
 * core/assign.
 *
 * Prices and bound come first.  Then there are two ways to begin: from years
 * that are bought at these prices, and from those at which the jobs, if they
 * could be divided, would cost least (years.h); which is better differs from
 * case to case, so both are searched for a while, and the better one again
 * and longer.  Where the years have changed, the prices that tell which places
 * are worth a look follow.  In the last third the years stay (fixed.h). */
#ifndef CORE_ASSIGN_JOINT_H
#define CORE_ASSIGN_JOINT_H

#include "core/assign/engine.h"

/* attempt makes one more assignment, at the prices and with the years of the
 * moment. */
void joint_run(struct engine *engine, void attempt(struct engine *));

#endif
