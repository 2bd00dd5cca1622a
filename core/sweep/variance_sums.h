/* Inside of variance.h: one pass over the blocks that serves all resamples. */
#ifndef CORE_SWEEP_VARIANCE_SUMS_H
#define CORE_SWEEP_VARIANCE_SUMS_H

#include <stddef.h>

#include "core/sweep/variance.h"

struct variance_sums {
    const struct variance_problem *problem;
    int64_t block;  /* runs of one */
    uint32_t *good; /* blocks to use */
    int64_t count;  /* of them */
    double mean;    /* taken off every result */
    size_t pairs, columns;
    int steps;
    int64_t step[STEPS_MOST];
    double *value; /* of each step, of each resample (the first is the sample
                      itself): first, then total, of each factor */
    double *pair;  /* of each resample: second, of each pair */
    double variance;
};

void variance_sums_init(struct variance_sums *sums,
                        const struct variance_problem *problem);
void variance_sums_release(struct variance_sums *sums);

/* Fill value and pair; gives the variance of the sample. */
double variance_sums_run(struct variance_sums *sums);

#endif
