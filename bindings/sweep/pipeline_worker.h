/* Inside of pipeline.h: what a thread needs, and its figures changed. */
#ifndef BINDINGS_SWEEP_PIPELINE_WORKER_H
#define BINDINGS_SWEEP_PIPELINE_WORKER_H

#include "bindings/sweep/pipeline.h"

/* Copies of what effects change; the problem points to them. */
struct worker {
    const struct pipeline *pipeline;
    struct place_problem problem;
    struct place_resource *resource;
    struct place_term *term;
    int64_t *need[PLACE_RESOURCES], *supply[PLACE_RESOURCES];
    int64_t *free;                 /* [lands] */
    struct place_opening *opening; /* of all */
    unsigned char *shut;
    int *earliest, *order;
    double *priority; /* [enterprise] */
    struct rank_problem rank;
    struct criterion *criterion;
    struct works_worker works;
};

/* Let all effects take place, works first. */
bool pipeline_apply(struct worker *worker, const double *in, struct err *err);

#endif
