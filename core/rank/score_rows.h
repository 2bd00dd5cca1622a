/* Weighted sums of a table of worths, for many weights at once. */
#ifndef CORE_RANK_SCORE_ROWS_H
#define CORE_RANK_SCORE_ROWS_H

#include "core/rank/smaa.h"
#include "core/rank/worths.h"

/* weight: samples rows of criteria; score: samples rows of n. */
void score_rows(const struct worths *worths, const double *weight, int samples,
                double *score);

/* The score of one row with other worths in some of its criteria. */
double score_drawn(const struct worths *worths, const double *weight,
                   const struct spread *spread, const double *drawn,
                   size_t spreads);

#endif
