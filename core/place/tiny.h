/* The best placement of a few enterprises, by trying: depth first, each in the
 * order of its price, and no further where those still to come, each as if it
 * were alone, cannot make it better than the best known (A. H. Land and A. G.
 * Doig 1960, "An automatic method of solving discrete programming problems",
 * Econometrica 28(3)). */
#ifndef CORE_PLACE_TINY_H
#define CORE_PLACE_TINY_H

#include "core/place/ledger.h"

enum { TINY = 16 }; /* who lead, at most */

/* Whether there are so few. */
bool tiny_is(const struct place_problem *problem);

/* Look for placements whose total is below *total, with at most looks choices
 * tried; worth: prices as those of a placement, any; over(data) is asked now
 * and then and ends the search.  What is found is put into cluster and year,
 * [enterprise], and *total.  Returns whether all was tried: then nothing is
 * below *total. */
bool tiny_place(const struct place_problem *problem, long looks,
                double *const *worth, bool over(void *), void *data,
                int *cluster, int *year, double *total);

#endif
