/* All clusters of a relaxed problem as one.
 *
 * Each may go where it is cheapest, into the room of all clusters together: so
 * every assignment is one of the pool and costs no less.  The pool has few
 * limits, so their prices are found at once; where clusters are much alike its
 * bound is nearly that of the whole, and its prices are a good beginning for
 * theirs.
 */
#ifndef CORE_PLACE_POOL_H
#define CORE_PLACE_POOL_H

#include "core/place/relax.h"

struct pool {
    struct assign_problem problem;
    struct assign_shared shared[PLACE_RESOURCES];
    unsigned char *shut;
    int *one; /* group of the one site */
};

/* Needs the relaxed problem as long as it lives. */
void pool_init(struct pool *pool, const struct relaxed *relaxed);
void pool_release(struct pool *pool);

/* What a search on the relaxed problem can begin with: nobody placed, and in
 * every cluster the prices of the pool. */
void pool_seed(const struct assignment *pooled, const struct relaxed *relaxed,
               struct assignment *seed);

#endif
