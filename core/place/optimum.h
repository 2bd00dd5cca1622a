/* The best total, by the own engine.
 *
 *     struct place_work work = { .seconds = 10, .seed = 1 };
 *     if (!place_best(&placement, &problem, &work, err))
 *         return false;
 *     ... placement.total, placement.bound ...
 *
 * There is a placement from the first moment: strict order, or the plan in
 * force where that can be kept and is better.  Then parts of it are taken out
 * and put back in another order, over and over; what is better stays.  The
 * bound holds at any moment.
 *
 * With steps and no seconds the answer is the same on every machine.
 */
#ifndef CORE_PLACE_OPTIMUM_H
#define CORE_PLACE_OPTIMUM_H

#include "core/place/place.h"

/* What the engine has so far. */
struct place_progress {
    double seconds, total, bound; /* total INFINITY: none keeps all yet */
    long steps;
};

struct place_work {
    double seconds; /* 0: no limit of time */
    long steps;     /* trials; 0: no limit of steps */
    int threads;    /* at most so many at once; 0: 1 */
    uint64_t seed;
    double gap; /* enough, relative to the total; 0: until proved */
    /* A placement of as many to begin with: who can stays where it has him,
     * and its prices are taken over.  NULL: none. */
    const struct placement *from;
    /* Told now and then; false stops, and the best so far is the answer.
     * NULL: not told. */
    bool (*watch)(void *data, const struct place_progress *progress);
    void *data;
};

/* Fails as place_strict() does. */
bool place_best(struct placement *placement,
                const struct place_problem *problem,
                const struct place_work *work, struct err *err);

#endif
