/* A first assignment from prices, and its descent. */
#ifndef CORE_ASSIGN_CONSTRUCT_H
#define CORE_ASSIGN_CONSTRUCT_H

#include "core/assign/stock.h"

/* Place everyone, those first who lose most when they do not get what is
 * cheapest for them (regret), each at the least reduced cost that fits.  The
 * shortlist of the engine must be that of the prices at hand.  Modest: who
 * needs little comes earlier, so that fewer are left out where money or room
 * ends. Ends early when time is up. */
void construct(struct stock *stock, bool modest);

/* Move jobs, one at a time or one in place of another, as long as that makes
 * the total less.  width sites are tried with up to sample tenants each.  Ends
 * early when share of the work is used up. */
void descend(struct stock *stock, int width, int sample, double share);

/* The same for those who have lost their home, whoever has to make room for
 * them, and for those who save more than the tax by moving away from it. */
void settle(struct stock *stock, int width, int sample);

#endif
