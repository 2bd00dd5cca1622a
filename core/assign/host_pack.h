/* The bound of host.h, with one resource of each site packed whole.  Private
 * to core/assign.
 *
 * At prices alone a site could take a part of a job.  Here it chooses the
 * years of its phases together with whom it packs: the one resource that is
 * paid most for, in all that is open at the end, is a knapsack; all else stays
 * priced (M. L. Fisher, R. Jaikumar and L. N. Van Wassenhove 1986, "A
 * multiplier adjustment method for the generalized assignment problem",
 * Management Science 32(9), pack whole sites alike). */
#ifndef CORE_ASSIGN_HOST_PACK_H
#define CORE_ASSIGN_HOST_PACK_H

#include "core/assign/host.h"

/* Chooses at the prices of the moment what is kept; that needs no price then,
 * and has none. */
struct host_pack;
struct host_pack *host_pack_new(struct host *host);
void host_pack_free(struct host_pack *pack);

/* At the worth of the jobs and the prices of the engine (price_sum() and the
 * guests first): sets the years of the phases, takes whom the sites pack, and
 * returns what they gain. */
double host_pack_pass(struct host_pack *pack);

#endif
