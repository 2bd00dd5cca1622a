/* What any choice of years costs at least, from prices once found.  Private to
 * core/assign.
 *
 * Any prices say of any years: all jobs at these prices, less what the room of
 * the phases earns in those years (J. F. Benders 1962, "Partitioning
 * procedures for solving mixed-variables programming problems", Numerische
 * Mathematik 4).  The most that is said by any of the prices is what counts.
 */
#ifndef CORE_ASSIGN_CUTS_H
#define CORE_ASSIGN_CUTS_H

#include "core/assign/engine.h"

enum { CUTS = 128 }; /* at most; those that were of no use longest go */

struct cuts {
    const struct engine *engine;
    int count;
    long time;
    double *base;   /* [cut] of all jobs */
    double *income; /* [(phase * (years + 1) + year) * CUTS + cut] */
    long *used;     /* [cut] when it last counted */
};

struct cuts *cuts_new(const struct engine *engine);
void cuts_free(struct cuts *cuts);

/* The prices of the engine (price_sum() first) as one more; base is the cost
 * of all jobs at them, what is paid for shared limits taken off. */
void cuts_add(struct cuts *cuts, double base);

double cuts_cost(const struct cuts *cuts, int cut, const int *opens);

/* These have counted now: cost, by cut, is near the most. */
void cuts_use(struct cuts *cuts, const double *cost, double near);

static inline const double *cuts_income(const struct cuts *cuts, int phase,
                                        int year)
{
    return cuts->income +
           (size_t)(phase * (cuts->engine->problem->years + 1) + year) * CUTS;
}

#endif
