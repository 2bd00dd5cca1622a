/* SMAA-2 without sampling, where the weights lie on a line or in a plane: two
 * or three criteria that weigh.  The region of weights is cut along the lines
 * where two alternatives tie, and each piece counts by its size. */
#ifndef CORE_RANK_EXACT_H
#define CORE_RANK_EXACT_H

#include "core/rank/smaa.h"

enum {
    EXACT_LINE = 100, /* alternatives, at most, with two criteria */
    EXACT_PLANE = 24  /* with three */
};

/* Fill share, centre and mean_rank, whose room is there.  False, and nothing
 * is changed, when there are more criteria or alternatives, something is left
 * out, or the region has no size. */
bool exact_shares(struct smaa *smaa, const struct worths *worths,
                  const struct sampler *sampler);

#endif
