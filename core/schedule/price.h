/* The bound at prices: given a price for each limit, clusters are on their
 * own, and a dynamic programme over phases and years finds the best of each.
 *
 * Prices stand in one vector: money by source and year (of what is spent
 * until the end of the year where money is carried over, else of that year),
 * rows (above 0 for most, below 0 for least), extra arcs by year (open by t
 * only if the other was open by t - lag).  A price is the worth of so many
 * units of its limit as an ordinary phase takes, so that all are alike.
 *
 * M. L. Fisher (1981), "The Lagrangian relaxation method for solving integer
 * programming problems", Management Science 27.
 */
#ifndef CORE_SCHEDULE_PRICE_H
#define CORE_SCHEDULE_PRICE_H

#include "core/schedule/model.h"

struct price {
    const struct model *model;
    int dims;
    double *unit; /* [dim] */

    /* Of the last pass. */
    double bound;
    int *year;      /* [phase] the best at the prices */
    double *excess; /* [dim] used less what there is, in units */

    double *money;  /* [source * years + year] a unit of money then costs */
    double *profit; /* [phase * years + year] by itself */
    double *down;   /* [phase * (years + 1) + year] with all that come after,
                       if it opens then */
    double *best;   /* the same, if it may open from then on */
    double *up;     /* of all else in its part, if it opens then */
};

void price_init(struct price *price, const struct model *model);
void price_release(struct price *price);

/* years_of: the years in which each phase may open.  The bound is -INFINITY
 * when no choice of years is possible. */
double price_clusters(struct price *price, const double *at,
                      const uint64_t *years_of);

/* What is lost at the prices of the last pass if a phase opens in a year
 * (`years`: never): loss[phase * (years + 1) + year]. */
void price_losses(struct price *price, const uint64_t *years_of, double *loss);

/* The worth of a phase opening in a year at the prices. */
static inline double price_profit(const struct price *price, int phase,
                                  int year)
{
    int years = price->model->years;
    return year < years ? price->profit[phase * years + year] : 0;
}

/* Which dim a limit has. */
static inline int price_money_dim(const struct price *price, int source,
                                  int year)
{
    return source * price->model->years + year;
}
static inline int price_row_dim(const struct price *price, int row)
{
    return price->model->sources * price->model->years + row;
}
static inline int price_arc_dim(const struct price *price, int arc, int year)
{
    return price_row_dim(price, price->model->problem->rows) +
           arc * price->model->years + year;
}

/* Whether a price of this dim may be above, or below, 0. */
bool price_above(const struct price *price, int dim);
bool price_below(const struct price *price, int dim);

#endif
