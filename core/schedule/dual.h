/* Falling to good prices: the bound gets smaller.
 *
 * First steps of a length of its own for each dim (D. P. Kingma and J. Ba
 * 2015, "Adam: a method for stochastic optimization", ICLR), then steps of B.
 * T. Polyak (1969) along a deflected direction (P. M. Camerini, L. Fratta and
 * F. Maffioli 1975, Mathematical Programming Study 3).
 */
#ifndef CORE_SCHEDULE_DUAL_H
#define CORE_SCHEDULE_DUAL_H

#include "core/schedule/price.h"

struct dual {
    struct price price;
    double *at, *best_at;   /* prices now, and those of the bound */
    double *first, *second; /* moments */
    float *often;           /* [phase * (years + 1) + year] how often chosen */
    double bound;           /* the least so far, at best_at */
    int passes;
    double far; /* aim this far while no schedule is known; INFINITY: not */
    bool (*over)(void *data); /* asked after each pass whether to end; NULL */
    void *data;
};

void dual_init(struct dual *dual, const struct model *model);
void dual_release(struct dual *dual);

/* From the prices in best_at, by up to so many steps, for phases that may open
 * in years_of; below `enough` it stops.  near: the prices are good already.
 * The bound begins anew. */
void dual_run(struct dual *dual, const uint64_t *years_of, int passes,
              double enough, bool near);

#endif
