/* The knapsacks of whole.h and what they share with it. */
#ifndef CORE_SCHEDULE_KNAPSACK_H
#define CORE_SCHEDULE_KNAPSACK_H

#include "core/schedule/dual.h"
#include "core/schedule/menu.h"

enum { SUMS = 64 /* that a part may have spent by a year, at most */ };

/* What a part may have spent until the end of a year, each once. */
struct sums {
    int count;
    int sum[SUMS]; /* in units */
    double price[SUMS], best[SUMS], step[SUMS];
    int taken; /* by the knapsack */
};

/* The sums that matter once so many parts are in the knapsack: not more than
 * they can have spent, not less than what the others leave. */
struct band {
    int low, high;
};

struct knapsacks {
    const struct model *model;
    const struct dual *dual;
    struct menu menu;
    double *worth;      /* [choice] at the prices of all but money */
    unsigned char *at;  /* [choice * years + year] which of the sums */
    struct sums *sums;  /* [part * years + year] */
    int *room;          /* [year] in units */
    struct band *band;  /* [year * (parts + 1) + parts so far] */
    double *filled;     /* [year] worth of the knapsack */
    double **table;     /* [year][(parts + 1) * (room + 1)] */
    int *chosen;        /* [part] choice */
    double *best_worth; /* [part] */
    double constant, known, bound;
};

/* Find the bands, once the sums stand. */
void knapsacks_bands(struct knapsacks *work);

/* Choose for each part and fill the knapsack of each year at the prices;
 * returns the bound. */
double knapsacks_pass(struct knapsacks *work, int threads);

/* What a choice is worth to the parts at the prices. */
double knapsacks_worth(const struct knapsacks *work, int part, int choice);

#endif
