/* A stronger bound: one limit of each site is kept as a limit instead of being
 * priced, and what is priced is that every job goes somewhere.
 *
 * At given prices and given worths of the jobs each site packs the jobs that
 * are worth more than they cost it, within the room of its dearest resource:
 * a 0-1 knapsack, solved exactly over the amounts.  Any prices and worths
 * give a bound; the best are never below the best of the prices alone (A. M.
 * Geoffrion 1974, "Lagrangean relaxation for integer programming",
 * Mathematical Programming Study 2), since the knapsack has no integrality
 * property.
 */
#ifndef CORE_ASSIGN_PACK_H
#define CORE_ASSIGN_PACK_H

#include "core/assign/engine.h"

/* Raise the bound of the engine from its prices, until share of the work is
 * used up or nothing more is gained; nothing is done where jobs have very many
 * options together.  The prices of the engine stay. */
void pack_climb(struct engine *engine, double share);

#endif
