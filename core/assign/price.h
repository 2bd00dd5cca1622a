/* One pass over all options at the prices of the engine. */
#ifndef CORE_ASSIGN_PRICE_H
#define CORE_ASSIGN_PRICE_H

#include "core/assign/engine.h"

/* What jobs use of the rows when each goes where it is cheapest. */
struct demand {
    double *used;  /* [step * resources + r], of those who move in in that
                      step; not yet of those who came before */
    double *taken; /* [cell] of the limits, alike */
    double total;  /* of the shares of all jobs */
};

struct demand demand_new(const struct engine *engine);
void demand_free(struct demand *demand);

/* Sum the prices over the later steps of each site. */
void price_sum(struct engine *engine);

/* Let each job choose at the prices (price_sum() first).  Fills demand and
 * the shares; returns the bound at these prices, -INFINITY when time was up
 * before the end. */
double price_pass(struct engine *engine, struct demand *demand);

/* One job in so many, and demand as if all were like them; no bound. */
void price_part(struct engine *engine, struct demand *demand, int part,
                int parts);

/* Count what a job uses when it moves to a place. */
void demand_add(const struct engine *engine, struct demand *demand, int job,
                size_t option, int year);
void demand_clear(const struct engine *engine, struct demand *demand);

/* What all rows together cost at their prices. */
double price_paid(const struct engine *engine);

/* What the job pays there in that year beside the true cost. */
double price_of(const struct engine *engine, int job, size_t option, int year);

/* What it pays there in any year at least. */
double price_least(const struct engine *engine, int job, size_t option);

#endif
