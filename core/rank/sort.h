/* Sorting row numbers by a column of doubles, highest first.
 *
 * Stable: equal numbers keep the order they had, and -0 equals 0.  Linear in
 * n (radix, up to 6 passes of 11 bits), 20 bytes of memory for each number.
 */
#ifndef CORE_RANK_SORT_H
#define CORE_RANK_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Sort the n row numbers in order by key[row], which is never NAN. */
void sort_highest(const double *key, uint32_t *order, size_t n);

#endif
