/* Years for the phases from which placing can begin: those at which the jobs,
 * if they could be divided, would cost least.  Private to core/assign.
 *
 * What that is for given years is the best bound at prices.  Benders' cuts
 * (cuts.h) tell which years may be better than the best known; those that
 * promise most are tried, and what their prices say is one more cut.  Room,
 * limits and capital are as in phasing.h.
 */
#ifndef CORE_ASSIGN_YEARS_H
#define CORE_ASSIGN_YEARS_H

#include "core/assign/engine.h"

/* From the prices at hand and the years in opens, [phase], that are paid:
 * better years, with the prices and the cuts for them in the engine. */
void years_seek(struct engine *engine, int *opens, double share);

/* The prices at which those years cost most at least. */
void years_price(struct engine *engine, int *opens);

#endif
