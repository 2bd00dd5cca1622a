/* Problems with one resource and one year: every job goes to one site, within
 * the room of each, and a site that is used at all costs its opening.  That is
 * the generalised assignment problem, and single-source capacitated facility
 * location.  Private to core/assign.
 *
 * The last site is "left out": it takes everyone at his penalty.  Site k has
 * row k of the tables, so what belongs to a site stands together.
 */
#ifndef CORE_ASSIGN_SINGLE_H
#define CORE_ASSIGN_SINGLE_H

#include "core/assign/assign.h"

struct single {
    const struct assign_problem *problem;
    int jobs, sites; /* with the last */
    double *cost;    /* [site * jobs + job] INFINITY: may not go there */
    int *need;       /* [site * jobs + job] */
    int *room;       /* [site] */
    double *opening; /* [site] */
    double grain;    /* totals are multiples of this; 0: of nothing known */
};

/* NULL when the problem is another one. */
struct single *single_new(const struct assign_problem *problem);
void single_free(struct single *single);

/* The totals that are still wanted when one is known already: at most this. */
double single_wanted(const struct single *single, double known);

/* No total is below this when none is below the bound. */
double single_round(const struct single *single, double bound);

/* What an assignment costs: site[job]. */
double single_total(const struct single *single, const int *site);

/* Find an assignment with its bound. */
void single_solve(struct assignment *assignment, const struct single *single,
                  const struct assign_work *work);

#endif
