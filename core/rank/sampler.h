/* Random weights: evenly over all that meet the constraints.
 *
 * Without constraints that is the simplex (weights from 0 that sum to 1): the
 * gaps between sorted uniform numbers.  A whole order of the criteria: the
 * same, dealt out in that order, which is exact by symmetry.  Otherwise those
 * that do not meet the constraints are drawn again; where that would take too
 * many draws, a walk within the constraints (hit-and-run along one pair of
 * weights at a time; Tervonen, van Valkenhoef, Basturk and Postmus 2013, EJOR
 * 224:552-559), a new one for each sample.
 *
 * A sample depends on the seed and its number alone.
 */
#ifndef CORE_RANK_SAMPLER_H
#define CORE_RANK_SAMPLER_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

enum { SAMPLER_MOST = 64 }; /* criteria */

/* The weight of one is at least factor times that of the other. */
struct weight_ratio {
    int more, less;
    double factor;
};

/* The shares of weight that are allowed; arrays of the caller, which live as
 * long as the sampler. */
struct weight_limits {
    const double *low, *high; /* of each criterion; NULL: 0 and 1 */
    const struct weight_ratio *ratio;
    int ratios;
};

enum sampler_way {
    SAMPLER_SIMPLEX,
    SAMPLER_ORDER,
    SAMPLER_AGAIN,
    SAMPLER_WALK
};

struct sampler {
    int criteria, active;
    int criterion[SAMPLER_MOST]; /* the active ones; in order, when ordered */
    double low[SAMPLER_MOST], high[SAMPLER_MOST];
    double start[SAMPLER_MOST]; /* of the walk */
    const struct weight_ratio *ratio;
    int ratios;
    enum sampler_way way;
    uint64_t seed;
};

/* weight: as they are now; a criterion with none stays without.  Fails when
 * nothing meets the constraints, or when they are nonsense. */
bool sampler_init(struct sampler *sampler, const double *weight, int criteria,
                  const struct weight_limits *limits, uint64_t seed,
                  struct err *err);

/* The weights of a sample; there is room for all criteria. */
void sampler_draw(const struct sampler *sampler, uint64_t sample,
                  double *weight);

#endif
