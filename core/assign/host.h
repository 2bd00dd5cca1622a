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

#include "core/assign/price.h"

/* An option that is worth more than it costs at least. */
struct guest {
    size_t at;
    int job;
};

struct host {
    struct engine *engine;
    struct phasing *phasing;
    struct demand demand;
    double *worth;   /* [job] */
    double *missing; /* [job] 1 less how often it is taken or left out */
    double *gain;    /* [site * years + year] of all taken from then on */
    struct guest *guest;
    size_t guests;
    struct host_pack *pack; /* NULL: nothing is packed whole */
};

/* What the job costs at least from each year on, and in which year. */
struct least {
    double cost[ASSIGN_YEARS];
    int year[ASSIGN_YEARS];
};
void host_least(const struct engine *engine, int job, size_t at,
                struct least *least);

/* Raise the bound from the prices at hand and the shares of the jobs; the
 * prices are as before afterwards. */
void host_climb(struct engine *engine, double share);

#endif
