/* Closing the gap: the years in which phases may open are divided, until no
 * part of what is possible can hold anything better.
 *
 * A. H. Land and A. G. Doig (1960), "An automatic method of solving discrete
 * programming problems", Econometrica 28; the part with the best bound first,
 * several at once, always the same ones whatever the number of threads.
 */
#ifndef CORE_SCHEDULE_BRANCH_H
#define CORE_SCHEDULE_BRANCH_H

#include "core/schedule/seek.h"

enum { BRANCH_BATCH = 8 };

/* A part of what is possible. */
struct node {
    uint64_t *years_of; /* [phase] */
    double *at;         /* prices */
    double bound;
    long number;
};

struct branch {
    const struct model *model;
    int dims;
    struct node *heap; /* the best bound on top */
    int nodes, room;
    long made, done;
    double closed; /* the best bound of what was given up unsolved; -INFINITY */

    double cap;        /* a bound from elsewhere; INFINITY: none */
    uint64_t *allowed; /* [phase] years in which something better may open it */
    double floor;      /* less than any schedule is worth */
    double total;      /* of the best schedule; -INFINITY: none */
    int *year;
};

/* With the whole, its prices and bound. */
void branch_init(struct branch *branch, const struct model *model,
                 const struct dual *dual);
void branch_release(struct branch *branch);

/* A schedule found elsewhere. */
void branch_offer(struct branch *branch, const int *year, double total);

/* Something better than the best has at most this total, and opens phases in
 * these years only. */
void branch_narrow(struct branch *branch, double cap, const uint64_t *years_of);

/* Look at the next few parts; workers are [threads], each for one thread.
 * Returns how many there were. */
int branch_round(struct branch *branch, struct dual *workers, int threads);

/* Whether nothing better can be in what is left. */
bool branch_finished(const struct branch *branch);

/* No schedule has more. */
double branch_bound(const struct branch *branch);

/* The least total that is worth looking for. */
double branch_enough(const struct branch *branch);

#endif
