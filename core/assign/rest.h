/* What is still to be decided of a problem with one room per site: which jobs
 * may still go where.  Everything else is settled, or was dropped because
 * nothing better than the best known can come of it.  Private to core/assign.
 *
 *     rest_settle(rest, job, site);
 *     stall->cost[entry] = INFINITY;         ... drops that choice
 *     if (!rest_sweep(rest)) ... no assignment is left
 */
#ifndef CORE_ASSIGN_REST_H
#define CORE_ASSIGN_REST_H

#include "core/assign/single.h"

/* One site and those who may still go there. */
struct stall {
    int count, room;
    int *job;       /* [count] rising */
    double *cost;   /* [count] */
    int *need;      /* [count] */
    double opening; /* still to be paid when it is used; INFINITY: shut */
};

struct rest {
    const struct single *single;
    struct stall *stall; /* [site] */
    int *settled;        /* [job] its site; -1: not yet */
    int *choices;        /* [job] sites it may still go to, when not settled */
    double paid;         /* for what is settled */
    int unsettled;
    int64_t demand; /* the least they need together */
    int *jobs, *needs;
    double *costs;
};

/* With only those choices that are kept[site * jobs + job]; NULL: with all. */
struct rest *rest_new(const struct single *single, const bool *kept);
struct rest *rest_copy(const struct rest *rest);
void rest_free(struct rest *rest);

/* The job goes to that site, which has it in its list. */
void rest_settle(struct rest *rest, int site, int entry);

/* The site is used; it is not. */
void rest_open(struct rest *rest, int site);
void rest_shut(struct rest *rest, int site);

/* Clear the lists of what was dropped, of settled jobs and of those that no
 * longer fit; a job with one site left is settled.  Returns false when a job
 * has no site left. */
bool rest_sweep(struct rest *rest);

/* How many choices are left. */
size_t rest_size(const struct rest *rest);

#endif
