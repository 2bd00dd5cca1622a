/* The assignment while the years of the phases stay as they are.  Private to
 * core/assign.
 *
 * A site then has few steps instead of one each year, its rooms have prices of
 * their own, and nobody has to look at years in which nothing is open: that is
 * the problem without years of choice, and is searched as such. */
#ifndef CORE_ASSIGN_FIXED_H
#define CORE_ASSIGN_FIXED_H

#include "core/assign/engine.h"

/* Better assignments with the years of the best one, until that share of the
 * work. */
void fixed_search(struct engine *engine, double share);

#endif
