/* A bound for what is left of a problem with one room per site, from what the
 * jobs are worth.  Private to core/assign.
 *
 * Whoever takes a job is paid its worth; each site packs the jobs that gain
 * most beyond what they cost there, within its room: a 0-1 knapsack; a site
 * whose gain does not cover its opening stays shut.  No assignment costs less
 * than all worths less all gains, whatever the worths are (G. T. Ross and
 * R. M. Soland 1975, "A branch and bound algorithm for the generalized
 * assignment problem", Mathematical Programming 8; M. L. Fisher, R. Jaikumar
 * and L. N. Van Wassenhove 1986, "A multiplier adjustment method for the
 * generalized assignment problem", Management Science 32(9)).
 */
#ifndef CORE_ASSIGN_WORTH_H
#define CORE_ASSIGN_WORTH_H

#include "core/assign/knapsack.h"
#include "core/assign/rest.h"

struct worth {
    const struct single *single;
    struct knapsack *knapsack;
    double *worth;   /* [job] */
    double *best;    /* [job] worths of the best bound of the climb */
    int *times;      /* [job] packed, at the last look */
    double *heading; /* [job] */
    double bound;    /* the best of the climb */
    double length;   /* of steps, relative to the way to the goal */
    int still;       /* looks since the bound rose */
    long looks;
    double *need;   /* [job] the least it needs anywhere */
    double *profit; /* [job] at one site */
    bool *taken;    /* [entry] of all lists */
    double *gain;   /* [site] what it packs, less its opening */
    double *rate;   /* [site] what a unit of room is worth */
    double *used;   /* [site] share of the last looks in which it was */
    int looked;     /* looks that are in it, since the climb began */
    bool *shut;     /* [site] */
    double *loss;   /* [site] minus gain */
    int *rooms;     /* [site] */
    int *first;     /* [job] the site where it costs the bound least */
    double *lead;   /* [job] by how much less than at the next */
    double floor;
    int *packed; /* [job] the site that packs it cheapest; -1: none */
};

struct worth *worth_new(const struct single *single);
void worth_free(struct worth *worth);

/* Worths to begin with, from what room costs in the linear relaxation. */
void worth_start(struct worth *worth, double goal);

/* The bound at the worths as they are; sets times and packed. */
double worth_look(struct worth *worth, const struct rest *rest);

/* Sites whose gain does not cover their opening are best shut, but those that
 * stay must have room for all: which to shut is one more knapsack, with the
 * gains of the last look. */
struct sack worth_shutting(struct worth *worth, const struct rest *rest);

/* Begin a climb from the best worths; length is that of the first steps,
 * relative to the way to the goal: 1 for worths that are far off. */
void worth_begin(struct worth *worth, double length);

/* Keep the worths when their bound is the best of the climb. */
bool worth_keep(struct worth *worth, double bound);

/* One step up.  The goal is the total of an assignment.  Returns false when
 * steps have become too short, or the packing is an assignment. */
bool worth_step(struct worth *worth, const struct rest *rest, double goal);

/* All worths up or down, each by its need, as long as the bound rises.  Where
 * sites have come to be open for good, what they cost to open is no longer
 * part of what a job is worth, and that is far.  Returns how many looks it
 * took. */
int worth_shift(struct worth *worth, const struct rest *rest);

/* Drop and settle what cannot be in an assignment of at most the total
 * wanted, by the best worths.  Returns false when there is none.  Sets for
 * each job that is not settled where it is best, by how much, and floor, a
 * bound that is no lower. */
bool worth_fix(struct worth *worth, struct rest *rest, double wanted);

#endif
