/* The best placement of a few enterprises, by trying: depth first, each in the
 * order of its price, and no further where those still to come, each as if it
 * were alone, cannot make it better than the best known (A. H. Land and A. G.
 * Doig 1960, "An automatic method of solving discrete programming problems",
 * Econometrica 28(3)). */
#ifndef CORE_PLACE_TINY_H
#define CORE_PLACE_TINY_H

#include "core/place/ledger.h"

enum { TINY = 32 }; /* who lead, at most */

/* Whether there are so few. */
bool tiny_is(const struct place_problem *problem);

/* How to go about it. */
struct tiny_work {
    double *const *worth;     /* prices as those of a placement, any; [resource]
                                 NULL: none */
    long looks;               /* choices tried, at most */
    bool (*over)(void *data); /* asked now and then whether to end */
    void *data;
};

/* Look for placements whose total is below *total.  What is found is put into
 * cluster and year, [enterprise], and *total.  Returns whether all was tried:
 * then nothing is below *total. */
bool tiny_place(const struct place_problem *problem,
                const struct tiny_work *how, int *cluster, int *year,
                double *total);

#endif
