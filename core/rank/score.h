/* From values to scores. */
#ifndef CORE_RANK_SCORE_H
#define CORE_RANK_SCORE_H

#include "core/rank/rank.h"

/* Set score, low, high and coverage; the norms are ready.  Fails when nothing
 * tells an alternative from others. */
bool ranking_score(struct ranking *ranking, const struct rank_problem *problem,
                   struct err *err);

/* Whether weights are divided by what is left of them. */
bool problem_leaves_out(const struct rank_problem *problem);

#endif
