/* What the values of the ranked are worth, as a table: the input of all that
 * asks how sure an order is.  Row k is the k-th of the order. */
#ifndef CORE_RANK_WORTHS_H
#define CORE_RANK_WORTHS_H

#include "core/rank/rank.h"

struct worths {
    size_t n; /* rows */
    int criteria;
    double *weight; /* shares, of each criterion */
    double *worth;  /* criterion j of row k is worth[j * n + k] */
    double *counts; /* 0 where it is left out, else 1; NULL: all count */
};

void worths_init(struct worths *worths, const struct ranking *ranking,
                 const struct rank_problem *problem);
void worths_release(struct worths *worths);

/* The same when what is unknown is worth as little, or as much, as can be. */
void worths_bound(struct worths *worths, const struct ranking *ranking,
                  const struct rank_problem *problem, bool high);

static inline const double *worths_of(const struct worths *worths, int j)
{
    return worths->worth + (size_t)j * worths->n;
}

/* Whether the score is the weighted sum of the worths. */
bool worths_add_up(const struct rank_problem *problem, struct err *err);

#endif
