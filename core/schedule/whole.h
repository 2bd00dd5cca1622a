/* A better bound for few clusters: the money of each year kept whole.
 *
 * At prices a limit may be filled to the last unit by a part of a phase; that
 * is the gap between bound and best where a year has money for a handful of
 * phases.  Here every year's money is a knapsack of its own, filled with whole
 * clusters, and prices make the knapsacks agree with the clusters: for each
 * cluster, year and sum that it may have spent by then, what that is worth.
 * M. Guignard and S. Kim (1987), "Lagrangean decomposition", Mathematical
 * Programming 39.  Then labels go through the choices that are left (labels.h).
 *
 * One source of money; the sums must be few whole units (their common divisor
 * is taken out).
 */
#ifndef CORE_SCHEDULE_WHOLE_H
#define CORE_SCHEDULE_WHOLE_H

#include "core/schedule/dual.h"
#include "core/schedule/menu.h"

struct whole {
    double bound;       /* of what is better than known; else known */
    uint64_t *years_of; /* [phase] years in which one that is better may open
                           it */
    long passes;
};

/* How to go about it. */
struct whole_work {
    double known; /* a total that is had */
    long passes;  /* at most */
    int threads;
    bool (*over)(void *data); /* asked after each pass whether to end */
    /* Now and then: years, [phase], that are nearly a schedule; returns the
     * best total that is had then. */
    double (*attempt)(void *data, const int *year);
    const int *best; /* [phase] years of the best that is had; NULL: not told */
    void *data;
};

/* From a dual after a pass at its best prices.  Returns false, with nothing to
 * release, when the problem is not of the kind, or too large. */
bool whole_run(struct whole *whole, const struct model *model,
               const struct dual *dual, const struct whole_work *how);
void whole_release(struct whole *whole);

#endif
