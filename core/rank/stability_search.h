/* Inside of stability.h: intervals of methods that have no formula. */
#ifndef CORE_RANK_STABILITY_SEARCH_H
#define CORE_RANK_STABILITY_SEARCH_H

#include "core/rank/stability.h"

/* out has the weights, and whole intervals that are narrowed. */
bool stability_search(const struct ranking *ranking,
                      const struct rank_problem *problem, size_t top,
                      struct stability *out, struct err *err);

#endif
