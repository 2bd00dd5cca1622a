/* The best total: the programme of a problem, for an exact solver.
 *
 * One column for each enterprise, cluster and year that are possible by
 * themselves, 1 if chosen; one for all who move together.  One row for each
 * enterprise; one for each step of each supply; one for each cluster and group
 * to be apart.
 *
 *     struct place_model model;
 *     if (!place_model_init(&model, &problem, err))
 *         return false;
 *     ... solve: least sum of cost * x, least <= row <= most, x 0 or 1 ...
 *     bool good = place_adopt(&placement, &problem, &model, x, bound, err);
 *     place_model_release(&model);
 *
 * The row coefficients are divided by the largest of their row, because
 * solvers compare with a tolerance; the answer is checked in whole numbers.
 */
#ifndef CORE_PLACE_BEST_H
#define CORE_PLACE_BEST_H

#include "core/place/place.h"

struct place_model {
    int columns, rows;
    int *enterprise, *cluster, *year; /* of each column */
    double *cost;                     /* of each column, against left out */
    int *start;                       /* columns + 1, into index and element */
    int *index;                       /* row */
    double *element;
    double *least, *most; /* of each row */
    double constant;      /* the total with everyone left out */
};

/* Fails when a pin has no possible place. */
bool place_model_init(struct place_model *model,
                      const struct place_problem *problem, struct err *err);
void place_model_release(struct place_model *model);

/* Make the placement that x chooses; bound is what the solver proves for the
 * sum of cost * x.  Fails when it breaks a limit. */
bool place_adopt(struct placement *placement,
                 const struct place_problem *problem,
                 const struct place_model *model, const double *x, double bound,
                 struct err *err);

#endif
