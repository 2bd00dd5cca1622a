/* Samples in order: inside of the analyses. */
#ifndef CORE_SWEEP_SORTED_H
#define CORE_SWEEP_SORTED_H

#include <stdint.h>

/* The numbers 0..n - 1 by rising x, equal ones by number; to be freed. */
uint32_t *sorted_order(const double *x, int64_t n);

/* How many different values x has in this order, but at most `most` + 1. */
int values_of(const double *x, const uint32_t *order, int64_t n, int most);

/* The numbers of the y that are finite, rising; to be freed. */
uint32_t *runs_known(const double *y, int64_t n, int64_t *count);

/* Ranks of x, from 1, equal ones sharing their mean. */
void ranks_of(const double *x, int64_t n, double *rank);

#endif
