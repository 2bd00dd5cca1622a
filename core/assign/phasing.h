/* The years of the phases, at prices: what room is worth to the jobs is the
 * income of a site, capital is paid at a price of each year.
 *
 * The rows that say "what is used is not more than what is open" are priced,
 * and so is the capital spent until each year.  Then the sites part: each
 * chooses the years of its phases for itself, which is a shortest path over
 * (phase, year), and each job its place.  Both together are a lower bound
 * (S. D. Jena, J.-F. Cordeau and B. Gendron 2016, "Solving a dynamic facility
 * location problem with partial closing and reopening", Computers & Operations
 * Research 67, price the same rows).
 */
#ifndef CORE_ASSIGN_PHASING_H
#define CORE_ASSIGN_PHASING_H

#include "core/assign/stock.h"

struct phasing {
    const struct engine *engine;
    double *price; /* [year] of capital spent until then */
    double *toll;  /* [year] the same summed over that year and all later */
    double *spent; /* [year] until then, by the choice */
    double *funds; /* [year] what comes in until then */
    int *opens;    /* [phase] the choice */
    double *value; /* [phase * (years + 1) + year] of this phase and all
                      later ones, when this one opens then or later */
    const double *gain; /* [site * years + year] beside room, when the first
                           phase opens then; NULL: nothing */
};

struct phasing *phasing_new(const struct engine *engine);
void phasing_free(struct phasing *phasing);

/* Sum the prices of capital; nothing is spent yet. */
void phasing_begin(struct phasing *phasing);

/* Choose the years at the prices of the engine and of capital (price_sum()
 * first).  Fills opens and spent; returns what is earned by room less what
 * capital costs. */
double phasing_choose(struct phasing *phasing);

/* What all capital costs at its prices. */
double phasing_paid(const struct phasing *phasing);

/* Take the room of the choice from what is used: [step * resources + r]. */
void phasing_take(const struct phasing *phasing, double *used);

/* What a phase earns that opens in that year, less what it pays. */
double phasing_worth(const struct phasing *phasing, int site, int phase,
                     int year);

/* Open the phases of a stock in which nobody is as was chosen, but within the
 * capital; what is left then buys what is worth most. */
void phasing_open(const struct phasing *phasing, struct stock *stock);

#endif
