/* From scores to ranks. */
#ifndef CORE_RANK_ORDER_H
#define CORE_RANK_ORDER_H

#include "core/rank/rank.h"

/* Fill order, ranked, rank, tied and the bounds of the rank from score, low,
 * high and excluded. */
void ranking_order(struct ranking *ranking, const char *const *key);

#endif
