/* Values that are not certain (struct spread of smaa.h). */
#ifndef CORE_RANK_SPREAD_H
#define CORE_RANK_SPREAD_H

#include "core/base/rng.h"
#include "core/rank/smaa.h"

/* Whether the parameters make sense. */
bool spread_check(const struct spread *spread, struct err *err);

/* What the value is worth, drawn at random: one number of the rng. */
double spread_draw(const struct spread *spread, const struct norm *norm,
                   struct rng *rng);

#endif
