/* Search over which sites are used and by whom, where opening them costs.
 * Private to core/assign.
 *
 * A trial shuts a site, opens one, or both, and takes out the jobs that are
 * concerned and some beside; they go back where the next best place costs
 * them most, and whoever gains by it moves or changes places.  Worse
 * assignments are gone on from as well, the less the cooler it is.  After
 * P. Shaw (1998), "Using constraint programming and local search methods to
 * solve vehicle routing problems", CP98, and for the sites after R. K. Ahuja
 * et al. (2004), "A multi-exchange heuristic for the single-source capacitated
 * facility location problem", Management Science 50(6).
 */
#ifndef CORE_ASSIGN_LOCATE_H
#define CORE_ASSIGN_LOCATE_H

#include "core/assign/single.h"
#include "core/base/rng.h"

struct locate {
    const struct single *single;
    int *order;   /* [job * sites + i] sites, the cheapest first */
    int *choices; /* [job] of them */
    int *site;    /* [job] -1: taken out */
    int *left;    /* [site] */
    int *count;   /* [site] jobs there */
    bool *open;   /* [site] may be used */
    bool *barred; /* [site] not to be opened: nothing better comes of it */
    double total;
    int *out; /* jobs taken out, [outs] */
    int outs;
    int *kept_site, *kept_left, *kept_count; /* before the trial */
    int *best;                               /* [job] */
    double best_total;
};

struct locate *locate_new(const struct single *single);
void locate_free(struct locate *locate);

/* Go on from that: site[job]. */
void locate_from(struct locate *locate, const int *site);

/* An assignment to those sites alone, as far as they have room; the others
 * open when nothing else is left.  It is the best when it is better. */
void locate_fill(struct locate *locate, const bool *shut, struct rng *rng);

/* One trial; heat is in units of cost. */
void locate_trial(struct locate *locate, struct rng *rng, double heat);

#endif
