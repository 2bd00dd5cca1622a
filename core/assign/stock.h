/* An assignment at hand, with what is used of every limit. */
#ifndef CORE_ASSIGN_STOCK_H
#define CORE_ASSIGN_STOCK_H

#include "core/assign/engine.h"

struct stock {
    struct engine *engine;
    size_t *option; /* [job] NOWHERE: left out */
    int *year;      /* [job] */
    double total;
    double *left;   /* [step * resources + r] room that is left */
    double *least;  /* the same, the least of this step and all later ones of
                       the site: what still fits from this step on */
    double *beyond; /* [cell] what is left of the limits that sites share */
    int *held;      /* [group * sites + site] those of a group that must be
                       apart; NULL: no groups */
    int *opens;     /* [phase] year, years if never; NULL: not chosen */
    double *money;  /* [year] capital that is left of all until then */

    /* Who is in each site, in no order. */
    int **member, *members, *space; /* [site] */
    int *place;                     /* [job] in the list of its site */
};

/* Everyone left out. */
struct stock *stock_new(struct engine *engine);
void stock_free(struct stock *stock);
void stock_copy(struct stock *stock, const struct stock *from);

/* Make it the best of the engine, when it is better. */
void stock_keep(const struct stock *stock);

/* Whether the job, left out at the moment, fits there. */
bool stock_fits(const struct stock *stock, int job, size_t option, int year);

/* Move the job; NOWHERE leaves it out. */
void stock_move(struct stock *stock, int job, size_t option, int year);

/* Take a job out for a moment and put it back, without counting its cost. */
void stock_lift(struct stock *stock, int job);
void stock_drop(struct stock *stock, int job);

/* Open a phase in another year, whether or not what is left, of room or of
 * capital, becomes less than nothing. */
void stock_open(struct stock *stock, int site, int phase, int year);

double stock_cost(const struct stock *stock, int job);

/* The cheapest place that fits for a job that is lifted or left out and costs
 * less than most; by reduced cost when priced.  Returns the cost, or most and
 * option NOWHERE when there is none. */
struct place {
    double cost;
    size_t option;
    int year;
};
struct place stock_cheapest(const struct stock *stock, int job, bool priced,
                            double most);

#endif
