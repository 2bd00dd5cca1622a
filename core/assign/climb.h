/* Climbing to good prices.
 *
 *     struct climb climb = { .engine = engine, .pass = pass, .data = data };
 *     climb_room(&climb, rows);
 *     climb_row(&climb, &price, &used, room, unit, 0) ...;
 *     climb_run(&climb, 0.5, NULL);
 *     climb_release(&climb);
 *
 * A row is a limit that is priced: how much is used at the prices, how much
 * there is, and what a unit of it is, so that rows of all kinds are measured
 * alike.  pass() computes used from the prices and returns the bound.
 *
 * Two ways to step, one after the other: steps of a length of its own for
 * each row, as in D. P. Kingma and J. Ba (2015), "Adam: a method for
 * stochastic optimization" (ICLR), come near quickly; then steps after B. T.
 * Polyak (1969) along a deflected direction (P. M. Camerini, L. Fratta and F.
 * Maffioli 1975, Mathematical Programming Study 3) converge.
 */
#ifndef CORE_ASSIGN_CLIMB_H
#define CORE_ASSIGN_CLIMB_H

#include "core/assign/engine.h"

struct climb_row {
    double *price, *used;
    double room, unit, least; /* least price */
    double best;              /* price */
    double first, second;     /* moments of the excess */
};

struct climb {
    struct engine *engine;
    double (*pass)(void *data);
    void *data;
    double rate; /* a first length for the steps, in units of cost */
    int most;    /* passes; 0: any number */
    double slow; /* after setbacks a step is so much as long; 0: 0.85 */
    bool rough;  /* what a pass returns is no bound, only near one */
    bool near;   /* the prices are good already: only the second kind */
    /* Called where a new assignment is worth trying; or NULL. */
    void (*now_and_then)(struct engine *engine);

    int rows;
    struct climb_row *row;
    double bound, before; /* best; at the last look */
    double last;          /* when the steps were last short */
    double beta1, beta2, theta;
    int passes, still, good, dull;
    bool polyak;
};

void climb_room(struct climb *climb, size_t most);
void climb_row(struct climb *climb, double *price, double *used, double room,
               double unit, double least);

/* Raise the bound from the prices at hand until it stands nearly still or
 * share of the work is used up; the best prices stand afterwards. */
void climb_run(struct climb *climb, double share);
void climb_release(struct climb *climb);

/* So many steps of the first kind, ever shorter, from nothing to somewhere
 * near, whatever pass returns; the rate is then that of the last ones. */
void climb_warm(struct climb *climb, int passes, double share);

/* All rows of the engine at its prices: room, districts, years. */
void climb_prices(struct engine *engine, double share,
                  void (*now_and_then)(struct engine *));

/* The same from prices that are nearly right, by a few short steps. */
void climb_near(struct engine *engine);

/* The same where phases open in years of choice. */
void climb_joint(struct engine *engine, double share,
                 void (*now_and_then)(struct engine *));

struct demand;

/* The rows of room, districts and years, for a climb of one's own. */
void climb_limits(struct climb *climb, struct demand *demand);
size_t climb_limits_count(const struct engine *engine);

/* The same where room is chosen: what is used is then what is lacking; and of
 * capital as well. */
void climb_phase_rooms(struct climb *climb, struct demand *demand);
void climb_phases(struct climb *climb, struct demand *demand);

/* Who moved in earlier is there in all later steps of the site. */
void climb_stay(const struct engine *engine, struct demand *demand);

/* What a job costs on average at least. */
double climb_mean_cost(const struct engine *engine);

#endif
