/* Weights out of the data: a criterion counts as much as it tells apart.
 *
 *     DATA_ENTROPY    1 - entropy of the shares of the column (Shannon;
 *                     Hwang and Yoon 1981); no negative values
 *     DATA_DEVIATION  standard deviation of the values as they are, so it
 *                     depends on units: give values of one scale
 *     DATA_CRITIC     deviation of the values between worst and best, times
 *                     sum of 1 - correlation with the others (Diakoulaki,
 *                     Mavrotas and Papayannakis 1995, Computers and Operations
 *                     Research 22:763-770)
 *     DATA_MEREC      how much the result changes without the criterion
 *                     (Keshavarz-Ghorabaee et al. 2021, Symmetry 13:525);
 *                     values above 0
 *
 * Nobody's opinion is in such weights: they say what the data tell apart, not
 * what matters.  A column that is the same for all weighs nothing (0); where
 * all columns are, there is nothing to weigh by, an error.
 */
#ifndef CORE_RANK_WEIGHT_DATA_H
#define CORE_RANK_WEIGHT_DATA_H

#include <stddef.h>

#include "core/base/err.h"

enum data_kind { DATA_ENTROPY, DATA_DEVIATION, DATA_CRITIC, DATA_MEREC };

struct data_column {
    const char *name;
    const double *value;
    bool lower; /* lower is better; only CRITIC and MEREC ask */
};

/* weight has room for each column.  Errors name the criterion and the row,
 * by number from 1. */
bool weights_from_data(enum data_kind kind, size_t rows, int columns,
                       const struct data_column *column, double *weight,
                       struct err *err);

#endif
