/* Parts of an assignment solved again: some jobs of some sites, everyone else
 * staying where he is.  Private to core/assign. */
#ifndef CORE_ASSIGN_REDO_H
#define CORE_ASSIGN_REDO_H

#include "core/assign/branch.h"
#include "core/base/rng.h"

/* What of the whole is drawn from: the choices that are worth trying, and
 * worths. */
struct redo {
    const struct single *single;
    const struct rest *rest; /* all that may still be */
    const double *worth;     /* [job] */
    const int *site;         /* [job] the assignment */
    const double *deficit;   /* [site] how much less it gains by that than it
                                could, at those worths */
    double wanted;
    int jobs, sites; /* how many to take at once */
};

/* A part, drawn with rng; what it finds that is wanted is with the worker.
 * Returns whether the part was searched to its end. */
bool redo_part(struct worker *worker, const struct redo *redo, struct rng *rng);

#endif
