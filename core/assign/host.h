/* The bound where phases open in years of choice, once more and higher: nobody
 * may move in before the first phase is open.  Private to core/assign.
 *
 * Whoever is taken is paid his worth.  Each site chooses the years of its
 * phases together with those it takes: all whose worth is more than what they
 * cost there, prices of room included, from the year on in which its first
 * phase opens.  Room and capital are priced as in phasing.h; the room a job
 * needs is thereby not the only thing that ties it to a phase, which is what
 * the rows "job in site until year <= first phase open until year" of a
 * linear programme say (J. Krarup and P. M. Pruzan 1983, "The simple plant
 * location problem", European Journal of Operational Research 12(1)).
 */
#ifndef CORE_ASSIGN_HOST_H
#define CORE_ASSIGN_HOST_H

#include "core/assign/engine.h"

/* Raise the bound from the prices at hand and the shares of the jobs; the
 * prices are as before afterwards. */
void host_climb(struct engine *engine, double share);

#endif
