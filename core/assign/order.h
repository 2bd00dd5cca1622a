/* The options of each job in order of their least true cost. */
#ifndef CORE_ASSIGN_ORDER_H
#define CORE_ASSIGN_ORDER_H

#include "core/assign/engine.h"

/* Fill option and need of the engine.  Prices are never negative, so an option
 * costs at least its true cost in its first year: with the options in that
 * order a scan can stop early.  Those of the last jobs are nothing when time
 * is up before the end. */
void order_options(struct engine *engine);

#endif
