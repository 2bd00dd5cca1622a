/* The knapsacks of whole.h and what they share with it.
 *
 * Positions are the order in which parts enter the knapsacks, those with few
 * choices first.  Those that are kept to one choice come last, and take their
 * money beforehand. */
#ifndef CORE_SCHEDULE_KNAPSACK_H
#define CORE_SCHEDULE_KNAPSACK_H

#include "core/schedule/dual.h"
#include "core/schedule/menu.h"

enum { SUMS = 64 /* that a part may have spent by a year, at most */ };

/* What a part may have spent until the end of a year, each once. */
struct sums {
    int count;
    int sum[SUMS]; /* in units, more than the least of them */
    double price[SUMS], best[SUMS];
    double mean[SUMS], square[SUMS]; /* how far knapsack and part disagree */
    int taken;                       /* by the knapsack */
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
    int *room;          /* [year] in units, besides the least of all parts */
    int *order;         /* [position] part */
    int *keep;          /* [part] the only choice it has; -1: any */
    int free;           /* parts that are not kept; the first positions */
    struct band *band;  /* [year * (parts + 1) + parts so far] */
    double *filled;     /* [year] worth of the knapsack */
    double **table;     /* [year][parts so far * (room + 1) + spent] */
    int *chosen;        /* [part] choice */
    double *best_worth; /* [part] */
    double constant, known, bound;
    long passes; /* done; other work counts as so many */
};

/* Find the least of each sum, the order and the bands.  Returns false when
 * there is no room for the least, or for what is kept. */
bool knapsacks_lay_out(struct knapsacks *work);

/* Choose for each part and fill the knapsack of each year at the prices;
 * returns the bound. */
double knapsacks_pass(struct knapsacks *work, int threads);

/* What a choice is worth to the parts at the prices. */
double knapsacks_worth(const struct knapsacks *work, int part, int choice);

/* The least total that would be better than what is known. */
double knapsacks_enough(const struct knapsacks *work);

/* The table of a year with so many parts. */
static inline const double *knapsacks_table(const struct knapsacks *work,
                                            int year, int parts)
{
    return work->table[year] + (size_t)parts * ((size_t)work->room[year] + 1);
}

static inline struct band *knapsacks_band(const struct knapsacks *work,
                                          int year, int parts)
{
    return work->band + year * (work->model->parts + 1) + parts;
}

#endif
