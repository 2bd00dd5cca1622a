/* An exact solver for 0-1 programmes, loaded when first needed.
 *
 *     struct solver solver;
 *     if (!solver_open(&solver, "/usr/lib/ccn/ccn-cbc.so", err))
 *         return false;
 *     struct answer answer = { .x = x };
 *     if (!solver_solve(&solver, &programme, 60, &answer, err))
 *         return false;
 *
 * The solver stands in a module of its own, because its libraries are large
 * and may be absent; opening the same module again costs nothing, and it is
 * never unloaded.  It keeps global state: one solve at a time.  Believe an
 * answer only after checking it.
 */
#ifndef CORE_SOLVER_SOLVER_H
#define CORE_SOLVER_SOLVER_H

#include "core/base/err.h"

/* Least sum of cost * x with least <= sum of element * x <= most in every
 * row, each x 0 or 1.  The elements of column j are start[j] to start[j + 1]
 * - 1.  All arrays belong to the caller. */
struct programme {
    int columns, rows;
    const double *cost;
    const int *start, *index;
    const double *element;
    const double *least, *most;
};

enum outcome {
    OUTCOME_PROVED,     /* x is the best there is */
    OUTCOME_FOUND,      /* x keeps the rows; time ran out */
    OUTCOME_NOTHING,    /* time ran out before any x was found */
    OUTCOME_IMPOSSIBLE, /* no x keeps the rows */
    OUTCOME_FAILED      /* the solver gave up */
};

struct answer {
    double *x; /* of the caller, room for every column */
    double total, bound;
    enum outcome outcome;
};

/* What a module offers. */
struct solver {
    void (*solve)(const struct programme *programme, double seconds,
                  struct answer *answer);
};

/* path is absolute.  The error names the package that is missing. */
bool solver_open(struct solver *solver, const char *path, struct err *err);

/* Fails unless an x was found: impossible, out of time, or given up. */
bool solver_solve(const struct solver *solver,
                  const struct programme *programme, double seconds,
                  struct answer *answer, struct err *err);

#endif
