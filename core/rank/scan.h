/* What one pass over a column of values says. */
#ifndef CORE_RANK_SCAN_H
#define CORE_RANK_SCAN_H

#include "core/rank/rank.h"

/* Alternatives are worked on in blocks that stay in the nearest cache. */
enum { BLOCK = 256 };

/* The range of the values of those who are not excluded.  What is assumed for
 * unknown ones (MISSING_VALUE) belongs to it. */
struct range column_range(const struct rank_problem *problem,
                          const struct criterion *criterion,
                          const int *excluded);

/* The length of the column as a vector, safe from overflow; of a column whose
 * range is known. */
double column_length(const struct rank_problem *problem,
                     const struct criterion *criterion, const int *excluded,
                     struct range range);

/* The sum of the values, or of 1 / value, with what is assumed for unknown
 * ones. */
double column_total(const struct rank_problem *problem,
                    const struct criterion *criterion, const int *excluded,
                    struct range range, bool inverse);

/* n values of a criterion from number from on, those of the excluded NAN: the
 * column itself, or room for BLOCK numbers where it cannot be that. */
const double *column_values(const struct rank_problem *problem,
                            const struct criterion *criterion,
                            const int *excluded, size_t from, double *room);

/* How many values there are from number from on, at most a block. */
static inline size_t block_size(const struct rank_problem *problem, size_t from)
{
    size_t left = problem->alternatives - from;
    return left < BLOCK ? left : BLOCK;
}

#endif
